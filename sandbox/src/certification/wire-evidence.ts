import type { Exam } from './rule.ts'
import type { SeenCall } from './sandbox-control.ts'

/** Deliveries of the push that announces this export, each attempt counted. */
export async function listPushesOf(exam: Exam, requestId: string): Promise<readonly SeenCall[]> {
  return (await exam.listCalls()).filter(
    call =>
      call.direction === 'out' && call.method === 'POST' && readField(call.requestBody, 'requestId') === requestId,
  )
}

/** Every time the ATS asked for the data behind this push. */
export async function listFetchesOf(exam: Exam, requestId: string): Promise<readonly SeenCall[]> {
  return (await exam.listCalls()).filter(
    call =>
      call.direction === 'in' &&
      call.resource === 'exportedCandidates' &&
      new URLSearchParams(call.query).get('requestId') === requestId,
  )
}

export async function listChallenges(exam: Exam): Promise<readonly SeenCall[]> {
  return (await exam.listCalls()).filter(
    call => call.direction === 'out' && call.method === 'GET' && new URLSearchParams(call.query).has('challengeCode'),
  )
}

function readField(text: string, name: string): unknown {
  try {
    return Object.entries(JSON.parse(text)).find(([key]) => key === name)?.[1]
  } catch {
    return undefined
  }
}
