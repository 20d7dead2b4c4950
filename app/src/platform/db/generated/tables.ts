// Written by scripts/db-types.ts from the migrated database; never by hand.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

type Json = ColumnType<unknown, string, string>

export interface ApiTokenTable {
  tenant_id: string
  id: string
  owner_id: string
  name: string
  role: 'administrator' | 'recruiter' | 'hiring_manager' | 'read_only'
  scopes: string[]
  token_hash: string
  prefix: string
  created_at: Date
  expires_at: Date | null
  last_used_at: Date | null
  revoked_at: Date | null
}

export interface AppUserTable {
  tenant_id: string
  id: string
  sign_in_id: string | null
  first_name: string
  last_name: string
  email: string
  roles: string[]
  active: Generated<boolean>
  home_visited_at: Date | null
  created_at: Date
}

export interface ApplicationTable {
  tenant_id: string
  id: string
  job_id: string
  candidate_id: string
  stage_id: string
  state: Generated<'active' | 'closed'>
  closed_reason: string | null
  source: 'linkedin' | 'referral' | 'career_site' | 'job_board' | 'recruiter' | 'import' | 'other'
  source_user_id: string | null
  passed_prospect_at: Date | null
  stage_since: Date
  created_at: Date
  updated_at: Date
  version: Generated<number>
  closed_as: 'rejected' | 'withdrawn' | 'job_closed' | null
  closed_at: Date | null
  in_running: GeneratedAlways<boolean | null>
}

export interface ApplicationClosingTable {
  tenant_id: string
  id: string
  application_id: string
  closed_as: 'rejected' | 'withdrawn' | 'job_closed'
  reason: 'application' | 'education' | 'experience' | 'skill_set' | 'competency' | 'licensure' | 'assessment' | 'silver_medalist' | 'offer_declined' | 'other_job' | 'terms' | 'personal' | 'no_answer' | 'other' | 'position_filled' | 'position_cancelled'
  comment: string | null
  at: Date
  actor: Json
  reopened_at: Date | null
  reopened_by: ColumnType<unknown, string | null, string | null>
  reopened_version: number | null
}

export type ApplicationForLinkedinTable = ApplicationTable

export interface ApplicationOpenedTable {
  tenant_id: string
  application_id: string
  user_id: string
  opened_at: Date
}

export interface CandidateTable {
  tenant_id: string
  id: string
  first_name: string
  last_name: string
  headline: string | null
  current_title: string | null
  current_company: string | null
  location: string | null
  profile_url: string | null
  skills: Generated<string[]>
  origins: Json
  created_at: Date
  updated_at: Date
  version: Generated<number>
}

export interface CandidateEmailTable {
  tenant_id: string
  candidate_id: string
  email: string
  position: number
  origin: Json
}

export interface CandidateMergeTable {
  tenant_id: string
  id: string
  kept_id: string
  absorbed_id: string
  layer: number
  record: Json
  merged_at: Date
  merged_by: string | null
  unmerged_at: Date | null
  unmerged_by: string | null
}

export interface CandidatePhoneTable {
  tenant_id: string
  candidate_id: string
  phone: string
  position: number
  origin: Json
}

export type CandidateSearchTable = CandidateWordsTable

export interface CandidateWordsTable {
  tenant_id: string
  candidate_id: string
  created_at: Date
  sort_name: string
  words: string
}

export type CandidateWordsMadeTable = CandidateSearchTable

export interface CompanyAccountTable {
  tenant_id: string
  issuer: string
  subject: string
  user_id: string
  linked_at: Date
}

export interface CompanySignInTable {
  tenant_id: string
  issuer: string
  client_id: string
  client_secret: string
  required: Generated<boolean>
  new_user_role: 'read_only' | 'recruiter' | 'hiring_manager' | null
  created_at: Date
  updated_at: Date
}

export interface CompanySignInDomainTable {
  tenant_id: string
  domain: string
  asked_of: string
  link_hash: string | null
  link_expires_at: Date | null
  proved_at: Date | null
  created_at: Date
}

export interface CompanySignInTripTable {
  tenant_id: string
  cookie_hash: string
  return_to: string
  language: 'en' | 'nl'
  expires_at: Date
}

export interface ErasureTable {
  tenant_id: string
  id: string
  candidate_id: string
  reason: 'request' | 'retention' | 'mistake'
  erased_at: Date
  erased_by: string | null
}

export interface EventTable {
  tenant_id: string
  id: string
  xid: Generated<string>
  at: Date
  kind: string
  subject_kind: string
  subject_id: string
  job_id: string | null
  actor: Json
  change: Json
}

