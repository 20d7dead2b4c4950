import type { Application } from '@lodestone/rsc/ats-applications'
import { deleteApplications, putApplications } from '@lodestone/rsc/ats-applications'
import { sql } from 'kysely'
import type { Work } from '../../platform/work.ts'
import { applicationKeyOf, renderApplication } from './application-record.ts'
import { forgetLists } from './lists.ts'
import type { Rendered, WholeRecords } from './whole-records.ts'

export const wholeApplications: WholeRecords<Application> = {
  resource: 'application',
  endpoint: 'atsApplications',
  render: (work, _sending, keys) => renderApplications(work, keys),
  put: ({ client, organizationUrn }, records) =>
    putApplications(
      client,
      records.map(({ key, body }) => ({ key: applicationKeyOf(key, organizationUrn), application: body })),
    ),
  remove: ({ client, organizationUrn }, keys) =>
    deleteApplications(
      client,
      keys.map(key => applicationKeyOf(key, organizationUrn)),
    ),
  // LinkedIn deletes what hung on them as well.
  afterAccepting: (work, wanted, keys) =>
    wanted === 'absent' ? forgetLists(work, 'application', keys) : Promise.resolve(),
}

interface Row {
  id: string
  candidate_id: string
  first_name: string
  last_name: string
  email: string | null
  reference: string
  title: string
  source: string
  closed_reason: string | null
  created_at: Date
  updated_at: Date
}

async function renderApplications(work: Work, keys: readonly string[]): Promise<Map<string, Rendered<Application>>> {
  const answer = await sql<Row>`
    select a.id, a.candidate_id, c.first_name, c.last_name, j.reference, j.title, a.source, a.closed_reason, a.created_at,
      a.updated_at, (select e.email from candidate_email e
        where e.tenant_id = c.tenant_id and e.candidate_id = c.id order by e.position limit 1) as email
    from application_for_linkedin a
    join candidate c on c.tenant_id = a.tenant_id and c.id = a.candidate_id
    join job j on j.tenant_id = a.tenant_id and j.id = a.job_id
    where a.tenant_id = ${work.tenantId} and a.id = any(${[...keys]})`.execute(work.tx)
  return new Map(
    answer.rows.map(row => [
      row.id,
      renderApplication({
        candidateId: row.candidate_id,
        firstName: row.first_name,
        lastName: row.last_name,
        email: row.email,
        jobReference: row.reference,
        jobTitle: row.title,
        source: row.source,
        closedReason: row.closed_reason,
        createdAt: row.created_at,
        updatedAt: row.updated_at,
      }),
    ]),
  )
}
