import { sql } from 'kysely'
import type { Work } from '../../platform/work.ts'
import type { CandidateColumns } from './candidate-fields.ts'
import { toColumns, toFields } from './candidate-fields.ts'
import type { CandidateRow } from './candidates.queries.ts'
import { candidateColumns } from './candidates.queries.ts'
import type { CandidateFields, Origin } from './candidates.shapes.ts'

/** A row as the database writes it down, to be put back as it was. */
export type TakenRow = Record<string, unknown>

export interface WholeCandidate {
  id: string
  fields: CandidateFields
  /** By field, and by `emails.<address>` and `phones.<number>`. */
  origins: Record<string, Origin>
}

/** Locks them, always in the same order. Whoever is not there is not among the answers. */
export async function lockCandidates(work: Work, ids: readonly string[]): Promise<Map<string, WholeCandidate>> {
  const answer = await sql<CandidateRow>`
    select ${candidateColumns} from candidate c
    where c.tenant_id = ${work.tenantId} and c.id = any(${[...ids]}::text[]) order by c.id for update of c`.execute(
    work.tx,
  )
  return new Map(answer.rows.map(row => [row.id, { id: row.id, fields: toFields(row), origins: row.origins }]))
}

export interface CandidateTaken {
  candidate: TakenRow[]
  emails: TakenRow[]
  phones: TakenRow[]
}

/** Takes a candidate out of all tables of this slice. Whatever else refers to him must be somebody else's by now. */
export async function setCandidateAside(work: Work, id: string): Promise<CandidateTaken> {
  const answer = await sql<CandidateTaken>`
    with taken as (delete from candidate c where c.tenant_id = ${work.tenantId} and c.id = ${id} returning to_jsonb(c) as row)
    select (select jsonb_agg(row) from taken) as candidate, ${contactRows('candidate_email', id)} as emails,
      ${contactRows('candidate_phone', id)} as phones`.execute(work.tx)
  const [taken] = answer.rows
  if (!taken) throw new Error('A statement without a condition answers one row.')
  return taken
}

/** As he was; only the time says that something has happened to him. */
export async function bringCandidateBack(work: Work, taken: CandidateTaken): Promise<void> {
  const changed = { updated_at: work.now.toISOString() }
  const candidate = taken.candidate.map(row => ({ ...row, ...changed, version: Number(row.version) + 1 }))
  await bringBack(work, 'candidate', candidate)
  await bringBack(work, 'candidate_email', taken.emails)
  await bringBack(work, 'candidate_phone', taken.phones)
}

/** For rows that were taken out of a table of the caller's own. */
export async function bringBack(work: Work, table: string, rows: readonly TakenRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`select bring_rows_back(${table}::regclass, ${JSON.stringify(rows)}::jsonb)`.execute(work.tx)
}

/** The fields that are columns, with where they came from: both as they are given. */
export async function writeFields(work: Work, { id, fields, origins }: WholeCandidate): Promise<void> {
  const columns: CandidateColumns = toColumns(fields)
  await work.tx
    .updateTable('candidate')
    .set({ ...columns, origins: JSON.stringify(origins), updated_at: work.now, version: sql`version + 1` })
    .where('tenant_id', '=', work.tenantId)
    .where('id', '=', id)
    .execute()
}

function contactRows(table: 'candidate_email' | 'candidate_phone', candidateId: string) {
  return sql`(select coalesce(jsonb_agg(to_jsonb(r) order by r.position), '[]') from ${sql.table(table)} r
    where r.tenant_id = current_tenant() and r.candidate_id = ${candidateId})`
}
