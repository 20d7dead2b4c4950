import type { Client } from 'openapi-fetch'
import type { components, paths } from './generated/paths.d.ts'

export type Schemas = components['schemas']
export type Problem = Schemas['Problem']
export type LodestoneClient = Client<paths>

export interface ClientOptions {
  /** Of the installation, such as `https://ats.example.com`. */
  url: string
  /** An API token, `ls_…`. */
  token: string
  fetch?: (request: Request) => Promise<Response>
}

/** Every address of the API, typed: `await client.GET('/api/v1/jobs', { params: { query: { limit: 10 } } })`. */
export function createClient(options: ClientOptions): LodestoneClient

export type ChangesPage = paths['/api/v1/changes']['get']['responses'][200]['content']['application/json']

/** The feed of changes, page by page, for ever. Keep `next` of a page when you are done with it. */
export function followChanges(
  client: LodestoneClient,
  options?: { since?: string; signal?: AbortSignal },
): AsyncGenerator<ChangesPage, never, void>

/** A refusal that was thrown; `problem` says what happened and what to do next. */
export class LodestoneProblem extends Error {
  readonly problem: Problem
  constructor(problem: Problem)
}
