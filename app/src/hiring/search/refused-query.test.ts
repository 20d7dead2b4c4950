import { expect, test } from 'vitest'
import { Refusal } from '../../platform/errors.ts'
import { MAX_DEPTH, MAX_TERMS, parseQuery } from './parse-query.ts'
import english from './search.en.json' with { type: 'json' }
import dutch from './search.nl.json' with { type: 'json' }

test.each(['rose '.repeat(MAX_TERMS + 1), `${'('.repeat(MAX_DEPTH + 1)}rose`, 'rose ) lily'])(
  '%s is refused with a reason in both languages, which has all its values',
  q => {
    const { code, params, errors } = refusalOf(q)
    expect(errors).toMatchObject([{ field: 'q', code }])
    for (const { problems } of [english, dutch]) {
      const text = textOf(problems, code)
      for (const [, name = ''] of text.matchAll(/\{\{(\w+)\}\}/g)) expect(params).toHaveProperty(name)
    }
  },
)

function refusalOf(q: string): Refusal {
  try {
    parseQuery(q)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('It was not refused.')
}

function textOf(problems: object, code: string): string {
  const text: unknown = code.split('.').reduce<unknown>((part, name) => Object(part)[name], problems)
  if (typeof text !== 'string') throw new Error(`${code} has no text.`)
  return text
}
