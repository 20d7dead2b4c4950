import { LinkedInFailure } from '@lodestone/rsc/errors'
import type { Seat } from '@lodestone/rsc/seats'
import { listSeats } from '@lodestone/rsc/seats'
import type { App } from '../../platform/app.ts'
import type { ClaimedTask } from '../../platform/queue/queue.ts'
import { TryLater } from '../../platform/queue/queue.ts'
import type { Work } from '../../platform/work.ts'
import { perform } from '../../platform/work.ts'
import type { Access } from './access.queries.ts'
import { findAccess, levelOf } from './access.queries.ts'
import { countCall } from './call-count.ts'
import { clientOf } from './clients.ts'
import { laterAfter } from './later.ts'

export const READ_SEATS = 'linkedin.readSeats'

/** Who holds a Recruiter seat on the connected contract. Below contract level LinkedIn tells nobody. */
export async function readSeats(app: App, task: ClaimedTask): Promise<void> {
  const access = await app.db.transact(task, tx => findContractAccess(tx, task.tenantId))
  if (!access) return
  const seats = await readAllPages(app, task, access).catch(error => {
    throw error instanceof LinkedInFailure ? laterAfter(app, error, task.attempts) : error
  })
  await task.finish(work => replaceSeats(work, seats))
}

async function findContractAccess(
  tx: Work['tx'],
  tenantId: string,
): Promise<(Access & { contractUrn: string }) | undefined> {
  const access = await findAccess(tx, tenantId)
  if (!access?.contractUrn || (await levelOf(tx, tenantId)) !== 'contract') return undefined
  return { ...access, contractUrn: access.contractUrn }
}

async function readAllPages(app: App, task: ClaimedTask, access: Access & { contractUrn: string }): Promise<Seat[]> {
  const client = clientOf(app, task.tenantId, access)
  const actor = { kind: 'scheduledJob', tenantId: task.tenantId, job: task.kind } as const
  const seats: Seat[] = []
  for (let start: number | null = 0; start !== null; ) {
    const waitUntil = await perform(app, actor, work => countCall(work, 'seatsV2'))
    if (waitUntil) throw new TryLater(waitUntil, 'The calls that LinkedIn allows today are used.')
    const page = await listSeats(client, { contractUrn: access.contractUrn, start })
    seats.push(...page.elements.filter(seat => seat.contractUrn === null || seat.contractUrn === access.contractUrn))
    if (page.unreadable.length > 0) app.log.warn({ seats: page.unreadable.length }, 'seats that cannot be read')
    start = page.nextStart
  }
  return seats
}

async function replaceSeats(work: Work, seats: readonly Seat[]): Promise<void> {
  const before = await listUsersWithSeat(work)
  await work.tx.deleteFrom('linkedin_seat').where('tenant_id', '=', work.tenantId).execute()
  const rows = new Map(
    seats.flatMap(seat => (seat.memberUrn ? [[seat.seatUrn, toRow(work, seat, seat.memberUrn)]] : [])),
  )
  if (rows.size > 0)
    await work.tx
      .insertInto('linkedin_seat')
      .values([...rows.values()])
      .execute()
  const after = await listUsersWithSeat(work)
  const found = after.filter(userId => !before.includes(userId))
  await work.record(...found.map(id => ({ kind: 'linkedin.seatFound', subject: { kind: 'user', id } }) as const))
}

async function listUsersWithSeat(work: Work): Promise<string[]> {
  const rows = await work.tx
    .selectFrom('linkedin_user_connection as c')
    .innerJoin('linkedin_seat as s', join =>
      join.onRef('s.tenant_id', '=', 'c.tenant_id').onRef('s.person_urn', '=', 'c.person_urn'),
    )
    .select('c.user_id')
    .distinct()
    .where('c.tenant_id', '=', work.tenantId)
    .where('s.state', '=', 'ACTIVE')
    .execute()
  return rows.map(row => row.user_id)
}

function toRow(work: Work, seat: Seat, personUrn: string) {
  return {
    tenant_id: work.tenantId,
    seat_urn: seat.seatUrn,
    person_urn: personUrn,
    name: [seat.firstName, seat.lastName].filter(Boolean).join(' '),
    state: seat.state,
    read_at: work.now,
  }
}
