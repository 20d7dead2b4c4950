import type { Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { addSignIn } from '../../platform/auth/sign-ins.ts'
import { isSqlState } from '../../platform/db/sql-state.ts'
import { conflict, notFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { canMail, queueMail } from '../../platform/mail/mail.ts'
import type { Work } from '../../platform/work.ts'
import { look, perform } from '../../platform/work.ts'
import { listAdministratorsWithPassword, lockAdministrators, refuseLosingAdministrator } from './administrators.ts'
import { INVITATION, noMail } from './invitations.ts'
import { refuseUnlessAdministrator } from './user.policy.ts'
import { getUser } from './users.queries.ts'
import type { NewUser, User, UserChange } from './users.shapes.ts'

/**
 * Adds a person to this company: by an invitation, or where no mail can be sent with a first password.
 * With one it is not one transaction: sign-in has its own, and a sign-in without a company opens nothing.
 */
export async function createUser(app: App, actor: Actor, input: NewUser): Promise<User> {
  refuseUnlessAdministrator(actor)
  const email = input.email.toLowerCase()
  const { password } = input
  if (password === undefined) {
    if (!canMail(app)) throw noMail()
    return perform(app, actor, work => invite(work, { ...input, email }))
  }
  // An address that another company knows would give itself away.
  if (canMail(app) && actor.kind !== 'operator') throw inviteInstead()
  await refuseTaken(app, actor, email)
  const name = `${input.firstName} ${input.lastName}`
  const signInId = await addSignIn(app, { email, name, password }, { mayJoin: actor.kind === 'operator' })
  if (!signInId) throw knownElsewhere(email)
  return perform(app, actor, work => addMember(work, { ...input, email, signInId }))
}

async function invite(work: Work, input: NewUser): Promise<User> {
  const { id } = await addMember(work, { ...input, signInId: null })
  await queueMail(work, { userId: id, kind: INVITATION, language: input.language ?? 'en' })
  return getUser(work.tx, work.tenantId, id)
}

async function refuseTaken(app: App, actor: Actor, email: string): Promise<void> {
  const known = await look(app, actor, tx =>
    tx.selectFrom('app_user').select('id').where('tenant_id', '=', actor.tenantId).where('email', '=', email).execute(),
  )
  if (known.length > 0) throw emailTaken(email)
}

/** Gives and takes roles, lets people in and out. A company keeps an administrator. */
export async function changeUser(app: App, actor: Actor, userId: string, change: UserChange): Promise<User> {
  refuseUnlessAdministrator(actor)
  const withPassword = await listAdministratorsWithPassword(app, actor.tenantId)
  return perform(app, actor, work => writeChange(work, userId, change, withPassword))
}

async function writeChange(work: Work, userId: string, change: UserChange, withPassword: string[]): Promise<User> {
  const administrators = await lockAdministrators(work)
  const before = await work.tx
    .selectFrom('app_user')
    .selectAll()
    .where('tenant_id', '=', work.tenantId)
    .where('id', '=', userId)
    .forUpdate()
    .executeTakeFirst()
  if (!before) throw notFound('user')
  const after = {
    roles: change.roles ? [...new Set(change.roles)] : before.roles,
    active: change.active ?? before.active,
  }
  const staysAdministrator = after.active && after.roles.includes('administrator')
  if (administrators.includes(userId) && !staysAdministrator) {
    await refuseLosingAdministrator(work, userId, { all: administrators, withPassword })
  }
  if (sameWords(before.roles, after.roles) && before.active === after.active)
    return getUser(work.tx, work.tenantId, userId)
  await work.tx
    .updateTable('app_user')
    .set(after)
    .where('tenant_id', '=', work.tenantId)
    .where('id', '=', userId)
    .execute()
  await work.record({
    kind: 'user.changed',
    subject: { kind: 'user', id: userId },
    change: { old: { roles: before.roles, active: before.active }, new: after },
  })
  return getUser(work.tx, work.tenantId, userId)
}

/** The user has seen what is on Home: what comes in from now on is new again. */
export async function endHomeVisit(work: Work): Promise<void> {
  if (work.actor.kind !== 'user') return
  await work.tx
    .updateTable('app_user')
    .set({ home_visited_at: work.now })
    .where('tenant_id', '=', work.tenantId)
    .where('id', '=', work.actor.userId)
    .execute()
}

/** Adds a person who has a sign-in, or will have one. Whoever calls it has asked whether that may be. */
export async function addMember(work: Work, input: NewUser & { signInId: string | null }): Promise<User> {
  const row = {
    tenant_id: work.tenantId,
    id: newId('user'),
    sign_in_id: input.signInId,
    first_name: input.firstName,
    last_name: input.lastName,
    email: input.email,
    roles: [...new Set(input.roles)],
    active: true,
    created_at: work.now,
  }
  try {
    await work.tx.insertInto('app_user').values(row).execute()
  } catch (error) {
    if (isSqlState(error, '23505')) throw emailTaken(input.email)
    throw error
  }
  await work.record({ kind: 'user.created', subject: { kind: 'user', id: row.id }, change: { roles: row.roles } })
  return getUser(work.tx, work.tenantId, row.id)
}

function inviteInstead() {
  return conflict({
    code: 'user.inviteInstead',
    message: 'People choose their own password here: leave it out, and an invitation is mailed.',
    errors: [{ field: 'password', code: 'user.inviteInstead', message: 'must be left out' }],
  })
}

// Nobody has proved that the address is his: whoever was first chose the password, and would be let in here with it.
function knownElsewhere(email: string) {
  return conflict({
    code: 'user.knownElsewhere',
    message:
      'This e-mail address signs in to another company on this installation already. ' +
      'Ask whoever runs the installation to add it here, or use another address.',
    errors: [{ field: 'email', code: 'user.knownElsewhere', message: `${email} is known in another company.` }],
  })
}

function emailTaken(email: string) {
  return conflict({
    code: 'user.emailTaken',
    message: `Somebody with the e-mail address ${email} works here already. Change that person's roles instead.`,
    params: { email },
    errors: [{ field: 'email', message: 'is in use here already', code: 'user.emailTaken' }],
  })
}

function sameWords(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every(word => other.includes(word))
}
