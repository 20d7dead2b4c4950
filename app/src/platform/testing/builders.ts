import type { AppRole, UserActor } from '../actor.ts'
import type { App } from '../app.ts'
import { newId } from '../ids.ts'
import type { TestTenant } from './test-database.ts'
import { withTenant } from './test-database.ts'

export function aTenant(app: App, values: Parameters<typeof withTenant>[1] = {}): Promise<TestTenant> {
  return withTenant(app.db, values)
}

interface UserValues {
  roles?: readonly AppRole[]
  firstName?: string
  lastName?: string
  email?: string
  active?: boolean
  signInId?: string
}

/** A user of this company; without roles a recruiter. */
export async function aUser(app: App, tenant: Pick<TestTenant, 'id'>, values: UserValues = {}): Promise<UserActor> {
  const userId = newId('user')
  const { firstName = 'Anna', lastName = 'de Vries', roles = ['recruiter'], active = true } = values
  await app.db.transact({ tenantId: tenant.id }, tx =>
    tx
      .insertInto('app_user')
      .values({
        tenant_id: tenant.id,
        id: userId,
        sign_in_id: values.signInId ?? null,
        first_name: firstName,
        last_name: lastName,
        email: values.email ?? `${userId}@example.com`,
        roles: [...roles],
        active,
        created_at: app.clock.now(),
      })
      .execute(),
  )
  return { kind: 'user', tenantId: tenant.id, userId, name: `${firstName} ${lastName}`, roles }
}
