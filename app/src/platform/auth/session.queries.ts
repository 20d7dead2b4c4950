import { sql } from 'kysely'
import type { z } from 'zod'
import type { UserActor } from '../actor.ts'
import type { App } from '../app.ts'
import { isClosedToPasswords } from './company-rule.queries.ts'
import type { sessionSchema } from './session.shapes.ts'
import { asRoles } from './sessions.ts'

type SessionAnswer = z.infer<typeof sessionSchema>

export interface Membership {
  tenantId: string
  userId: string
  name: string
  instanceName: string
  active: boolean
  /** A password does not open it: the company vouches itself. */
  closedToPasswords: boolean
  /** Where this person worked last. */
  isLast: boolean
  since: Date
}

/** The companies and instances that one sign-in belongs to. Asked as the owner: it crosses tenants. */
export function listMemberships(app: App, signInId: string): Promise<Membership[]> {
  return app.db.owner
    .selectFrom('app_user as user')
    .innerJoin('tenant', 'tenant.id', 'user.tenant_id')
    .innerJoin('sign_in', 'sign_in.id', 'user.sign_in_id')
    .select(['tenant.id as tenantId', 'tenant.name', 'tenant.instance_name as instanceName', 'user.active'])
    .select('user.id as userId')
    .select([
      sql<boolean>`sign_in.last_tenant_id is not distinct from "user".tenant_id`.as('isLast'),
      'user.created_at as since',
      isClosedToPasswords.as('closedToPasswords'),
    ])
    .where('user.sign_in_id', '=', signInId)
    .orderBy('tenant.name')
    .orderBy('tenant.instance_name')
    .orderBy('tenant.id')
    .execute()
}

export async function getSessionAnswer(
  app: App,
  actor: UserActor,
  { signInId, vouchedBy }: { signInId: string; vouchedBy: string | null },
): Promise<SessionAnswer> {
  const row = await app.db.owner
    .selectFrom('app_user as user')
    .innerJoin('tenant', 'tenant.id', 'user.tenant_id')
    .innerJoin('sign_in', 'sign_in.id', 'user.sign_in_id')
    .select(['user.id', 'user.first_name', 'user.last_name', 'user.email', 'user.roles'])
    .select(['sign_in.language', 'sign_in.theme'])
    .select(['tenant.id as tenant_id', 'tenant.name', 'tenant.instance_name', 'tenant.edition'])
    .select(['tenant.job_prefix', 'tenant.time_zone'])
    .where('user.tenant_id', '=', actor.tenantId)
    .where('user.id', '=', actor.userId)
    .executeTakeFirstOrThrow()
  const memberships = await listMemberships(app, signInId)
  return {
    user: {
      id: row.id,
      firstName: row.first_name,
      lastName: row.last_name,
      email: row.email,
      roles: asRoles(row.roles),
      language: row.language,
      theme: row.theme,
    },
    instance: {
      id: row.tenant_id,
      name: row.name,
      instanceName: row.instance_name,
      edition: row.edition,
      jobPrefix: row.job_prefix,
      timeZone: row.time_zone,
    },
    instances: memberships
      // A company that vouches for somebody learns nothing of where else he works.
      .filter(one => one.active && (vouchedBy === null || one.tenantId === vouchedBy))
      .map(({ tenantId, name, instanceName }) => ({ id: tenantId, name, instanceName })),
    vouched: vouchedBy !== null,
    demo: app.config.demo,
  }
}
