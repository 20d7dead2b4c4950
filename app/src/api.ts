import { QueryClient } from '@tanstack/react-query'
import { type ClientResponse, hc } from 'hono/client'
import type { Routes } from './routes.ts'

/** Every address of the API, typed by the server's own routes: `api.jobs.$get({ query })`. */
export const api = hc<Routes>('/').api.v1

interface ProblemBody {
  status: number
  code: string
  detail: string
  params: Record<string, string | number>
  errors: { field: string; message: string; code: string }[]
  requestId: string
}

/** A no from the server, or no answer at all (`code` is then `unreachable`). */
export class ProblemError extends Error {
  readonly status: number
  readonly code: string
  readonly params: Record<string, string | number>
  readonly errors: ProblemBody['errors']
  readonly requestId: string | undefined

  constructor(body: Partial<ProblemBody>) {
    super(body.detail ?? 'The server did not answer.')
    this.name = 'ProblemError'
    this.status = body.status ?? 0
    this.code = body.code ?? 'unreachable'
    this.params = body.params ?? {}
    this.errors = body.errors ?? []
    this.requestId = body.requestId
  }
}

/** The body of a good answer: `await answer(api.jobs.$get())`. Anything else is thrown as a ProblemError. */
export async function answer<T>(call: Promise<ClientResponse<T>>): Promise<T> {
  const response = await call.catch(() => {
    throw new ProblemError({})
  })
  if (!response.ok) throw await readProblem(response)
  return response.status === 204 ? nothing() : readBody(response)
}

/**
 * Queries are keyed `[subjectKind, ...]`: the word that events use for what they are about, then what narrows it.
 * `['job', id]`, `['jobs', filter]`, `['candidate', id]`. A live event then knows what to refresh: see ui/live.ts.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) =>
        failures < 2 && !(error instanceof ProblemError && error.status > 0 && error.status < 500),
      retryDelay: failures => 400 * 2 ** failures,
    },
  },
})

/** Whoever must know that the session has ended (the router) says so here. */
export const session = { onEnd: () => {} }

async function readProblem(response: ClientResponse<unknown>): Promise<ProblemError> {
  const body = await readJson(response)
  const problem = new ProblemError({ status: response.status, code: 'unexpected', ...body })
  if (problem.code === 'notSignedIn' && queryClient.getQueryData(['session'])) session.onEnd()
  return problem
}

async function readJson(response: ClientResponse<unknown>): Promise<Partial<ProblemBody>> {
  try {
    return JSON.parse(await response.text())
  } catch {
    return { detail: response.statusText }
  }
}

// The types of the routes say what the body is; hono's own type of json() is lost in a union.
async function readBody<T>(response: ClientResponse<T>): Promise<T> {
  return JSON.parse(await response.text())
}

// A route without an answer has the type undefined or null, which is what 204 means.
function nothing<T>(): T {
  return undefined as T
}
