import { expect, test } from 'vitest'
import { z } from 'zod'
import { testApp } from '../testing/test-app.ts'
import { signedOut } from '../testing/test-http.ts'
import { operation } from './operation.ts'
import { cursorTime, decodeCursor, encodeCursor, linkHeader, pageOf, pageQuery, toPage } from './paging.ts'
import { createRouter } from './router.ts'

const cursorSchema = z.object({ after: z.int() })
const numbers = Array.from({ length: 60 }, (_, index) => index)

const numberRoutes = () =>
  createRouter().openapi(
    operation({
      method: 'get',
      path: '/numbers',
      summary: 'Lists',
      public: true,
      query: pageQuery.extend({ state: z.array(z.string()).optional() }),
      answer: pageOf(z.int()),
    }),
    c => {
      const { limit, next } = c.req.valid('query')
      const after = next === undefined ? -1 : decodeCursor(next, cursorSchema).after
      const rows = numbers.filter(number => number > after).slice(0, limit + 1)
      const page = toPage(rows, limit, { cursor: number => ({ after: number }), item: number => number })
      linkHeader(c, page.next)
      return c.json(page, 200)
    },
  )

const listed = z.object({ data: z.array(z.int()), hasNext: z.boolean(), next: z.string().nullable() })

test('following next reads every row once, by default 25 at a time', async () => {
  const browser = await signedOut(await testApp(), numberRoutes)
  const sizes: number[] = []
  const seen: number[] = []
  let address: string | undefined = '/api/v1/numbers?state=op%20en&state=toe'
  while (address) {
    const answer = await browser.get(address)
    const page = listed.parse(answer.body)
    sizes.push(page.data.length)
    seen.push(...page.data)
    const link = answer.headers.get('link')
    expect(link === null).toBe(!page.hasNext)
    address = /^<([^>]+)>; rel="next"$/.exec(link ?? '')?.[1]
    if (address) expect(new URL(address, 'http://localhost').searchParams.getAll('state')).toEqual(['op en', 'toe'])
    expect(page.next === null).toBe(!page.hasNext)
  }
  expect(sizes).toEqual([25, 25, 10])
  expect(seen).toEqual(numbers)
})

test('a page that ends exactly at the last row has no next one', async () => {
  const browser = await signedOut(await testApp(), numberRoutes)
  expect(await browser.get('/api/v1/numbers?limit=60')).toMatchObject({ body: { hasNext: false, next: null } })
})

test.each(['0', '101', 'ten', '2.5', '-1'])('the limit %s is refused', async limit => {
  const browser = await signedOut(await testApp(), numberRoutes)
  const answer = await browser.get(`/api/v1/numbers?limit=${limit}`)
  expect(answer).toMatchObject({ status: 422, body: { errors: [{ field: 'limit' }] } })
})

test.each(['abc', encodeCursor({ after: 'x' }), encodeCursor({}), 'e30'])('the cursor %s is refused', async next => {
  const browser = await signedOut(await testApp(), numberRoutes)
  const answer = await browser.get(`/api/v1/numbers?next=${next}`)
  expect(answer).toMatchObject({ status: 422, body: { code: 'invalidCursor', errors: [{ field: 'next' }] } })
})

test('what no column takes is no cursor either', async () => {
  const schema = z.tuple([cursorTime, z.string()])
  const read = (value: unknown) => () => decodeCursor(encodeCursor(value), schema)
  const time = '2026-11-23T08:00:00.000Z'
  expect(read([time, 'cand_1'])()).toEqual([time, 'cand_1'])
  const refusal = expect.objectContaining({ code: 'invalidCursor' })
  for (const value of [
    [time, '\0'],
    [time, '\ud800'],
    ['0000-01-01T00:00:00Z', 'cand_1'],
    ['yesterday', 'cand_1'],
  ]) {
    expect(read(value)).toThrow(refusal)
  }
})

test('a cursor with a sign that no text has is refused', async () => {
  const browser = await signedOut(await testApp(), numberRoutes)
  expect(await browser.get('/api/v1/numbers?next=%00')).toMatchObject({
    status: 422,
    body: { code: 'unstorableText' },
  })
})
