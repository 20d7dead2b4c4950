import { createHmac, randomBytes } from 'node:crypto'
import type { ExportedCandidate, Integration, Push, PushAttempt, PushType, StatusChange } from '../records.ts'
import type { Sandbox } from '../sandbox.ts'
import { findCallbackUrl } from './callback-urls.ts'

const RETRY_INTERVAL_MS = 5 * 60 * 1000
const RETRY_WINDOW_MS = 8 * 60 * 60 * 1000
/** How long the data behind a push can be fetched. */
const REQUEST_LIFETIME_MS = 24 * 60 * 60 * 1000
/** A push that is held back so that another overtakes it goes alone after this time. */
const HELD_BACK_MS = 60_000

/** Begins at the present second, so that a sandbox that lost its memory does not give out the same ids again. */
export function nextRequestId(sandbox: Sandbox): string {
  return String(sandbox.store.nextNumber('request', Math.floor(Date.now() / 1000)))
}

export function isRequestExpired(sandbox: Sandbox, announcedAt: number): boolean {
  return sandbox.clock.now() >= announcedAt + REQUEST_LIFETIME_MS
}

/** One push per toggle; what it changed is read with `q=request`. */
export function announceStatusChange(
  sandbox: Sandbox,
  clientId: string,
  integrations: readonly Integration[],
): StatusChange {
  const change = sandbox.store.statusChanges.put({
    requestId: nextRequestId(sandbox),
    clientId,
    keys: integrations.map(({ integrationContext, integrationType }) => ({ integrationContext, integrationType })),
    changedAt: sandbox.clock.now(),
  })
  sendPush(sandbox, { clientId, type: 'INTEGRATION_STATUS_CHANGE', requestId: change.requestId })
  return change
}

export function announceExport(sandbox: Sandbox, exported: ExportedCandidate): Push {
  const { clientId, requestId } = exported
  return sendPush(sandbox, { clientId, type: 'EXPORT_CANDIDATE_PROFILE', requestId })
}

export function findPushOf(sandbox: Sandbox, requestId: string): Push | undefined {
  return sandbox.store.pushes.findWhere(push => push.requestId === requestId && !push.isForged)
}

/** Turning one-click export off stops what is still on its way. */
export function giveUpWaitingExports(sandbox: Sandbox, clientId: string, failure: string): void {
  const waiting = sandbox.store.pushes.list(
    push => push.clientId === clientId && push.state === 'waiting' && push.type === 'EXPORT_CANDIDATE_PROFILE',
  )
  for (const push of waiting) {
    sandbox.clock.cancel(timerKeyOf(push.pushId))
    giveUp(sandbox, push, { at: sandbox.clock.now(), status: null, failure })
  }
}

/** After a restart: waiting pushes go on with their schedule. */
export function resumePushes(sandbox: Sandbox): void {
  for (const push of sandbox.store.pushes.list(each => each.state === 'waiting')) {
    scheduleDelivery(sandbox, push.pushId, push.nextAttemptAt ?? sandbox.clock.now())
  }
}

function sendPush(sandbox: Sandbox, news: { clientId: string; type: PushType; requestId: string }): Push {
  const fault = sandbox.faults.takePushFault(news)
  const now = sandbox.clock.now()
  const fields = {
    ...news,
    url: findCallbackUrl(sandbox, news.clientId) ?? '',
    body: JSON.stringify({ type: news.type, requestId: news.requestId }),
    createdAt: now,
    attempts: [],
  }
  const putPush = (changes: Partial<Push> = {}) =>
    sandbox.store.pushes.put({
      ...fields,
      pushId: `push-${sandbox.store.nextNumber('push', 1)}`,
      state: 'waiting',
      isForged: false,
      isHeldBack: false,
      nextAttemptAt: now,
      ...changes,
    })

  if (fault?.kind === 'lost') return putPush({ state: 'lost', nextAttemptAt: null })
  if (fault?.kind === 'delayed' || fault?.kind === 'reordered') {
    const nextAttemptAt = now + (fault.delayMs ?? HELD_BACK_MS)
    const push = putPush({ nextAttemptAt, isHeldBack: fault.kind === 'reordered' })
    scheduleDelivery(sandbox, push.pushId, nextAttemptAt)
    return push
  }
  const forged = fault?.kind === 'forged' ? putPush({ isForged: true }) : undefined
  const push = putPush()
  const copies = fault?.kind === 'duplicated' ? 2 : 1
  void sandbox.inFlight.track(deliverInOrder(sandbox, push, { forged, copies }))
  return push
}

