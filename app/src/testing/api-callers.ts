import { getBoard } from '../hiring/applications/board.queries.ts'
import { closeApplication } from '../hiring/applications/close-application.ts'
import { reopenApplication } from '../hiring/applications/reopen-application.ts'
import { saveView } from '../hiring/saved-views/saved-views.ts'
import { addToPool } from '../hiring/talent-pools/pool-members.ts'
import { createPool } from '../hiring/talent-pools/talent-pools.ts'
import { aCandidate, aCompany, aJob, anActiveJob, anApplication } from '../hiring/testing/builders.ts'
import type { UserActor } from '../platform/actor.ts'
import { apiScopes } from '../platform/api-tokens/api-tokens.shapes.ts'
import { createApiToken } from '../platform/api-tokens/api-tokens.ts'
import type { App } from '../platform/app.ts'
import { SESSION_COOKIE } from '../platform/auth/session-cookie.ts'
import { openTestSession } from '../platform/testing/test-http.ts'
import { look, perform } from '../platform/work.ts'

export interface Caller {
  who: string
  headers: Record<string, string>
}

export interface ApiWorld {
  callers: Caller[]
  /** Of things that are there, in this company and in another one. */
  ids: string[]
}

/** A company with something of everything, and everybody who may ask for it. */
export async function anApiWorld(app: App): Promise<ApiWorld> {
  const company = await aCompany(app)
  const { admin, recruiter, manager, colleague, reader } = company
  const team = [{ userId: manager.userId, role: 'hiring_manager' as const }]
  const [draft, active] = [await aJob(app, recruiter, { team }), await anActiveJob(app, recruiter, { team })]
  const application = await anApplication(app, recruiter, { jobId: active.id, stage: 'application' })
  const [rejected, returned] = [
    await anApplication(app, recruiter, { jobId: active.id }),
    await anApplication(app, recruiter, { jobId: active.id }),
  ]
  const closings = await perform(app, recruiter, async work => {
    const input = { as: 'rejected', reason: 'experience' } as const
    const both = [await closeApplication(work, rejected.id, input), await closeApplication(work, returned.id, input)]
    await reopenApplication(work, returned.id)
    return both.map(closing => closing.id)
  })
  const board = await look(app, recruiter, tx => getBoard(tx, recruiter, active.id))
  const stranger = await aCompany(app)
  const foreign = await aJob(app, stranger.recruiter)
  const candidate = await aCandidate(app, recruiter)
  const list = { q: '', filters: {}, sort: null, columns: [] }
  const view = await perform(app, recruiter, work => saveView(work, { name: 'Everybody', shared: true, view: list }))
  const pool = await perform(app, recruiter, async work => {
    const made = await createPool(work, { name: 'For later' })
    await addToPool(work, made.id, { candidateIds: [candidate.id] })
    return made
  })
  const tokens = [
    { who: 'token of an administrator', role: 'administrator', scopes: [...apiScopes] },
    { who: 'token of a reader', role: 'read_only', scopes: [...apiScopes] },
    { who: 'token with one scope', role: 'recruiter', scopes: ['jobs:read'] },
  ] as const
  const made = await Promise.all(
    tokens.map(async ({ who, role, scopes }) => {
      const input = { name: who, role, scopes: [...scopes], expiresInDays: null }
      const { token, apiToken } = await perform(app, admin, work => createApiToken(work, admin, input))
      return { id: apiToken.id, caller: { who, headers: { authorization: `Bearer ${token}` } } }
    }),
  )
  const people = { administrator: admin, recruiter, 'hiring manager': manager, 'no role': colleague, reader }
  const signedIn = await Promise.all(Object.entries(people).map(([who, actor]) => personOf(app, who, actor)))
  return {
    callers: [{ who: 'nobody', headers: {} }, ...signedIn, ...made.map(one => one.caller)],
    ids: [
      ...[draft.id, active.id, application.id, rejected.id, candidate.id, foreign.id, stranger.admin.userId],
      ...board.stages.map(stage => stage.id),
      ...[admin, recruiter, manager, colleague, reader].map(actor => actor.userId),
      ...made.map(one => one.id),
      ...closings,
      view.id,
      pool.id,
      company.tenantId,
    ],
  }
}

async function personOf(app: App, who: string, actor: UserActor): Promise<Caller> {
  const cookie = `${SESSION_COOKIE}=${await openTestSession(app, actor)}`
  return { who, headers: { cookie, origin: app.config.publicUrl } }
}
