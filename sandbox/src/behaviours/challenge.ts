import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { CallbackEndpoint } from '../records.ts'
import type { Sandbox } from '../sandbox.ts'
import { refreshPartnerReadiness } from './integrations.ts'

const CHALLENGE_INTERVAL_MS = 2 * 60 * 60 * 1000
const CHALLENGE_TIMEOUT_MS = 3_000
const FAILURES_UNTIL_BLOCKED = 3

/** Registration of a CALLBACK_URL, also of the same one again: the slate is clean and it is validated at once. */
export function registerCallbackUrl(sandbox: Sandbox, clientId: string, url: string): void {
  sandbox.store.callbackEndpoints.put({
    clientId,
    url,
    state: 'unchecked',
    failuresInRow: 0,
    lastCheckedAt: null,
    lastFailure: null,
    nextCheckAt: null,
  })
  if (sandbox.options.challenge) void sandbox.inFlight.track(challengeEndpoint(sandbox, clientId))
}

/** The button with which an administrator lifts a block after repairing his endpoint. */
export async function revalidateCallbackUrl(sandbox: Sandbox, clientId: string): Promise<CallbackEndpoint> {
  const endpoint = sandbox.store.callbackEndpoints.get(clientId)
  sandbox.store.callbackEndpoints.put({ ...endpoint, state: 'unchecked', failuresInRow: 0 })
  await sandbox.inFlight.track(challengeEndpoint(sandbox, clientId))
  return sandbox.store.callbackEndpoints.get(clientId)
}

export function forgetCallbackEndpoint(sandbox: Sandbox, clientId: string): void {
  sandbox.store.callbackEndpoints.remove(clientId)
  sandbox.clock.cancel(timerKeyOf(clientId))
}

/** After a restart: the two-hourly checks go on where they stood. */
export function resumeChallenges(sandbox: Sandbox): void {
  if (!sandbox.options.challenge) return
  for (const endpoint of sandbox.store.callbackEndpoints.list()) {
    if (endpoint.state !== 'blocked')
      scheduleNext(sandbox, endpoint.clientId, endpoint.nextCheckAt ?? sandbox.clock.now())
  }
}

async function challengeEndpoint(sandbox: Sandbox, clientId: string): Promise<void> {
  const endpoint = sandbox.store.callbackEndpoints.find(clientId)
  const application = sandbox.store.applications.find(clientId)
  if (endpoint === undefined || application === undefined) return
  const failure = await findChallengeFailure(sandbox, endpoint, application.clientSecret)
  const current = sandbox.store.callbackEndpoints.find(clientId)
  if (current === undefined || current.url !== endpoint.url) return

  const failuresInRow = failure === null ? 0 : current.failuresInRow + 1
  const isBlocked = failuresInRow >= FAILURES_UNTIL_BLOCKED
  const lastCheckedAt = sandbox.clock.now()
  const nextCheckAt = isBlocked ? null : lastCheckedAt + CHALLENGE_INTERVAL_MS
  sandbox.store.callbackEndpoints.put({
    ...current,
    state: failure === null ? 'validated' : isBlocked ? 'blocked' : 'failing',
    failuresInRow,
    lastCheckedAt,
    lastFailure: failure,
    nextCheckAt,
  })
  if (nextCheckAt === null) sandbox.clock.cancel(timerKeyOf(clientId))
  else scheduleNext(sandbox, clientId, nextCheckAt)
  sandbox.log.info({ clientId, failure, failuresInRow }, 'callback address challenged')
  refreshPartnerReadiness(sandbox, clientId)
}

function scheduleNext(sandbox: Sandbox, clientId: string, dueAt: number): void {
  sandbox.clock.schedule(timerKeyOf(clientId), dueAt, () =>
    sandbox.inFlight.track(challengeEndpoint(sandbox, clientId)),
  )
}

async function findChallengeFailure(
  sandbox: Sandbox,
  endpoint: CallbackEndpoint,
  clientSecret: string,
): Promise<string | null> {
  const challengeCode = randomUUID()
  const url = new URL(endpoint.url)
  url.searchParams.set('challengeCode', challengeCode)
  url.searchParams.set('applicationId', endpoint.clientId)
  const call = sandbox.traffic.beginOutgoing({ method: 'GET', url: url.href, clientId: endpoint.clientId, headers: {} })
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(CHALLENGE_TIMEOUT_MS) })
    const text = await response.text()
    call.answered({ status: response.status, body: text })
    return judgeAnswer(response, text, { challengeCode, clientSecret })
  } catch (error) {
    const failure = isTimeout(error) ? 'no answer within 3 seconds' : 'the address could not be reached'
    call.failed(failure)
    return failure
  }
}

const challengeAnswerSchema = z.strictObject({ challengeCode: z.string(), challengeResponse: z.string() })

function judgeAnswer(
  response: Response,
  text: string,
  asked: { challengeCode: string; clientSecret: string },
): string | null {
  if (response.status !== 200) return `status ${response.status} instead of 200`
  const contentType = response.headers.get('content-type') ?? ''
  if (!/^application\/json\b/i.test(contentType)) return `content type "${contentType}" instead of application/json`
  const parsed = challengeAnswerSchema.safeParse(parseJson(text))
  if (!parsed.success) return 'the body is not exactly {"challengeCode", "challengeResponse"}'
  if (parsed.data.challengeCode !== asked.challengeCode) return 'the challengeCode of the answer is another one'
  const expected = createHmac('sha256', asked.clientSecret).update(asked.challengeCode).digest('hex')
  return isSameText(parsed.data.challengeResponse, expected) ? null : 'the challengeResponse is wrong'
}

function isSameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError'
}

function timerKeyOf(clientId: string): string {
  return `challenge ${clientId}`
}
