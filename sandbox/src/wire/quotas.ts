import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox.ts'

interface Quota {
  readonly requestsPerDay: number
  readonly recordsPerDay?: number
  readonly recordsPerMinute?: number
}

const recordQuota: Quota = { requestsPerDay: 100_000, recordsPerMinute: 10_000 }

/** Per application and UTC day or minute. Calls that stand under the same word share one count. */
export const quotas: Readonly<Record<string, Quota>> = {
  atsCandidates: recordQuota,
  atsCandidateNotes: recordQuota,
  atsApplications: recordQuota,
  atsApplicationStages: recordQuota,
  atsApplicationNotes: recordQuota,
  atsInterviewFeedback: recordQuota,
  atsEntityAcls: recordQuota,
  atsEntityAclAssignees: recordQuota,
  atsIntegrations: { requestsPerDay: 5_000 },
  configurations: { requestsPerDay: 5_000 },
  simpleJobPostings: { requestsPerDay: 100_000, recordsPerDay: 60_000, recordsPerMinute: 2_000 },
  simpleJobPostingTasks: { requestsPerDay: 300_000 },
  recruiterData: { requestsPerDay: 100_000 },
}

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

export function countRequest(sandbox: Sandbox, clientId: string, quotaName: string): void {
  const quota = quotas[quotaName]
  if (quota === undefined) return
  count(sandbox, { clientId, quotaName, unit: 'requests', amount: 1, windowMs: DAY_MS, limit: quota.requestsPerDay })
}

export function countRecords(sandbox: Sandbox, clientId: string, batch: { quotaName: string; records: number }): void {
  const quota = quotas[batch.quotaName]
  const shared = { clientId, quotaName: batch.quotaName, unit: 'records', amount: batch.records } as const
  if (quota?.recordsPerMinute !== undefined) {
    count(sandbox, { ...shared, windowMs: MINUTE_MS, limit: quota.recordsPerMinute })
  }
  if (quota?.recordsPerDay !== undefined) count(sandbox, { ...shared, windowMs: DAY_MS, limit: quota.recordsPerDay })
}

function count(
  sandbox: Sandbox,
  use: {
    clientId: string
    quotaName: string
    unit: 'requests' | 'records'
    amount: number
    windowMs: number
    limit: number
  },
): void {
  const now = sandbox.clock.now()
  const windowEndsAt = (Math.floor(now / use.windowMs) + 1) * use.windowMs
  const window = use.windowMs === DAY_MS ? 'day' : 'minute'
  const counterId = `${use.clientId} ${use.quotaName} ${use.unit} ${window}`
  const counter = sandbox.store.usageCounters.find(counterId)
  const used = counter?.windowEndsAt === windowEndsAt ? counter.count : 0
  if (used + use.amount > use.limit) {
    throw new Refusal(
      429,
      'too-many-calls',
      `Resource level throttle limit for calls to this resource is reached: ${use.limit} ${use.unit} per ${window}`,
    )
  }
  sandbox.store.usageCounters.put({ counterId, clientId: use.clientId, count: used + use.amount, windowEndsAt })
}