async function deliverInOrder(
  sandbox: Sandbox,
  push: Push,
  fault: { forged: Push | undefined; copies: number },
): Promise<void> {
  if (fault.forged !== undefined) await attemptDelivery(sandbox, fault.forged.pushId)
  await attemptDelivery(sandbox, push.pushId)
  if (fault.copies > 1) await postPush(sandbox, push)
  const held = sandbox.store.pushes.list(
    each => each.isHeldBack && each.state === 'waiting' && each.clientId === push.clientId,
  )
  for (const each of held) {
    sandbox.clock.cancel(timerKeyOf(each.pushId))
    await attemptDelivery(sandbox, each.pushId)
  }
}

function scheduleDelivery(sandbox: Sandbox, pushId: string, dueAt: number): void {
  sandbox.clock.schedule(timerKeyOf(pushId), dueAt, () => sandbox.inFlight.track(attemptDelivery(sandbox, pushId)))
}

async function attemptDelivery(sandbox: Sandbox, pushId: string): Promise<void> {
  const push = sandbox.store.pushes.find(pushId)
  if (push?.state !== 'waiting') return
  const attempt = await postPush(sandbox, push)
  const current = sandbox.store.pushes.find(pushId)
  if (current?.state !== 'waiting') return

  const isDelivered = attempt.status !== null && attempt.status >= 200 && attempt.status < 300
  const attempts = [...current.attempts, attempt]
  if (isDelivered) {
    sandbox.store.pushes.put({ ...current, attempts, isHeldBack: false, state: 'delivered', nextAttemptAt: null })
    return
  }
  sandbox.log.info({ pushId, clientId: push.clientId, attempt }, 'push not accepted')
  const nextAttemptAt = attempt.at + RETRY_INTERVAL_MS
  if (current.isForged || nextAttemptAt > current.createdAt + RETRY_WINDOW_MS) {
    giveUp(sandbox, current, attempt)
    return
  }
  sandbox.store.pushes.put({ ...current, attempts, isHeldBack: false, nextAttemptAt })
  scheduleDelivery(sandbox, pushId, nextAttemptAt)
}

function giveUp(sandbox: Sandbox, push: Push, attempt: PushAttempt): void {
  const attempts = [...push.attempts, attempt]
  sandbox.store.pushes.put({ ...push, attempts, isHeldBack: false, state: 'given-up', nextAttemptAt: null })
}

async function postPush(sandbox: Sandbox, push: Push): Promise<PushAttempt> {
  const at = sandbox.clock.now()
  const url = findCallbackUrl(sandbox, push.clientId)
  const application = sandbox.store.applications.find(push.clientId)
  if (url === undefined || application === undefined) return { at, status: null, failure: 'no CALLBACK_URL is set' }
  if (sandbox.store.callbackEndpoints.find(push.clientId)?.state === 'blocked') {
    return { at, status: null, failure: 'the CALLBACK_URL is blocked after three failed challenges' }
  }
  const body = Buffer.from(push.body)
  const secret = push.isForged ? randomBytes(16).toString('hex') : application.clientSecret
  const headers = { 'Content-Type': 'application/json', 'X-LI-Signature': sign(secret, body) }
  const call = sandbox.traffic.beginOutgoing({ method: 'POST', url, clientId: push.clientId, headers, body: push.body })
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(sandbox.options.pushTimeoutMs),
    })
    call.answered({ status: response.status, body: await response.text() })
    return { at, status: response.status, failure: null }
  } catch (error) {
    const failure = error instanceof Error && error.name === 'TimeoutError' ? 'no answer in time' : 'not reachable'
    call.failed(failure)
    return { at, status: null, failure }
  }
}

/** The prefix is part of what is signed, and not of the header. */
function sign(secret: string, body: Buffer): string {
  return createHmac('sha256', secret).update('hmacsha256=').update(body).digest('hex')
}

function timerKeyOf(pushId: string): string {
  return `push ${pushId}`
}
