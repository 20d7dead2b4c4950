import type { z } from 'zod'
import { Refusal } from '../refusal.ts'

type Issue = z.core.$ZodIssue

/** Reads a record of a certain form, or refuses it in LinkedIn's words, first problem first. */
export function readRecord<T extends z.ZodType>(schema: T, record: unknown): z.output<T> {
  const parsed = schema.safeParse(record)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw issue === undefined ? parsed.error : refuseIssue(issue, record)
}

/** Checks the form only, and looks away where a later step will judge. */
export function checkRecord(schema: z.ZodType, record: unknown, isForgiven: (issue: Issue) => boolean): void {
  const issue = schema.safeParse(record).error?.issues.find(each => !isForgiven(each))
  if (issue !== undefined) throw refuseIssue(issue, record)
}

function refuseIssue(issue: Issue, record: unknown): Refusal {
  const field = `/${issue.path.join('/')}`
  if (issue.code === 'unrecognized_keys') {
    const fields = issue.keys.map(key => `${field === '/' ? '' : field}/${key}`).join(', ')
    const message = `Unpermitted fields present in REQUEST_BODY: Data Processing Exception while processing fields [${fields}]`
    return new Refusal(403, 'unpermitted-fields', message)
  }
  return new Refusal(422, 'wrong-field', `ERROR :: ${field} :: ${describeIssue(issue, findValue(record, issue.path))}`)
}

function describeIssue(issue: Issue, value: unknown): string {
  if (value === undefined) return 'field is required but not found and has no default value'
  if (issue.code === 'invalid_type') return `${print(value)} cannot be coerced to ${nameType(issue.expected)}`
  if (issue.code === 'invalid_value') return `${print(value)} is not an enum symbol`
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const bound = issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`
    return `length or value is out of range, ${bound} is allowed`
  }
  return issue.message
}

function findValue(record: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = record
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Object.entries(value).find(([name]) => name === String(step))?.[1]
  }
  return value
}

function nameType(expected: string): string {
  const names: Readonly<Record<string, string>> = {
    int: 'Long',
    number: 'Long',
    string: 'String',
    boolean: 'Boolean',
    array: 'DataList',
    object: 'DataMap',
  }
  return names[expected] ?? expected
}

function print(value: unknown): string {
  const text = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? String(value))
  return text.slice(0, 200)
}
