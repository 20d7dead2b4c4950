import createFetchClient from 'openapi-fetch'

/** @type {typeof import('./index.d.mts').createClient} */
export function createClient({ url, token, fetch }) {
  const client = createFetchClient({ baseUrl: url, ...(fetch ? { fetch } : {}) })
  client.use({
    onRequest({ request }) {
      request.headers.set('authorization', `Bearer ${token}`)
      // So that a request that got no answer may be sent again: see “Sending again” in docs/integrating.md.
      if (request.method === 'POST' && !request.headers.has('idempotency-key')) {
        request.headers.set('idempotency-key', crypto.randomUUID())
      }
      return request
    },
  })
  return client
}

/** @type {typeof import('./index.d.mts').followChanges} */
export async function* followChanges(client, { since = 'now', signal } = {}) {
  for (;;) {
    const query = { since, limit: 100, wait: 25 }
    const asked = { params: { query }, ...(signal ? { signal } : {}) }
    const { data, error, response } = await client.GET('/api/v1/changes', asked)
    if (!data) throw new LodestoneProblem(isProblem(error) ? error : unknownProblem(response))
    since = data.next
    yield data
  }
}

export class LodestoneProblem extends Error {
  /** @param {import('./index.d.mts').Problem} problem */
  constructor(problem) {
    super(problem.detail)
    this.name = 'LodestoneProblem'
    this.problem = problem
  }
}

/** @returns {error is import('./index.d.mts').Problem} */
function isProblem(error) {
  return typeof error === 'object' && error !== null && 'code' in error
}

// A proxy in between answers in its own words, or in none.
function unknownProblem({ status, statusText }) {
  const title = statusText || 'Refused'
  const detail = `The answer was ${status} and does not come from Lodestone. Is it running, and is the address right?`
  return { type: 'about:blank', title, status, detail, code: 'notFromLodestone', params: {}, errors: [], requestId: '' }
}
