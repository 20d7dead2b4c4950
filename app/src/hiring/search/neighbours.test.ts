import { expect, test } from 'vitest'
import { testApp } from '../../platform/testing/test-app.ts'
import { look } from '../../platform/work.ts'
import { aCandidate, aCompany } from '../testing/builders.ts'
import { getNeighbours } from './neighbours.queries.ts'
import type { CandidateQuery } from './search.shapes.ts'

async function withRow(people: { firstName: string; headline?: string }[]) {
  const app = await testApp()
  const { recruiter, colleague } = await aCompany(app)
  const ids = new Map<string, string>()
  for (const values of people) ids.set(values.firstName, (await aCandidate(app, recruiter, values)).id)
  const names = new Map([...ids].map(([name, id]) => [id, name]))
  const around = async (firstName: string, query: CandidateQuery, actor = recruiter) => {
    const id = ids.get(firstName) ?? ''
    const { previousId, nextId, position } = await look(app, actor, tx => getNeighbours(tx, actor, id, query))
    return [previousId && names.get(previousId), position, nextId && names.get(nextId)]
  }
  return { around, colleague }
}

test('before and after, in the order of the list and within its filter', async () => {
  const { around, colleague } = await withRow([
    { firstName: 'Anna', headline: 'Rose' },
    { firstName: 'Daan', headline: 'Lily' },
    { firstName: 'Cor', headline: 'Rose' },
    { firstName: 'Bea', headline: 'Rose' },
  ])
  expect(await around('Daan', {})).toEqual(['Cor', 3, 'Anna'])
  expect(await around('Bea', {})).toEqual([null, 1, 'Cor'])
  expect(await around('Anna', {})).toEqual(['Daan', 4, null])
  expect(await around('Cor', { sort: 'name' })).toEqual(['Bea', 3, 'Daan'])
  expect(await around('Cor', { q: 'rose', sort: 'newest' })).toEqual(['Bea', 2, 'Anna'])
  // Not on the list any more: the next one is where it was.
  expect(await around('Daan', { q: 'rose', sort: 'newest' })).toEqual(['Cor', null, 'Anna'])
  await expect(around('Daan', {}, colleague)).rejects.toMatchObject({ kind: 'notFound' })
})

test('by relevance, and with a slip in the query', async () => {
  const { around } = await withRow([
    { firstName: 'Marjolein' },
    { firstName: 'Rosa', headline: 'Lily' },
    { firstName: 'Kees', headline: 'Rosa' },
  ])
  expect(await around('Rosa', { q: 'rosa' })).toEqual([null, 1, 'Kees'])
  expect(await around('Kees', { q: 'rosa' })).toEqual(['Rosa', 2, null])
  expect(await around('Marjolein', { q: 'rosa' })).toEqual([null, null, null])
  expect(await around('Marjolein', { q: 'marjolien' })).toEqual([null, 1, null])
})
