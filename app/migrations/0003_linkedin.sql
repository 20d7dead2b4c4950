-- access: the child application of this ATS instance, and what LinkedIn lets it do now.
create table linkedin_access (
  tenant_id uuid primary key references tenant,
  unique_foreign_id text not null,
  application_urn text not null,
  client_id text not null,
  client_secret text not null,
  -- The last part of this tenant's CALLBACK_URL; nobody can guess it.
  hook_path text not null unique,
  callback_url text not null,
  organization_urn text,
  contract_urn text,
  integration_name text,
  job_visibility text not null default 'private' check (job_visibility in ('private', 'public')),
  indicator_viewers text not null default 'everyone' check (indicator_viewers in ('everyone', 'team')),
  checked_at timestamptz,
  -- After failures nothing is sent before this moment, however much there is to send.
  paused_until timestamptz,
  failures_in_row integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
alter table linkedin_access enable row level security;
create policy same_tenant on linkedin_access using (tenant_id = (select current_tenant()));
grant select, insert, update, delete on linkedin_access to lodestone_app;

create table linkedin_integration (
  tenant_id uuid not null references tenant,
  integration_type text not null check (integration_type in ('ONE_CLICK_EXPORT', 'IN_ATS_INDICATOR', 'PROFILE_PLUGIN', 'CSA_API')),
  integration_context text not null,
  -- LinkedIn's own word; only ENABLED is permission.
  status text not null,
  since timestamptz not null,
  checked_at timestamptz not null,
  raw jsonb not null,
  primary key (tenant_id, integration_type)
);
alter table linkedin_integration enable row level security;
create policy same_tenant on linkedin_integration using (tenant_id = (select current_tenant()));
grant select, insert, update, delete on linkedin_integration to lodestone_app;

create table linkedin_seat (
  tenant_id uuid not null references tenant,
  seat_urn text not null,
  person_urn text not null,
  name text not null,
  state text not null,
  read_at timestamptz not null,
  primary key (tenant_id, seat_urn)
);
create index on linkedin_seat (tenant_id, person_urn);
alter table linkedin_seat enable row level security;
create policy same_tenant on linkedin_seat using (tenant_id = (select current_tenant()));
grant select, insert, update, delete on linkedin_seat to lodestone_app;

-- user-connection: each user's own LinkedIn account.
create table linkedin_user_connection (
  tenant_id uuid not null references tenant,
  user_id text collate "C" not null,
  person_urn text not null,
  access_token text not null,
  expires_at timestamptz not null,
  connected_at timestamptz not null,
  primary key (tenant_id, user_id),
  unique (tenant_id, person_urn),
  foreign key (tenant_id, user_id) references app_user (tenant_id, id)
);
alter table linkedin_user_connection enable row level security;
create policy same_tenant on linkedin_user_connection using (tenant_id = (select current_tenant()));
grant select, insert, update, delete on linkedin_user_connection to lodestone_app;

create table linkedin_sign_in (
  tenant_id uuid not null references tenant,
  state_hash text not null,
  user_id text collate "C" not null,
  expires_at timestamptz not null,
  primary key (tenant_id, state_hash),
  foreign key (tenant_id, user_id) references app_user (tenant_id, id)
);
alter table linkedin_sign_in enable row level security;
create policy same_tenant on linkedin_sign_in using (tenant_id = (select current_tenant()));
grant select, insert, delete on linkedin_sign_in to lodestone_app;

-- door: every push, once.
create table linkedin_push (
  tenant_id uuid not null references tenant,
  kind text not null,
  request_id text not null,
  state text not null default 'received' check (state in ('received', 'done', 'failed', 'discarded')),
  reason text,
  attempts integer not null default 0,
  received_at timestamptz not null,
  settled_at timestamptz,
  primary key (tenant_id, kind, request_id)
);
create index on linkedin_push (tenant_id, received_at desc);
alter table linkedin_push enable row level security;
create policy same_tenant on linkedin_push using (tenant_id = (select current_tenant()));
grant select, insert, update on linkedin_push to lodestone_app;

-- identity: which candidate is which LinkedIn person. One link each way, so nobody can become two people.
create table linkedin_identity (
  tenant_id uuid not null references tenant,
  person_urn text not null,
  candidate_id text collate "C" not null,
  linked_by text not null check (linked_by in ('export', 'profile_url', 'email', 'user')),
  profile_url text collate "C",
  linked_at timestamptz not null,
  primary key (tenant_id, person_urn),
  unique (tenant_id, candidate_id),
  foreign key (tenant_id, candidate_id) references candidate (tenant_id, id) on delete cascade
);
create index on linkedin_identity (tenant_id, profile_url) where profile_url is not null;
alter table linkedin_identity enable row level security;
create policy same_tenant on linkedin_identity using (tenant_id = (select current_tenant()));
grant select, insert, update, delete on linkedin_identity to lodestone_app;

-- delivery: what LinkedIn should know, knows, or refused. Outbox, ledger and quarantine in one row.
create table sync_record (
  tenant_id uuid not null references tenant,
  resource text not null check (resource in ('job', 'acl', 'acl_assignee')),
  key text collate "C" not null,
  subject_id text collate "C" not null,
  wanted text not null check (wanted in ('present', 'absent')),
  wanted_version bigint not null default 1,
  sent_version bigint not null default 0,
  accepted_version bigint not null default 0,
  state text not null default 'queued' check (state in ('queued', 'sent', 'accepted', 'refused')),
  reason text,
  -- May LinkedIn hold something under this key? Then a job is changed instead of created, and a delete has something to delete.
  known_there boolean not null default false,
  remote_task text,
  payload jsonb,
  payload_hash text,
  attempts integer not null default 0,
  next_try_at timestamptz not null,
  sent_at timestamptz,
  accepted_at timestamptz,
  updated_at timestamptz not null,
  primary key (tenant_id, resource, key)
);
create index sync_record_due on sync_record (tenant_id, resource, next_try_at) where state in ('queued', 'sent');
create index on sync_record (tenant_id, subject_id);
alter table sync_record enable row level security;
create policy same_tenant on sync_record using (tenant_id = (select current_tenant()));
grant select, insert, update on sync_record to lodestone_app;

-- Calls and records of a UTC day, and records of the running minute: LinkedIn counts them, and a restart must not forget them.
create table linkedin_call_count (
  tenant_id uuid not null references tenant,
  day date not null,
  endpoint text not null,
  calls integer not null,
  records integer not null,
  minute timestamptz not null,
  minute_records integer not null,
  primary key (tenant_id, day, endpoint)
);
alter table linkedin_call_count enable row level security;
create policy same_tenant on linkedin_call_count using (tenant_id = (select current_tenant()));
grant select, insert, update on linkedin_call_count to lodestone_app;

-- one-click-export: what became of every export, for the job page and for Home.
create table export_receipt (
  tenant_id uuid not null references tenant,
  id prefixed_id not null,
  request_id text not null,
  outcome text not null check (outcome in ('arrived', 'joined', 'refused', 'failed')),
  cause text,
  person_name text,
  person_urn text,
  job_reference text,
  job_id text collate "C",
  candidate_id text collate "C",
  application_id text collate "C",
  exporter_user_id text collate "C",
  exporter_urn text,
  exported_at timestamptz,
  received_at timestamptz not null,
  settled_at timestamptz not null,
  raw jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, request_id),
  foreign key (tenant_id, job_id) references job (tenant_id, id),
  foreign key (tenant_id, candidate_id) references candidate (tenant_id, id) on delete set null (candidate_id),
  foreign key (tenant_id, application_id) references application (tenant_id, id) on delete set null (application_id),
  foreign key (tenant_id, exporter_user_id) references app_user (tenant_id, id)
);
create index on export_receipt (tenant_id, job_id, id desc);
create index on export_receipt (tenant_id, id desc);
alter table export_receipt enable row level security;
create policy same_tenant on export_receipt using (tenant_id = (select current_tenant()));
grant select, insert, update on export_receipt to lodestone_app;

create table export_receipt_dismissed (
  tenant_id uuid not null references tenant,
  receipt_id text collate "C" not null,
  user_id text collate "C" not null,
  primary key (tenant_id, receipt_id, user_id),
  foreign key (tenant_id, receipt_id) references export_receipt (tenant_id, id),
  foreign key (tenant_id, user_id) references app_user (tenant_id, id)
);
alter table export_receipt_dismissed enable row level security;
create policy same_tenant on export_receipt_dismissed using (tenant_id = (select current_tenant()));
grant select, insert on export_receipt_dismissed to lodestone_app;
