import { listExportsOfMember, mayUseJob } from '../../behaviours/exports.ts'
import { type Indicator, listInAts, listIndicators } from '../../behaviours/in-ats.ts'
import type { Member } from '../../member-shape.ts'
import type { Sandbox } from '../../sandbox.ts'
import { jobPostingIdOf } from '../../store.ts'
import type { RecruiterVisit } from '../visit.ts'
import { describeSeen, type InAtsCard } from './in-ats-card.ts'

export const inAtsTabs = ['jobs', 'feedback', 'notes'] as const
export type InAtsTab = (typeof inAtsTabs)[number]

/** What the section In-ATS shows; nothing of somebody whom no ATS knows. */
export interface InAtsView {
  readonly tab: InAtsTab
  /** The address of this profile with another tab open. */
  readonly addressOf: (tab: InAtsTab) => string
  /** One for each candidate record that was matched with this member. */
  readonly cards: readonly InAtsCard[]
  /** On the way: exported, and nothing shared so far. The ATS by name. */
  readonly waitingFor: string | undefined
}

export function readInAtsView(
  sandbox: Sandbox,
  { member: recruiter }: RecruiterVisit,
  member: Member,
  choice: { tab: string | undefined; context: string },
): InAtsView {
  const seen = listInAts(sandbox, recruiter.memberId).get(member.memberId) ?? []
  return {
    tab: inAtsTabs.find(tab => tab === choice.tab) ?? 'jobs',
    addressOf: tab => writeAddress(member, choice.context, tab),
    cards: seen.map(each => describeSeen(sandbox, each)).toSorted(byLastChange),
    waitingFor: seen.length > 0 ? undefined : findExportedTo(sandbox, recruiter, member)?.name,
  }
}

function writeAddress({ memberId }: Member, context: string, tab: InAtsTab): string {
  const query = new URLSearchParams(context)
  if (tab !== 'jobs') query.set('in-ats', tab)
  return `/talent/profile/${memberId}${query.size === 0 ? '' : `?${query}`}#in-ats`
}

/** Told to the exporter himself, and to whoever may see the job. */
function findExportedTo(sandbox: Sandbox, recruiter: Member, member: Member): Indicator | undefined {
  const isTold = (exported: ReturnType<typeof listExportsOfMember>[number]) => {
    const job = sandbox.store.jobPostings.find(jobPostingIdOf(exported))
    if (exported.exporterMemberId === recruiter.memberId) return true
    return job !== undefined && mayUseJob(sandbox, { ...exported, recruiterMemberId: recruiter.memberId }, job)
  }
  const told = listExportsOfMember(sandbox, member.memberId).filter(isTold)
  return listIndicators(sandbox, recruiter.memberId).find(indicator =>
    told.some(each => each.clientId === indicator.clientId && each.integrationContext === indicator.integrationContext),
  )
}

function byLastChange(a: InAtsCard, b: InAtsCard): number {
  return b.candidate.atsLastModifiedAt - a.candidate.atsLastModifiedAt
}
