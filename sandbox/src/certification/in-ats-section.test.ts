import { afterAll, beforeAll, expect, test } from 'vitest'
import { type InAtsWorld, startInAtsWorld } from '../testing/in-ats-world.ts'
import {
  candidateNotesOf,
  deleteApplications,
  deleteCandidates,
  deleteParts,
  feedbackOf,
  notesOf,
  stagesOf,
} from '../testing/synced.ts'
import { readInAts } from './in-ats-section.ts'
import type { Exam } from './rule.ts'
import { runRules } from './run-rules.ts'
import { fakeDriver } from './testing/fake-driver.ts'
import { listSharedWrites } from './wire-evidence.ts'

let world: InAtsWorld
beforeAll(async () => {
  world = await startInAtsWorld()
})
afterAll(() => world.stop())

/** What a rule finds when it looks. */
async function inExam<Found>(look: (exam: Exam) => Promise<Found>) {
  const found: Found[] = []
  const driver = fakeDriver({ application: { clientId: world.customer.clientId } })
  const run = async (exam: Exam) => void found.push(await exam.step('looks', () => look(exam)))
  await runRules({
    sandboxUrl: world.running.url,
    driver,
    rules: [{ id: 'X', title: 'Looks at In-ATS', source: 'a test', run }],
  })
  return found[0]
}

const seenBy = (who: 'recruiter' | 'colleague') =>
  inExam(exam => readInAts(exam, exam.driver.people[who], 'lotte-verbeek'))

test('each recruiter is looked at by himself', async () => {
  world.assign('sanne-de-wit', 'TV-0968')
  expect(await seenBy('recruiter')).toMatchObject({
    jobs: [{ externalJobPostingId: 'TV-0968', status: 'Not selected' }],
    text: expect.stringMatching(/Integration developer .*Application .*Interview .*Backend engineer, Windhoek/),
    feedback: expect.stringMatching(/Joris Smit .*Calm under pressure\. Planning 5\/5/),
    notes: expect.stringContaining('Available from March.'),
  })
  expect(await seenBy('colleague')).toBeNull()
  world.unassign('sanne-de-wit')
  expect(await seenBy('recruiter')).toBeNull()
})

test('what the ATS wrote and deleted is told apart, in the order in which it was done', async () => {
  await world.openToAll()
  const deletions = await inExam(async exam => {
    await deleteParts(world.customer, candidateNotesOf('C-1'), 'N-9')
    await deleteParts(world.customer, feedbackOf('A-2'), 'F-1')
    await deleteParts(world.customer, notesOf('A-1'), 'N-1', 'N-0')
    await deleteParts(world.customer, stagesOf('A-1'), 'S-1')
    await deleteApplications(world.customer, 'A-1', 'A-2')
    await deleteCandidates(world.customer, 'C-1')
    expect(await listSharedWrites(exam, 'PUT')).toEqual([])
    return listSharedWrites(exam, 'DELETE')
  })
  expect(deletions?.map(({ kind, ids, refused }) => [kind, ids, refused])).toEqual([
    ['candidate note', ['N-9'], []],
    ['interview feedback', ['F-1'], []],
    ['application note', ['N-1'], ['N-0']],
    ['stage', ['S-1'], []],
    ['application', ['A-1', 'A-2'], []],
    ['candidate', ['C-1'], []],
  ])
  expect(await seenBy('recruiter')).toBeNull()
})
