import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/db/db.ts'
import { look } from '../../platform/work.ts'
import type { CompanyOffers, CompanySignIn } from './company-sign-in.shapes.ts'

export interface IssuerSettings {
  issuer: string
  clientId: string
  clientSecret: string
}

/** For talking to the issuer: with the secret in clear. */
export async function findIssuerSettings(app: App, tenantId: string): Promise<IssuerSettings | undefined> {
  const actor = { kind: 'scheduledJob', tenantId, job: 'companySignIn' } as const
  const row = await look(app, actor, tx => readRow(tx, tenantId))
  if (!row) return undefined
  const clientSecret = app.secrets.decrypt(row.client_secret, placeOfSecret(tenantId))
  return { issuer: row.issuer, clientId: row.client_id, clientSecret }
}

export function placeOfSecret(tenantId: string): string {
  return `company_sign_in.client_secret ${tenantId}`
}

export function readRow(tx: Tx, tenantId: string) {
  return tx.selectFrom('company_sign_in').selectAll().where('tenant_id', '=', tenantId).executeTakeFirst()
}

export async function readSettings(tx: Tx, tenantId: string): Promise<CompanySignIn['settings']> {
  const row = await readRow(tx, tenantId)
  if (!row) return null
  const { issuer, client_id: clientId, required, new_user_role: newUserRole } = row
  return { issuer, clientId, required, newUserRole }
}

export async function listDomains(tx: Tx, tenantId: string): Promise<CompanySignIn['domains']> {
  const rows = await tx
    .selectFrom('company_sign_in_domain as domain')
    .innerJoin('app_user as user', join =>
      join.onRef('user.tenant_id', '=', 'domain.tenant_id').onRef('user.id', '=', 'domain.asked_of'),
    )
    .select(['domain.domain', 'domain.proved_at', 'user.email'])
    .where('domain.tenant_id', '=', tenantId)
    .orderBy('domain.domain')
    .execute()
  return rows.map(row => ({
    domain: row.domain,
    state: row.proved_at === null ? 'asked' : 'proved',
    askedOf: row.email,
  }))
}

/** Which companies vouch for people of a domain. It crosses companies, and tells nothing of any person. */
export async function listOffers(app: App, domain: string): Promise<CompanyOffers> {
  const data = await app.db.owner
    .selectFrom('company_sign_in_domain as domain')
    .innerJoin('company_sign_in', 'company_sign_in.tenant_id', 'domain.tenant_id')
    .innerJoin('tenant', 'tenant.id', 'domain.tenant_id')
    .select(['tenant.id', 'tenant.name', 'tenant.instance_name as instanceName'])
    .where('domain.domain', '=', domain)
    .where('domain.proved_at', 'is not', null)
    .orderBy('tenant.name')
    .orderBy('tenant.instance_name')
    .limit(20)
    .execute()
  return { data }
}
