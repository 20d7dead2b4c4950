/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono'
import { revalidateCallbackUrl } from '../../behaviours/challenge.ts'
import { changeCompanyId } from '../../behaviours/company-id.ts'
import { disableAccess, enableAccess } from '../../behaviours/integrations.ts'
import { Refusal } from '../../refusal.ts'
import type { Sandbox } from '../../sandbox.ts'
import { atsTabAddress } from '../admin-address.ts'
import { listSeatGivers, recruiterOnly } from '../recruiter-only.tsx'
import { renderPage } from '../render-page.ts'
import type { PageContext, PageEnv, RecruiterVisit } from '../visit.ts'
import { AtsTab } from './AtsTab.tsx'
import { readCompanies } from './ats-tab-view.ts'
import { NotAdminPage } from './NotAdminPage.tsx'

export function mountAdminSettings(app: Hono<PageEnv>, sandbox: Sandbox): void {
  app.get('/talent/admin-settings', c => c.redirect(atsTabAddress))

  app.get(
    atsTabAddress,
    adminOnly(sandbox, (c, visit) => {
      const companies = readCompanies(sandbox, visit.member.memberId)
      return renderPage(c, <AtsTab visit={visit} companies={companies} />)
    }),
  )

  app.post(
    atsTabAddress,
    adminOnly(sandbox, async (c, visit) => {
      const form = new URLSearchParams(await c.req.text())
      await carryOut(sandbox, visit.member.memberId, form)
      return c.redirect(`${atsTabAddress}#${encodeURIComponent(form.get('clientId') ?? '')}`, 303)
    }),
  )
}

function adminOnly(sandbox: Sandbox, handle: (c: PageContext, visit: RecruiterVisit) => Response | Promise<Response>) {
  return recruiterOnly(sandbox, (c: PageContext, visit) => {
    if (visit.isAdmin) return handle(c, visit)
    const admins = listSeatGivers(sandbox, visit, visit.member)
    return renderPage(c, <NotAdminPage visit={visit} admins={admins} />, 403)
  })
}

async function carryOut(sandbox: Sandbox, byMemberId: string, form: URLSearchParams): Promise<void> {
  const text = (name: string) => form.get(name) ?? ''
  const row = {
    clientId: text('clientId'),
    contract: text('contract'),
    level: text('level') === 'contract' ? ('contract' as const) : ('company' as const),
    byMemberId,
  }
  switch (text('act')) {
    case 'enable':
      enableAccess(sandbox, row)
      return
    case 'disable':
      disableAccess(sandbox, row)
      return
    case 'validate':
      checkIsListed(sandbox, row)
      await revalidateCallbackUrl(sandbox, row.clientId)
      return
    case 'company-id':
      changeCompanyId(sandbox, { organization: text('organization'), companyId: text('companyId').trim(), byMemberId })
  }
}

/** Whoever administers no contract of this customer has nothing to do with his address. */
function checkIsListed(sandbox: Sandbox, { clientId, byMemberId }: { clientId: string; byMemberId: string }): void {
  const instances = readCompanies(sandbox, byMemberId).flatMap(company => company.instances)
  if (instances.some(each => each.application.clientId === clientId && each.endpoint !== undefined)) return
  throw new Refusal(404, 'unknown-application', 'This ATS has told no callback address to a company of yours.')
}
