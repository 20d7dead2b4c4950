import { onTestFinished } from 'vitest'
import type { UserActor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { addSignIn } from '../../platform/auth/sign-ins.ts'
import { aUser } from '../../platform/testing/builders.ts'
import type { TestAppOptions } from '../../platform/testing/test-app.ts'
import { testApp } from '../../platform/testing/test-app.ts'
import type { TestIssuer } from '../../platform/testing/test-issuer.ts'
import { startIssuer } from '../../platform/testing/test-issuer.ts'
import type { CompanySignInInput } from '../company-sign-in/company-sign-in.shapes.ts'
import { changeCompanySignIn } from '../company-sign-in/company-sign-in.ts'
import { redirectUriOf } from '../company-sign-in/issuer.ts'
import { aCompany, type Company } from './builders.ts'

export const password = 'bollen in april'

export interface VouchingCompany {
  app: App
  issuer: TestIssuer
  domain: string
  tenantId: string
  /** An administrator with a password. */
  admin: UserActor
  company: Company
  /** Another company, which the issuer knows as well and which has set up nothing. */
  sister: Company
  settings: CompanySignInInput
  change(change: Partial<CompanySignInInput>, vouchedBy?: string): Promise<unknown>
}

type Options = TestAppOptions & Partial<Omit<Parameters<typeof startIssuer>[0], 'redirectUris'>>

/** A company that vouches for its people through a real issuer on this machine, with a domain that is proved. */
export async function aVouchingCompany({
  claimsInToken,
  idTokenSeconds,
  ...options
}: Options = {}): Promise<VouchingCompany> {
  const before = await testApp()
  const [company, sister] = [await aCompany(before), await aCompany(before)]
  const { tenantId } = company
  const issuer = await startIssuer({
    redirectUris: [company, sister].map(one => redirectUriOf(before, one.tenantId)),
    ...(claimsInToken === undefined ? {} : { claimsInToken }),
    ...(idTokenSeconds === undefined ? {} : { idTokenSeconds }),
  })
  onTestFinished(() => issuer.stop())
  const config = { ...options.config, trustedIssuers: [issuer.url], trustedProxies: 1 }
  const app = await testApp({ ...options, config })
  const domain = `${crypto.randomUUID()}.example`
  const email = `ada@${domain}`
  const signInId = (await addSignIn(app, { email, password, name: 'Ada' }, { mayJoin: false })) ?? ''
  const admin = await aUser(app, { id: tenantId }, { email, signInId, roles: ['administrator'] })
  const settings: CompanySignInInput = {
    issuer: issuer.url,
    clientId: issuer.clientId,
    clientSecret: issuer.clientSecret,
    required: false,
    newUserRole: null,
  }
  const change: VouchingCompany['change'] = (some, vouchedBy) =>
    changeCompanySignIn(
      app,
      admin,
      { ...settings, ...some },
      {
        id: 'mine',
        vouchedBy: vouchedBy ?? null,
        openedAt: app.clock.now(),
      },
    )
  await change({})
  await proveWithoutMail(app, admin, domain)
  return { app, issuer, domain, tenantId, admin, company, sister, settings, change }
}

/** The mail and its link have tests of their own. */
export async function proveWithoutMail(app: App, admin: UserActor, domain: string): Promise<void> {
  const now = app.clock.now()
  await app.db.transact({ tenantId: admin.tenantId }, tx =>
    tx
      .insertInto('company_sign_in_domain')
      .values({ tenant_id: admin.tenantId, domain, asked_of: admin.userId, proved_at: now, created_at: now })
      .execute(),
  )
}
