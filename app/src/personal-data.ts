import type { Tables } from './platform/db/generated/tables.ts'

/**
 * What each column can tell about a person. `identifier` points at one, `profile` is what he does for a living,
 * `content` is text or data that may hold anything, `secret` opens a door.
 */
export const kindsOfPersonalData = ['none', 'identifier', 'name', 'contact', 'profile', 'content', 'secret'] as const
type PersonalData = (typeof kindsOfPersonalData)[number]
/** Names of columns with spaces between them. */
type Tags = { readonly [K in PersonalData]?: string | readonly string[] }

const candidate = {
  none: 'tenant_id created_at updated_at version',
  identifier: 'id origins',
  name: 'first_name last_name',
  profile: 'headline current_title current_company location profile_url skills',
} as const satisfies Tags

const candidateWords = {
  none: 'tenant_id created_at',
  identifier: 'candidate_id',
  name: 'sort_name',
  content: 'words',
} as const satisfies Tags

const job = {
  none: [
    'tenant_id id number reference state title description location openings employment_type',
    'seniority workplace closed_reason created_at updated_at activated_at closed_at version',
    'search_text',
  ],
  identifier: 'created_by',
  content: 'closed_comment',
} as const satisfies Tags

const application = {
  none: [
    'tenant_id job_id stage_id state closed_as closed_reason closed_at in_running source passed_prospect_at',
    'stage_since created_at updated_at version',
  ],
  identifier: 'id candidate_id source_user_id',
} as const satisfies Tags

