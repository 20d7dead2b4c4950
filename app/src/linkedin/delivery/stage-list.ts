import type { ApplicationStage } from '@lodestone/rsc/ats-application-stages'
import { deleteApplicationStages, forbiddenStage, putApplicationStages } from '@lodestone/rsc/ats-application-stages'
import { sql } from 'kysely'
import { standingMoves } from '../../hiring/applications/move-history.ts'
import type { Work } from '../../platform/work.ts'
import { applicationKeyOf, inWords } from './application-record.ts'
import type { Item, List } from './lists.ts'

/** The steps of an application: each stage that it entered. LinkedIn shows the latest as the status. */
export const stageList: List<ApplicationStage> = {
  resource: 'stages',
  parent: 'application',
  endpoint: 'atsApplicationStages',
  read: readSteps,
  put: ({ client, organizationUrn }, key, items) =>
    putApplicationStages(
      client,
      applicationKeyOf(key, organizationUrn),
      items.map(({ id, body }) => ({ id, stage: body })),
    ),
  remove: ({ client, organizationUrn }, key, ids) =>
    deleteApplicationStages(client, applicationKeyOf(key, organizationUrn), ids),
}

interface Row {
  application_id: string
  id: string
  at: Date
  name: string
  kind: string
  undoes: string | null
}

async function readSteps(work: Work, keys: readonly string[]): Promise<Map<string, Item<ApplicationStage>[]>> {
  const answer = await sql<Row>`
    select m.application_id, m.id, m.at, m.undoes, s.name, s.kind
    from application_for_linkedin a
    join stage_move m on m.tenant_id = a.tenant_id and m.application_id = a.id
    join stage s on s.tenant_id = m.tenant_id and s.id = m.to_stage_id
    where a.tenant_id = ${work.tenantId} and a.id = any(${[...keys]})
    order by m.application_id, m.application_version`.execute(work.tx)
  const moves = new Map<string, Row[]>(keys.map(key => [key, []]))
  for (const row of answer.rows) moves.get(row.application_id)?.push(row)
  // Nobody is on a job without a move, so who has none may not go to LinkedIn.
  const open = [...moves].filter(([, rows]) => rows.length > 0)
  return new Map(open.map(([key, rows]) => [key, toSteps(standingMoves(rows))]))
}

/** Each later than the one before, whatever the clocks said: by the time LinkedIn tells which is the latest. */
function toSteps(rows: readonly Row[]): Item<ApplicationStage>[] {
  let last = 0
  return rows.map(({ id, at, name, kind }) => {
    last = Math.max(at.getTime(), last + 1)
    return { id, body: { atsCreatedAt: last, stage: name === '' || name === forbiddenStage ? inWords(kind) : name } }
  })
}