export interface EventFollowerTable {
  tenant_id: string
  name: string
  xid: string
  event_id: string
}

export interface ExportReceiptTable {
  tenant_id: string
  id: string
  request_id: string
  outcome: 'arrived' | 'joined' | 'refused' | 'failed'
  cause: string | null
  person_name: string | null
  person_urn: string | null
  job_reference: string | null
  job_id: string | null
  candidate_id: string | null
  application_id: string | null
  exporter_user_id: string | null
  exporter_urn: string | null
  exported_at: Date | null
  received_at: Date
  settled_at: Date
  raw: ColumnType<unknown, string | null, string | null>
}

export interface ExportReceiptDismissedTable {
  tenant_id: string
  receipt_id: string
  user_id: string
}

export interface HiringTeamMemberTable {
  tenant_id: string
  job_id: string
  user_id: string
  role: 'recruiter' | 'hiring_manager' | 'interviewer' | 'delegate'
  delegate_of: string | null
  added_at: Date
}

export interface ImportFileTable {
  tenant_id: string
  kind: string
  digest: string
  lines_read: Generated<number>
  bytes_read: Generated<number>
  rows_taken: Generated<number>
  bad_rows: Generated<number>
  begun_at: Date
  done_at: Date | null
}

export interface JobTable {
  tenant_id: string
  id: string
  number: number
  reference: string
  state: Generated<'draft' | 'active' | 'closed'>
  title: string
  description: Generated<string>
  location: Generated<string>
  openings: Generated<number>
  employment_type: 'full_time' | 'part_time' | 'contract' | 'temporary' | 'volunteer' | 'internship' | null
  seniority: 'internship' | 'entry' | 'associate' | 'mid_senior' | 'director' | 'executive' | null
  workplace: 'on_site' | 'hybrid' | 'remote' | null
  closed_reason: 'filled' | 'cancelled' | null
  closed_comment: string | null
  created_by: string
  created_at: Date
  updated_at: Date
  activated_at: Date | null
  closed_at: Date | null
  version: Generated<number>
  search_text: GeneratedAlways<string | null>
}

export type JobSearchTable = JobTable

export interface KeptAnswerTable {
  tenant_id: string
  caller: string
  key: string
  fingerprint: string
  state: Generated<'begun' | 'done' | 'answered'>
  claim: string
  claimed_until: Date
  status: number | null
  content_type: string | null
  body: string | null
  expires_at: Date
}

export interface LinkedinAccessTable {
  tenant_id: string
  unique_foreign_id: string
  application_urn: string
  client_id: string
  client_secret: string
  hook_path: string
  callback_url: string
  organization_urn: string | null
  contract_urn: string | null
  integration_name: string | null
  job_visibility: Generated<'private' | 'public'>
  indicator_viewers: Generated<'everyone' | 'team'>
  checked_at: Date | null
  paused_until: Date | null
  failures_in_row: Generated<number>
  created_at: Date
  updated_at: Date
  readings_asked: Generated<number>
  reading_stored: Generated<number>
  left_organization_urn: string | null
  left_contract_urn: string | null
}

export interface LinkedinCallCountTable {
  tenant_id: string
  day: string
  endpoint: string
  calls: number
  records: number
  minute: Date
  minute_records: number
}

export interface LinkedinDoubtTable {
  tenant_id: string
  one_id: string
  other_id: string
  evidence: string[]
  state: Generated<'open' | 'dismissed'>
  raised_at: Date
  settled_at: Date | null
  settled_by: string | null
}

export interface LinkedinErasedPersonTable {
  tenant_id: string
  person_hash: string
  erased_at: Date
}

export interface LinkedinIdentityTable {
  tenant_id: string
  person_urn: string
  candidate_id: string
  linked_by: 'export' | 'profile_url' | 'email' | 'hand' | 'linkedin'
  profile_url: string | null
  linked_at: Date
  linked_by_user_id: string | null
}

export interface LinkedinIntegrationTable {
  tenant_id: string
  integration_type: 'ONE_CLICK_EXPORT' | 'IN_ATS_INDICATOR' | 'PROFILE_PLUGIN' | 'CSA_API'
  integration_context: string
  status: string
  since: Date
  checked_at: Date
  raw: Json
}

export interface LinkedinNotThisPersonTable {
  tenant_id: string
  candidate_id: string
  person_urn: string
  unlinked_by_user_id: string | null
  unlinked_at: Date
}

