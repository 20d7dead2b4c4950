import { RuleBroken } from './demand.ts'
import type { Exam } from './rule.ts'
import { SIGNATURE_HEADER } from './signing.ts'

export interface DoorAnswer {
  readonly status: number
  readonly contentType: string
  readonly text: string
  readonly durationMs: number
}

const LONGEST_ANSWER_MS = 10_000

interface OwnPush {
  readonly body: string
  readonly signature: string | null
  /** Of another customer than the instance under test. */
  readonly callbackUrl?: string
}

/** A push as raw bytes, with exactly this header or without one. */
export function postToDoor(exam: Exam, push: OwnPush): Promise<DoorAnswer> {
  const headers = {
    'content-type': 'application/json',
    ...(push.signature === null ? {} : { [SIGNATURE_HEADER]: push.signature }),
  }
  const url = new URL(push.callbackUrl ?? exam.driver.instance.callbackUrl)
  return callDoor(exam, url, { method: 'POST', headers, body: push.body })
}

export function challengeDoor(exam: Exam, challengeCode: string): Promise<DoorAnswer> {
  const url = new URL(exam.driver.instance.callbackUrl)
  url.searchParams.set('challengeCode', challengeCode)
  url.searchParams.set('applicationId', exam.clientId)
  return callDoor(exam, url, { method: 'GET' })
}

async function callDoor(exam: Exam, url: URL, init: RequestInit & { method: string }): Promise<DoorAnswer> {
  const at = (await exam.sandbox.readClock()).now
  const startedAt = performance.now()
  const record = (status: number | null) => {
    const durationMs = Math.round(performance.now() - startedAt)
    exam.recordOwnCall({ at, durationMs, method: init.method, path: `${url.origin}${url.pathname}`, status })
    return durationMs
  }
  try {
    const answer = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(LONGEST_ANSWER_MS) })
    const text = await answer.text()
    const durationMs = record(answer.status)
    return { status: answer.status, contentType: answer.headers.get('content-type') ?? '', text, durationMs }
  } catch (error) {
    record(null)
    const why = error instanceof Error && error.name === 'TimeoutError' ? 'gives no answer' : 'cannot be reached'
    throw new RuleBroken({
      expected: `the CALLBACK_URL answers within ${LONGEST_ANSWER_MS / 1000} seconds`,
      actual: `${url.origin}${url.pathname} ${why}`,
    })
  }
}
