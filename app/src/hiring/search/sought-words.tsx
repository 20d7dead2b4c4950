import type { Reading } from './search.shapes.ts'

/** Words that stand next to each other; the last of them may go on. */
export interface Sought {
  words: readonly string[]
  isBeginning: boolean
}

const TERM = /["“”„‟«»″](?<quoted>[^"“”„‟«»″]*)|(?<plain>[^\s()"“”„‟«»″]+)/g
const WORD = /[\p{L}\p{M}\p{N}+#]+/gu

/** The words of a question, to be marked where they stand. What has to be absent is nowhere to be marked. */
export function soughtIn(q: string, readings: readonly Reading[] = []): Sought[] {
  return [...q.matchAll(TERM)].flatMap(({ groups }) => {
    const { quoted, plain = '' } = groups ?? {}
    // A small "and" joins, and what has a hyphen before it is left out.
    if (/^(AND|OR|NOT|and|en|-.*)$/.test(plain)) return []
    const text = quoted ?? plain
    const words = [...text.matchAll(WORD)].map(([word]) => folded(word))
    const isBeginning = /\*\s*$/.test(text) || readings.some(({ word, as }) => word === plain && as === 'beginning')
    return words.length > 0 ? [{ words, isBeginning }] : []
  })
}

export interface Part {
  at: number
  part: string
  isSought: boolean
}

export function splitAtWords(text: string, sought: readonly Sought[]): Part[] {
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    word: folded(word),
    at: index,
    end: index + word.length,
  }))
  const parts: Part[] = []
  let done = 0
  for (let number = 0; number < words.length; ) {
    const length = Math.max(0, ...sought.map(one => lengthAt(words, number, one)))
    const [first, last] = [words[number], words[number + length - 1]]
    number += Math.max(length, 1)
    if (length === 0 || !first || !last) continue
    if (first.at > done) parts.push({ at: done, part: text.slice(done, first.at), isSought: false })
    parts.push({ at: first.at, part: text.slice(first.at, last.end), isSought: true })
    done = last.end
  }
  return done < text.length ? [...parts, { at: done, part: text.slice(done), isSought: false }] : parts
}

/** How many words from here on are the ones sought; 0 when they are not. */
function lengthAt(words: readonly { word: string }[], from: number, { words: sought, isBeginning }: Sought): number {
  const isThere = sought.every((wanted, offset) => {
    const found = words[from + offset]?.word ?? ''
    return isBeginning && offset === sought.length - 1 ? found.startsWith(wanted) : found === wanted
  })
  return isThere ? sought.length : 0
}

function folded(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