export interface LinkedinPushTable {
  tenant_id: string
  kind: string
  request_id: string
  state: Generated<'received' | 'done' | 'failed' | 'discarded'>
  reason: string | null
  attempts: Generated<number>
  received_at: Date
  settled_at: Date | null
}

export interface LinkedinSeatTable {
  tenant_id: string
  seat_urn: string
  person_urn: string
  name: string
  state: string
  read_at: Date
}

export interface LinkedinSecondMemberTable {
  tenant_id: string
  person_urn: string
  candidate_id: string
}

export interface LinkedinSetUpTable {
  tenant_id: string
  connected_at: Date | null
  connected_by: string | null
  requested_at: Date | null
  requested_by: string | null
  disconnected_at: Date | null
  disconnected_by: string | null
}

export interface LinkedinSetUpSignInTable {
  tenant_id: string
  state_hash: string
  user_id: string
  expires_at: Date
}

export interface LinkedinSignInTable {
  tenant_id: string
  state_hash: string
  user_id: string
  expires_at: Date
}

export interface LinkedinUserConnectionTable {
  tenant_id: string
  user_id: string
  person_urn: string
  access_token: string
  expires_at: Date
  connected_at: Date
}

export interface MailTable {
  tenant_id: string
  id: string
  user_id: string
  kind: string
  language: 'en' | 'nl'
  state: Generated<'waiting' | 'sent' | 'dropped' | 'failed'>
  attempts: Generated<number>
  reason: string | null
  created_at: Date
  settled_at: Date | null
}

export interface NoteTable {
  tenant_id: string
  id: string
  candidate_id: string | null
  application_id: string | null
  author_id: string
  visibility: 'shared' | 'private'
  body: ColumnType<unknown, string | null, string | null>
  created_at: Date
  edited_at: Date | null
  withdrawn_at: Date | null
  version: Generated<number>
}

export interface NotificationTable {
  tenant_id: string
  id: string
  user_id: string
  kind: string
  params: Json
  link: string | null
  created_at: Date
  read_at: Date | null
}

export interface SavedViewTable {
  tenant_id: string
  id: string
  user_id: string
  name: string
  shared: Generated<boolean>
  view: Json
  created_at: Date
  updated_at: Date
}

export interface SignInTable {
  id: string
  name: string
  email: string
  email_verified: Generated<boolean>
  image: string | null
  language: Generated<'en' | 'nl'>
  theme: Generated<'system' | 'light' | 'dark'>
  last_tenant_id: string | null
  created_at: Date
  updated_at: Date
}

export interface SignInAccountTable {
  id: string
  sign_in_id: string
  account_id: string
  provider_id: string
  password_hash: string | null
  access_token: string | null
  refresh_token: string | null
  id_token: string | null
  access_token_expires_at: Date | null
  refresh_token_expires_at: Date | null
  scope: string | null
  created_at: Date
  updated_at: Date
}

export interface SignInAttemptTable {
  key_hash: string
  attempts: number
  window_ends_at: Date
}

export interface SignInLinkTable {
  token_hash: string
  purpose: 'password' | 'invitation'
  sign_in_id: string | null
  invited_tenant_id: string | null
  invited_user_id: string | null
  expires_at: Date
  created_at: Date
}

export interface SignInRecoveryCodeTable {
  sign_in_id: string
  code_hash: string
}

export interface SignInRulesTable {
  tenant_id: string
  two_step_required: Generated<boolean>
}

export interface SignInSessionTable {
  id: string
  sign_in_id: string
  token_hash: string
  active_tenant_id: string | null
  ip_address: string | null
  user_agent: string | null
  expires_at: Date
  created_at: Date
  updated_at: Date
  vouched_by: string | null
}

export interface SignInTwoStepTable {
  sign_in_id: string
  secret: string
  confirmed_at: Date | null
  last_step: Generated<number>
  created_at: Date
}

export interface SignInVerificationTable {
  id: string
  identifier: string
  value: string
  expires_at: Date
  created_at: Date
  updated_at: Date
}

export interface StageTable {
  tenant_id: string
  id: string
  job_id: string
  position: number
  kind: 'prospect' | 'application' | 'screening' | 'assessment' | 'interview' | 'offer'
  name: string
  enabled: Generated<boolean>
  open_to_hiring_managers: Generated<boolean>
}

export interface StageMoveTable {
  tenant_id: string
  id: string
  application_id: string
  from_stage_id: string | null
  to_stage_id: string
  at: Date
  actor: Json
  undoes: string | null
  application_version: number
}

