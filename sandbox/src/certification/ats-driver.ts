import type { WidgetWindow } from './widget-window.ts'

/** What the maker of an ATS writes once, so that the rules can be tried on it. Everything here is done as his users do it. */
export interface AtsDriver {
  readonly instance: AtsInstance
  readonly people: ExamPeople

  /** A job that is active, with a description that LinkedIn takes. Answers its `externalJobPostingId`. */
  openJob(wish: JobWish): Promise<string>
  /** The same, but never activated. Answers the id that it would have at LinkedIn. */
  draftJob(wish: JobWish): Promise<string>
  /** Also a draft or a closed one: then it makes sure that nothing of it is open. */
  closeJob(externalJobPostingId: string): Promise<void>
  removeFromTeam(externalJobPostingId: string, person: ExamPerson): Promise<void>

  listPeopleOnJob(externalJobPostingId: string): Promise<readonly PersonOnJob[]>
  /** Ids of all candidates of exactly this name, wherever they are in the ATS. */
  findCandidates(name: { firstName: string; lastName: string }): Promise<readonly string[]>
  readCandidate(candidateId: string): Promise<CandidateText>
  /** As a recruiter types it on the candidate's page. */
  editCandidate(candidateId: string, text: CandidateText): Promise<void>

  /** From Prospect to the stage after it. */
  advance(externalJobPostingId: string, candidateId: string): Promise<void>
  /** On the application, for everybody who may see it: LinkedIn's recruiters as well. */
  writeNote(externalJobPostingId: string, candidateId: string, text: string): Promise<void>
  /** For good, as whoever may do that does it. */
  deleteCandidate(candidateId: string): Promise<void>

  /** Somebody new on the job, typed in by its first recruiter and past Prospect, so LinkedIn is told. Answers the id, also LinkedIn's. */
  addCandidate(externalJobPostingId: string, wish: CandidateWish): Promise<string>
  /** The person URN of whom the candidate is linked with in the ATS. */
  readLinkedPerson(candidateId: string): Promise<string | null>
  /** A browser in which nobody is signed in at LinkedIn, with the candidate opened by this user of the ATS. */
  openProfileWidget(person: ExamPerson, candidateId: string): Promise<WidgetWindow>

  /** What the ATS tells its users about exports, failed ones above all. */
  listExportOutcomes(): Promise<readonly ExportOutcome[]>
  /** Resolves when pushes are worked through and LinkedIn has been told all about jobs and access that it should know. */
  untilQuiet(): Promise<void>

  /** The page of this instance with LinkedIn's configuration plugin, as its administrator's browser gets it. */
  readPluginPage(): Promise<PluginPage>
  /** Somebody buys the ATS: an instance of its own, with an administrator, for which nothing of LinkedIn is set up. */
  addCustomer(wish: CustomerWish): Promise<ExamCustomer>
}

export interface PluginPage {
  readonly url: string
  readonly html: string
}

export interface CustomerWish {
  /** Never the same twice. It stands in the name by which Recruiter tells instances apart. */
  readonly name: string
  /** As whom the administrator of the new instance signs in at LinkedIn. He administers the contract there. */
  readonly linkedInAdmin: ExamPerson
}

/** What the administrator of a new customer does and sees. The exam plays LinkedIn's plugin and Recruiter. */
export interface ExamCustomer {
  readonly uniqueForeignId: string
  /** Begins the set-up, signs in at LinkedIn and comes back: the page with the plugin can be opened now. */
  connect(): Promise<void>
  /** The plugin calls the function that `data-onintegrate` names, with these keys. */
  tellRequested(keys: readonly unknown[]): Promise<void>
  /** What the administrator's page about LinkedIn says, without asking LinkedIn for it. */
  readSetUp(): Promise<SetUpShown>
  /** What the ATS has stored; the secret as LinkedIn gave it. */
  readStored(): Promise<StoredSetUp>
  /** Null where the ATS offers no choice. */
  readonly setJobVisibility: ((visibility: 'private' | 'public') => Promise<void>) | null
  /** A job of the administrator's own, active, with a description that LinkedIn takes, whether LinkedIn is there or not. */
  openJob(title: string): Promise<string>
  findCandidates(name: { firstName: string; lastName: string }): Promise<readonly string[]>
  untilQuiet(): Promise<void>
}

export type SetUpShown = 'notRequested' | 'requested' | 'partnerReady' | 'enabled' | 'switchedOff'

export interface StoredSetUp {
  readonly clientId: string
  readonly clientSecret: string
  readonly organization: string | null
  readonly contract: string | null
  readonly callbackUrl: string
}

/** One customer's installation, as LinkedIn knows it. One-click export is switched on there. */
export interface AtsInstance {
  readonly application: { readonly clientId: string } | { readonly uniqueForeignId: string }
  /** Of the customer application: with it the exam makes right signatures and wrong ones. */
  readonly clientSecret: string
  readonly organization: string
  readonly contract: string
  readonly callbackUrl: string
}

/** The address is the one he signs in to LinkedIn with. */
export interface ExamPerson {
  readonly name: string
  readonly email: string
}

/** All of them have an active Recruiter seat on the contract, and all but the last have connected LinkedIn in the ATS. */
export interface ExamPeople {
  readonly recruiter: ExamPerson
  readonly hiringManager: ExamPerson
  readonly interviewer: ExamPerson
  /** A recruiter of other jobs. */
  readonly colleague: ExamPerson
  /** Has not connected LinkedIn; null where everybody is connected by the ATS itself. */
  readonly notConnected: ExamPerson | null
}

export interface JobWish {
  readonly title: string
  /** The first one makes the job. */
  readonly team: readonly {
    readonly person: ExamPerson
    readonly role: 'recruiter' | 'hiringManager' | 'interviewer'
  }[]
  /** Whether people can be prospects of this job, and whether its hiring managers take part in that. */
  readonly prospect: 'on' | 'off' | 'recruitersOnly'
}

export interface CandidateWish {
  readonly firstName: string
  readonly lastName: string
  readonly email: string
}

export interface PersonOnJob {
  readonly candidateId: string
  /** `Prospect` for the stage in which exported people arrive, whatever the ATS calls it. */
  readonly stage: string
  /** As stored with the candidate. */
  readonly personUrn: string | null
}

/** Two of the texts that an export brings, so an ATS that overwrites shows itself. */
export interface CandidateText {
  readonly headline: string | null
  readonly location: string | null
}

export interface ExportOutcome {
  readonly outcomeId: string
  readonly result: 'arrived' | 'notArrived'
  /** Why it did not arrive. */
  readonly reason: string | null
}
