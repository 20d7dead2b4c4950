import type { Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { addSignIn } from '../../platform/auth/sign-ins.ts'
import { isSqlState } from '../../platform/db/db.ts'
import { conflict, notFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { look, perform } from '../../platform/work.ts'
import { refuseUnlessAdministrator } from './user.policy.ts'
import { toUser } from './users.queries.ts'
import type { NewUser, User, UserChange } from './users.shapes.ts'

/**
 * Adds a person to this company. Whoever signs in already elsewhere keeps that password.
 * Not one transaction: sign-in has its own, and a sign-in without a company opens nothing.
 */
export async function createUser(app: App, actor: Actor, input: NewUser): Promise<User> {
  refuseUnlessAdministrator(actor)
  const email = input.email.toLowerCase()
  const known = await look(app, actor, tx =>
    tx.selectFrom('app_user').select('id').where('tenant_id', '=', actor.tenantId).where('email', '=', email).execute(),
  )
  if (known.length > 0) throw emailTaken(email)
  const name = `${input.firstName} ${input.lastName}`
  const signInId = await addSignIn(
    app,
    { email, name, password: input.password },
    { mayJoin: actor.kind === 'operator' },
  )
  if (!signInId) throw knownElsewhere(email)
  return perform(app, actor, work => addMember(work, { ...input, email, signInId }))
}

/** Gives and takes roles, lets people in and out. A company keeps an administrator. */
export async function changeUser(work: Work, userId: string, change: UserChange): Promise<User> {
  refuseUnlessAdministrator(work.actor)
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
    refuseLosingAdministrator(work.actor, userId, administrators)
  }
  if (sameWords(before.roles, after.roles) && before.active === after.active) return toUser(before)
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
  return toUser({ ...before, ...after })
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

async function addMember(work: Work, input: NewUser & { signInId: string }): Promise<User> {
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
  return toUser(row)
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

// Locked together, so that two administrators cannot take the role from each other at the same moment.
async function lockAdministrators(work: Work): Promise<string[]> {
  const rows = await work.tx
    .selectFrom('app_user')
    .select('id')
    .where('tenant_id', '=', work.tenantId)
    .where('active', '=', true)
    .where(
      eb => eb.val('administrator'),
      '=',
      eb => eb.fn.any('roles'),
    )
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(row => row.id)
}

function refuseLosingAdministrator(actor: Actor, userId: string, administrators: string[]): void {
  if (administrators.length === 1) {
    throw conflict({
      code: 'user.lastAdministrator',
      message: 'This is the only active administrator. Make somebody else an administrator first.',
    })
  }
  if (actor.kind === 'user' && actor.userId === userId) {
    throw conflict({
      code: 'user.ownAdministratorRole',
      message: 'You cannot take the administrator role from yourself. Ask another administrator to do it.',
    })
  }
}

function sameWords(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every(word => other.includes(word))
}
