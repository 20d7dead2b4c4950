import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { normalFields } from '../hiring/candidates/candidate-fields.ts'
import { candidateFields, MOST_CONTACTS, origin } from '../hiring/candidates/candidates.shapes.ts'
import { newInstance } from '../hiring/instances/instances.shapes.ts'
import { jobDetails } from '../hiring/jobs/jobs.shapes.ts'
import { newSavedView } from '../hiring/saved-views/saved-views.shapes.ts'
import { newTalentPool } from '../hiring/talent-pools/talent-pools.shapes.ts'
import { newUser } from '../hiring/users/users.shapes.ts'
import type { Catalogue, Column } from './catalogue.ts'
import { formOf } from './catalogue.ts'
import type { Kind } from './kinds.ts'

export type Row = Record<string, unknown>

/** What a verb would have asked of these rows. Kinds without rules are held by the database's own. */
const rules: Partial<Record<string, z.ZodType<unknown>>> = {
  instance: z.looseObject({
    name: newInstance.shape.name,
    instanceName: newInstance.shape.instanceName,
    jobPrefix: newInstance.shape.jobPrefix,
    timeZone: newInstance.shape.timeZone,
  }),
  users: z.looseObject({
    ...newUser.omit({ password: true }).shape,
    email: newUser.shape.email.refine(email => email === email.toLowerCase(), 'must be written without capitals'),
  }),
  jobs: z.looseObject(jobDetails.shape),
  'talent-pools': z.looseObject(newTalentPool.shape),
  'saved-views': z.looseObject(newSavedView.shape),
  candidates: z.looseObject({
    ...candidateFields.omit({ emails: true, phones: true }).shape,
    origins: z.record(z.string(), origin),
    emails: z.array(z.looseObject({ email: candidateFields.shape.emails.element, origin })).max(MOST_CONTACTS),
    phones: z.array(z.looseObject({ phone: candidateFields.shape.phones.element, origin })).max(MOST_CONTACTS),
  }),
}

/** Reads one line. A text says what is wrong with it. */
export function readRow(kind: Kind, catalogue: Catalogue, text: string | undefined): Row | string {
  if (text === undefined) return 'is not written in UTF-8'
  let row: unknown
  try {
    row = JSON.parse(text)
  } catch {
    return 'is no JSON'
  }
  if (!isRow(row)) return 'is no JSON object'
  return findWrongProperty(kind, catalogue, row) ?? breaksRule(kind, row) ?? row
}

function findWrongProperty(kind: Kind, catalogue: Catalogue, row: Row): string | undefined {
  const parts = kind.parts ?? []
  const others = [...parts.map(part => part.property), ...(kind.table === 'app_user' ? ['signIn'] : [])]
  const wrong = compareProperties(row, formOf(catalogue, kind.table).columns, others)
  if (wrong) return wrong
  for (const part of parts) {
    const list = row[part.property]
    if (!Array.isArray(list)) return `${part.property} is no list`
    const inner = formOf(catalogue, part.table).columns.filter(column => column.name !== part.parent)
    for (const [index, one] of list.entries()) {
      const fault = isRow(one) ? compareProperties(one, inner, []) : 'is no JSON object'
      if (fault) return `${part.property}[${index}]: ${fault}`
    }
  }
  return undefined
}

function compareProperties(row: Row, columns: readonly Column[], others: readonly string[]): string | undefined {
  const expected = new Set([...columns.map(column => column.property), ...others])
  for (const property of expected) if (!(property in row)) return `${property} is missing`
  const unknown = Object.keys(row).find(property => !expected.has(property))
  if (unknown !== undefined) return `${unknown} is not known here`
  // The database would also take a word such as today.
  const times = columns.filter(({ type, property }) => type.startsWith('timestamp') && row[property] !== null)
  const wrong = times.find(({ property }) => !/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(String(row[property])))
  return wrong && `${wrong.property} is no time such as 2026-11-30T09:00:00.000+00:00`
}

function breaksRule(kind: Kind, row: Row): string | undefined {
  const outcome = rules[kind.name]?.safeParse(row)
  if (!outcome) return undefined
  const [issue] = outcome.error?.issues ?? []
  if (issue) return `${issue.path.join('.')}: ${issue.message}`
  // Rows are stored in one spelling: without spaces around a name, for example.
  const asStored = outcome.data as Row // what a loose object's schema answers
  const other = Object.keys(row).find(property => !isDeepStrictEqual(asStored[property], row[property]))
  if (other !== undefined) return `${other}: must not have spaces around it`
  return kind.name === 'candidates' ? findOtherSpelling(row) : undefined
}

function findOtherSpelling(row: Row): string | undefined {
  const { emails, phones } = row as { emails: { email: string }[]; phones: { phone: string }[] } // the rules have passed
  const given = {
    profileUrl: row.profileUrl as string | null, // the rules have passed
    emails: emails.map(one => one.email),
    phones: phones.map(one => one.phone),
  }
  const stored = normalFields(given)
  if (!isDeepStrictEqual(stored.profileUrl, given.profileUrl)) return `profileUrl: must be spelt ${stored.profileUrl}`
  if (!isDeepStrictEqual(stored.emails, given.emails)) return 'emails: must be written once each and without capitals'
  return isDeepStrictEqual(stored.phones, given.phones)
    ? undefined
    : 'phones: must be written once each, with single spaces'
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
