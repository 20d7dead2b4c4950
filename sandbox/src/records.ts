/** What the sandbox remembers. Records are never changed in place: a behaviour puts a new one. */

export type AccessLevel = 'company' | 'contract'
export type IntegrationType = 'ONE_CLICK_EXPORT' | 'IN_ATS_INDICATOR' | 'PROFILE_PLUGIN' | 'CSA_API'
export type IntegrationStatus = 'REQUESTED' | 'PARTNER_READY' | 'ENABLED' | 'DISABLED'
export type PushType = 'INTEGRATION_STATUS_CHANGE' | 'EXPORT_CANDIDATE_PROFILE'
export type JobOperation = 'CREATE' | 'UPDATE' | 'RENEW' | 'CLOSE'
export type JobState = 'LISTED' | 'CLOSED'

export interface Organization {
  readonly urn: string
  readonly name: string
}

export interface Contract {
  readonly urn: string
  readonly name: string
  /** URN of the organization that pays for it. */
  readonly organization: string
}

export interface Seat {
  readonly seatId: number
  readonly contract: string
  readonly memberId: string
  readonly state: 'ACTIVE' | 'INACTIVE' | 'INVITED' | 'PARKED'
  readonly seatRoles: readonly string[]
}

export interface DeveloperApplication {
  /** `urn:li:developerApplication:...` */
  readonly key: string
  readonly kind: 'parent' | 'child'
  readonly clientId: string
  readonly clientSecret: string
  readonly uniqueForeignId: string
  readonly name: string
  readonly description: string
  readonly oauth2AuthorizedCallbackUrls: readonly string[]
  readonly validJsSdkDomains: readonly string[]
  readonly createdAt: number
}

export interface AccessToken {
  readonly token: string
  readonly clientId: string
  /** Set on a member's own token (three-legged). */
  readonly memberId: string | null
  readonly scope: string
  readonly createdAt: number
  readonly expiresAt: number
  readonly isRevoked: boolean
}

export interface AuthorizationCode {
  readonly code: string
  readonly clientId: string
  readonly redirectUri: string
  readonly memberId: string
  readonly scope: string
  readonly expiresAt: number
  readonly isSpent: boolean
}

/** A browser that is signed in to the pretend LinkedIn. */
export interface Session {
  readonly sessionId: string
  readonly memberId: string
  readonly createdAt: number
}

export interface IntegrationKey {
  readonly integrationContext: string
  readonly integrationType: IntegrationType
}

export interface Integration extends IntegrationKey {
  readonly clientId: string
  readonly integrationName: string | null
  readonly status: IntegrationStatus
  readonly requestedAt: number
  readonly changedAt: number
}

/** Notify partner, pressed once more. */
export interface PartnerNotice {
  readonly clientId: string
  readonly level: AccessLevel
  readonly contract: string
  readonly notifiedAt: number
}

/** Which of several contracts an ATS instance is connected with. */
export interface ContractChoice {
  readonly clientId: string
  readonly contract: string
  readonly memberId: string
  readonly chosenAt: number
}

/** Which candidates of an ATS people linked to members by hand, or took apart. */
export interface CandidateLink {
  readonly clientId: string
  readonly integrationContext: string
  readonly atsCandidateId: string
  /** Linked by hand, or null. */
  readonly memberId: string | null
  /** Unlinked: never matched with this candidate again unless somebody links them. */
  readonly notMemberIds: readonly string[]
  readonly changedAt: number
}

/** What somebody may do in a project: everything, save and remove people, or look. */
export type ProjectAccess = 'full' | 'pipeline' | 'view'

/** A recruiter's list of people, on one contract. */
export interface Project {
  readonly projectId: string
  readonly contract: string
  readonly name: string
  /** Has full access. */
  readonly ownerMemberId: string
  readonly collaborators: readonly ProjectCollaborator[]
  readonly createdAt: number
}

export interface ProjectCollaborator {
  readonly memberId: string
  readonly access: ProjectAccess
}

/** A member in a project, once, however often he was saved. */
export interface SavedProfile {
  readonly projectId: string
  readonly memberId: string
  readonly savedByMemberId: string
  readonly savedAt: number
}

export interface Configuration extends IntegrationKey {
  readonly clientId: string
  readonly name: string
  readonly value: string
  readonly changedAt: number
}

/** The health of a customer's CALLBACK_URL. */
export interface CallbackEndpoint {
  readonly clientId: string
  readonly url: string
  readonly state: 'unchecked' | 'validated' | 'failing' | 'blocked'
  readonly failuresInRow: number
  readonly lastCheckedAt: number | null
  readonly lastFailure: string | null
  readonly nextCheckAt: number | null
}

export interface JobPosting {
  readonly clientId: string
  readonly integrationContext: string
  readonly externalJobPostingId: string
  /** `urn:li:jobPosting:...` */
  readonly jobPosting: string
  readonly state: JobState
  readonly title: string
  readonly location: string
  readonly companyJobCode: string | null
  readonly availability: string
  readonly accessRestricted: boolean
  /** The whole record as it came. */
  readonly posting: Readonly<Record<string, unknown>>
  readonly createdAt: number
  readonly changedAt: number
}

export interface JobPostingTask {
  /** `urn:li:simpleJobPostingTask:...` */
  readonly taskUrn: string
  readonly clientId: string
  readonly integrationContext: string
  readonly externalJobPostingId: string
  readonly operation: JobOperation
  readonly posting: Readonly<Record<string, unknown>>
  readonly status: 'IN_PROGRESS' | 'SUCCEEDED' | 'FAILED'
  readonly submittedAt: number
  readonly dueAt: number
  readonly jobPosting: string | null
  readonly errorMessage: string | null
}

export interface EntityAcl {
  readonly clientId: string
  readonly integrationContext: string
  readonly atsEntityAclId: string
  readonly atsEntityType: string
  readonly atsEntityId: string
}

export interface EntityAclAssignee {
  readonly clientId: string
  readonly integrationContext: string
  readonly atsEntityAclId: string
  readonly atsEntityType: string
  /** Person URN as this application knows the member. */
  readonly assignee: string
  readonly memberId: string
}

export interface ExportedCandidate {
  readonly requestId: string
  readonly clientId: string
  readonly integrationContext: string
  readonly externalJobPostingId: string
  readonly memberId: string
  readonly exporterMemberId: string
  readonly seatId: number
  readonly contract: string
  readonly exportedAt: number
  /** When the ATS read it for the first time. */
  readonly fetchedAt: number | null
  readonly note: string | null
}

/** One toggle in Recruiter, waiting to be read by `q=request`. */
export interface StatusChange {
  readonly requestId: string
  readonly clientId: string
  readonly keys: readonly IntegrationKey[]
  readonly changedAt: number
}

export interface PushAttempt {
  readonly at: number
  /** HTTP status, or null when no answer came. */
  readonly status: number | null
  readonly failure: string | null
}

export interface Push {
  readonly pushId: string
  readonly type: PushType
  readonly requestId: string
  readonly clientId: string
  readonly url: string
  /** Exactly the bytes that are signed and sent. */
  readonly body: string
  readonly state: 'waiting' | 'delivered' | 'given-up' | 'lost'
  /** Signed by an impostor; the ATS must refuse it. */
  readonly isForged: boolean
  /** Waits until a later push of this application has overtaken it. */
  readonly isHeldBack: boolean
  readonly createdAt: number
  readonly nextAttemptAt: number | null
  readonly attempts: readonly PushAttempt[]
}

export interface UsageCounter {
  readonly counterId: string
  readonly clientId: string
  readonly count: number
  readonly windowEndsAt: number
}
