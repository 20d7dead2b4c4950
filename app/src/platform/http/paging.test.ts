import { expect, test } from 'vitest'
import { z } from 'zod'
import { testApp } from '../testing/test-app.ts'
import { signedOut } from '../testing/test-http.ts'
import { operation } from './operation.ts'
import { decodeCursor, encodeCursor, linkHeader, pageOf, pageQuery, toPage } from './paging.ts'
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

test.each(['abc', encodeCursor({ after: 'x' }), encodeCursor({}), '%00', 'e30'])(
  'the cursor %s is refused',
  async next => {
    const browser = await signedOut(await testApp(), numberRoutes)
    const answer = await browser.get(`/api/v1/numbers?next=${next}`)
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalidCursor', errors: [{ field: 'next' }] } })
  },
)
