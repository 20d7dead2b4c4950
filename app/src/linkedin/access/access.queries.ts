import type { Tx } from '../../platform/db/db.ts'
import { conflict } from '../../platform/errors.ts'

export const companyTypes = ['ONE_CLICK_EXPORT', 'IN_ATS_INDICATOR', 'PROFILE_PLUGIN'] as const
export const integrationTypes = [...companyTypes, 'CSA_API'] as const
export type RscIntegrationType = (typeof integrationTypes)[number]

export type Level = 'off' | 'company' | 'contract'

export interface Permissions {
  level: Level
  /** The switch that jobs and exports hang on. */
  exportEnabled: boolean
  /** The switch that candidates and all about them hang on. */
  indicatorEnabled: boolean
  /** The switch of the In-ATS profile widget. */
  profileEnabled: boolean
}

export interface Access {
  applicationUrn: string
  clientId: string
  sealedSecret: string
  hookPath: string
  callbackUrl: string
  organizationUrn: string | null
  contractUrn: string | null
  integrationName: string | null
  jobVisibility: 'private' | 'public'
  indicatorViewers: 'everyone' | 'team'
  /** When LinkedIn last told what is switched on. */
  checkedAt: Date | null
  /** Of whom it was before it was disconnected. */
  leftOrganizationUrn: string | null
  leftContractUrn: string | null
}

export async function findAccess(tx: Tx, tenantId: string): Promise<Access | undefined> {
  return tx
    .selectFrom('linkedin_access')
    .select([
      'application_urn as applicationUrn',
      'client_id as clientId',
      'client_secret as sealedSecret',
      'hook_path as hookPath',
      'callback_url as callbackUrl',
      'organization_urn as organizationUrn',
      'contract_urn as contractUrn',
      'integration_name as integrationName',
      'job_visibility as jobVisibility',
      'indicator_viewers as indicatorViewers',
      'checked_at as checkedAt',
      'left_organization_urn as leftOrganizationUrn',
      'left_contract_urn as leftContractUrn',
    ])
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst()
}

export async function getAccess(tx: Tx, tenantId: string): Promise<Access> {
  const access = await findAccess(tx, tenantId)
  if (access) return access
  throw conflict({
    code: 'linkedin.notSetUp',
    message:
      'LinkedIn is not set up for this company, so nothing of it can be used here. Everything else works without it.',
  })
}

/** What LinkedIn allows now, by what it said last. Only its word ENABLED is permission. */
export async function permissionsOf(tx: Tx, tenantId: string): Promise<Permissions> {
  const rows = await tx
    .selectFrom('linkedin_integration')
    .innerJoin('tenant', 'tenant.id', 'linkedin_integration.tenant_id')
    .select('integration_type')
    .where('tenant_id', '=', tenantId)
    .where('status', '=', 'ENABLED')
    .where('tenant.edition', '=', 'comprehensive')
    .execute()
  const enabled = new Set(rows.map(row => row.integration_type))
  return {
    level: levelOfTypes(enabled),
    exportEnabled: enabled.has('ONE_CLICK_EXPORT'),
    indicatorEnabled: enabled.has('IN_ATS_INDICATOR'),
    profileEnabled: enabled.has('PROFILE_PLUGIN'),
  }
}

export async function levelOf(tx: Tx, tenantId: string): Promise<Level> {
  return (await permissionsOf(tx, tenantId)).level
}

// Contract level is company level and more, so alone it opens nothing.
function levelOfTypes(enabled: ReadonlySet<RscIntegrationType>): Level {
  if (!companyTypes.some(type => enabled.has(type))) return 'off'
  return enabled.has('CSA_API') ? 'contract' : 'company'
}
