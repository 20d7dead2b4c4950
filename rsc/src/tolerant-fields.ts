import { z } from 'zod'

/** Text of an answer, or null when it is absent, empty, null or not text. Answers never fail on an optional text. */
export const optionalText = z.preprocess(
  value => (typeof value === 'string' && value.trim() !== '' ? value : null),
  z.string().nullable(),
)

/** An id of an answer: text, or a safe integer turned into text. Anything else is null. */
export const optionalId = z.preprocess(
  value => (Number.isSafeInteger(value) ? String(value) : typeof value === 'string' && value !== '' ? value : null),
  z.string().nullable(),
)

/** A moment of an answer in epoch milliseconds, or null. Numbers in text are accepted. */
export const optionalEpochMs = z.preprocess(value => {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  return Number.isSafeInteger(number) ? number : null
}, z.number().nullable())

/** A list of texts of an answer: a list, a single text, or nothing (an empty list). Empty texts are left out. */
export const optionalTexts = z.preprocess(
  value => (Array.isArray(value) ? value : [value]).filter(item => typeof item === 'string' && item.trim() !== ''),
  z.array(z.string()),
)

/** An object of an answer, or an empty object when it is absent or something else. */
export function readObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

/** The first text among several fields that may carry the same fact under different names, else null. */
export function findFirstText(record: Record<string, unknown>, ...names: string[]): string | null {
  for (const name of names) {
    const text = optionalText.parse(record[name])
    if (text !== null) return text
  }
  return null
}