export interface SyncRecordTable {
  tenant_id: string
  resource: 'job' | 'acl' | 'acl_assignee' | 'candidate' | 'candidate_notes' | 'application' | 'application_notes' | 'stages'
  key: string
  subject_id: string
  wanted: 'present' | 'absent'
  wanted_version: Generated<number>
  sent_version: Generated<number>
  accepted_version: Generated<number>
  state: Generated<'queued' | 'sent' | 'accepted' | 'refused' | 'held'>
  reason: string | null
  known_there: Generated<boolean>
  remote_task: string | null
  payload: ColumnType<unknown, string | null, string | null>
  payload_hash: string | null
  attempts: Generated<number>
  next_try_at: Date
  sent_at: Date | null
  accepted_at: Date | null
  updated_at: Date
  match_next_at: Date | null
  match_readings: Generated<number>
  there_ids: Generated<string[]>
  former_subject_id: string | null
}

export interface TalentPoolTable {
  tenant_id: string
  id: string
  kind: 'linkedin' | 'plain'
  owner_id: string | null
  name: string
  created_at: Date
  updated_at: Date
  search_text: GeneratedAlways<string | null>
}

export interface TalentPoolMemberTable {
  tenant_id: string
  pool_id: string
  candidate_id: string
  added_by: string | null
  added_at: Date
  sort_name: string
}

export interface TaskTable {
  tenant_id: string
  id: string
  kind: string
  key: string
  payload: Json
  run_at: Date
  attempts: Generated<number>
  lease_token: string | null
  lease_until: Date | null
  rerun: Generated<boolean>
  last_error: string | null
  created_at: Date
}

export interface TenantTable {
  id: string
  name: string
  instance_name: string
  job_prefix: string
  next_job_number: Generated<number>
  edition: Generated<'comprehensive' | 'basic'>
  time_zone: Generated<string>
  created_at: Date
}

export interface Tables {
  api_token: ApiTokenTable
  app_user: AppUserTable
  application: ApplicationTable
  application_closing: ApplicationClosingTable
  application_for_linkedin: ApplicationForLinkedinTable
  application_opened: ApplicationOpenedTable
  candidate: CandidateTable
  candidate_email: CandidateEmailTable
  candidate_merge: CandidateMergeTable
  candidate_phone: CandidatePhoneTable
  candidate_search: CandidateSearchTable
  candidate_words: CandidateWordsTable
  candidate_words_made: CandidateWordsMadeTable
  company_account: CompanyAccountTable
  company_sign_in: CompanySignInTable
  company_sign_in_domain: CompanySignInDomainTable
  company_sign_in_trip: CompanySignInTripTable
  erasure: ErasureTable
  event: EventTable
  event_follower: EventFollowerTable
  export_receipt: ExportReceiptTable
  export_receipt_dismissed: ExportReceiptDismissedTable
  hiring_team_member: HiringTeamMemberTable
  import_file: ImportFileTable
  job: JobTable
  job_search: JobSearchTable
  kept_answer: KeptAnswerTable
  linkedin_access: LinkedinAccessTable
  linkedin_call_count: LinkedinCallCountTable
  linkedin_doubt: LinkedinDoubtTable
  linkedin_erased_person: LinkedinErasedPersonTable
  linkedin_identity: LinkedinIdentityTable
  linkedin_integration: LinkedinIntegrationTable
  linkedin_not_this_person: LinkedinNotThisPersonTable
  linkedin_push: LinkedinPushTable
  linkedin_seat: LinkedinSeatTable
  linkedin_second_member: LinkedinSecondMemberTable
  linkedin_set_up: LinkedinSetUpTable
  linkedin_set_up_sign_in: LinkedinSetUpSignInTable
  linkedin_sign_in: LinkedinSignInTable
  linkedin_user_connection: LinkedinUserConnectionTable
  mail: MailTable
  note: NoteTable
  notification: NotificationTable
  saved_view: SavedViewTable
  sign_in: SignInTable
  sign_in_account: SignInAccountTable
  sign_in_attempt: SignInAttemptTable
  sign_in_link: SignInLinkTable
  sign_in_recovery_code: SignInRecoveryCodeTable
  sign_in_rules: SignInRulesTable
  sign_in_session: SignInSessionTable
  sign_in_two_step: SignInTwoStepTable
  sign_in_verification: SignInVerificationTable
  stage: StageTable
  stage_move: StageMoveTable
  sync_record: SyncRecordTable
  talent_pool: TalentPoolTable
  talent_pool_member: TalentPoolMemberTable
  task: TaskTable
  tenant: TenantTable
}
