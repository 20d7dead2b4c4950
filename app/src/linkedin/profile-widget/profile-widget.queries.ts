import { sql } from 'kysely'
import { getCandidate } from '../../hiring/candidates/candidates.queries.ts'
import type { Candidate } from '../../hiring/candidates/candidates.shapes.ts'
import type { UserActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import { permissionsOf } from '../access/access.queries.ts'
import { mayUseLinkedIn } from '../access/linkedin-users.queries.ts'
import type { Identity } from '../identity/identity.queries.ts'
import { readIdentity } from '../identity/identity.queries.ts'
import type { ProfileWidget } from './profile-widget.shapes.ts'

export interface WidgetOfCandidate {
  widget: ProfileWidget
  candidate: Candidate
  identity: Identity
}

/** What this user gets on the tab LinkedIn of this candidate. */
export async function readProfileWidget(
  tx: Tx,
  actor: UserActor,
  { candidateId, now }: { candidateId: string; now: Date },
): Promise<WidgetOfCandidate> {
  const candidate = await getCandidate(tx, actor, candidateId)
  const identity = await readIdentity(tx, actor.tenantId, candidateId)
  const instance = await readInstance(tx, actor.tenantId)
  const user = await readUser(tx, actor, now)
  const widget = {
    state: await stateOf(tx, actor, { isOn: instance.on, user }),
    instance,
    user,
    link: identity.link ? asAnswer(identity.link) : null,
    unlinkedPeople: identity.notPersonUrns.length,
    profileUrl: profileUrlOf(candidate, identity),
  }
  return { widget, candidate, identity }
}

async function stateOf(
  tx: Tx,
  actor: UserActor,
  { isOn, user }: { isOn: boolean; user: ProfileWidget['user'] },
): Promise<ProfileWidget['state']> {
  if (!(await mayUseLinkedIn(tx, actor))) return 'notAllowed'
  const tenant = await tx
    .selectFrom('tenant')
    .select('edition')
    .where('id', '=', actor.tenantId)
    .executeTakeFirstOrThrow()
  if (tenant.edition !== 'comprehensive') return 'basicEdition'
  return isOn && user === 'connected' ? 'ready' : 'halfMissing'
}

async function readInstance(tx: Tx, tenantId: string): Promise<ProfileWidget['instance']> {
  if ((await permissionsOf(tx, tenantId)).profileEnabled) {
    return { on: true, nextActor: null, since: null, administrators: [] }
  }
  const row = await tx
    .selectFrom('linkedin_integration')
    .select(['status', 'since'])
    .where('tenant_id', '=', tenantId)
    .where('integration_type', '=', 'PROFILE_PLUGIN')
    .executeTakeFirst()
  return {
    on: false,
    nextActor: nextActorAfter(row?.status),
    since: row?.since.toISOString() ?? null,
    administrators: await listAdministrators(tx, tenantId),
  }
}

function nextActorAfter(status: string | undefined): 'administrator' | 'recruiterAdmin' | 'linkedin' {
  if (status === undefined) return 'administrator'
  return status === 'PARTNER_READY' || status === 'DISABLED' ? 'recruiterAdmin' : 'linkedin'
}

const MOST_NAMED = 3

async function listAdministrators(tx: Tx, tenantId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('app_user')
    .select(['first_name', 'last_name'])
    .where('tenant_id', '=', tenantId)
    .where('active', '=', true)
    .where(sql<boolean>`'administrator' = any(roles)`)
    .orderBy('id')
    .limit(MOST_NAMED)
    .execute()
  return rows.map(row => `${row.first_name} ${row.last_name}`)
}

async function readUser(tx: Tx, { tenantId, userId }: UserActor, now: Date): Promise<ProfileWidget['user']> {
  const row = await tx
    .selectFrom('linkedin_user_connection')
    .select('expires_at')
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  if (!row) return 'notConnected'
  return row.expires_at <= now ? 'expired' : 'connected'
}

function asAnswer({ personUrn, linkedBy, linkedAt, linkedByName }: NonNullable<Identity['link']>) {
  return { personUrn, linkedBy, linkedAt: linkedAt.toISOString(), linkedByName }
}

/** What came here from somebody who was unlinked is the address of somebody else. */
function profileUrlOf({ profileUrl, origins }: Candidate, { link, notPersonUrns }: Identity): string | null {
  const origin = origins.profileUrl
  const isOthers = origin?.kind === 'linkedin' && notPersonUrns.includes(origin.by)
  return (isOthers ? null : profileUrl) ?? link?.profileUrl ?? null
}
