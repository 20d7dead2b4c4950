import { getCookie, setCookie } from 'hono/cookie'
import { readSearch, type Search, writeSearch } from './search-members.ts'
import type { PageContext } from './visit.ts'

const cookieName = 'recruiter_sandbox_searches'
const mostKept = 5

/** Newest first; kept by the browser until it closes. */
export function listRecentSearches(c: PageContext): readonly Search[] {
  return readKept(c).map(query => readSearch(new URLSearchParams(query)))
}

export function rememberSearch(c: PageContext, search: Search): void {
  const query = writeSearch(search)
  if (query === '') return
  const kept = [query, ...readKept(c).filter(each => each !== query)].slice(0, mostKept)
  setCookie(c, cookieName, kept.join(' '), { httpOnly: true, sameSite: 'Lax', path: '/talent' })
}

/** Query strings hold no space, so a space divides them. */
function readKept(c: PageContext): readonly string[] {
  return (getCookie(c, cookieName) ?? '')
    .split(' ')
    .filter(query => query !== '')
    .slice(0, mostKept)
}
