import type { Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { settleVouchedSignIn } from '../../platform/auth/invited-sign-ins.ts'
import { endVouchedSessions } from '../../platform/auth/vouched-sessions.ts'
import type { Tx } from '../../platform/db/db.ts'
import { notFound, Refusal } from '../../platform/errors.ts'
import type { Work } from '../../platform/work.ts'
import { inTheNameOf, look, perform } from '../../platform/work.ts'
import { joinCompany } from '../users/invitations.ts'
import { refuseUnlessAdministrator } from '../users/user.policy.ts'
import { addMember } from '../users/users.ts'
import { readRow } from './company-sign-in.queries.ts'
import type { CompanySignInInput, ReturnOutcome } from './company-sign-in.shapes.ts'
import { domainOf } from './domains.ts'
import type { Vouched } from './vouched.ts'

interface Arrival {
  tenantId: string
  language: 'en' | 'nl'
  vouched: Vouched
}

/** Finds or makes the user, or tells why the person stays outside. Not one transaction: sign-in has its own. */
export async function letIn(app: App, arrival: Arrival): Promise<{ signInId: string } | ReturnOutcome> {
  const { tenantId, language, vouched } = arrival
  const actor = { kind: 'scheduledJob', tenantId, job: 'companySignIn' } as const
  const known = await look(app, actor, tx => recognise(tx, tenantId, vouched))
  if (typeof known === 'string') return known
  if (known.isLinked && known.signInId) return { signInId: known.signInId }
  const person = { email: known.email, name: `${vouched.firstName} ${vouched.lastName}`, language }
  const signInId =
    known.signInId ?? (await app.db.transactAsOwner(tx => settleVouchedSignIn(tx, { ...person, now: app.clock.now() })))
  if (signInId === undefined) return 'invitationFirst'
  try {
    return await perform(app, actor, work => link(work, { vouched, known, signInId }))
  } catch (error) {
    // Twice at the same moment: the other one was first, and the next attempt finds what it made.
    if (error instanceof Refusal) return 'tooLate'
    throw error
  }
}

interface Known {
  /** Undefined for somebody whom nobody has added, where the company lets such people in. */
  userId: string | undefined
  email: string
  signInId: string | null
  isLinked: boolean
  newUserRole: CompanySignInInput['newUserRole']
}

/** By the account at the issuer; the first time by the address, which has to be verified and the company's own. */
async function recognise(tx: Tx, tenantId: string, vouched: Vouched): Promise<Known | ReturnOutcome> {
  const linked = await findLinked(tx, tenantId, vouched)
  if (linked) return linked.active ? { ...linked, isLinked: true, newUserRole: null } : 'switchedOff'
  if (vouched.email === undefined) return 'noEmail'
  if (!vouched.isEmailVerified) return 'emailNotVerified'
  if (!(await isProved(tx, tenantId, domainOf(vouched.email)))) return 'otherDomain'
  const user = await findByAddress(tx, tenantId, vouched.email)
  if (user && !user.active) return 'switchedOff'
  if (user) return { ...user, isLinked: false, newUserRole: null }
  const newUserRole = (await readRow(tx, tenantId))?.new_user_role
  if (!newUserRole) return 'unknown'
  return { userId: undefined, email: vouched.email, signInId: null, isLinked: false, newUserRole }
}

async function link(
  work: Work,
  { vouched, known, signInId }: { vouched: Vouched; known: Known; signInId: string },
): Promise<{ signInId: string } | ReturnOutcome> {
  const userId = known.userId ?? (await addNewUser(work, vouched, known, signInId))
  const name = `${vouched.firstName} ${vouched.lastName}`
  const own = inTheNameOf(work, { kind: 'user', tenantId: work.tenantId, userId, name, roles: [] })
  const linked = await work.tx
    .insertInto('company_account')
    .values({
      tenant_id: work.tenantId,
      issuer: vouched.issuer,
      subject: vouched.subject,
      user_id: userId,
      linked_at: work.now,
    })
    .onConflict(there => there.doNothing())
    .returning('user_id')
    .execute()
  // An address that was somebody else's before does not bring his account along.
  if (linked.length === 0) return 'otherAccount'
  if (known.userId !== undefined && known.signInId === null) await joinCompany(own, userId, signInId)
  await own.record({ kind: 'user.companyAccountLinked', subject: { kind: 'user', id: userId } })
  return { signInId }
}

async function addNewUser(work: Work, vouched: Vouched, known: Known, signInId: string): Promise<string> {
  const roles = known.newUserRole === null ? [] : [known.newUserRole]
  const { firstName, lastName } = vouched
  const user = await addMember(work, { firstName, lastName, email: known.email, roles, signInId })
  return user.id
}

/** For somebody who has another account at the issuer now: the next company sign-in goes by the address again. */
export async function forgetCompanyAccount(app: App, actor: Actor, userId: string): Promise<void> {
  refuseUnlessAdministrator(actor)
  const signInId = await perform(app, actor, async work => {
    const removed = await work.tx
      .deleteFrom('company_account')
      .where('tenant_id', '=', work.tenantId)
      .where('user_id', '=', userId)
      .returning('user_id')
      .execute()
    if (removed.length === 0) throw notFound('companyAccount')
    await work.record({ kind: 'user.companyAccountForgotten', subject: { kind: 'user', id: userId } })
    const user = await selectUser(work.tx, work.tenantId).where('user.id', '=', userId).executeTakeFirstOrThrow()
    return user.signInId
  })
  if (signInId) await endVouchedSessions(app, { tenantId: actor.tenantId, signInId })
}

function selectUser(tx: Tx, tenantId: string) {
  return tx
    .selectFrom('app_user as user')
    .select(['user.id as userId', 'user.email', 'user.active', 'user.sign_in_id as signInId'])
    .where('user.tenant_id', '=', tenantId)
}

function findLinked(tx: Tx, tenantId: string, { issuer, subject }: Vouched) {
  return selectUser(tx, tenantId)
    .innerJoin('company_account as account', join =>
      join.onRef('account.tenant_id', '=', 'user.tenant_id').onRef('account.user_id', '=', 'user.id'),
    )
    .where('account.issuer', '=', issuer)
    .where('account.subject', '=', subject)
    .executeTakeFirst()
}

function findByAddress(tx: Tx, tenantId: string, email: string) {
  return selectUser(tx, tenantId).where('user.email', '=', email).executeTakeFirst()
}

async function isProved(tx: Tx, tenantId: string, domain: string): Promise<boolean> {
  const row = await tx
    .selectFrom('company_sign_in_domain')
    .select('domain')
    .where('tenant_id', '=', tenantId)
    .where('domain', '=', domain)
    .where('proved_at', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}