/** Every column of every table: a new one does not compile, and fails a test, until it stands here. */
export const personalData = {
  api_token: {
    none: 'tenant_id id name role scopes prefix created_at expires_at last_used_at revoked_at',
    identifier: 'owner_id',
    secret: 'token_hash',
  },
  app_user: {
    none: 'tenant_id roles active home_visited_at created_at',
    identifier: 'id sign_in_id',
    name: 'first_name last_name',
    contact: 'email',
  },
  application,
  application_closing: {
    none: 'tenant_id id closed_as reason at reopened_at reopened_version',
    identifier: 'application_id actor reopened_by',
    content: 'comment',
  },
  application_for_linkedin: application,
  application_opened: { none: 'tenant_id opened_at', identifier: 'application_id user_id' },
  candidate,
  candidate_merge: {
    none: 'tenant_id id layer merged_at unmerged_at',
    identifier: 'kept_id absorbed_id merged_by unmerged_by',
    content: 'record',
  },
  candidate_search: candidateWords,
  candidate_words: candidateWords,
  candidate_words_made: candidateWords,
  candidate_email: { none: 'tenant_id position', identifier: 'candidate_id origin', contact: 'email' },
  candidate_phone: { none: 'tenant_id position', identifier: 'candidate_id origin', contact: 'phone' },
  company_account: { none: 'tenant_id issuer linked_at', identifier: 'subject user_id' },
  company_sign_in: {
    none: 'tenant_id issuer client_id required new_user_role created_at updated_at',
    secret: 'client_secret',
  },
  company_sign_in_domain: {
    none: 'tenant_id domain link_expires_at proved_at created_at',
    identifier: 'asked_of',
    secret: 'link_hash',
  },
  company_sign_in_trip: { none: 'tenant_id return_to language expires_at', secret: 'cookie_hash' },
  erasure: { none: 'tenant_id id reason erased_at', identifier: 'candidate_id erased_by' },
  event: {
    none: 'tenant_id id xid at kind subject_kind job_id',
    identifier: 'subject_id actor change',
  },
  event_follower: { none: 'tenant_id name xid event_id' },
  export_receipt: {
    none: 'tenant_id id request_id outcome cause job_reference job_id exported_at received_at settled_at',
    identifier: 'person_urn candidate_id application_id exporter_user_id exporter_urn',
    name: 'person_name',
    content: 'raw',
  },
  export_receipt_dismissed: { none: 'tenant_id receipt_id', identifier: 'user_id' },
  hiring_team_member: { none: 'tenant_id job_id role added_at', identifier: 'user_id delegate_of' },
  import_file: {
    none: 'tenant_id kind digest lines_read bytes_read rows_taken bad_rows begun_at done_at',
  },
  job,
  job_search: job,
  kept_answer: {
    none: 'tenant_id key fingerprint state claim claimed_until status content_type expires_at',
    identifier: 'caller',
    content: 'body',
  },
  linkedin_access: {
    none: [
      'tenant_id unique_foreign_id application_urn client_id callback_url organization_urn',
      'contract_urn integration_name job_visibility indicator_viewers checked_at paused_until',
      'failures_in_row created_at updated_at readings_asked reading_stored',
      'left_organization_urn left_contract_urn',
    ],
    secret: 'client_secret hook_path',
  },
  linkedin_call_count: { none: 'tenant_id day endpoint calls records minute minute_records' },
  linkedin_doubt: {
    none: 'tenant_id state raised_at settled_at',
    identifier: 'one_id other_id settled_by',
    contact: 'evidence',
  },
  linkedin_erased_person: { none: 'tenant_id erased_at', identifier: 'person_hash' },
  linkedin_identity: {
    none: 'tenant_id linked_by linked_at',
    identifier: 'person_urn candidate_id linked_by_user_id',
    profile: 'profile_url',
  },
  linkedin_integration: {
    none: 'tenant_id integration_type integration_context status since checked_at raw',
  },
  linkedin_not_this_person: {
    none: 'tenant_id unlinked_at',
    identifier: 'candidate_id person_urn unlinked_by_user_id',
  },
  linkedin_push: {
    none: 'tenant_id kind request_id state reason attempts received_at settled_at',
  },
  linkedin_seat: { none: 'tenant_id state read_at', identifier: 'seat_urn person_urn', name: 'name' },
  linkedin_second_member: { none: 'tenant_id', identifier: 'person_urn candidate_id' },
  linkedin_set_up: {
    none: 'tenant_id connected_at requested_at disconnected_at',
    identifier: 'connected_by requested_by disconnected_by',
  },
  linkedin_set_up_sign_in: { none: 'tenant_id expires_at', identifier: 'user_id', secret: 'state_hash' },
  linkedin_sign_in: { none: 'tenant_id expires_at', identifier: 'user_id', secret: 'state_hash' },
  linkedin_user_connection: {
    none: 'tenant_id expires_at connected_at',
    identifier: 'user_id person_urn',
    secret: 'access_token',
  },
  mail: {
    none: 'tenant_id id kind language state attempts reason created_at settled_at',
    identifier: 'user_id',
  },
  note: {
    none: 'tenant_id visibility created_at edited_at withdrawn_at version',
    identifier: 'id candidate_id application_id author_id',
    content: 'body',
  },
  notification: {
    none: 'tenant_id id kind link created_at read_at',
    identifier: 'user_id',
    content: 'params',
  },
  // A query can hold a name.
  saved_view: { none: 'tenant_id id shared created_at updated_at', identifier: 'user_id', content: 'name view' },
  sign_in: {
    none: 'email_verified language theme last_tenant_id created_at updated_at',
    identifier: 'id',
    name: 'name',
    contact: 'email',
    profile: 'image',
  },
  sign_in_account: {
    none: 'provider_id access_token_expires_at refresh_token_expires_at scope created_at updated_at',
    identifier: 'id sign_in_id account_id',
    secret: 'password_hash access_token refresh_token id_token',
  },
  sign_in_attempt: { none: 'attempts window_ends_at', identifier: 'key_hash' },
  sign_in_link: {
    none: 'purpose invited_tenant_id expires_at created_at',
    identifier: 'sign_in_id invited_user_id',
    secret: 'token_hash',
  },
  sign_in_recovery_code: { identifier: 'sign_in_id', secret: 'code_hash' },
  sign_in_rules: { none: 'tenant_id two_step_required' },
  sign_in_session: {
    none: 'id active_tenant_id vouched_by expires_at created_at updated_at',
    identifier: 'sign_in_id ip_address user_agent',
    secret: 'token_hash',
  },
  sign_in_two_step: {
    none: 'confirmed_at last_step created_at',
    identifier: 'sign_in_id',
    secret: 'secret',
  },
  sign_in_verification: {
    none: 'id expires_at created_at updated_at',
    contact: 'identifier',
    secret: 'value',
  },
  stage: { none: 'tenant_id id job_id position kind name enabled open_to_hiring_managers' },
  stage_move: {
    none: 'tenant_id id from_stage_id to_stage_id at undoes application_version',
    identifier: 'application_id actor',
  },
  sync_record: {
    none: [
      'tenant_id resource wanted wanted_version sent_version accepted_version state known_there',
      'remote_task payload_hash attempts next_try_at sent_at accepted_at updated_at',
      'match_next_at match_readings',
    ],
    identifier: 'key subject_id former_subject_id there_ids',
    content: 'reason payload',
  },
  // Somebody's name can stand in a pool's own.
  talent_pool: {
    none: 'tenant_id id kind created_at updated_at',
    identifier: 'owner_id',
    content: 'name search_text',
  },
  talent_pool_member: {
    none: 'tenant_id pool_id added_at',
    identifier: 'candidate_id added_by',
    name: 'sort_name',
  },
  task: {
    none: 'tenant_id id kind run_at attempts lease_token lease_until rerun created_at',
    identifier: 'key',
    content: 'payload last_error',
  },
  tenant: {
    none: 'id name instance_name job_prefix next_job_number edition time_zone created_at',
  },
} as const satisfies Record<keyof Tables, Tags>

type Words<S> = S extends `${infer First} ${infer Rest}` ? First | Words<Rest> : S
type Columns<V> = V extends readonly (infer S)[] ? Words<S> : Words<V>
type Tagged<T extends keyof Tables> = {
  [K in keyof Tags]: (typeof personalData)[T] extends Record<K, infer V> ? Columns<V> : never
}[keyof Tags]

type Nothing<T extends never> = T

/** Does not compile, and names the columns, while some of the database stand nowhere above. */
export type ColumnsWithoutTag = Nothing<
  { [T in keyof Tables]: `${T}.${Exclude<keyof Tables[T], Tagged<T>> & string}` }[keyof Tables]
>
