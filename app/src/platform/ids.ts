import { typeidUnboxed } from 'typeid-js'

const prefixes = {
  user: 'user',
  job: 'job',
  stage: 'stage',
  candidate: 'cand',
  application: 'app',
  stageMove: 'move',
  applicationClosing: 'clos',
  event: 'evt',
  task: 'task',
  notification: 'note',
  mail: 'mail',
  exportReceipt: 'rcpt',
  apiToken: 'tok',
  savedView: 'view',
  talentPool: 'pool',
  candidateMerge: 'mrg',
  erasure: 'eras',
  // The word itself begins the ids of notifications.
  note: 'memo',
} as const

export type IdKind = keyof typeof prefixes

/** A UUIDv7 spelt as prefixed text: sortable by time, and readable in an address or a log line. */
export function newId(kind: IdKind): string {
  return typeidUnboxed(prefixes[kind])
}
