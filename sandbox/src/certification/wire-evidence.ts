import { parseKey } from '@lodestone/rsc/restli-key'
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

const kindsByPath = {
  atsCandidates: 'candidate',
  'atsCandidates/notes': 'candidate note',
  atsApplications: 'application',
  'atsApplications/stages': 'stage',
  'atsApplications/notes': 'application note',
  'atsApplications/interviewFeedback': 'interview feedback',
} as const

/** One batch about candidates: the ATS's own ids of what LinkedIn took, and of what it refused. */
export interface SharedWrite {
  readonly kind: (typeof kindsByPath)[keyof typeof kindsByPath]
  readonly ids: readonly string[]
  readonly refused: readonly string[]
  readonly call: SeenCall
}

/** What the ATS put about candidates, or took away, the first batch first. Batches that were refused whole name nobody. */
export async function listSharedWrites(exam: Exam, method: 'PUT' | 'DELETE'): Promise<readonly SharedWrite[]> {
  return (await exam.listCalls()).flatMap(call => {
    const kind = call.direction === 'in' && call.method === method ? findKind(call.path) : undefined
    return kind === undefined ? [] : [{ kind, call, ids: readIds(call, 'results'), refused: readIds(call, 'errors') }]
  })
}

function findKind(path: string): SharedWrite['kind'] | undefined {
  const [, , resource = '', , part] = path.split('/')
  const name = part === undefined ? resource : `${resource}/${part}`
  return Object.entries(kindsByPath).find(([each]) => each === name)?.[1]
}

/** Plain ids as they stand; of a composite key the part that is the ATS's own. */
function readIds(call: SeenCall, map: 'results' | 'errors'): readonly string[] {
  const answered = readField(call.responseBody, map)
  if (typeof answered !== 'object' || answered === null) return []
  const isPart = call.path.split('/').length > 3
  return Object.keys(answered).map(key => {
    if (isPart) return key
    const { atsCandidateId, atsJobApplicationId } = parseKey(key)
    return atsCandidateId ?? atsJobApplicationId ?? key
  })
}

function readField(text: string, name: string): unknown {
  try {
    return Object.entries(JSON.parse(text)).find(([key]) => key === name)?.[1]
  } catch {
    return undefined
  }
}
