import { expect, test } from 'vitest'
import { createClient, followChanges, LodestoneProblem } from '../client/src/index.mjs'

const clientOf = (answer: () => Response) =>
  createClient({ url: 'http://localhost:3000', token: 'ls_x', fetch: async () => answer() })

async function firstOf(answer: () => Response): Promise<unknown> {
  const follow = followChanges(clientOf(answer))
  return follow.next().then(
    ({ value }) => value,
    (error: unknown) => error,
  )
}

test.each([
  ['nothing', new Response(null, { status: 502, headers: { 'content-length': '0' } })],
  ['its own page', new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'content-type': 'text/html' } })],
])('where a proxy answers with %s, whoever follows the changes is told so', async (_what, response) => {
  const thrown = await firstOf(() => response)
  expect(thrown).toBeInstanceOf(LodestoneProblem)
  expect(thrown).toMatchObject({ problem: { status: 502, code: 'notFromLodestone' } })
  expect(String(thrown)).toContain('502')
})

test('a refusal is told as it came, and a page is handed on', async () => {
  const problem = { code: 'changes.restored', detail: 'Begin anew.', status: 422 }
  expect(await firstOf(() => Response.json(problem, { status: 422 }))).toMatchObject({
    problem,
    message: problem.detail,
  })
  const page = { data: [], hasNext: false, next: 'x' }
  expect(await firstOf(() => Response.json(page))).toEqual(page)
})
