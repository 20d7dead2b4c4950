import { isEmpty, isSame } from '../candidates/candidate-fields.ts'
import type { CandidateFields, Origin } from '../candidates/candidates.shapes.ts'
import type { WholeCandidate } from '../candidates/set-candidate-aside.ts'
import type { ChosenField, FieldChoices } from './merging.shapes.ts'
import { chosenFields } from './merging.shapes.ts'

type Value = CandidateFields[ChosenField]

interface Stand<V> {
  value: V
  /** Null: never had a value. */
  origin: Origin | null
}

/** What a merge changed of one field: as it was, and as it made it. */
interface Change<V> {
  before: Stand<V>
  after: Stand<V>
}

export interface FieldsRecord {
  chosen: Partial<Record<ChosenField, Change<Value>>>
  skills: Change<string[]> | null
}

/** The person who is made of both, and what undoing needs to know. Skills come together. */
export function mergeFields(
  kept: WholeCandidate,
  absorbed: WholeCandidate,
  choices: FieldChoices,
): { merged: WholeCandidate; record: FieldsRecord } {
  const merged = copyOf(kept)
  const chosen: FieldsRecord['chosen'] = {}
  for (const field of chosenFields) {
    const wanted = choices[field] ?? (isEmpty(kept.fields[field]) ? 'absorbed' : 'kept')
    if (wanted === 'kept' || isSame(kept.fields[field], absorbed.fields[field])) continue
    chosen[field] = { before: standOf(kept, field), after: standOf(absorbed, field) }
    put(merged, field, standOf(absorbed, field))
  }
  const more = absorbed.fields.skills.filter(skill => !kept.fields.skills.includes(skill))
  if (more.length === 0) return { merged, record: { chosen, skills: null } }
  const before = { value: kept.fields.skills, origin: kept.origins.skills ?? null }
  const after = {
    value: [...kept.fields.skills, ...more],
    origin: kept.origins.skills ?? absorbed.origins.skills ?? null,
  }
  put(merged, 'skills', after)
  return { merged, record: { chosen, skills: { before, after } } }
}

/** As it was before the merge, with all that somebody has changed since. */
export function unmergeFields(now: WholeCandidate, { chosen, skills }: FieldsRecord): WholeCandidate {
  const parted = copyOf(now)
  for (const field of chosenFields) {
    const change = chosen[field]
    if (change && stands(now, field, change.after)) put(parted, field, change.before)
  }
  if (!skills) return parted
  if (stands(now, 'skills', skills.after)) put(parted, 'skills', skills.before)
  else {
    const added = skills.after.value.filter(skill => !skills.before.value.includes(skill))
    parted.fields.skills = now.fields.skills.filter(skill => !added.includes(skill))
  }
  return parted
}

function standOf(person: WholeCandidate, field: ChosenField): Stand<Value> {
  return { value: person.fields[field], origin: person.origins[field] ?? null }
}

function stands(person: WholeCandidate, field: ChosenField | 'skills', stand: Stand<Value | string[]>): boolean {
  const origin = person.origins[field] ?? null
  return isSame(person.fields[field], stand.value) && isSameOrigin(origin, stand.origin)
}

function isSameOrigin(one: Origin | null, other: Origin | null): boolean {
  return one?.kind === other?.kind && one?.by === other?.by && one?.at === other?.at
}

function put(person: WholeCandidate, field: ChosenField | 'skills', { value, origin }: Stand<Value | string[]>): void {
  Object.assign(person.fields, { [field]: value })
  if (origin) person.origins[field] = origin
  else delete person.origins[field]
}

function copyOf({ id, fields, origins }: WholeCandidate): WholeCandidate {
  return { id, fields: { ...fields }, origins: { ...origins } }
}
