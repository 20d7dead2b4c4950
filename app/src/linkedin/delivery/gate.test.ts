import fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { moveToStage } from '../../hiring/applications/stage-moves.ts'
import { undoMove } from '../../hiring/applications/undo-move.ts'
import { changeCandidate } from '../../hiring/candidates/candidates.ts'
import { aCandidate, anApplication, stageOf } from '../../hiring/testing/builders.ts'
import { look, perform } from '../../platform/work.ts'
import { callsOf, candidateAtLinkedIn } from '../testing/at-linkedin.ts'
import type { ConnectedCompany } from '../testing/companies.ts'
import { aConnectedCompany, aJobForExport, letSync } from '../testing/companies.ts'
import type { LinkedInWorld } from '../testing/linkedin-world.ts'
import { linkedInWorld } from '../testing/linkedin-world.ts'

let world: LinkedInWorld
beforeAll(async () => {
  world = await linkedInWorld()
})
afterEach(() => world.clear())

const kinds = ['prospect', 'application', 'interview', 'offer'] as const
type Step = { job: 0 | 1 } & (
  | { does: 'add'; as: 'prospect' | 'applicant' }
  | { does: 'move'; to: number }
  | { does: 'undo' }
)

const job = fc.constantFrom<0 | 1>(0, 1)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      job,
      does: fc.constant('add' as const),
      as: fc.constantFrom('prospect' as const, 'applicant' as const),
    }),
  },
  { weight: 4, arbitrary: fc.record({ job, does: fc.constant('move' as const), to: fc.nat(kinds.length - 1) }) },
  { weight: 2, arbitrary: fc.record({ job, does: fc.constant('undo' as const) }) },
)

/** What a history should come to, said without the database: undone moves never were. */
interface Place {
  id: string
  entered: 'prospect' | 'application'
  moves: { id: string; to: (typeof kinds)[number] }[]
}

const isPast = ({ entered, moves }: Place) => [entered, ...moves.map(move => move.to)].some(kind => kind !== 'prospect')

test('over all histories of stages: the gate is open exactly while some application has been past Prospect, and nothing leaves before', async () => {
  const company = await aConnectedCompany(world)
  const jobs = [await aJobForExport(world, company.recruiter), await aJobForExport(world, company.recruiter)]
  const stages = await Promise.all(
    jobs.map(({ id }) =>
      Promise.all(kinds.map(kind => stageOf(world.app, company.recruiter, { jobId: id, kind }).catch(() => ''))),
    ),
  )
  await letSync(world)
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async steps => {
      const mark = { emails: ['mark@post.example'] }
      const { id: candidateId } = await aCandidate(world.app, company.recruiter, mark)
      const places = new Map<number, Place>()
      for (const one of steps) {
        await take(company, one, { candidateId, jobId: jobs[one.job]?.id ?? '', stages: stages[one.job] ?? [], places })
        await perform(world.app, company.recruiter, work =>
          changeCandidate(work, candidateId, { headline: JSON.stringify(one) }),
        )
        const isOpen = [...places.values()].some(isPast)
        expect(await isOpenFor(company, candidateId)).toBe(isOpen)
        await world.settle()
        expect(candidateAtLinkedIn(world, company, candidateId) !== undefined).toBe(isOpen)
        if (![...places.values()].some(place => wasEverPast(place))) {
          const told = callsOf(world, company).filter(call => (call.requestBody + call.query).includes(candidateId))
          expect(told).toEqual([])
        }
      }
    }),
    { numRuns: 12, seed: 20261130 },
  )
}, 240_000)

const everPast = new WeakSet<Place>()
const wasEverPast = (place: Place) => everPast.has(place)

interface Scene {
  candidateId: string
  jobId: string
  stages: readonly string[]
  places: Map<number, Place>
}

async function take(
  company: ConnectedCompany,
  one: Step,
  { candidateId, jobId, stages, places }: Scene,
): Promise<void> {
  const { app } = world
  const place = places.get(one.job)
  if (one.does === 'add' && !place) {
    const { id } = await anApplication(app, company.recruiter, { jobId, candidateId, as: one.as })
    places.set(one.job, { id, entered: one.as === 'prospect' ? 'prospect' : 'application', moves: [] })
  } else if (one.does === 'move' && place) {
    const to = kinds[one.to] ?? 'prospect'
    const toStageId = stages[one.to] ?? ''
    const isThere = (place.moves.at(-1)?.to ?? place.entered) === to
    if (toStageId === '' || isThere) return
    const { id } = await perform(app, company.recruiter, work => moveToStage(work, place.id, { toStageId }))
    place.moves.push({ id, to })
  } else if (one.does === 'undo' && place) {
    const last = place.moves.pop()
    if (last) await perform(app, company.recruiter, work => undoMove(work, last.id))
  }
  for (const each of places.values()) if (isPast(each)) everPast.add(each)
}

async function isOpenFor({ tenantId, admin }: ConnectedCompany, candidateId: string): Promise<boolean> {
  const answer = await look(world.app, admin, tx =>
    sql`select from application_for_linkedin where tenant_id = ${tenantId} and candidate_id = ${candidateId}`.execute(
      tx,
    ),
  )
  return answer.rows.length > 0
}

test('the view shows a company nothing of another one', async () => {
  const [one, other] = [await aConnectedCompany(world), await aConnectedCompany(world)]
  const { id: jobId } = await aJobForExport(world, one.recruiter)
  await anApplication(world.app, one.recruiter, { jobId, as: 'applicant' })
  const count = async ({ admin }: ConnectedCompany) => {
    const answer = await look(world.app, admin, tx => sql`select id from application_for_linkedin`.execute(tx))
    return answer.rows.length
  }
  expect([await count(one), await count(other)]).toEqual([1, 0])
})
