import type { Caller } from './caller.ts'
import type { CheckedRead } from './reads.ts'
import { reads } from './reads.ts'
import type { Workload } from './workload.ts'
import { expectSame } from './workload.ts'
import type { Person, Placement, World } from './world.ts'
import { candidateId, isOwnJob, jobId, stageId, stageKinds } from './world.ts'

export interface CandidatePage {
  data: { id: string; firstName: string; lastName: string; email: string; applicationCount: number }[]
  hasNext: boolean
  next: string | null
}

const PAGE = 50
const WALK = 100
const DEEP_PAGES = 20

/** The newest page of all candidates. */
export function list(world: World): Workload {
  return reads('list', () => [pageRead(world, { address: `/candidates?limit=${PAGE}`, first: world.candidates - 1 })])
}

/** Pages far in: half of all candidates stand before them, at the most 50,000. The way there is walked and checked. */
export function deepList(world: World): Workload {
  return reads('deep list', async caller => {
    const depth = Math.min(50_000, Math.floor(world.candidates / 2 / WALK) * WALK)
    const found: CheckedRead[] = []
    let cursor = await walkTo(world, caller, depth)
    for (let page = 0; page < DEEP_PAGES && cursor !== ''; page++) {
      const address = `/candidates?limit=${PAGE}&next=${cursor}`
      found.push(pageRead(world, { address, first: world.candidates - 1 - depth - page * PAGE }))
      cursor = (await caller.read<CandidatePage>(address)).next ?? ''
    }
    return found
  })
}

async function walkTo(world: World, caller: Caller, depth: number): Promise<string> {
  let cursor = ''
  for (let passed = 0; passed < depth; passed += WALK) {
    const address = `/candidates?limit=${WALK}${cursor && `&next=${cursor}`}`
    const page = await caller.read<CandidatePage>(address)
    pageRead(world, { address, first: world.candidates - 1 - passed, limit: WALK }).check(page)
    cursor = page.next ?? ''
  }
  return cursor
}

function pageRead(world: World, { address, first, limit = PAGE }: { address: string; first: number; limit?: number }) {
  const expected = Array.from({ length: Math.min(limit, first + 1) }, (_, index) => first - index)
  const check = (body: unknown) => {
    const { data, hasNext } = body as CandidatePage // the documented shape
    const people = expected.map(index => world.person(index))
    expectSame(
      address,
      data.map(({ id, firstName, lastName, email }) => ({ id, firstName, lastName, email })),
      people.map(({ id, firstName, lastName, email }) => ({ id, firstName, lastName, email })),
    )
    expectSame(
      `${address}, applications`,
      data.map(item => item.applicationCount),
      expected.map(index => known(world, index).length),
    )
    expectSame(`${address}, hasNext`, hasNext, first + 1 > limit)
  }
  return { address, check }
}

const PROFILES = 200

/** One candidate with everything that his page shows. */
export function profile(world: World): Workload {
  const step = Math.max(1, Math.floor(world.candidates / PROFILES))
  const count = Math.min(PROFILES, world.candidates)
  return reads('profile', () => Array.from({ length: count }, (_, index) => profileRead(world, index * step)))
}

interface Profile {
  id: string
  firstName: string
  lastName: string
  skills: string[]
  emails: string[]
  createdAt: string
  applications: { id: string; jobId: string; stageId: string; mayOpen: boolean }[]
}

function profileRead(world: World, index: number): CheckedRead {
  const check = (body: unknown) => {
    const found = body as Profile // the documented shape
    const { id, firstName, lastName, skills, email, createdAt }: Person = world.person(index)
    const expected = { id, firstName, lastName, skills, emails: [email], createdAt }
    const { applications, ...rest } = found
    expectSame(`profile ${id}`, { ...pick(rest, expected) }, expected)
    expectSame(
      `applications of ${id}`,
      applications.map(one => [one.id, one.jobId, one.stageId, one.mayOpen]),
      known(world, index)
        .toReversed()
        .map(one => [one.id, jobId(one.job), stageId(one.job, one.stage), isOwnJob(one.job)]),
    )
  }
  return { address: `/candidates/${candidateId(index)}`, check }
}

/** Of one candidate, those that the caller may know of; the newest last. */
function known(world: World, index: number): Placement[] {
  return world
    .applicationsOf(index)
    .map(application => world.placement(application))
    .filter(placement => world.isKnownToCaller(placement))
}

const BOARDS = 20

export interface BoardAnswer {
  stages: { id: string; kind: string; cards: { id: string; candidateId: string; name: string }[] }[]
  notOpenedCount: number
}

/** Whole boards of 200 cards. */
export function boards(world: World): Workload {
  const own = Array.from({ length: Math.floor((world.jobs - 2) / 2) }, (_, index) => 2 * index + 2)
  return reads('board of 200', () => own.slice(0, BOARDS).map(job => boardRead(world, job)))
}

export function largeBoard(world: World): Workload {
  return reads(`board of ${world.largeBoardCards.toLocaleString('en')}`, () => [boardRead(world, 0)])
}

function boardRead(world: World, job: number): CheckedRead {
  const check = (body: unknown) => {
    const { stages, notOpenedCount } = body as BoardAnswer // the documented shape
    const placements = world.applicationsOn(job).map(application => world.placement(application))
    const expected = stageKinds.map((_kind, stage) => ({
      id: stageId(job, stage),
      cards: placements
        .filter(one => one.stage === stage)
        .toReversed()
        .map(one => [one.id, candidateId(one.candidate), nameOf(world.person(one.candidate))]),
    }))
    expectSame(
      `board of ${jobId(job)}`,
      stages.map(stage => ({ id: stage.id, cards: stage.cards.map(card => [card.id, card.candidateId, card.name]) })),
      expected,
    )
    expectSame(`not opened on ${jobId(job)}`, notOpenedCount, placements.length)
  }
  return { address: `/jobs/${jobId(job)}/board`, check }
}

function nameOf({ firstName, lastName }: Person): string {
  return `${firstName} ${lastName}`
}

function pick(from: object, like: object): object {
  return Object.fromEntries(Object.keys(like).map(key => [key, Reflect.get(from, key)]))
}
