/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono'
import { isAdminSeat, listSeatsOfMember } from '../behaviours/contracts.ts'
import { findEffectiveExport, listExportTargets, readExportQuota } from '../behaviours/exports.ts'
import { listInAts } from '../behaviours/in-ats.ts'
import type { Member } from '../member-shape.ts'
import type { Seat } from '../records.ts'
import type { Sandbox } from '../sandbox.ts'
import { jobPostingIdOf } from '../store.ts'
import { HomePage, type SeatSummary } from './HomePage.tsx'
import { findLatestStep } from './in-ats/in-ats-card.ts'
import { listRecentSearches, rememberSearch } from './recent-searches.ts'
import { recruiterOnly } from './recruiter-only.tsx'
import { renderPage } from './render-page.ts'
import { SearchPage } from './SearchPage.tsx'
import { type InAtsMembers, listInAtsFor, listMatches, pageSize, readSearch, type Search } from './search-members.ts'
import type { PageEnv, RecruiterVisit } from './visit.ts'

export function mountSearch(app: Hono<PageEnv>, sandbox: Sandbox): void {
  app.get(
    '/talent/home',
    recruiterOnly(sandbox, (c, visit) => {
      const { memberId } = visit.member
      const recent = listRecentSearches(c).map(search => ({ search, count: countMatches(sandbox, visit, search) }))
      const seats = listSeatsOfMember(sandbox, memberId).map(seat => summariseSeat(sandbox, seat))
      const destinations = listExportTargets(sandbox, memberId).map(target => target.name)
      return renderPage(c, <HomePage visit={visit} recent={recent} seats={seats} destinations={destinations} />)
    }),
  )

  app.get(
    '/talent/search',
    recruiterOnly(sandbox, (c, visit) => {
      const query = new URL(c.req.url).searchParams
      const search = readSearch(query)
      const inAts = listInAts(sandbox, visit.member.memberId)
      const everybody = listMatches(sandbox, { ...search, inAts: '' }, inAts)
      const matches = listMatches(sandbox, search, inAts)
      const lastPage = Math.max(1, Math.ceil(matches.length / pageSize))
      const page = Math.min(lastPage, Math.max(1, Math.trunc(Number(query.get('page') ?? 1)) || 1))
      rememberSearch(c, search)
      const marks = {
        exports: listExportedJobTitles(sandbox, visit),
        latestSteps: listLatestSteps(sandbox, { matches, page, inAts }),
        inAtsCount: everybody.filter(member => inAts.has(member.memberId)).length,
      }
      return renderPage(c, <SearchPage visit={visit} search={search} page={page} matches={matches} {...marks} />)
    }),
  )
}

function countMatches(sandbox: Sandbox, visit: RecruiterVisit, search: Search): number {
  return listMatches(sandbox, search, listInAtsFor(sandbox, visit, search)).length
}

/** What those on this page are doing in an ATS; an empty text for somebody who is there without any status. */
function listLatestSteps(
  sandbox: Sandbox,
  { matches, page, inAts }: { matches: readonly Member[]; page: number; inAts: InAtsMembers },
): ReadonlyMap<string, string> {
  const shown = matches.slice((page - 1) * pageSize, page * pageSize)
  return new Map(
    shown.flatMap(({ memberId }) => {
      const seen = inAts.get(memberId)
      return seen === undefined ? [] : [[memberId, findLatestStep(sandbox, seen) ?? ''] as const]
    }),
  )
}

function summariseSeat(sandbox: Sandbox, seat: Seat): SeatSummary {
  const contract = sandbox.store.contracts.get(seat.contract)
  const quota = readExportQuota(sandbox, seat.seatId)
  return {
    contract: contract.name,
    organization: sandbox.store.organizations.get(contract.organization).name,
    isAdmin: isAdminSeat(seat),
    exportsUsed: quota.used,
    exportsAllowed: quota.limit,
  }
}

/** Titles by member, for the ATS instances that this recruiter may use. */
function listExportedJobTitles(sandbox: Sandbox, visit: RecruiterVisit): ReadonlyMap<string, readonly string[]> {
  const own = new Set(listExportTargets(sandbox, visit.member.memberId).map(target => target.clientId))
  const titles = new Map<string, string[]>()
  for (const exported of sandbox.store.exportedCandidates.list(each => own.has(each.clientId))) {
    const job = sandbox.store.jobPostings.find(jobPostingIdOf(exported))
    if (job === undefined || findEffectiveExport(sandbox, exported)?.requestId !== exported.requestId) continue
    titles.set(exported.memberId, [...(titles.get(exported.memberId) ?? []), job.title])
  }
  return titles
}
