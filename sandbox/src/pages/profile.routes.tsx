/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { findEffectiveExport, listExportTargets } from '../behaviours/exports.ts'
import type { Member } from '../member-shape.ts'
import type { Sandbox } from '../sandbox.ts'
import { ErrorPage } from './ErrorPage.tsx'
import { ExportBox, exportBoxId } from './ExportBox.tsx'
import { atsKeyOf, describeReceipt, type ExportOutcome, exporterAt, listJobs, readExportView } from './export-view.ts'
import { readInAtsView } from './in-ats/in-ats-view.ts'
import { JobOptions } from './JobOptions.tsx'
import { orderExport } from './order-export.ts'
import { ProfilePage } from './ProfilePage.tsx'
import { findSaved, orderSave, readSaveView } from './projects/save-view.ts'
import { recruiterOnly } from './recruiter-only.tsx'
import { renderPage } from './render-page.ts'
import { readSearch, writeSearch } from './search-members.ts'
import type { PageContext, PageEnv, RecruiterVisit } from './visit.ts'
import { findWalk } from './walk.ts'

const atsCookie = 'recruiter_sandbox_ats'

export function mountProfile(app: Hono<PageEnv>, sandbox: Sandbox): void {
  app.get(
    '/talent/profile/:memberId',
    recruiterOnly(sandbox, (c: PageContext<'/talent/profile/:memberId'>, visit) => {
      const member = sandbox.store.members.find(c.req.param('memberId'))
      if (member === undefined || member.closedAt !== null) {
        const detail = member === undefined ? undefined : visit.words.profile.closedLead
        return renderPage(c, <ErrorPage visit={visit} kind="notFound" detail={detail} />, 404)
      }
      rememberAts(c, sandbox, visit)
      const outcome = findOutcome(sandbox, { visit, member, requestId: c.req.query('exported') })
      return showProfile(c, sandbox, { visit, member, outcome })
    }),
  )

  app.get(
    '/talent/profile/:memberId/jobs',
    recruiterOnly(sandbox, (c: PageContext<'/talent/profile/:memberId/jobs'>, visit) => {
      const target = findTarget(sandbox, visit, c.req.query('ats'))
      const query = c.req.query('q') ?? ''
      const jobs = target === undefined ? [] : listJobs(sandbox, exporterAt(visit, target), query)
      const memberId = c.req.param('memberId')
      const exportedAt = new Map(
        jobs.flatMap(job => {
          const exported = findEffectiveExport(sandbox, { ...job, memberId })
          return !exported?.fetchedAt ? [] : [[job.externalJobPostingId, exported.exportedAt] as const]
        }),
      )
      const options = (
        <JobOptions
          visit={visit}
          query={query}
          chosenId={c.req.query('chosen') ?? ''}
          jobs={jobs}
          exportedAt={exportedAt}
          hasOtherAts={listExportTargets(sandbox, visit.member.memberId).length > 1}
        />
      )
      return c.html(options)
    }),
  )

  app.post(
    '/talent/profile/:memberId/projects',
    recruiterOnly(sandbox, async (c: PageContext<'/talent/profile/:memberId/projects'>, visit) => {
      const memberId = c.req.param('memberId')
      const form = new URLSearchParams(await c.req.text())
      const saved = orderSave(sandbox, form, { memberId, byMemberId: visit.member.memberId })
      const extra: Record<string, string> =
        saved === undefined ? {} : { saved: saved.project.projectId, was: saved.isNew ? 'new' : 'there' }
      return c.redirect(`/talent/profile/${encodeURIComponent(memberId)}?${contextOf(c, extra)}`, 303)
    }),
  )

  app.post(
    '/talent/profile/:memberId/export',
    recruiterOnly(sandbox, async (c: PageContext<'/talent/profile/:memberId/export'>, visit) => {
      const member = sandbox.store.members.find(c.req.param('memberId'))
      if (member === undefined) return renderPage(c, <ErrorPage visit={visit} kind="notFound" />, 404)
      const form = new URLSearchParams(await c.req.text())
      const target = findTarget(sandbox, visit, form.get('ats') ?? undefined)
      const { outcome, status } = orderExport(sandbox, visit, { member, target, form })
      const showing = { visit, member, outcome, atsKey: target === undefined ? undefined : atsKeyOf(target) }
      if (c.req.header('X-Fragment') === exportBoxId) return showBox(c, sandbox, { ...showing, status })
      if (outcome.kind === 'done') {
        const extra = { ats: showing.atsKey ?? '', exported: outcome.receipt.requestId }
        return c.redirect(`/talent/profile/${member.memberId}?${contextOf(c, extra)}#${exportBoxId}`, 303)
      }
      return showProfile(c, sandbox, { ...showing, status })
    }),
  )
}

