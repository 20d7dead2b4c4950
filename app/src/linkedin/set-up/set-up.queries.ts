import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/db/db.ts'
import type { Access, RscIntegrationType } from '../access/access.queries.ts'
import { companyTypes, findAccess, levelOf } from '../access/access.queries.ts'
import { nameOfInstance } from '../access/instance-name.ts'
import type { SetUp, SetUpStep, SwitchState } from './set-up.shapes.ts'
import { hasParentApplication } from './set-up-offer.ts'

export async function readSetUp(tx: Tx, app: App, tenantId: string): Promise<SetUp> {
  const tenant = await tx
    .selectFrom('tenant')
    .select(['instance_name', 'edition'])
    .where('id', '=', tenantId)
    .executeTakeFirstOrThrow()
  const access = await findAccess(tx, tenantId)
  const people = await findPeople(tx, tenantId)
  const switches = await readSwitches(tx, tenantId)
  const whyNotOffered = whyNot(tenant.edition, access !== undefined || hasParentApplication(app))
  const step = whyNotOffered ? 'notOffered' : stepOf(access, people.connected !== null, switches.company.state)
  return {
    step,
    whyNotOffered,
    nextActor: nextActors[step],
    since: sinceOf(step, people, switches.company.since),
    ...people,
    level: await levelOf(tx, tenantId),
    ...switches,
    integrationName: access?.integrationName ?? (await nameOfInstance(tx, tenantId)),
    instanceName: tenant.instance_name,
    organizationUrn: access?.organizationUrn ?? null,
    contractUrn: access?.contractUrn ?? null,
    callbackUrl: access?.callbackUrl ?? null,
    recruiterUrl: `${app.config.linkedin.wwwUrl}/talent/home`,
    checkedAt: access?.checkedAt?.toISOString() ?? null,
    settings: access ? { jobVisibility: access.jobVisibility, indicatorViewers: access.indicatorViewers } : null,
  }
}

const nextActors: Record<SetUpStep, SetUp['nextActor']> = {
  notOffered: null,
  connect: 'administrator',
  request: 'administrator',
  gettingReady: 'linkedin',
  partnerReady: 'recruiterAdmin',
  enabled: null,
  switchedOff: 'recruiterAdmin',
}

const steps: Record<SwitchState, SetUpStep> = {
  // LinkedIn no longer knows of a request, so it is made once more.
  none: 'request',
  requested: 'gettingReady',
  unknown: 'gettingReady',
  partnerReady: 'partnerReady',
  enabled: 'enabled',
  switchedOff: 'switchedOff',
}

function whyNot(edition: string, canBeMade: boolean): SetUp['whyNotOffered'] {
  if (edition !== 'comprehensive') return 'edition'
  return canBeMade ? null : 'installation'
}

function stepOf(access: Access | undefined, isSignedIn: boolean, company: SwitchState): SetUpStep {
  if (!access || (access.organizationUrn === null && !isSignedIn)) return 'connect'
  return access.organizationUrn === null ? 'request' : steps[company]
}

type People = Pick<SetUp, 'connected' | 'requested' | 'disconnected'>

function sinceOf(step: SetUpStep, people: People, switchedAt: string | null): string | null {
  if (step === 'connect') return people.disconnected?.at ?? null
  if (step === 'request') return people.connected?.at ?? null
  if (step === 'gettingReady') return people.requested?.at ?? switchedAt
  return step === 'notOffered' ? null : switchedAt
}

async function findPeople(tx: Tx, tenantId: string): Promise<People> {
  const row = await tx.selectFrom('linkedin_set_up').selectAll().where('tenant_id', '=', tenantId).executeTakeFirst()
  const ids = [row?.connected_by, row?.requested_by, row?.disconnected_by].filter(id => id != null)
  const users = await tx
    .selectFrom('app_user')
    .select(['id', 'first_name', 'last_name'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', eb => eb.fn.any(eb.val(ids)))
    .execute()
  const names = new Map(users.map(user => [user.id, `${user.first_name} ${user.last_name}`]))
  const done = (at: Date | null | undefined, by: string | null | undefined) =>
    at ? { at: at.toISOString(), by: by ? (names.get(by) ?? null) : null } : null
  return {
    connected: done(row?.connected_at, row?.connected_by),
    requested: done(row?.requested_at, row?.requested_by),
    disconnected: done(row?.disconnected_at, row?.disconnected_by),
  }
}

const words: Record<string, SwitchState> = {
  REQUESTED: 'requested',
  PARTNER_READY: 'partnerReady',
  ENABLED: 'enabled',
  DISABLED: 'switchedOff',
}

const weakestFirst: readonly SwitchState[] = ['unknown', 'switchedOff', 'requested', 'partnerReady', 'enabled']

/** The two switches as LinkedIn last told of them: the company's is as far as the weakest of its three. */
async function readSwitches(tx: Tx, tenantId: string): Promise<Pick<SetUp, 'company' | 'contract'>> {
  const rows = await tx
    .selectFrom('linkedin_integration')
    .select(['integration_type', 'status', 'since'])
    .where('tenant_id', '=', tenantId)
    .execute()
  const switchOf = (types: readonly RscIntegrationType[]): SetUp['company'] => {
    const own = rows.filter(row => types.includes(row.integration_type))
    if (own.length === 0) return { state: 'none', since: null }
    const states = own.map(row => words[row.status] ?? 'unknown')
    const latest = Math.max(...own.map(row => row.since.getTime()))
    return {
      state: weakestFirst.find(state => states.includes(state)) ?? 'unknown',
      since: new Date(latest).toISOString(),
    }
  }
  return { company: switchOf(companyTypes), contract: switchOf(['CSA_API']) }
}
