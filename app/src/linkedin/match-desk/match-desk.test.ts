import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { moveToStage } from '../../hiring/applications/stage-moves.ts'
import { candidatesRoutes } from '../../hiring/candidates/candidates.routes.ts'
import { changeCandidate } from '../../hiring/candidates/candidates.ts'
import { changesRoutes } from '../../hiring/changes/changes.routes.ts'
import { closeJob } from '../../hiring/jobs/jobs.ts'
import type { Company } from '../../hiring/testing/builders.ts'
import {
  aCandidate,
  aCompany,
  anActiveJob,
  anApplication,
  eventsOf,
  refusal,
  refused,
  stageOf,
} from '../../hiring/testing/builders.ts'
import { snapshotOf } from '../../hiring/testing/whole-candidate.ts'
import type { UserActor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import type { EventRow } from '../../platform/events/read-events.ts'
import { untilFeedIsWhole } from '../../platform/testing/feed.ts'
import { testApp } from '../../platform/testing/test-app.ts'
import { signedIn } from '../../platform/testing/test-http.ts'
import { look, perform } from '../../platform/work.ts'
import { raiseDoubts } from '../identity/doubts.ts'
import { linkCandidate } from '../identity/link-candidate.ts'
import { matchCandidate } from '../identity/match-candidate.ts'
import { raiseSharedAddresses } from '../identity/raise-shared-addresses.ts'
import { rememberApart } from '../identity/unlink-candidate.ts'
import { receiptsCompanion } from '../one-click-export/merge-receipts.ts'
import { listDoubts, listMerges } from './match-desk.queries.ts'
import { matchDeskRoutes } from './match-desk.routes.ts'
import type { NewPairMerge } from './match-desk.shapes.ts'
import { mergePair, settlePair, unmergePair } from './match-desk.ts'

let app: App
let company: Company
beforeEach(async () => {
  app = await testApp()
  company = await aCompany(app)
})

const merge = (
  keptId: string,
  absorbedId: string,
  more: Partial<NewPairMerge> = {},
  by: UserActor = company.recruiter,
) => perform(app, by, work => mergePair(work, { keptId, absorbedId, choices: {}, ...more }, [receiptsCompanion]))
const part = (mergeId: string, by: UserActor = company.recruiter) =>
  perform(app, by, work => unmergePair(work, mergeId, [receiptsCompanion]))
const person = (values: Parameters<typeof aCandidate>[2] = {}) => aCandidate(app, company.recruiter, values)
const snap = (id: string) => snapshotOf(app, company.tenantId, id)
const link = (candidateId: string, personUrn: string, linkedBy: 'export' | 'hand' | 'linkedin' = 'export') =>
  perform(app, company.recruiter, work =>
    linkCandidate(work, { person: { personUrn, profileUrl: null }, candidateId, linkedBy }),
  )
const raise = (oneId: string, otherId: string, ...evidence: string[]) =>
  perform(app, company.recruiter, work => raiseDoubts(work, [{ oneId, otherId, evidence }]))
const doubts = (state: 'open' | 'dismissed' = 'open', by: UserActor = company.recruiter) =>
  look(app, by, tx => listDoubts(tx, by, { state, limit: 25 }))
const pairsOf = async (state?: 'open' | 'dismissed') =>
  (await doubts(state)).data.map(pair => pair.people.map(one => one.id).sort())
/** What the background does after a change. */
const follow = () =>
  perform(app, { kind: 'operator', tenantId: company.tenantId }, async work => {
    const events = await sql<EventRow>`
      select id, xid::text as xid, at, kind, subject_kind as "subjectKind", subject_id as "subjectId", job_id as "jobId", actor, change
      from event where tenant_id = ${company.tenantId} order by id`.execute(work.tx)
    await raiseSharedAddresses.handle(work, events.rows)
  })
const dismiss = (oneId: string, otherId: string) =>
  perform(app, company.recruiter, work => settlePair(work, { oneId, otherId, state: 'dismissed' }))
const match = (personUrn: string, email: string) =>
  perform(app, { kind: 'operator', tenantId: company.tenantId }, work =>
    matchCandidate(work, {
      personUrn,
      profileUrl: null,
      emails: [email],
      name: { firstName: 'Noor', lastName: 'Bakker' },
    }),
  )

test('the link of the one who goes is the link of the one who stays, and goes back with him', async () => {
  const [kept, absorbed] = [
    await person({ emails: ['noor@post.example'] }),
    await person({ emails: ['n@werk.example'] }),
  ]
  await link(absorbed.id, 'urn:li:person:Noor1')
  await perform(app, company.recruiter, work =>
    rememberApart(work, { candidateId: absorbed.id, personUrn: 'urn:li:person:Namesake' }),
  )
  const were = [await snap(kept.id), await snap(absorbed.id)]
  const mergeId = await merge(kept.id, absorbed.id)
  expect(await match('urn:li:person:Noor1', 'nobody@post.example')).toEqual({ kind: 'linked', candidateId: kept.id })
  // By the address of either; but whom the absorbed one was unlinked from is still not him.
  expect(await match('urn:li:person:Another', 'n@werk.example')).toMatchObject({ candidateIds: [kept.id] })
  expect(await match('urn:li:person:Namesake', 'n@werk.example')).toEqual({ kind: 'none' })
  await part(mergeId)
  expect([await snap(kept.id), await snap(absorbed.id)]).toEqual(were)
  expect(await match('urn:li:person:Noor1', 'nobody@post.example')).toEqual({
    kind: 'linked',
    candidateId: absorbed.id,
  })
})

test.each(['kept', 'absorbed'] as const)('of two members somebody has to say which holds: %s', async member => {
  const [kept, absorbed] = [await person(), await person()]
  await link(kept.id, 'urn:li:person:Noor1', 'hand')
  await link(absorbed.id, 'urn:li:person:Noor2')
  const were = [await snap(kept.id), await snap(absorbed.id)]
  expect(await refusal(merge(kept.id, absorbed.id))).toMatchObject({ code: 'matchDesk.twoMembers' })
  expect([await snap(kept.id), await snap(absorbed.id)]).toEqual(were)
  const mergeId = await merge(kept.id, absorbed.id, { member })
  const [identity] = (await snap(kept.id)).linkedin_identity ?? []
  expect(identity?.person_urn).toBe(member === 'kept' ? 'urn:li:person:Noor1' : 'urn:li:person:Noor2')
  // Both accounts lead to him, so neither raises the doubt again.
  for (const urn of ['urn:li:person:Noor1', 'urn:li:person:Noor2']) {
    expect(await match(urn, 'nobody@post.example')).toEqual({ kind: 'linked', candidateId: kept.id })
  }
  await part(mergeId)
  expect([await snap(kept.id), await snap(absorbed.id)]).toEqual(were)
})

test('somebody linked the merged person by hand to another member: that stays, and the other goes back without it', async () => {
  const [kept, absorbed] = [await person(), await person()]
  await link(absorbed.id, 'urn:li:person:Noor1')
  const mergeId = await merge(kept.id, absorbed.id)
  await app.db.transactAsOwner(tx =>
    tx.deleteFrom('linkedin_identity').where('tenant_id', '=', company.tenantId).execute(),
  )
  await link(kept.id, 'urn:li:person:Noor9', 'hand')
  await part(mergeId)
  expect((await snap(kept.id)).linkedin_identity).toMatchObject([{ person_urn: 'urn:li:person:Noor9' }])
  expect((await snap(absorbed.id)).linkedin_identity).toMatchObject([{ person_urn: 'urn:li:person:Noor1' }])
})

test('both on one job: whoever came further goes on, the other waits, and comes back closed when the job was closed', async () => {
  const job = await anActiveJob(app, company.recruiter)
  const kept = await anApplication(app, company.recruiter, { jobId: job.id })
  const absorbed = await anApplication(app, company.recruiter, { jobId: job.id, stage: 'interview' })
  const mergeId = await merge(kept.candidateId, absorbed.candidateId)
  expect((await snap(kept.candidateId)).application).toMatchObject([{ id: absorbed.id }])
  const toStageId = await stageOf(app, company.recruiter, { jobId: job.id, kind: 'screening' })
  const attempt = (id: string) => refused(app, company.recruiter, work => moveToStage(work, id, { toStageId }))
  expect(await attempt(kept.id)).toMatchObject({ kind: 'notFound' })
  await perform(app, company.recruiter, work => moveToStage(work, absorbed.id, { toStageId }))
  await perform(app, company.recruiter, work => closeJob(work, job.id, { reason: 'cancelled' }))
  await part(mergeId)
  expect((await snap(kept.candidateId)).application).toMatchObject([
    { id: kept.id, state: 'closed', closed_reason: 'position_cancelled' },
  ])
  expect((await snap(absorbed.candidateId)).application).toMatchObject([{ id: absorbed.id, stage_id: toStageId }])
})

test('whose address leads on: over two merges, which are undone from the top', async () => {
  const [first, second, third, fourth] = [await person(), await person(), await person(), await person()]
  const lower = await merge(second.id, third.id)
  const upper = await merge(first.id, second.id)
  const top = await merge(first.id, fourth.id)
  const browser = await signedIn(app, company.recruiter, candidatesRoutes)
  const open = async (id: string) => Object((await browser.get(`/api/v1/candidates/${id}`)).body).id
  expect(await Promise.all([second, third, fourth].map(one => open(one.id)))).toEqual([first.id, first.id, first.id])
  expect(await refusal(part(lower))).toMatchObject({ code: 'merging.keptIsPart' })
  expect(await refusal(part(upper))).toMatchObject({ code: 'merging.notTheLatest' })
  const listed = await look(app, company.recruiter, tx => listMerges(tx, company.recruiter, { limit: 25 }))
  expect(listed.data.map(one => [one.id, one.isLatest])).toEqual(
    expect.arrayContaining([
      [top, true],
      [upper, false],
    ]),
  )
  expect(listed.data).toHaveLength(2)
  for (const id of [top, upper, lower]) await part(id)
  expect(await Promise.all([first, second, third, fourth].map(one => open(one.id)))).toEqual(
    [first, second, third, fourth].map(one => one.id),
  )
  expect(await refusal(part(lower))).toMatchObject({ kind: 'notFound' })
})

test('history of both is read in one, and the feed of changes says who is gone', async () => {
  const [kept, absorbed] = [await person(), await person()]
  await perform(app, company.recruiter, work => changeCandidate(work, absorbed.id, { headline: 'Grower' }))
  await merge(kept.id, absorbed.id)
  const browser = await signedIn(app, company.recruiter, candidatesRoutes, changesRoutes)
  const history = Object((await browser.get(`/api/v1/candidates/${kept.id}/activity`)).body)
  const kinds = history.data.map((line: { kind: string }) => line.kind)
  expect(kinds).toEqual(expect.arrayContaining(['candidate.merged', 'candidate.absorbed', 'candidate.changed']))
  await untilFeedIsWhole(app.db)
  const feed = Object((await browser.get('/api/v1/changes?limit=100')).body)
  const gone = feed.data.filter((one: { isGone: boolean }) => one.isGone)
  expect(new Set(gone.map((one: { subject: { id: string } }) => one.subject.id))).toEqual(new Set([absorbed.id]))
  const [last] = (await eventsOf(app, company.recruiter, kept.id)).slice(-1)
  expect(JSON.stringify(last?.change)).not.toContain('Bakker')
})

test('too many addresses are for somebody to sort out, and nothing is lost', async () => {
  const emails = (word: string) => Array.from({ length: 6 }, (_, index) => `${word}${index}@post.example`)
  const [kept, absorbed] = [await person({ emails: emails('a') }), await person({ emails: emails('b') })]
  expect(await refusal(merge(kept.id, absorbed.id))).toMatchObject({
    code: 'merging.tooMany.emails',
    params: { together: 12, most: 10 },
  })
})

test('who share an address come to the desk, once; said to be two people they come back with new evidence only', async () => {
  const shared = { emails: ['familie@post.example'] }
  const [one, other] = [await person(shared), await person({ ...shared, firstName: 'Piet' })]
  await follow()
  await follow()
  const open = await doubts()
  expect(open.data.map(pair => pair.evidence)).toEqual([[{ kind: 'email', what: 'familie@post.example' }]])
  expect(open.data[0]?.people.map(found => found.id)).toEqual([one.id, other.id])
  await dismiss(other.id, one.id)
  // Two who press at once have said it once.
  await dismiss(one.id, other.id)
  const said = (await eventsOf(app, company.admin, one.id)).filter(event => event.kind === 'identity.twoPeople')
  expect(said).toHaveLength(1)
  await follow()
  expect(await pairsOf()).toEqual([])
  expect(await pairsOf('dismissed')).toEqual([[one.id, other.id].sort()])
  await raise(one.id, other.id, 'member:urn:li:person:Noor1')
  expect(await pairsOf()).toHaveLength(1)
})

test('a mailbox of many says nothing', async () => {
  const emails = ['info@firm.example']
  for (let count = 0; count < 6; count++) await person({ emails })
  await follow()
  expect(await pairsOf()).toEqual([])
})

test('a doubt about who goes is one about who stays; the pair itself is in doubt again when it is undone', async () => {
  const [kept, absorbed, third, fourth] = [await person(), await person(), await person(), await person()]
  await raise(kept.id, absorbed.id, 'email:a@post.example')
  await raise(absorbed.id, third.id, 'email:b@post.example')
  await raise(absorbed.id, fourth.id, 'email:c@post.example')
  await dismiss(absorbed.id, fourth.id)
  const were = [await pairsOf(), await pairsOf('dismissed')]
  const mergeId = await merge(kept.id, absorbed.id)
  expect(await pairsOf()).toEqual([[kept.id, third.id].sort()])
  expect(await pairsOf('dismissed')).toEqual([[kept.id, fourth.id].sort()])
  await part(mergeId)
  expect([(await pairsOf()).sort(), await pairsOf('dismissed')]).toEqual([were[0]?.sort(), were[1]])
})

test('who may: recruiters and administrators; nobody of another company', async () => {
  const [kept, absorbed] = [await person(), await person()]
  for (const actor of [company.manager, company.reader, company.colleague]) {
    expect(await refusal(merge(kept.id, absorbed.id, {}, actor))).toMatchObject({ code: 'merging.mayNotMerge' })
    expect(await refusal(doubts('open', actor))).toMatchObject({ code: 'matchDesk.notForYou' })
  }
  const elsewhere = await aCompany(app)
  expect(await refusal(merge(kept.id, absorbed.id, {}, elsewhere.recruiter))).toMatchObject({ kind: 'notFound' })
  const mergeId = await merge(kept.id, absorbed.id, {}, company.admin)
  expect(await refusal(part(mergeId, elsewhere.recruiter))).toMatchObject({ kind: 'notFound' })
  expect(await refusal(part(mergeId, company.manager))).toMatchObject({ code: 'merging.mayNotMerge' })
  await part(mergeId)
})

test('over HTTP: the queue page by page, two people, a merge and its undoing', async () => {
  const pairs = []
  for (let count = 0; count < 3; count++) {
    const [one, other] = [await person(), await person()]
    await raise(one.id, other.id, `email:${count}@post.example`)
    pairs.push([one.id, other.id])
  }
  const browser = await signedIn(app, company.recruiter, application =>
    matchDeskRoutes(application, [receiptsCompanion]),
  )
  const read = async (path: string) => Object((await browser.get(`/api/v1/match-desk${path}`)).body)
  const firstPage = await read('/doubts?limit=2')
  const secondPage = await read(`/doubts?limit=2&next=${firstPage.next}`)
  expect([firstPage.data.length, secondPage.data.length, secondPage.hasNext]).toEqual([2, 1, false])
  const [oneId = '', otherId = ''] = pairs[0] ?? []
  expect((await browser.patch(`/api/v1/match-desk/doubts/${oneId}/${otherId}`, { state: 'dismissed' })).status).toBe(
    204,
  )
  expect(await read('')).toEqual({ open: 2, dismissed: 1, merged: 0 })
  const [keptId, absorbedId] = pairs[1] ?? []
  const merged = await browser.post('/api/v1/match-desk/merges', {
    keptId,
    absorbedId,
    choices: { lastName: 'absorbed' },
  })
  expect(merged.status).toBe(201)
  expect(await read('')).toEqual({ open: 1, dismissed: 1, merged: 1 })
  expect((await read(`/merges?candidateId=${keptId}`)).data).toMatchObject([
    { keptId, absorbedId, absorbedName: 'Noor Bakker', mergedBy: 'Ruud Werver', isLatest: true },
  ])
  const { id } = Object(merged.body)
  const undone = await browser.post(`/api/v1/match-desk/merges/${id}/undoings`, {})
  expect([undone.status, undone.body]).toEqual([201, { keptId, absorbedId }])
  expect(await read('')).toEqual({ open: 2, dismissed: 1, merged: 0 })
})
