import { randomUUID } from 'node:crypto'
import type { App } from '../../platform/app.ts'
import { createUser } from '../users/users.ts'
import type { NewInstance } from './instances.shapes.ts'

/** Opens an instance of the ATS with its first administrator. An operator's act: no user of another instance may do it. */
export async function createInstance(
  app: App,
  input: NewInstance,
): Promise<{ tenantId: string; administratorId: string }> {
  const tenantId = randomUUID()
  await app.db.transactAsOwner(tx =>
    tx
      .insertInto('tenant')
      .values({
        id: tenantId,
        name: input.name,
        instance_name: input.instanceName,
        job_prefix: input.jobPrefix,
        created_at: app.clock.now(),
        ...(input.timeZone ? { time_zone: input.timeZone } : {}),
      })
      .execute(),
  )
  const operator = { kind: 'operator', tenantId } as const
  const roles = [...new Set([...(input.administrator.roles ?? []), 'administrator' as const])]
  const administrator = await createUser(app, operator, { ...input.administrator, roles })
  return { tenantId, administratorId: administrator.id }
}
