import type { Sandbox } from '../sandbox.ts'
import { findSearchName, listInAtsFor, listMatches, pageSize, readSearch, writeSearch } from './search-members.ts'
import type { RecruiterVisit } from './visit.ts'

/** Where a profile stands in the search it was opened from. */
export interface Walk {
  readonly searchName: string | undefined
  readonly backAddress: string
  readonly position: number
  readonly total: number
  readonly previousAddress: string | undefined
  readonly nextAddress: string | undefined
}

/** `undefined` for a profile that was opened by its own address, or whose search no longer finds it. */
export function findWalk(
  sandbox: Sandbox,
  visit: RecruiterVisit,
  { memberId, query }: { memberId: string; query: URLSearchParams },
): Walk | undefined {
  if (!query.has('n')) return undefined
  const search = readSearch(query)
  const matches = listMatches(sandbox, search, listInAtsFor(sandbox, visit, search))
  const index = matches.findIndex(member => member.memberId === memberId)
  if (index === -1) return undefined
  const addressOf = (wanted: number) => {
    const member = matches[wanted]
    if (member === undefined) return undefined
    return `/talent/profile/${member.memberId}?${writeSearch(search, { n: String(wanted + 1) })}`
  }
  const page = Math.floor(index / pageSize) + 1
  return {
    searchName: findSearchName(search, visit.words),
    backAddress: `/talent/search?${writeSearch(search, { page: page === 1 ? '' : String(page) })}`,
    position: index + 1,
    total: matches.length,
    previousAddress: addressOf(index - 1),
    nextAddress: addressOf(index + 1),
  }
}
