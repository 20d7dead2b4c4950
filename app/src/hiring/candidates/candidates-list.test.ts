import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testApp, testClock } from '../../platform/testing/test-app.ts'
import { signedIn } from '../../platform/testing/test-http.ts'
import { look, perform } from '../../platform/work.ts'
import { moveToStage } from '../applications/stage-moves.ts'
import { undoMove } from '../applications/undo-move.ts'
import { searchRoutes } from '../search/search.routes.ts'
import type { Company } from '../testing/builders.ts'
import { aCandidate, aCompany, anActiveJob, anApplication, stageOf } from '../testing/builders.ts'
import { listActivity } from './activity.queries.ts'
import { listCandidates } from './candidates.queries.ts'
import { candidatesRoutes } from './candidates.routes.ts'
import { changeCandidate } from './candidates.ts'

interface CandidatePage {
  data: { id: string; lastName: string }[]
  hasNext: boolean
  next: string | null
}

test('pages newest first through equal moments, while somebody is removed in between', async () => {
  const app = await testApp({ clock: testClock('2026-03-01T09:00:00Z') })
  const { recruiter, tenantId } = await aCompany(app)
  const made: string[] = []
  for (let number = 1; number <= 9; number++) made.unshift((await aCandidate(app, recruiter)).id)
  const browser = await signedIn(app, recruiter, candidatesRoutes)
  const first = (await browser.get('/api/v1/candidates?limit=4')).body as CandidatePage
  // The cursor's own row and the next one disappear: nobody else may be skipped or shown twice.
  const gone = made.slice(3, 5)
  await app.db.transact({ tenantId }, tx => tx.deleteFrom('candidate').where('id', 'in', gone).execute())
  const second = (await browser.get(`/api/v1/candidates?limit=4&next=${first.next}`)).body as CandidatePage
  expect(first.data.map(one => one.id)).toEqual(made.slice(0, 4))
  expect(second).toMatchObject({ hasNext: false, next: null })
  expect(second.data.map(one => one.id)).toEqual(made.slice(5))
})

test('passes over nobody of one moment, which the database tells more finely than a browser', async () => {
  const app = await testApp()
  const { recruiter, tenantId } = await aCompany(app)
  const made: string[] = []
  for (let number = 1; number <= 5; number++) made.unshift((await aCandidate(app, recruiter)).id)
  await app.db.owner
    .updateTable('candidate')
    .set({ created_at: sql<Date>`'2026-03-01T09:00:00.123456Z'` })
    .where('tenant_id', '=', tenantId)
    .execute()
  const browser = await signedIn(app, recruiter, candidatesRoutes, searchRoutes)
  for (const query of ['', '&q=noor']) {
    const seen: string[] = []
    for (let next: string | null = ''; next !== null; ) {
      const address = `/api/v1/candidates?limit=2${query}${next ? `&next=${next}` : ''}`
      const page = (await browser.get(address)).body as CandidatePage
      seen.push(...page.data.map(one => one.id))
      next = page.next
    }
    expect(seen, query).toEqual(made)
  }
  expect((await browser.get(`/api/v1/candidates/${made[2]}/neighbours`)).body).toEqual({
    previousId: made[1],
    nextId: made[3],
    position: 3,
  })
})

async function withPeople() {
  const app = await testApp()
  const company = await aCompany(app)
  const people = [
    { firstName: 'Zoë', lastName: 'Ångström', headline: 'Tulip grower', emails: ['zoe@example.com'] },
    { firstName: 'Jo', lastName: 'Bos', currentCompany: 'Bulbs & Co 100%', location: 'Lisse' },
    { firstName: 'Marjolein', lastName: 'de Boer', currentTitle: 'Head of Tulips' },
  ]
  for (const values of people) await aCandidate(app, company.recruiter, values)
  const found = async (q: string) => {
    const { recruiter } = company
    const page = await look(app, recruiter, tx => listCandidates(tx, recruiter, { q, limit: 10 }))
    return page.data.map(one => one.firstName)
  }
  return { app, company, found }
}

test('an interviewer lists the applicants of his jobs, and their applications there', async () => {
  const { app, company } = await withPeople()
  const { recruiter, manager, colleague, reader } = company
  const job = await anActiveJob(app, recruiter, { team: [{ userId: colleague.userId, role: 'interviewer' }] })
  const other = await anActiveJob(app, recruiter)
  const applicant = await anApplication(app, recruiter, { jobId: job.id, as: 'applicant' })
  await anApplication(app, recruiter, { jobId: job.id })
  await anApplication(app, recruiter, { jobId: other.id, candidateId: applicant.candidateId })
  const listed = async (actor: Company['admin'], q?: string) => {
    const page = await look(app, actor, tx => listCandidates(tx, actor, { q, limit: 10 }))
    return page.data.map(one => one.applicationCount)
  }
  expect(await listed(colleague)).toEqual([1])
  expect(await listed(colleague, 'noor')).toEqual([1])
  expect(await listed(colleague, 'tulip')).toEqual([])
  expect(await listed(recruiter)).toEqual([1, 2, 0, 0, 0])
  expect(await listed(manager)).toEqual([0, 1, 0, 0, 0])
  expect(await listed(reader)).toEqual([1, 2, 0, 0, 0])
})

test('activity tells who did what to the person and his visible applications, newest first', async () => {
  const app = await testApp()
  const { recruiter, manager, colleague } = await aCompany(app)
  const job = await anActiveJob(app, recruiter)
  const candidate = await aCandidate(app, recruiter)
  const application = await anApplication(app, recruiter, { jobId: job.id, candidateId: candidate.id })
  const toStageId = await stageOf(app, recruiter, { jobId: job.id, kind: 'application' })
  const move = await perform(app, recruiter, work => moveToStage(work, application.id, { toStageId }))
  await perform(app, recruiter, work => undoMove(work, move.id))
  await perform(app, manager, work => changeCandidate(work, candidate.id, { headline: 'Grower' }))
  const kinds = async (actor: typeof recruiter) => {
    const page = await look(app, actor, tx => listActivity(tx, actor, { candidateId: candidate.id, limit: 10 }))
    return page.data.map(one => `${one.actor.name}: ${one.kind}`)
  }
  expect(await kinds(recruiter)).toEqual([
    'Hanna Manager: candidate.changed',
    'Ruud Werver: application.moveUndone',
    'Ruud Werver: application.moved',
    'Ruud Werver: application.created',
    'Ruud Werver: candidate.created',
  ])
  expect(await kinds(manager)).toEqual(['Hanna Manager: candidate.changed', 'Ruud Werver: candidate.created'])
  await expect(kinds(colleague)).rejects.toMatchObject({ kind: 'notFound' })
  const browser = await signedIn(app, recruiter, candidatesRoutes)
  const address = `/api/v1/candidates/${candidate.id}/activity?limit=3`
  const first = (await browser.get(address)).body as CandidatePage
  expect(await browser.get(`${address}&next=${first.next}`)).toMatchObject({
    body: {
      data: [
        { kind: 'application.created', change: { jobReference: job.reference, stage: { kind: 'prospect' } } },
        { kind: 'candidate.created' },
      ],
      hasNext: false,
    },
  })
})
