import type { Client } from '@lodestone/rsc/client'
import { LinkedInFailure, NoTokenFailure } from '@lodestone/rsc/errors'
import type { ExportedCandidate } from '@lodestone/rsc/exported-candidates'
import { getExportedCandidate } from '@lodestone/rsc/exported-candidates'
import type { Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { isOutage } from '../../platform/db/unavailable.ts'
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
  | { ok: false; cause: FetchFailure | 'notStored'; reason: string }

type FetchFailure = 'requestExpired' | 'linkedinRefused' | 'linkedinUnreachable' | 'unreadable' | 'notFetched'

export function givesUpAt(waiting: WaitingPush): Date {
  return new Date(waiting.receivedAt.getTime() + LIFETIME_MS)
}

/** The data behind a push, or why there will never be any. Whatever goes wrong is tried again, for a day. */
export async function fetchExport(app: App, actor: PushActor, waiting: WaitingPush): Promise<Fetched> {
  try {
    const client = await openClient(app, actor)
    if (client) return await askFor(client, actor.requestId, waiting)
    return { ok: false, cause: 'linkedinRefused', reason: 'One-click export is not switched on at LinkedIn.' }
  } catch (error) {
    // The database is not LinkedIn: when it comes back, the export goes on.
    if (isOutage(error)) throw error
    const problem = error instanceof LinkedInFailure ? laterAfter(app, error, waiting.attempts + 1) : error
    const cause = problem instanceof TryLater ? 'linkedinUnreachable' : 'notFetched'
    const reason = problem instanceof Error ? problem.message : String(problem)
    const end = givesUpAt(waiting)
    if (app.clock.now() >= end) {
      app.log.error({ err: error, requestId: actor.requestId }, 'export given up')
      return { ok: false, cause, reason }
    }
    await noteProblem(app, actor, reason)
    throw problem instanceof TryLater && problem.at >= end ? new TryLater(end, reason) : problem
  }
}

/** Nothing has been asked about the export yet, so whatever fails here is no answer to it. Undefined: export is off. */
async function openClient(app: App, actor: PushActor): Promise<Client | undefined> {
  if (!(await isExportEnabled(app, actor))) return undefined
  const waitUntil = await perform(app, actor, work => countCall(work, 'exportedCandidates'))
  if (waitUntil) throw new TryLater(waitUntil, 'The calls that LinkedIn allows today are used.')
  return clientFor(app, actor.tenantId)
}

async function askFor(client: Client, requestId: string, waiting: WaitingPush): Promise<Fetched> {
  try {
    return { ok: true, exported: await getExportedCandidate(client, requestId) }
  } catch (error) {
    const refusal = readRefusal(error, waiting)
    if (refusal) return refusal
    throw error
  }
}

/** Our knowledge may be older than the push, so LinkedIn is asked before an export is turned away. */
async function isExportEnabled(app: App, actor: PushActor): Promise<boolean> {
  const isEnabled = () => look(app, actor, async tx => (await permissionsOf(tx, actor.tenantId)).exportEnabled)
  if (await isEnabled()) return true
  await readIntegrations(app, actor)
  return isEnabled()
}

/** LinkedIn's final word about this export, if it is one. */
function readRefusal(error: unknown, waiting: WaitingPush): Extract<Fetched, { ok: false }> | undefined {
  if (!(error instanceof LinkedInFailure) || error instanceof NoTokenFailure) return undefined
  const reason = error.message
  if (error.kind === 'notFound') return { ok: false, cause: 'requestExpired', reason }
  const isUnreadable = error.kind === 'server' && error.status >= 200 && error.status < 300
  const isAsBefore = waiting.reason === reason && waiting.attempts + 1 >= MOST_UNREADABLE
  if (isUnreadable && isAsBefore) return { ok: false, cause: 'unreadable', reason }
  // Wrong credentials say nothing about this export, and somebody may put them right within the day.
  const isAboutExport = error.retry === 'never' && error.kind !== 'unauthorized'
  return isAboutExport ? { ok: false, cause: 'linkedinRefused', reason } : undefined
}

async function noteProblem(app: App, actor: PushActor, reason: string): Promise<void> {
  const push = { type: 'EXPORT_CANDIDATE_PROFILE', requestId: actor.requestId } as const
  await perform(app, actor, work => notePushProblem(work, push, reason))
}
