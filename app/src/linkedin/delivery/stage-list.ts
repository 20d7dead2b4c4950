import type { ApplicationStage } from '@lodestone/rsc/ats-application-stages'
import { deleteApplicationStages, forbiddenStage, putApplicationStages } from '@lodestone/rsc/ats-application-stages'
import { sql } from 'kysely'
import type { ClosedAs } from '../../hiring/applications/closings.shapes.ts'
import { standingMoves } from '../../hiring/applications/move-history.ts'
import type { Work } from '../../platform/work.ts'
import { applicationKeyOf, inWords } from './application-record.ts'
import type { Item, List } from './lists.ts'

/** The steps of an application: each stage that it entered, each end and each way back. LinkedIn shows the latest as the status. */
export const stageList: List<ApplicationStage> = {
  resource: 'stages',
  parent: 'application',
  endpoint: 'atsApplicationStages',
  isKept: true,
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

interface Entry {
  application_id: string
  id: string
  at: Date
  undoes: string | null
}

interface Move extends Entry {
  closed_as: null
  name: string
  kind: string
}

interface Closing extends Entry {
  closed_as: ClosedAs
  reopened_at: Date | null
}

type Row = Move | Closing

// Nobody moves while he is closed. So a closing stands right before its re-opening, and one that holds stands last.
async function readSteps(work: Work, keys: readonly string[]): Promise<Map<string, Item<ApplicationStage>[]>> {
  const answer = await sql<Row>`
    select m.application_id, m.application_version as place, m.id, m.at, m.undoes, s.name, s.kind, null as closed_as,
      null::timestamptz as reopened_at
    from application_for_linkedin a
    join stage_move m on m.tenant_id = a.tenant_id and m.application_id = a.id
    join stage s on s.tenant_id = m.tenant_id and s.id = m.to_stage_id
    where a.tenant_id = ${work.tenantId} and a.id = any(${[...keys]})
    union all
    select k.application_id, k.reopened_version, k.id, k.at, null, null, null, k.closed_as, k.reopened_at
    from application_for_linkedin a
    join application_closing k on k.tenant_id = a.tenant_id and k.application_id = a.id
    where a.tenant_id = ${work.tenantId} and a.id = any(${[...keys]})
    order by application_id, place nulls last`.execute(work.tx)
  const rows = new Map<string, Row[]>(keys.map(key => [key, []]))
  for (const row of answer.rows) rows.get(row.application_id)?.push(row)
  // Nobody is on a job without a move, so who has none may not go to LinkedIn.
  const open = [...rows].filter(([, own]) => own.length > 0)
  return new Map(open.map(([key, own]) => [key, growing(toSteps(standingMoves(own)))]))
}

const endings: Record<ClosedAs, string> = { rejected: 'Rejected', withdrawn: 'Withdrawn', job_closed: 'Closed' }

interface Step {
  id: string
  at: Date
  stage: string
}

/** A closing leaves the person in his stage, so a re-opening leads back to the one that he entered last. */
function toSteps(rows: readonly Row[]): Step[] {
  const steps: Step[] = []
  let entered = ''
  for (const row of rows) {
    const { id, at } = row
    if (row.closed_as === null) {
      entered = row.name === '' || row.name === forbiddenStage ? inWords(row.kind) : row.name
      steps.push({ id, at, stage: entered })
      continue
    }
    steps.push({ id, at, stage: endings[row.closed_as] })
    if (row.reopened_at !== null) steps.push({ id: `${id}_reopened`, at: row.reopened_at, stage: entered })
  }
  return steps
}

/** Each later than the one before, whatever the clocks said: by the time LinkedIn tells which is the latest. */
function growing(steps: readonly Step[]): Item<ApplicationStage>[] {
  let last = 0
  return steps.map(({ id, at, stage }) => {
    last = Math.max(at.getTime(), last + 1)
    return { id, body: { atsCreatedAt: last, stage } }
  })
}
