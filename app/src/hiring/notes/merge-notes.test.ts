import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import type { UserActor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { gate } from '../../platform/testing/gate.ts'
import { testApp } from '../../platform/testing/test-app.ts'
import { look, perform } from '../../platform/work.ts'
import type { Companion } from '../merging/merge-candidates.ts'
import { mergeCandidates } from '../merging/merge-candidates.ts'
import { unmerge } from '../merging/unmerge.ts'
import { aCandidate, aCompany, anActiveJob, anApplication, refusal } from '../testing/builders.ts'
import type { NoteBody } from './note-body.shapes.ts'
import type { NotePlace } from './note-places.ts'
import { listNotes } from './notes.queries.ts'
import type { NoteVisibility } from './notes.shapes.ts'
import { writeNote } from './notes.ts'

const words = (text: string): NoteBody => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

test('notes go along with a merge, private ones of others too, and back with its undoing', async () => {
  const app = await testApp()
  const { recruiter, admin } = await aCompany(app)
  const job = await anActiveJob(app, recruiter)
  const [kept, absorbed] = [
    await anApplication(app, recruiter, { jobId: job.id, as: 'applicant' }),
    await anApplication(app, recruiter, { jobId: job.id, as: 'applicant' }),
  ]
  const write = (by: UserActor, place: NotePlace, visibility: NoteVisibility) =>
    perform(app, by, work => writeNote(work, place, { body: words(visibility), visibility })).then(note => note.id)
  const read = async (by: UserActor, place: NotePlace) => {
    const { data } = await look(app, by, tx => listNotes(tx, by, { place, limit: 100 }))
    return data.map(note => note.id).sort()
  }
  const onPerson = { candidateId: absorbed.candidateId }
  const onApplication = { applicationId: absorbed.id }
  const shared = [await write(recruiter, onPerson, 'shared'), await write(recruiter, onApplication, 'shared')]
  const secret = [await write(admin, onPerson, 'private'), await write(admin, onApplication, 'private')]
  const own = await write(recruiter, { applicationId: kept.id }, 'shared')

  const mergeId = await perform(app, recruiter, work =>
    mergeCandidates(work, { keptId: kept.candidateId, absorbedId: absorbed.candidateId, choices: {} }, []),
  )
  const onKept = { candidateId: kept.candidateId }
  expect(await read(recruiter, onKept)).toEqual([...shared, own].sort())
  expect(await read(admin, onKept)).toEqual([...shared, ...secret, own].sort())
  const later = await write(recruiter, onKept, 'shared')

  await perform(app, recruiter, work => unmerge(work, mergeId, []))
  expect(await read(recruiter, onPerson)).toEqual([...shared].sort())
  expect(await read(admin, onPerson)).toEqual([...shared, ...secret].sort())
  expect(await read(admin, onKept)).toEqual([own, later].sort())
})

// The embedded database has one session, so there nothing happens beside a merge.
test.runIf(process.env.LODESTONE_TEST_DATABASE_URL)(
  'a note on somebody who is being merged away waits, and is refused in words',
  async () => {
    const app = await testApp()
    const { recruiter } = await aCompany(app)
    const [kept, absorbed] = [await aCandidate(app, recruiter), await aCandidate(app, recruiter)]
    const [begun, released] = [gate(), gate()]
    const slow: Companion = {
      name: 'slow',
      merge: () => {
        begun.open()
        return released.opened
      },
      unmerge: async () => undefined,
    }
    const pair = { keptId: kept.id, absorbedId: absorbed.id, choices: {} }
    const merging = perform(app, recruiter, work => mergeCandidates(work, pair, [slow]))
    await begun.opened
    const note = { body: words('On whom?'), visibility: 'shared' as const }
    const writing = refusal(perform(app, recruiter, work => writeNote(work, { candidateId: absorbed.id }, note)))
    await vi.waitFor(async () => expect(await countWaiting(app)).toBe(1), { timeout: 10_000 })
    released.open()
    await merging
    expect(await writing).toMatchObject({ kind: 'notFound', params: { thing: 'candidate' } })
    await perform(app, recruiter, work => writeNote(work, { candidateId: kept.id }, note))
  },
)

async function countWaiting(app: App): Promise<number> {
  const answer = await sql<{ n: number }>`
    select count(*)::int as n from pg_locks join pg_stat_activity using (pid)
    where not granted and datname = current_database()`.execute(app.db.owner)
  return answer.rows[0]?.n ?? 0
}
