import type { Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { conflict } from '../../platform/errors.ts'
import type { Work } from '../../platform/work.ts'

/** Locked together, so that two administrators cannot take the role, or the way in, from each other at the same moment. */
export async function lockAdministrators(work: Work): Promise<string[]> {
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

/** Passwords are out of reach for a company's own transaction, so this is asked before it. Nobody loses one meanwhile. */
export async function listAdministratorsWithPassword(app: App, tenantId: string): Promise<string[]> {
  const rows = await app.db.owner
    .selectFrom('app_user as user')
    .innerJoin('sign_in_account as account', 'account.sign_in_id', 'user.sign_in_id')
    .select('user.id')
    .where('user.tenant_id', '=', tenantId)
    .where('user.active', '=', true)
    .where('account.password_hash', 'is not', null)
    .where(
      eb => eb.val('administrator'),
      '=',
      eb => eb.fn.any('user.roles'),
    )
    .execute()
  return rows.map(row => row.id)
}

interface Administrators {
  all: string[]
  withPassword: string[]
}

/** A company keeps an administrator, and while it is closed to passwords one who can come in when its issuer fails. */
export async function refuseLosingAdministrator(
  work: Work,
  userId: string,
  { all, withPassword }: Administrators,
): Promise<void> {
  if (all.length === 1) {
    throw conflict({
      code: 'user.lastAdministrator',
      message: 'This is the only active administrator. Make somebody else an administrator first.',
    })
  }
  refuseOwnRole(work.actor, userId)
  const isLastWithPassword =
    withPassword.includes(userId) && !all.some(one => one !== userId && withPassword.includes(one))
  if (isLastWithPassword && (await isCompanySignInRequired(work))) {
    throw conflict({
      code: 'user.lastPassword',
      message:
        'This is the only administrator with a password. Everybody needs company sign-in here, so nobody else could come in ' +
        'if it failed. Let another administrator set a password with “Forgot your password?” on the sign-in page first.',
    })
  }
}

function refuseOwnRole(actor: Actor, userId: string): void {
  if (actor.kind !== 'user' || actor.userId !== userId) return
  throw conflict({
    code: 'user.ownAdministratorRole',
    message: 'You cannot take the administrator role from yourself. Ask another administrator to do it.',
  })
}

async function isCompanySignInRequired(work: Work): Promise<boolean> {
  const row = await work.tx
    .selectFrom('company_sign_in')
    .select('required')
    .where('tenant_id', '=', work.tenantId)
    .executeTakeFirst()
  return row?.required ?? false
}
