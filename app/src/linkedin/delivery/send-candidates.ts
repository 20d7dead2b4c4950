import type { Candidate } from '@lodestone/rsc/ats-candidates'
import { deleteCandidates, putCandidates } from '@lodestone/rsc/ats-candidates'
import { sql } from 'kysely'
import { toFields } from '../../hiring/candidates/candidate-fields.ts'
import type { CandidateRow } from '../../hiring/candidates/candidates.queries.ts'
import { candidateColumns } from '../../hiring/candidates/candidates.queries.ts'
import type { Work } from '../../platform/work.ts'
import { candidateKeyOf, renderCandidate } from './candidate-record.ts'
import { isOpen } from './gate.ts'
import { forgetLists } from './lists.ts'
import { stopAskingForMatch, waitForMatch } from './match-times.ts'
import type { Sending } from './sending.ts'
import type { Rendered, WholeRecords } from './whole-records.ts'

export const wholeCandidates: WholeRecords<Candidate> = {
  resource: 'candidate',
  endpoint: 'atsCandidates',
  render: renderCandidates,
  put: ({ client, organizationUrn }, records) =>
    putCandidates(
      client,
      records.map(({ key, body }) => ({ key: candidateKeyOf(key, organizationUrn), candidate: body })),
    ),
  remove: ({ client, organizationUrn }, keys) =>
    deleteCandidates(
      client,
      keys.map(key => candidateKeyOf(key, organizationUrn)),
    ),
  afterAccepting: async (work, wanted, keys) => {
    if (wanted === 'present') return waitForMatch(work, keys)
    await stopAskingForMatch(work, keys)
    // LinkedIn deletes what hung on them as well.
    await forgetLists(work, 'candidate', keys)
  },
}

async function renderCandidates(
  work: Work,
  { app }: Sending,
  keys: readonly string[],
): Promise<Map<string, Rendered<Candidate>>> {
  const answer = await sql<CandidateRow & { person_urn: string | null }>`
    select ${candidateColumns}, identity.person_urn
    from candidate c
    left join linkedin_identity identity on identity.tenant_id = c.tenant_id and identity.candidate_id = c.id
      and identity.linked_by <> 'linkedin'
    where c.tenant_id = ${work.tenantId} and c.id = any(${[...keys]}) and ${isOpen}`.execute(work.tx)
  return new Map(
    answer.rows.map(row => [
      row.id,
      renderCandidate({
        fields: toFields(row),
        createdAt: row.created_at,
        updatedAt: row.updated_at,
        pageUrl: `${app.config.publicUrl}/candidates/${row.id}`,
        personUrn: row.person_urn,
      }),
    ]),
  )
}
