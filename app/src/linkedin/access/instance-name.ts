import type { Tx } from '../../platform/db/db.ts'

const LONGEST = 50

/** How this ATS instance is called at LinkedIn. Names may not speak of LinkedIn themselves. */
export async function nameOfInstance(tx: Tx, tenantId: string): Promise<string> {
  const tenant = await tx
    .selectFrom('tenant')
    .select('instance_name')
    .where('id', '=', tenantId)
    .executeTakeFirstOrThrow()
  const name = tenant.instance_name
    .replace(/linkedin/gi, '')
    .replace(/\s+/g, ' ')
    .trim()
  return `Lodestone - ${name}`.slice(0, LONGEST).trim()
}
