// Two people by chance, merged and taken apart again: both stand there as they stood, whatever happened in between.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testApp } from '../../platform/testing/test-app.ts'
import { look, perform } from '../../platform/work.ts'
import { addByHand } from '../applications/applications.ts'
import { getBoard } from '../applications/board.queries.ts'
import { moveToStage } from '../applications/stage-moves.ts'
import { getCandidate, listCandidates } from '../candidates/candidates.queries.ts'
import type { CandidateChange } from '../candidates/candidates.shapes.ts'
import { changeCandidate } from '../candidates/candidates.ts'
import { addToPool, removeFromPool } from '../talent-pools/pool-members.ts'
import { createPool } from '../talent-pools/talent-pools.ts'
import type { Company } from '../testing/builders.ts'
import { aCandidate, aCompany, anActiveJob } from '../testing/builders.ts'
import type { Snapshot } from '../testing/whole-candidate.ts'
import { snapshotOf } from '../testing/whole-candidate.ts'
import { mergeCandidates } from './merge-candidates.ts'
import { chosenFields } from './merging.shapes.ts'
import { unmerge } from './unmerge.ts'

const PLACES = 3
const seed = Number(process.env.LODESTONE_FUZZ_SEED ?? Date.now() % 2 ** 31)

const word = fc.constantFrom('Anna', 'Bas', 'Cor', 'Dirk')
const orNothing = fc.option(word, { nil: null })
const fields: fc.Arbitrary<CandidateChange> = fc.record(
  {
    firstName: word,
    lastName: word,
    headline: orNothing,
    currentTitle: orNothing,
    currentCompany: orNothing,
    location: orNothing,
    profileUrl: fc.option(fc.constantFrom('https://a.example/x', 'https://b.example/y'), { nil: null }),
    skills: fc.uniqueArray(word, { maxLength: 3 }),
    emails: fc.uniqueArray(
      word.map(name => `${name.toLowerCase()}@post.example`),
      { maxLength: 3 },
    ),
    phones: fc.uniqueArray(
      word.map(name => `020 ${name.length}${name.charCodeAt(0)}`),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
)
const step = fc.oneof(
  fc.record({ kind: fc.constant('edit' as const), values: fields }),
  fc.record({
    kind: fc.constant('apply' as const),
    place: fc.nat(PLACES - 1),
    as: fc.constantFrom('prospect', 'applicant'),
  }),
  fc.record({ kind: fc.constant('move' as const), place: fc.nat(PLACES - 1), to: fc.nat(5) }),
  fc.record({ kind: fc.constant('pool' as const), place: fc.nat(PLACES - 1) }),
  fc.record({ kind: fc.constant('unpool' as const), place: fc.nat(PLACES - 1) }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never
const history = fc.array(step, { maxLength: 8 })
const choices = fc.dictionary(fc.constantFrom(...chosenFields), fc.constantFrom('kept' as const, 'absorbed' as const))

async function aWorld(company: Company) {
  const app = await testApp()
  const jobs: string[] = []
  const pools: string[] = []
  for (let place = 0; place < PLACES; place++) {
    jobs.push((await anActiveJob(app, company.recruiter)).id)
    pools.push((await perform(app, company.recruiter, work => createPool(work, { name: `Pool ${place}` }))).id)
  }
  const live = async (candidateId: string, steps: readonly Step[]) => {
    for (const one of steps) await take(candidateId, one)
  }
  const take = async (candidateId: string, one: Step): Promise<unknown> => {
    const { recruiter } = company
    if (one.kind === 'edit') return perform(app, recruiter, work => changeCandidate(work, candidateId, one.values))
    const [jobId = '', poolId = ''] = [jobs[one.place], pools[one.place]]
    if (one.kind === 'apply') {
      const as = one.as === 'prospect' ? 'prospect' : 'applicant'
      return perform(app, recruiter, work => addByHand(work, jobId, { candidateId, as, source: 'recruiter' }))
    }
    if (one.kind === 'pool')
      return perform(app, recruiter, work => addToPool(work, poolId, { candidateIds: [candidateId] }))
    if (one.kind === 'unpool') {
      const { talent_pool_member: places } = await snapshotOf(app, company.tenantId, candidateId)
      if (!places?.some(row => row.pool_id === poolId)) return
      return perform(app, recruiter, work => removeFromPool(work, { poolId, candidateId }))
    }
    const { stages } = await look(app, recruiter, tx => getBoard(tx, recruiter, jobId))
    const from = stages.find(stage => stage.cards.some(card => card.candidateId === candidateId))
    const card = from?.cards.find(one => one.candidateId === candidateId)
    const to = stages[one.to % stages.length]
    if (!card || !to || to.id === from?.id) return
    return perform(app, recruiter, work => moveToStage(work, card.id, { toStageId: to.id }))
  }
  return { app, live }
}

test(`merged and taken apart, both stand as they stood (seed ${seed})`, { timeout: 240_000 }, async () => {
  const app = await testApp()
  const company = await aCompany(app)
  const { live } = await aWorld(company)
  const snap = (id: string) => snapshotOf(app, company.tenantId, id)
  await fc.assert(
    fc.asyncProperty(fc.tuple(history, history), choices, history, async (before, chosen, between) => {
      const { recruiter } = company
      const [kept, absorbed] = [
        await aCandidate(app, recruiter),
        await aCandidate(app, recruiter, { lastName: 'Bakker-Vos' }),
      ]
      await live(kept.id, before[0])
      await live(absorbed.id, before[1])
      const were = [await snap(kept.id), await snap(absorbed.id)]
      const merge = () =>
        perform(app, recruiter, work =>
          mergeCandidates(work, { keptId: kept.id, absorbedId: absorbed.id, choices: chosen }, []),
        )
      const first = await merge()
      await expectWhole(were, kept.id, absorbed.id)
      await perform(app, recruiter, work => unmerge(work, first, []))
      expect([await snap(kept.id), await snap(absorbed.id)]).toEqual(were)
      // Once more, and the merged person lives on for a while.
      const second = await merge()
      await live(kept.id, between)
      const merged = await snap(kept.id)
      await perform(app, recruiter, work => unmerge(work, second, []))
      expectNothingLost({ were, merged, are: [await snap(kept.id), await snap(absorbed.id)] })
    }),
    { numRuns: 12, seed, endOnFailure: true },
  )

  /** All that both had is the merged person's, and he alone is found. */
  async function expectWhole(were: readonly Snapshot[], keptId: string, absorbedId: string) {
    const { recruiter } = company
    const merged = await look(app, recruiter, tx => getCandidate(tx, recruiter, keptId))
    const had = (table: string, column: string) => [
      ...new Set(were.flatMap(one => (one[table] ?? []).map(row => String(row[column])))),
    ]
    expect([...merged.emails].sort()).toEqual(had('candidate_email', 'email').sort())
    expect([...merged.phones].sort()).toEqual(had('candidate_phone', 'phone').sort())
    expect([...merged.skills].sort()).toEqual(
      [...new Set(were.flatMap(one => Object(one.candidate?.[0]).skills))].sort(),
    )
    const now = await snap(keptId)
    expect(now.talent_pool_member?.map(row => row.pool_id).sort()).toEqual(had('talent_pool_member', 'pool_id').sort())
    expect(now.application?.map(row => row.job_id).sort()).toEqual(had('application', 'job_id').sort())
    expect(Object.values(await snap(absorbedId)).flat()).toEqual([])
    const listed = await look(app, recruiter, tx => listCandidates(tx, recruiter, { limit: 100 }))
    expect(listed.data.map(one => one.id)).not.toContain(absorbedId)
  }
})

interface Course {
  were: readonly Snapshot[]
  merged: Snapshot
  are: readonly Snapshot[]
}

function expectNothingLost({ were, merged, are }: Course): void {
  const rows = (snapshot: Snapshot | undefined, table: string) => snapshot?.[table] ?? []
  const keys = (list: readonly Record<string, unknown>[], column: string) => list.map(row => row[column])
  const [wasKept, wasAbsorbed] = were
  const [kept, absorbed] = are
  for (const table of ['candidate', 'candidate_email', 'candidate_phone', 'candidate_words', 'talent_pool_member']) {
    expect(rows(absorbed, table), table).toEqual(rows(wasAbsorbed, table))
  }
  // Every application is whose it was, and who joined a job since is kept there.
  const ids = (list: readonly Snapshot[]) => list.flatMap(one => keys(rows(one, 'application'), 'id'))
  expect(keys(rows(absorbed, 'application'), 'id')).toEqual(keys(rows(wasAbsorbed, 'application'), 'id'))
  expect(new Set(ids(are))).toEqual(new Set([...ids(were), ...keys(rows(merged, 'application'), 'id')]))
  for (const row of rows(merged, 'application')) {
    const { candidate_id: _, ...stands } = row
    expect(are.flatMap(one => rows(one, 'application'))).toContainEqual(expect.objectContaining(stands))
  }
  const moves = are.flatMap(one => keys(rows(one, 'stage_move'), 'id'))
  expect(moves).toEqual(expect.arrayContaining(keys(rows(merged, 'stage_move'), 'id')))
  // A field is as somebody left it, or as it was: never a third value.
  const [was] = rows(wasKept, 'candidate')
  const [left] = rows(merged, 'candidate')
  for (const [column, value] of Object.entries(rows(kept, 'candidate')[0] ?? {})) {
    if (column === 'skills' || column === 'origins') continue
    expect([was?.[column], left?.[column]], column).toContainEqual(value)
  }
}