interface Showing {
  readonly visit: RecruiterVisit
  readonly member: Member
  readonly outcome: ExportOutcome | undefined
  readonly atsKey?: string | undefined
  readonly status?: 200 | 400 | 403 | 404 | 409 | 429 | 500
}

function showProfile(c: PageContext, sandbox: Sandbox, showing: Showing) {
  const { member, status } = showing
  const query = new URL(c.req.url).searchParams
  const visit = { ...showing.visit, address: `/talent/profile/${member.memberId}?${contextOf(c)}` }
  const walk = findWalk(sandbox, visit, { memberId: member.memberId, query })
  const exportView = readView(c, sandbox, showing)
  const saving = { memberId: member.memberId, byMemberId: visit.member.memberId }
  const saveView = readSaveView(sandbox, { ...saving, outcome: findSaved(sandbox, query, saving) })
  const inAtsView = readInAtsView(sandbox, visit, member, {
    tab: query.get('in-ats') ?? undefined,
    context: contextOf(c),
  })
  const views = { exportView, saveView, inAtsView }
  return renderPage(c, <ProfilePage visit={visit} member={member} walk={walk} {...views} />, status)
}

function showBox(c: PageContext, sandbox: Sandbox, showing: Showing) {
  c.header('X-Fragment', exportBoxId)
  return c.html(<ExportBox visit={showing.visit} view={readView(c, sandbox, showing)} />, showing.status)
}

/** A plain form comes back by an address; its receipt is read from the store again. */
function findOutcome(
  sandbox: Sandbox,
  { visit, member, requestId }: { visit: RecruiterVisit; member: Member; requestId: string | undefined },
): ExportOutcome | undefined {
  const exported = requestId === undefined ? undefined : sandbox.store.exportedCandidates.find(requestId)
  if (exported?.exporterMemberId !== visit.member.memberId || exported.memberId !== member.memberId) return undefined
  return { kind: 'done', receipt: describeReceipt(sandbox, exported) }
}

function readView(c: PageContext, sandbox: Sandbox, { visit, member, outcome, atsKey }: Showing) {
  const wished = c.req.query('ats')
  return readExportView(sandbox, visit, member, {
    atsKey: atsKey ?? (wished === undefined || wished === 'choose' ? getCookie(c, atsCookie) : wished),
    isChoosingAts: wished === 'choose',
    context: contextOf(c),
    outcome,
  })
}

/** The search a profile was opened from goes along with each address. */
function contextOf(c: PageContext, extra: Readonly<Record<string, string>> = {}): string {
  const query = new URL(c.req.url).searchParams
  return writeSearch(readSearch(query), { n: query.get('n') ?? '', ...extra })
}

function findTarget(sandbox: Sandbox, visit: RecruiterVisit, atsKey: string | undefined) {
  return listExportTargets(sandbox, visit.member.memberId).find(each => atsKeyOf(each) === atsKey)
}

/** Change ATS holds for the next profiles too. */
function rememberAts(c: PageContext, sandbox: Sandbox, visit: RecruiterVisit): void {
  const target = findTarget(sandbox, visit, c.req.query('ats'))
  if (target === undefined) return
  setCookie(c, atsCookie, atsKeyOf(target), { httpOnly: true, sameSite: 'Lax', path: '/talent' })
}
