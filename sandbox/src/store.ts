import type { ClockPosition } from './clock.ts'
import { Collection } from './collection.ts'
import type { Member } from './member-shape.ts'
import type {
  AccessToken,
  AuthorizationCode,
  CallbackEndpoint,
  CandidateLink,
  Configuration,
  Contract,
  ContractChoice,
  DeveloperApplication,
  EntityAcl,
  EntityAclAssignee,
  ExportedCandidate,
  Integration,
  JobPosting,
  JobPostingTask,
  Organization,
  PartnerNotice,
  Project,
  Push,
  SavedProfile,
  Seat,
  Session,
  StatusChange,
  UsageCounter,
} from './records.ts'
import type {
  ApplicationPlace,
  AtsApplication,
  AtsApplicationNote,
  AtsApplicationStage,
  AtsCandidate,
  AtsCandidateNote,
  AtsInterviewFeedback,
  CandidatePlace,
} from './synced-records.ts'

export type Store = ReturnType<typeof createStore>

export interface StoreSnapshot {
  readonly version: 1
  readonly clock: ClockPosition
  readonly numbers: Readonly<Record<string, number>>
  readonly collections: Readonly<Record<string, readonly unknown[]>>
}

/** Everything the sandbox remembers. Pages and wire read the collections; only behaviours write them. */
export function createStore(onChange: () => void = () => {}) {
  const collections = createCollections(onChange)
  const numbers = new Map<string, number>()

  return {
    ...collections,
    collections,
    /** Counts up from `first`; survives a restart, so no number is given out twice. */
    nextNumber(name: string, first: number): number {
      const number = (numbers.get(name) ?? first - 1) + 1
      numbers.set(name, number)
      onChange()
      return number
    },
    /** Numbers go on: an ATS that remembers them must not meet an old one again. */
    clear(): void {
      for (const collection of Object.values(collections)) collection.clear()
    },
    takeSnapshot(clock: ClockPosition): StoreSnapshot {
      const lists = Object.entries(collections).map(([name, collection]) => [name, collection.list()] as const)
      return { version: 1, clock, numbers: Object.fromEntries(numbers), collections: Object.fromEntries(lists) }
    },
    restore(snapshot: StoreSnapshot): void {
      for (const [name, number] of Object.entries(snapshot.numbers)) numbers.set(name, number)
      for (const [name, collection] of Object.entries(collections)) {
        collection.restore(snapshot.collections[name] ?? [])
      }
    },
  }
}

function createCollections(onChange: () => void) {
  return {
    organizations: new Collection<Organization>(record => record.urn, onChange),
    contracts: new Collection<Contract>(record => record.urn, onChange),
    members: new Collection<Member>(record => record.memberId, onChange),
    seats: new Collection<Seat>(record => String(record.seatId), onChange),
    applications: new Collection<DeveloperApplication>(record => record.clientId, onChange),
    tokens: new Collection<AccessToken>(record => record.token, onChange),
    authorizationCodes: new Collection<AuthorizationCode>(record => record.code, onChange),
    sessions: new Collection<Session>(record => record.sessionId, onChange),
    integrations: new Collection<Integration>(integrationIdOf, onChange),
    partnerNotices: new Collection<PartnerNotice>(partnerNoticeIdOf, onChange),
    contractChoices: new Collection<ContractChoice>(record => record.clientId, onChange),
    atsCandidates: new Collection<AtsCandidate>(candidateLinkIdOf, onChange),
    atsCandidateNotes: new Collection<AtsCandidateNote>(candidateNoteIdOf, onChange),
    atsApplications: new Collection<AtsApplication>(applicationIdOf, onChange),
    atsApplicationStages: new Collection<AtsApplicationStage>(applicationPartIdOf, onChange),
    atsApplicationNotes: new Collection<AtsApplicationNote>(applicationPartIdOf, onChange),
    atsInterviewFeedback: new Collection<AtsInterviewFeedback>(applicationPartIdOf, onChange),
    candidateLinks: new Collection<CandidateLink>(candidateLinkIdOf, onChange),
    projects: new Collection<Project>(record => record.projectId, onChange),
    savedProfiles: new Collection<SavedProfile>(savedProfileIdOf, onChange),
    configurations: new Collection<Configuration>(record => joinId(integrationIdOf(record), record.name), onChange),
    callbackEndpoints: new Collection<CallbackEndpoint>(record => record.clientId, onChange),
    jobPostings: new Collection<JobPosting>(jobPostingIdOf, onChange),
    jobPostingTasks: new Collection<JobPostingTask>(record => record.taskUrn, onChange),
    entityAcls: new Collection<EntityAcl>(entityAclIdOf, onChange),
    entityAclAssignees: new Collection<EntityAclAssignee>(entityAclAssigneeIdOf, onChange),
    exportedCandidates: new Collection<ExportedCandidate>(record => record.requestId, onChange),
    statusChanges: new Collection<StatusChange>(record => record.requestId, onChange),
    pushes: new Collection<Push>(record => record.pushId, onChange),
    usageCounters: new Collection<UsageCounter>(record => record.counterId, onChange),
  }
}

export function integrationIdOf(key: Pick<Integration, 'clientId' | 'integrationContext' | 'integrationType'>): string {
  return joinId(key.clientId, key.integrationContext, key.integrationType)
}

export function partnerNoticeIdOf(key: Pick<PartnerNotice, 'clientId' | 'level' | 'contract'>): string {
  return joinId(key.clientId, key.level, key.contract)
}

export function candidateLinkIdOf(key: CandidatePlace): string {
  return joinId(key.clientId, key.integrationContext, key.atsCandidateId)
}

export function candidateNoteIdOf(key: CandidatePlace & Pick<AtsCandidateNote, 'id'>): string {
  return joinId(key.clientId, key.integrationContext, key.atsCandidateId, key.id)
}

export function applicationIdOf(key: ApplicationPlace): string {
  return joinId(key.clientId, key.integrationContext, key.atsJobApplicationId)
}

export function applicationPartIdOf(key: ApplicationPlace & Pick<AtsApplicationStage, 'id'>): string {
  return joinId(key.clientId, key.integrationContext, key.atsJobApplicationId, key.id)
}

export function savedProfileIdOf(key: Pick<SavedProfile, 'projectId' | 'memberId'>): string {
  return joinId(key.projectId, key.memberId)
}

export function jobPostingIdOf(
  key: Pick<JobPosting, 'clientId' | 'integrationContext' | 'externalJobPostingId'>,
): string {
  return joinId(key.clientId, key.integrationContext, key.externalJobPostingId)
}

export function entityAclIdOf(key: EntityAcl): string {
  return joinId(key.clientId, key.integrationContext, key.atsEntityType, key.atsEntityAclId, key.atsEntityId)
}

export function entityAclAssigneeIdOf(key: Omit<EntityAclAssignee, 'memberId'>): string {
  return joinId(key.clientId, key.integrationContext, key.atsEntityType, key.atsEntityAclId, key.assignee)
}

function joinId(...parts: string[]): string {
  return JSON.stringify(parts)
}
