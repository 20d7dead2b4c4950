import type { Client } from '@lodestone/rsc/client'
import { LinkedInFailure } from '@lodestone/rsc/errors'
import type { ExportedCandidate } from '@lodestone/rsc/exported-candidates'
import { getExportedCandidate } from '@lodestone/rsc/exported-candidates'
import type { Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { TryLater } from '../../platform/queue/queue.ts'
import { look, perform } from '../../platform/work.ts'
import { permissionsOf } from '../access/access.queries.ts'
import { countCall } from '../access/call-count.ts'
import { clientFor } from '../access/clients.ts'
import { laterAfter } from '../access/later.ts'
import { readIntegrations } from '../access/read-integrations.ts'
import type { WaitingPush } from '../door/pushes.ts'
import { notePushProblem } from '../door/pushes.ts'

/** LinkedIn keeps an export for a day; after that nobody can fetch it any more. */
const LIFETIME_MS = 24 * 3_600_000
const MOST_UNREADABLE = 3

type PushActor = Extract<Actor, { kind: 'linkedinPush' }>

export type Fetched =
  | { ok: true; exported: ExportedCandidate }
  | { ok: false; cause: 'requestExpired' | 'linkedinRefused' | 'linkedinUnreachable' | 'unreadable'; reason: string }

/** The data behind a push, or why there will never be any. What may still come is tried again later (TryLater). */
export async function fetchExport(app: App, actor: PushActor, waiting: WaitingPush): Promise<Fetched> {
  const givesUpAt = new Date(waiting.receivedAt.getTime() + LIFETIME_MS)
  try {
    if (!(await isExportEnabled(app, actor))) {
      return { ok: false, cause: 'linkedinRefused', reason: 'One-click export is not switched on at LinkedIn.' }
    }
    const waitUntil = await perform(app, actor, work => countCall(work, 'exportedCandidates'))
    if (waitUntil) throw new TryLater(waitUntil, 'The calls that LinkedIn allows today are used.')
    const client = await clientFor(app, actor.tenantId)
    await haveToken(app, client, waiting)
    return { ok: true, exported: await getExportedCandidate(client, actor.requestId) }
  } catch (error) {
    const problem = readProblem(app, error, waiting)
    if ('cause' in problem) return problem
    if (problem.at >= givesUpAt) {
      if (app.clock.now() >= givesUpAt) return { ok: false, cause: 'linkedinUnreachable', reason: problem.message }
      problem.at = givesUpAt
    }
    await noteProblem(app, actor, problem.message)
    throw new TryLater(problem.at, problem.message)
  }
}

/** Without a token nothing was asked about the export yet, so whatever the token address says is no answer to it. */
async function haveToken(app: App, client: Client, waiting: WaitingPush): Promise<void> {
  try {
    await client.tokens.getToken()
  } catch (error) {
    throw error instanceof LinkedInFailure ? laterAfter(app, error, waiting.attempts + 1) : error
  }
}

/** Our knowledge may be older than the push, so LinkedIn is asked before an export is turned away. */
async function isExportEnabled(app: App, actor: PushActor): Promise<boolean> {
  const isEnabled = () => look(app, actor, async tx => (await permissionsOf(tx, actor.tenantId)).exportEnabled)
  if (await isEnabled()) return true
  await readIntegrations(app, actor)
  return isEnabled()
}

interface Postponed {
  at: Date
  message: string
}

function readProblem(app: App, error: unknown, waiting: WaitingPush): Postponed | Extract<Fetched, { ok: false }> {
  if (error instanceof TryLater) return { at: error.at, message: error.message }
  if (!(error instanceof LinkedInFailure)) throw error
  const reason = error.message
  if (error.kind === 'notFound') return { ok: false, cause: 'requestExpired', reason }
  const isUnreadable = error.kind === 'server' && error.status >= 200 && error.status < 300
  if (isUnreadable && waiting.attempts + 1 >= MOST_UNREADABLE) return { ok: false, cause: 'unreadable', reason }
  // Wrong credentials say nothing about this export, and somebody may put them right within the day.
  const isAboutExport = error.retry === 'never' && error.kind !== 'unauthorized'
  if (isAboutExport) return { ok: false, cause: 'linkedinRefused', reason }
  return { at: laterAfter(app, error, waiting.attempts + 1).at, message: reason }
}

async function noteProblem(app: App, actor: PushActor, reason: string): Promise<void> {
  const push = { type: 'EXPORT_CANDIDATE_PROFILE', requestId: actor.requestId } as const
  await perform(app, actor, work => notePushProblem(work, push, reason))
}
