import type { Caller } from './caller.ts'
import type { CandidatePage } from './lists.ts'
import type { CheckedRead } from './reads.ts'
import { reads } from './reads.ts'
import type { Workload } from './workload.ts'
import { expectSame } from './workload.ts'
import type { Person, World } from './world.ts'
import { candidateId } from './world.ts'

const NAMES = 40

/** A first and a last name together. All who bear them are hits of the same worth, so the newest comes first. */
export function nameSearch(world: World): Workload {
  return reads('name search', () => {
    const bearers = new Map<string, string[]>()
    for (let index = world.candidates - 1; index >= 0; index--) {
      const { id, firstName, lastName } = world.person(index)
      const name = `${firstName} ${lastName}`
      bearers.set(name, [...(bearers.get(name) ?? []), id])
    }
    const step = Math.max(1, Math.floor(bearers.size / NAMES))
    const names = [...bearers.keys()].filter((_, index) => index % step === 0).slice(0, NAMES)
    return names.map(name => {
      const address = `/candidates?q=${encodeURIComponent(name)}`
      const expected = bearers.get(name) ?? []
      return { address, check: body => expectPage(address, body, expected) }
    })
  })
}

const PAGE = 25

function expectPage(what: string, body: unknown, expected: readonly string[]): void {
  const { data, hasNext } = body as CandidatePage // the documented shape
  expectSame(what, [data.map(one => one.id), hasNext], [expected.slice(0, PAGE), expected.length > PAGE])
}

export interface BooleanSearch {
  q: string
  /** The same in plain words: does somebody with these words belong to the answer? */
  isHit(has: (word: string) => boolean): boolean
}

export const booleanSearches: readonly BooleanSearch[] = [
  {
    q: '(kubernetes OR terraform) AND rotterdam',
    isHit: has => (has('kubernetes') || has('terraform')) && has('rotterdam'),
  },
  {
    q: '(rust OR elixir) AND engineer NOT amsterdam',
    isHit: has => (has('rust') || has('elixir')) && has('engineer') && !has('amsterdam'),
  },
  {
    q: 'fortran AND (utrecht OR leiden OR delft)',
    isHit: has => has('fortran') && (has('utrecht') || has('leiden') || has('delft')),
  },
  {
    q: '"data engineer" AND (scala OR hadoop)',
    isHit: has => has('data') && has('engineer') && (has('scala') || has('hadoop')),
  },
  {
    q: 'sql AND python AND java NOT (rotterdam OR amsterdam)',
    isHit: has => has('sql') && has('python') && has('java') && !has('rotterdam') && !has('amsterdam'),
  },
  {
    q: '(haskell AND prolog) OR (fortran AND swift)',
    isHit: has => (has('haskell') && has('prolog')) || (has('fortran') && has('swift')),
  },
  { q: 'consultant AND greenhouse NOT sql', isHit: has => has('consultant') && has('greenhouse') && !has('sql') },
  {
    q: '(designer OR analyst) AND (figma OR tableau) AND (gent OR antwerpen)',
    isHit: has =>
      (has('designer') || has('analyst')) && (has('figma') || has('tableau')) && (has('gent') || has('antwerpen')),
  },
]

/** Every hit of every query is fetched once and held against the world, page by page; measured are first pages. */
export function booleanSearch(world: World): Workload {
  return reads('boolean search', async caller => {
    const hits = hitsOf(world, booleanSearches)
    const found: CheckedRead[] = []
    for (const [index, { q }] of booleanSearches.entries()) {
      const expected = hits[index] ?? []
      const address = `/candidates?q=${encodeURIComponent(q)}`
      const all = await walk(caller, address)
      expectSame(`all hits of ${q}`, all.toSorted(), expected.toSorted())
      // By relevance the order is the product's own; the newest first, it is known.
      found.push({ address, check: body => expectPage(address, body, all) })
      const newest = `${address}&sort=newest`
      found.push({ address: newest, check: body => expectPage(newest, body, expected) })
    }
    return found
  })
}

/** For each search the ids of its hits, the newest first. */
export function hitsOf(world: World, searches: readonly BooleanSearch[]): string[][] {
  const hits = searches.map((): string[] => [])
  for (let index = world.candidates - 1; index >= 0; index--) {
    const words = wordsOf(world.person(index))
    for (const [at, search] of searches.entries()) {
      if (search.isHit(word => words.has(word))) hits[at]?.push(candidateId(index))
    }
  }
  return hits
}

function wordsOf({ firstName, lastName, headline, location, skills }: Person): Set<string> {
  return new Set([firstName, lastName, headline, location, ...skills].join(' ').toLowerCase().split(' '))
}

async function walk(caller: Caller, address: string): Promise<string[]> {
  const ids: string[] = []
  for (let next: string | null = ''; next !== null; ) {
    const page: CandidatePage = await caller.read(`${address}&limit=100${next && `&next=${next}`}`)
    ids.push(...page.data.map(one => one.id))
    next = page.next
  }
  return ids
}
