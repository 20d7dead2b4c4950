import type { Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { cachedSessions } from '../../platform/auth/session-cache.ts'
import { endVouchedSessions } from '../../platform/auth/vouched-sessions.ts'
import { conflict, invalid, notFound } from '../../platform/errors.ts'
import type { Work } from '../../platform/work.ts'
import { perform } from '../../platform/work.ts'
import { listAdministratorsWithPassword, lockAdministrators } from '../users/administrators.ts'
import { refuseUnlessAdministrator } from '../users/user.policy.ts'
import { placeOfSecret, readRow, readSettings } from './company-sign-in.queries.ts'
import type { CompanySignIn, CompanySignInInput } from './company-sign-in.shapes.ts'

/** The administrator's own session: whether it is proof that company sign-in works, and which one stays. */
interface OwnSession {
  id: string
  vouchedBy: string | null
  openedAt: Date
}

export async function changeCompanySignIn(
  app: App,
  actor: Actor,
  input: CompanySignInInput,
  session: OwnSession,
): Promise<CompanySignIn['settings']> {
  refuseUnlessAdministrator(actor)
  refusePlainHttp(app, input.issuer)
  const withPassword = await listAdministratorsWithPassword(app, actor.tenantId)
  const { after, isOther } = await perform(app, actor, async work => {
    const administrators = await lockAdministrators(work)
    const before = await readRow(work.tx, work.tenantId)
    const isOther = before !== undefined && !isSame(before, input)
    if (input.clientSecret === undefined && (before === undefined || isOther)) throw secretMissing()
    const touchesTheWayIn = isOther || input.clientSecret !== undefined || (input.required && !before?.required)
    if (touchesTheWayIn && (before !== undefined || input.required)) refuseWithoutPassword(administrators, withPassword)
    const isNewlyRequired = input.required && (!before?.required || isOther)
    if (isNewlyRequired && !(before && !isOther && isProof(before, session))) throw tryItFirst()
    return { after: await writeSettings(app, work, before, input), isOther }
  })
  if (isOther) await endVouchedSessions(app, { tenantId: actor.tenantId, except: session.id })
  cachedSessions(app).forget(one => one.actor.tenantId === actor.tenantId)
  return after
}

type Row = NonNullable<Awaited<ReturnType<typeof readRow>>>

function isSame(row: Row, input: CompanySignInInput): boolean {
  return row.issuer === input.issuer && row.client_id === input.clientId
}

/** An administrator's own session outlives a change of the issuer, and then was vouched for by the one before. */
function isProof(row: Row, session: OwnSession): boolean {
  return session.vouchedBy === row.tenant_id && session.openedAt > row.created_at
}

export async function removeCompanySignIn(app: App, actor: Actor, session: OwnSession): Promise<void> {
  refuseUnlessAdministrator(actor)
  const withPassword = await listAdministratorsWithPassword(app, actor.tenantId)
  await perform(app, actor, async work => {
    refuseWithoutPassword(await lockAdministrators(work), withPassword)
    const removed = await work.tx
      .deleteFrom('company_sign_in')
      .where('tenant_id', '=', work.tenantId)
      .returning(['issuer', 'client_id'])
      .executeTakeFirst()
    if (!removed) throw notFound('companySignIn')
    const old = { issuer: removed.issuer, clientId: removed.client_id }
    await work.record({ kind: 'companySignIn.removed', subject: subjectOf(work), change: { old } })
  })
  await endVouchedSessions(app, { tenantId: actor.tenantId, except: session.id })
}

async function writeSettings(
  app: App,
  work: Work,
  before: Row | undefined,
  input: CompanySignInInput,
): Promise<CompanySignIn['settings']> {
  const { clientSecret } = input
  const secret =
    clientSecret === undefined ? before?.client_secret : app.secrets.encrypt(clientSecret, placeOfSecret(work.tenantId))
  if (secret === undefined) throw secretMissing()
  const old = await readSettings(work.tx, work.tenantId)
  const values = {
    issuer: input.issuer,
    client_id: input.clientId,
    client_secret: secret,
    required: input.required,
    new_user_role: input.newUserRole,
    // Since when this issuer and client hold: what was vouched for before then says nothing about them.
    created_at: before && isSame(before, input) ? before.created_at : work.now,
    updated_at: work.now,
  }
  await work.tx
    .insertInto('company_sign_in')
    .values({ ...values, tenant_id: work.tenantId })
    .onConflict(one => one.column('tenant_id').doUpdateSet(values))
    .execute()
  const after = await readSettings(work.tx, work.tenantId)
  const change = { old, new: after, secretChanged: clientSecret !== undefined }
  await work.record({ kind: 'companySignIn.changed', subject: subjectOf(work), change })
  return after
}

function subjectOf(work: Work) {
  return { kind: 'companySignIn', id: work.tenantId }
}

/** Development and the operator's own network are named in the settings of the installation. */
function refusePlainHttp(app: App, issuer: string): void {
  const { protocol, origin } = new URL(issuer)
  if (protocol === 'https:' || app.config.trustedIssuers.includes(origin)) return
  throw invalid({
    code: 'companySignIn.notHttps',
    message: 'The issuer must have an address that begins with https://: everything else can be read on the way.',
    errors: [{ field: 'issuer', code: 'companySignIn.notHttps', message: 'must begin with https://' }],
  })
}

/** Where the issuer fails one day, an administrator has to come in some other way. */
function refuseWithoutPassword(administrators: string[], withPassword: string[]): void {
  if (administrators.some(one => withPassword.includes(one))) return
  throw conflict({
    code: 'companySignIn.noPassword',
    message:
      'No administrator of this company has a password, so nobody could come in if this did not work. ' +
      'Set one with “Forgot your password?” on the sign-in page first.',
  })
}

function tryItFirst() {
  return conflict({
    code: 'companySignIn.tryItFirst',
    message:
      'Sign in through the company yourself first, with these settings: that shows that it works before everybody needs it.',
    errors: [{ field: 'required', code: 'companySignIn.tryItFirst', message: 'needs your own company sign-in first' }],
  })
}

export function secretMissing() {
  return invalid({
    code: 'companySignIn.secretMissing',
    message: 'Enter the client secret: another issuer or client has another one.',
    errors: [{ field: 'clientSecret', code: 'companySignIn.secretMissing', message: 'is missing' }],
  })
}
