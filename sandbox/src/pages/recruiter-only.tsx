/** @jsxImportSource hono/jsx */
import { findCompanyOf, listAdminsOfOrganization } from '../behaviours/contracts.ts'
import { fullNameOf } from '../behaviours/members.ts'
import type { Member } from '../member-shape.ts'
import type { Sandbox } from '../sandbox.ts'
import { formatList } from './formats.ts'
import { NoSeatPage, type SeatGiver } from './NoSeatPage.tsx'
import { renderPage } from './render-page.ts'
import { isRecruiter, type PageContext, type RecruiterVisit, type Visit } from './visit.ts'

type RecruiterHandler<Path extends string> = (
  c: PageContext<Path>,
  visit: RecruiterVisit,
) => Response | Promise<Response>

/** Who is not signed in goes to the sign-in page and comes back; who has no seat is told who gives one. */
export function recruiterOnly<Path extends string>(sandbox: Sandbox, handle: RecruiterHandler<Path>) {
  return async (c: PageContext<Path>): Promise<Response> => {
    const visit = c.get('visit')
    if (isRecruiter(visit)) return handle(c, visit)
    if (visit.member === undefined) {
      return c.redirect(`/talent/sign-in?${new URLSearchParams({ return: visit.address })}`, 303)
    }
    const givers = listSeatGivers(sandbox, visit, visit.member)
    return renderPage(c, <NoSeatPage visit={visit} member={visit.member} givers={givers} />, 403)
  }
}

/** The administrators of his company; of all companies, when his profile names none of them. */
export function listSeatGivers(sandbox: Sandbox, visit: Visit, member: Member): readonly SeatGiver[] {
  const own = findCompanyOf(sandbox, member)
  return sandbox.store.organizations
    .list(each => own === undefined || each.urn === own.urn)
    .flatMap(organization => {
      const names = listAdminsOfOrganization(sandbox, organization.urn).map(fullNameOf)
      if (names.length === 0) return []
      return [{ organization: organization.name, names: formatList(names, visit.language) }]
    })
}
