import { expect, test } from 'vitest'
import { booleanSearches, hitsOf } from './searches.ts'
import { cities, companies, fields, firstNames, lastNames, roles, skills } from './vocabulary.ts'
import { applicationId, isOfWorld, numberOf, World } from './world.ts'

test.each([1_000, 1_001, 1_002, 5_000])('applications and candidates of %i find each other', candidates => {
  const world = new World(candidates)
  const pairs = new Set<string>()
  for (let application = 0; application < world.applications; application++) {
    const candidate = world.candidateOf(application)
    expect(world.applicationsOf(candidate)).toContain(application)
    expect(world.applicationsOn(world.jobOf(application))).toContain(application)
    pairs.add(`${candidate} ${world.jobOf(application)}`)
  }
  // Nobody applies to one job twice.
  expect(pairs.size).toBe(world.applications)
  const all = Array.from({ length: candidates }, (_, candidate) => world.applicationsOf(candidate).length)
  expect(all.reduce((sum, one) => sum + one, 0)).toBe(world.applications)
})

test('every board but the first and the last has 200 cards', () => {
  const world = new World(100_000)
  expect(world.applicationsOn(0)).toHaveLength(5_000)
  for (const job of [1, 2, world.jobs - 2]) expect(world.applicationsOn(job)).toHaveLength(200)
})

test('no word stands in two lists, so that a search means what its truth says', () => {
  const lists = [firstNames, lastNames, roles, fields, companies, cities, skills]
  const words = lists.flatMap(list => list.map(word => word.toLowerCase()))
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
  expect(words.every(word => /^[a-z]+$/.test(word))).toBe(true)
})

test('each boolean search has hits, and none has them all', () => {
  const hits = hitsOf(new World(20_000), booleanSearches)
  for (const [index, found] of hits.entries()) {
    expect(found.length, booleanSearches[index]?.q).toBeGreaterThan(0)
    expect(found.length, booleanSearches[index]?.q).toBeLessThan(20_000)
    expect(found).toEqual(found.toSorted().toReversed())
  }
})

test('an id of the world is told from one that the product makes', () => {
  expect(isOfWorld(applicationId(123_456))).toBe(true)
  expect(numberOf(applicationId(123_456))).toBe(123_456)
  expect(isOfWorld('app_01kb8pyd3sfknv8jthqj0cvw2e')).toBe(false)
})
