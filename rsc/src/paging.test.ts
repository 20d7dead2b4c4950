import { expect, test } from 'vitest'
import { z } from 'zod'
import type { RawAnswer } from './errors.ts'
import { readElements, readPage } from './paging.ts'

const answer = (json: unknown): RawAnswer => ({
  status: 200,
  headers: {},
  bodyText: JSON.stringify(json),
  receivedAtMs: 0,
})
const read = (json: unknown, asked = { start: 20, count: 10 }) => readPage(answer(json), z.number(), asked)
const numbers = (length: number) => Array.from({ length }, (_, at) => at)

test.each([
  ['a full page', { elements: numbers(10), paging: { start: 20, count: 10, links: [] } }, 30],
  ['a full page without paging', { elements: numbers(10) }, 30],
  ['a short page', { elements: numbers(9), paging: { start: 20, count: 10, links: [] } }, null],
  [
    'a short page with a link to the next',
    { elements: numbers(4), paging: { links: [{ rel: 'next', href: '/x' }] } },
    30,
  ],
  ['a short page with a link back', { elements: numbers(4), paging: { links: [{ rel: 'prev', href: '/x' }] } }, null],
  ['a page that LinkedIn made smaller', { elements: numbers(5), paging: { count: 5 } }, 25],
  ['an empty page with a link to the next', { elements: [], paging: { links: [{ rel: 'next' }] } }, null],
  ['paging that cannot be read', { elements: numbers(10), paging: 'x' }, 30],
])('after %s comes %s', (_, json, nextStart) => {
  expect(read(json).nextStart).toBe(nextStart)
})

test('a body without a list of elements is a server failure', () => {
  expect(() => read({ element: [] })).toThrow(expect.objectContaining({ kind: 'server' }))
})

test('where every element matters, one that cannot be read fails the answer', () => {
  expect(readElements(answer({ elements: [1, 2] }), z.number())).toEqual([1, 2])
  expect(readElements(answer(3), z.number())).toEqual([3])
  expect(() => readElements(answer({ elements: [1, 'x'] }), z.number())).toThrow(
    expect.objectContaining({ kind: 'server' }),
  )
})
