import { sql } from 'kysely'
import type { AppRole } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import type { Level } from '../access/access.queries.ts'
import { levelOf } from '../access/access.queries.ts'
import type { ConnectedUser, ConnectedUsers } from './connected-users.shapes.ts'

const DAY_MS = 24 * 3_600_000

export async function readConnectedUsers(tx: Tx, tenantId: string, now: Date): Promise<ConnectedUsers> {
  const level = await levelOf(tx, tenantId)
  const users = await listUsers(tx, tenantId)
  const seats = await listUnclaimedSeats(tx, tenantId)
  return {
    level,
    users: users.map(row => toConnectedUser(row, { level, now })),
    unclaimedSeats: seats.map(({ seatUrn, name }) => ({ seatUrn, name })),
    seatsReadAt: await findSeatsRead(tx, tenantId),
  }
}

/** One of them, or undefined when he does not work with LinkedIn here. */
export async function findConnectedUser(
  tx: Tx,
  tenantId: string,
  { userId, now }: { userId: string; now: Date },
): Promise<ConnectedUser | undefined> {
  const level = await levelOf(tx, tenantId)
  const [row] = await listUsers(tx, tenantId, userId)
  return row && toConnectedUser(row, { level, now })
}

interface UserRow {
  id: string
  name: string
  roles: AppRole[]
  connected_at: Date | null
  expires_at: Date | null
  has_seat: boolean
  reminded_at: Date | null
}

async function listUsers(tx: Tx, tenantId: string, only: string | null = null): Promise<UserRow[]> {
  const answer = await sql<UserRow>`
    select u.id, u.first_name || ' ' || u.last_name as name, u.roles, c.connected_at, c.expires_at,
      exists (select from linkedin_seat seat where seat.tenant_id = u.tenant_id
        and seat.person_urn = c.person_urn and seat.state = 'ACTIVE') as has_seat,
      (select max(e.at) from event e where e.tenant_id = u.tenant_id and e.subject_kind = 'user' and e.subject_id = u.id
        and e.kind = 'linkedin.connectReminded' and e.job_id is null) as reminded_at
    from app_user u
    left join linkedin_user_connection c on c.tenant_id = u.tenant_id and c.user_id = u.id
    where u.tenant_id = ${tenantId} and u.active and (${only}::text is null or u.id = ${only}::text)
      and (c.user_id is not null or u.roles && array['recruiter', 'hiring_manager']::text[]
        or exists (select from hiring_team_member m where m.tenant_id = u.tenant_id and m.user_id = u.id
          and m.role in ('recruiter', 'hiring_manager', 'delegate')))
    order by findable(u.last_name) collate "C", findable(u.first_name) collate "C", u.id`.execute(tx)
  return answer.rows
}

function toConnectedUser(row: UserRow, { level, now }: { level: Level; now: Date }): ConnectedUser {
  const connection = connectionOf(row, now)
  const isRemindedToday = row.reminded_at !== null && now.getTime() - row.reminded_at.getTime() < DAY_MS
  return {
    userId: row.id,
    name: row.name,
    roles: row.roles,
    connection,
    connectedAt: row.connected_at?.toISOString() ?? null,
    seat: seatOf(row, level),
    // As long as LinkedIn is off here, a connection opens nothing.
    canRemind: level !== 'off' && connection !== 'connected' && !isRemindedToday,
    remindedAt: row.reminded_at?.toISOString() ?? null,
  }
}

function connectionOf({ expires_at }: UserRow, now: Date): ConnectedUser['connection'] {
  if (expires_at === null) return 'none'
  return expires_at > now ? 'connected' : 'expired'
}

function seatOf(row: UserRow, level: Level): ConnectedUser['seat'] {
  if (level !== 'contract' || row.expires_at === null) return 'unknown'
  return row.has_seat ? 'found' : 'missing'
}

async function listUnclaimedSeats(tx: Tx, tenantId: string): Promise<{ seatUrn: string; name: string }[]> {
  return tx
    .selectFrom('linkedin_seat as s')
    .leftJoin('linkedin_user_connection as c', join =>
      join.onRef('c.tenant_id', '=', 's.tenant_id').onRef('c.person_urn', '=', 's.person_urn'),
    )
    .select(['s.seat_urn as seatUrn', 's.name'])
    .where('s.tenant_id', '=', tenantId)
    .where('s.state', '=', 'ACTIVE')
    .where('c.user_id', 'is', null)
    .orderBy('s.name')
    .limit(100)
    .execute()
}

async function findSeatsRead(tx: Tx, tenantId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('linkedin_seat')
    .select(eb => eb.fn.max('read_at').as('at'))
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst()
  return row?.at?.toISOString() ?? null
}
