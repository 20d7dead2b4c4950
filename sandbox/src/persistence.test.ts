import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { exportCandidate } from './behaviours/exports.ts'
import { startSandbox } from './start-sandbox.ts'
import { aJob, configure, connect, organization, postJobs, provision, takeToken } from './testing/customer.ts'
import { startReceiver } from './testing/receiver.ts'
import {
  aCandidate,
  aNote,
  anApplication,
  aStage,
  candidateNotesOf,
  deleteParts,
  putApplications,
  putCandidates,
  putParts,
  stagesOf,
} from './testing/synced.ts'
import { wireCall } from './testing/wire-call.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'sandbox-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

test('a restart keeps applications, secrets, jobs, tasks, exports, retries, quotas and the clock', async () => {
  const receiver = await startReceiver()
  const options = { port: 0, dataDir, jobTaskDelayMs: 60_000 }
  const first = await startSandbox(options)
  const customer = await provision(first)
  await connect(first, customer, { level: 'contract', receiver })
  await configure(customer, 'JOB_POSTING_VIEWERS', 'ALL_PRODUCT_USERS')
  await postJobs(customer, [aJob('TV-1')])
  await first.clock.advance(90 * 60_000)
  const token = await takeToken(first.url, customer.clientId, customer.clientSecret)
  const late = await postJobs({ ...customer, call: (line, parts) => wireCall(first.url, line, { ...parts, token }) }, [
    aJob('TV-2'),
  ])
  receiver.pushStatus = 503
  const order = {
    recruiterMemberId: 'sanne-de-wit',
    memberId: 'lotte-verbeek',
    clientId: customer.clientId,
    integrationContext: organization,
    externalJobPostingId: 'TV-1',
  }
  const exported = exportCandidate(first.sandbox, order)
  await first.settle()
  await first.stop()

  const second = await startSandbox(options)
  const call = (line: string) => wireCall(second.url, line, { token })
  const fetched = await call(`GET /v2/exportedCandidates?q=request&requestId=${exported.requestId}`)
  expect(fetched.body.elements[0].externalJobPostingId).toBe('TV-1')
  expect(second.clock.now()).toBeGreaterThan(Date.now() + 80 * 60_000)
  const usage = second.store.usageCounters.findWhere(each => each.counterId.includes('simpleJobPostings requests day'))
  expect(usage?.count).toBe(2)
  receiver.pushStatus = 200
  await second.clock.advance(5 * 60_000)
  const taskUrn = late.body.elements[0].id
  expect((await call(`GET /v2/simpleJobPostingTasks?ids=${taskUrn}`)).body.results[taskUrn].status).toBe('SUCCEEDED')
  expect(second.store.pushes.findWhere(push => push.requestId === exported.requestId)).toMatchObject({
    state: 'delivered',
    attempts: [{ status: 503 }, { status: 200 }],
  })
  expect(await takeToken(second.url, customer.clientId, customer.clientSecret)).toEqual(expect.any(String))
  const next = exportCandidate(second.sandbox, { ...order, memberId: 'jan-de-vries' })
  expect(Number(next.requestId)).toBeGreaterThan(Number(exported.requestId))
  await second.stop()
  await receiver.stop()
})

test('a restart keeps what was synced about candidates, part by part', async () => {
  const receiver = await startReceiver()
  const first = await startSandbox({ port: 0, dataDir })
  const customer = await provision(first)
  await connect(first, customer, { level: 'company', receiver })
  await putCandidates(customer, { 'C-1': aCandidate() })
  await putApplications(customer, { 'A-1': anApplication() })
  await putParts(customer, stagesOf('A-1'), { 'S-1': aStage('Interview', 1) })
  await putParts(customer, candidateNotesOf('C-1'), { 'N-1': aNote() })
  await first.stop()

  const second = await startSandbox({ port: 0, dataDir })
  const again = { ...customer, call: (line: string) => wireCall(second.url, line, { token: customer.token }) }
  expect((await deleteParts(again, stagesOf('A-1'), 'S-1')).body.results).toEqual({ 'S-1': { status: 204 } })
  expect((await deleteParts(again, candidateNotesOf('C-1'), 'N-1')).body.results).toEqual({ 'N-1': { status: 204 } })
  await second.stop()
  await receiver.stop()
})

test('changes reach the disk by themselves, whole and for the owner’s eyes only', async () => {
  const running = await startSandbox({ port: 0, dataDir })
  const customer = await provision(running)
  const file = join(dataDir, 'sandbox-state.json')
  await vi.waitFor(() => expect(readFileSync(file, 'utf8')).toContain(customer.clientId), { timeout: 5_000 })
  expect(statSync(file).mode & 0o077).toBe(0)
  expect(readdirSync(dataDir)).toEqual(['sandbox-state.json'])
  await running.stop()
})

test('a damaged file is not overwritten but named', async () => {
  writeFileSync(join(dataDir, 'sandbox-state.json'), '{"version":1,')
  await expect(startSandbox({ port: 0, dataDir })).rejects.toThrow(/sandbox-state.json is not JSON.*Delete it/)
  writeFileSync(join(dataDir, 'sandbox-state.json'), '{"version":2}')
  await expect(startSandbox({ port: 0, dataDir })).rejects.toThrow('is no state of this version')
})

test('without a directory nothing is written', async () => {
  const running = await startSandbox({ port: 0 })
  await provision(running)
  await running.stop()
  expect(readdirSync(dataDir)).toEqual([])
})
