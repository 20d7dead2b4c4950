import type { RecordedCall, Traffic } from '../../traffic.ts'

const callsPerPage = 100

export type StatusChoice = '' | '2xx' | '4xx' | '5xx' | 'none'

export interface TrafficChoice {
  readonly path: string
  readonly status: StatusChoice
  readonly clientId: string | undefined
  /** Only calls older than this number. */
  readonly before: number | undefined
}

export interface TrafficPart {
  readonly calls: readonly RecordedCall[]
  readonly total: number
  readonly olderQuery: string | undefined
}

export function readTrafficChoice(query: URLSearchParams): TrafficChoice {
  const statuses: readonly StatusChoice[] = ['2xx', '4xx', '5xx', 'none']
  const before = Number(query.get('before'))
  return {
    path: (query.get('path') ?? '').trim(),
    status: statuses.find(status => status === query.get('status')) ?? '',
    clientId: query.get('app') || undefined,
    before: Number.isInteger(before) && before > 0 ? before : undefined,
  }
}

/** Newest first. Part of a path is enough; `*` stands for anything. */
export function readTrafficPart(traffic: Traffic, choice: TrafficChoice): TrafficPart {
  const path = choice.path === '' ? undefined : `*${choice.path}*`
  const matches = traffic
    .list({ path, clientId: choice.clientId })
    .filter(call => hasStatus(call, choice.status))
    .toReversed()
  const older = matches.filter(call => choice.before === undefined || call.number < choice.before)
  const calls = older.slice(0, callsPerPage)
  const last = calls.at(-1)
  const hasOlder = last !== undefined && older.length > calls.length
  return { calls, total: matches.length, olderQuery: hasOlder ? writeChoice(choice, last.number) : undefined }
}

function hasStatus(call: RecordedCall, wanted: StatusChoice): boolean {
  if (wanted === '') return true
  if (wanted === 'none') return call.status === null
  return call.status !== null && `${Math.trunc(call.status / 100)}xx` === wanted
}

function writeChoice({ path, status, clientId }: TrafficChoice, before: number): string {
  const fields = Object.entries({ path, status, app: clientId ?? '', before: String(before) })
  return new URLSearchParams(fields.filter(([, value]) => value !== '')).toString()
}
