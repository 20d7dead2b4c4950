import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/db/db.ts'
import { conflict } from '../../platform/errors.ts'

/** Whether this installation can make applications at LinkedIn at all. */
export function hasParentApplication(app: App): boolean {
  const { parentClientId, parentClientSecret } = app.config.linkedin
  return parentClientId !== undefined && parentClientSecret !== undefined
}

export async function refuseBasicEdition(tx: Tx, tenantId: string): Promise<void> {
  const tenant = await tx.selectFrom('tenant').select('edition').where('id', '=', tenantId).executeTakeFirstOrThrow()
  if (tenant.edition === 'comprehensive') return
  throw conflict({
    code: 'linkedin.basicEdition',
    message:
      'LinkedIn Recruiter belongs to the Comprehensive Hiring add-on, which this company does not have. Ask who runs this installation to add it.',
  })
}
