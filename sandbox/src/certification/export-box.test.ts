import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ExportWorld, startExportWorld } from '../pages/testing/export-world.ts'
import type { AtsDriver } from './ats-driver.ts'
import { exportToJob, listOfferedJobs, tryExport } from './export-box.ts'
import { addNewcomer, type Newcomer } from './newcomer.ts'
import type { Exam } from './rule.ts'
import { runRules } from './run-rules.ts'
import { fakeDriver } from './testing/fake-driver.ts'

let world: ExportWorld
let driver: AtsDriver

beforeAll(async () => {
  world = await startExportWorld()
  driver = fakeDriver({ application: { clientId: world.customer.clientId } })
})
afterAll(() => world.stop())

/** What a rule finds when it looks, and why it is broken if it is. */
async function inExam<Found>(look: (exam: Exam, newcomer: Newcomer) => Promise<Found>) {
  const found: Found[] = []
  const [result] = await runRules({
    sandboxUrl: world.running.url,
    driver,
    rules: [
      {
        id: 'X',
        title: 'Looks into the export box',
        source: 'a test',
        run: async exam => {
          const newcomer = await addNewcomer(exam)
          found.push(await exam.step('looks', () => look(exam, newcomer)))
        },
      },
    ],
  })
  return { found: found[0], broken: result?.steps[0]?.broken }
}

test('the box is read as the recruiter sees it', async () => {
  const { recruiter } = driver.people
  const look = (query: string) => inExam((exam, newcomer) => listOfferedJobs(exam, recruiter, { newcomer, query }))
  expect((await look('TV-1012')).found).toEqual(['TV-1012'])
  expect((await look('TV-10')).found).toHaveLength(3)
  expect((await look('TV-9999')).found).toEqual([])
})

test('it offers nothing to a recruiter who stands on no access list, and refuses his order', async () => {
  const { colleague } = driver.people
  const seen = await inExam(async (exam, newcomer) => ({
    jobs: await listOfferedJobs(exam, colleague, { newcomer, query: 'TV-1012' }),
    answer: await tryExport(exam, colleague, { newcomer, job: 'TV-1012' }),
  }))
  expect(seen.found).toMatchObject({ jobs: [], answer: { ok: false, reason: 'job-not-offered' } })
})

test('who has no seat, and who is unknown, is told in words', async () => {
  const look = (person: { name: string; email: string }) =>
    inExam((exam, newcomer) => listOfferedJobs(exam, person, { newcomer, query: '' }))
  const tom = { name: 'Tom Aarts', email: 'tom.aarts@tulpenveld.example' }
  expect((await look(tom)).broken?.actual).toBe('this person has no active seat')
  const nobody = { name: 'Nobody', email: 'nobody@tulpenveld.example' }
  expect((await look(nobody)).broken?.actual).toBe('the sandbox knows nobody with this address')
})

test('an export is the button: it is carried out, or LinkedIn says why not', async () => {
  const { recruiter } = driver.people
  const exported = await inExam((exam, newcomer) => exportToJob(exam, recruiter, { newcomer, job: 'TV-1042' }))
  expect(exported.found?.requestId).toMatch(/^\d+$/)
  const refused = await inExam((exam, newcomer) => exportToJob(exam, recruiter, { newcomer, job: 'TV-9999' }))
  expect(refused.broken?.actual).toContain('LinkedIn refuses it: This job is not among the open jobs')
})
