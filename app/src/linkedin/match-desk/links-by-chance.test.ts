// Who two people are at LinkedIn, by chance: merged, every account of both leads to the one; taken apart, each is who he was.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Company } from '../../hiring/testing/builders.ts'
import { aCandidate, aCompany } from '../../hiring/testing/builders.ts'
import type { Snapshot } from '../../hiring/testing/whole-candidate.ts'
import { snapshotOf } from '../../hiring/testing/whole-candidate.ts'
import type { App } from '../../platform/app.ts'
import { testApp } from '../../platform/testing/test-app.ts'
import { look, perform } from '../../platform/work.ts'
import { raiseDoubts, settleDoubt } from '../identity/doubts.ts'
import { linkCandidate } from '../identity/link-candidate.ts'
import { findHolder } from '../identity/match-candidate.ts'
import { unlinkCandidate } from '../identity/unlink-candidate.ts'
import { listDoubts } from './match-desk.queries.ts'
import { mergePair, unmergePair } from './match-desk.ts'

const seed = Number(process.env.LODESTONE_FUZZ_SEED ?? Date.now() % 2 ** 31)

const member = fc.nat(3)
const step = fc.oneof(
  fc.record({ kind: fc.constant('link' as const), member, by: fc.constantFrom('export', 'hand', 'linkedin') }),
  fc.record({ kind: fc.constant('unlink' as const), member }),
  fc.record({ kind: fc.constant('doubt' as const), with: fc.nat(1), isSettled: fc.boolean() }),
  // Somebody else was part of him before: his second account.
  fc.record({ kind: fc.constant('absorb' as const), member }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never
const history = fc.array(step, { maxLength: 5 })
const side = fc.constantFrom('kept' as const, 'absorbed' as const)

test(`whose account it was, it is again (seed ${seed})`, { timeout: 240_000 }, async () => {
  const app = await testApp()
  await fc.assert(
    fc.asyncProperty(fc.tuple(history, history), side, history, async (before, holds, between) => {
      // Of one company of its own each time: a member is linked once in a company.
      const world = await aWorld(app, await aCompany(app))
      const [keptId, absorbedId] = [await world.add(), await world.add()]
      await world.live(keptId, before[0])
      await world.live(absorbedId, before[1])
      const read = async () => [await world.snap(keptId), await world.snap(absorbedId), await world.doubts()]
      const were = await read()
      const accounts = [...membersOf(await world.snap(keptId)), ...membersOf(await world.snap(absorbedId))]
      const first = await world.merge(keptId, absorbedId, holds)
      expect(await world.holdersOf(accounts)).toEqual(accounts.map(() => keptId))
      expect(Object.values(await world.snap(absorbedId)).flat()).toEqual([])
      const merged = await world.snap(keptId)
      const apart = were.slice(0, 2).flatMap(one => apartOf(Object(one)))
      expect(new Set([...apartOf(merged), ...accounts])).toEqual(new Set([...apart, ...accounts]))
      await world.part(first)
      expect(await read()).toEqual(were)

      // Once more, and somebody goes on saying who the merged person is.
      const second = await world.merge(keptId, absorbedId, holds)
      await world.live(keptId, between.filter(isSaid))
      const held = membersOf(await world.snap(keptId))
      await world.part(second)
      const both = [keptId, absorbedId]
      for (const holder of await world.holdersOf(held)) expect(both).toContain(holder)
      expect(apartOf(await world.snap(absorbedId))).toEqual(apartOf(Object(were[1])))
    }),
    { numRuns: 8, seed, endOnFailure: true },
  )
})

/** Another merge would lie on top of the one that is undone. */
function isSaid({ kind }: Step): boolean {
  return kind !== 'absorb'
}

const urns = (snapshot: Snapshot, table: string) => (snapshot[table] ?? []).map(row => String(row.person_urn))
const membersOf = (snapshot: Snapshot) =>
  ['linkedin_identity', 'linkedin_second_member'].flatMap(one => urns(snapshot, one))
const apartOf = (snapshot: Snapshot) => urns(snapshot, 'linkedin_not_this_person')

async function aWorld(app: App, { recruiter, tenantId }: Company) {
  const add = async () => (await aCandidate(app, recruiter)).id
  const thirds = [await add(), await add()]
  const urnOf = (number: number) => `urn:li:person:Chance${number}`
  const snap = (id: string) => snapshotOf(app, tenantId, id)
  const doubts = async () => {
    const lists = [
      await look(app, recruiter, tx => listDoubts(tx, recruiter, { state: 'open', limit: 50 })),
      await look(app, recruiter, tx => listDoubts(tx, recruiter, { state: 'dismissed', limit: 50 })),
    ]
    return lists.map(({ data }) =>
      data.map(({ people, evidence }) => JSON.stringify([people.map(one => one.id).sort(), evidence])).sort(),
    )
  }
  const holdersOf = (all: readonly string[]) =>
    perform(app, recruiter, async work => {
      const holders = []
      for (const urn of all) holders.push(await findHolder(work, urn))
      return holders
    })
  const merge = (keptId: string, absorbedId: string, holds: 'kept' | 'absorbed') =>
    perform(app, recruiter, work => mergePair(work, { keptId, absorbedId, choices: {}, member: holds }, []))
  const part = (mergeId: string) => perform(app, recruiter, work => unmergePair(work, mergeId, []))
  const link = async (candidateId: string, number: number, linkedBy: 'export' | 'hand' | 'linkedin') => {
    const personUrn = urnOf(number)
    const now = await snap(candidateId)
    const [holder] = await holdersOf([personUrn])
    if (holder !== undefined || now.linkedin_identity?.length || apartOf(now).includes(personUrn)) return
    await perform(app, recruiter, work =>
      linkCandidate(work, { person: { personUrn, profileUrl: null }, candidateId, linkedBy }),
    )
  }
  const take = async (candidateId: string, one: Step): Promise<unknown> => {
    if (one.kind === 'link') return link(candidateId, one.member, one.by)
    if (one.kind === 'unlink')
      return perform(app, recruiter, work => unlinkCandidate(work, candidateId, urnOf(one.member)))
    if (one.kind === 'absorb') {
      const other = await add()
      await link(other, one.member, 'export')
      return merge(candidateId, other, 'kept')
    }
    const pair = { oneId: candidateId, otherId: thirds[one.with] ?? '' }
    return perform(app, recruiter, async work => {
      await raiseDoubts(work, [{ ...pair, evidence: ['email:by@chance.example'] }])
      if (one.isSettled) await settleDoubt(work, { ...pair, state: 'dismissed' })
    })
  }
  const live = async (candidateId: string, steps: readonly Step[]) => {
    for (const one of steps) await take(candidateId, one)
  }
  return { add, snap, doubts, holdersOf, merge, part, live }
}
