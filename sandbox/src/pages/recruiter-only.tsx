/** @jsxImportSource hono/jsx */
import { isAdminSeat } from '../behaviours/contracts.ts'
import { fullNameOf } from '../behaviours/members.ts'
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
    const givers = listSeatGivers(sandbox, visit)
    return renderPage(c, <NoSeatPage visit={visit} member={visit.member} givers={givers} />, 403)
  }
}

function listSeatGivers(sandbox: Sandbox, visit: Visit): readonly SeatGiver[] {
  return sandbox.store.organizations.list().flatMap(organization => {
    const names = sandbox.store.seats
      .list(isAdminSeat)
      .filter(seat => sandbox.store.contracts.find(seat.contract)?.organization === organization.urn)
      .map(seat => fullNameOf(sandbox.store.members.get(seat.memberId)))
    const distinct = [...new Set(names)]
    if (distinct.length === 0) return []
    return [{ organization: organization.name, names: formatList(distinct, visit.language) }]
  })
}
