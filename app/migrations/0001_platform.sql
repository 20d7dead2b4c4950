-- The owner of the database runs this. The app works as lodestone_app, a role that owns nothing.

create extension if not exists pg_trgm;
create extension if not exists btree_gin;
create extension if not exists unaccent;

-- The quiet form: without a setting there is no tenant, and so there are no rows.
create function current_tenant() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.tenant', true), '')::uuid $$;
create function current_app_user() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.user', true), '') $$;

-- Ids are prefixed UUIDv7 texts; byte order is time order.
create domain prefixed_id as text collate "C";

create table tenant (
  id uuid primary key,
  name text not null,
  instance_name text not null,
  job_prefix text not null,
  next_job_number integer not null default 1001,
  edition text not null default 'comprehensive' check (edition in ('comprehensive', 'basic')),
  time_zone text not null default 'Europe/Amsterdam',
  created_at timestamptz not null
);
alter table tenant enable row level security;
create policy tenant_itself on tenant using (id = (select current_tenant()));
grant select, update on tenant to lodestone_app;

-- Sign-in is global: one person may work in several companies. The app role cannot read these five tables.
create table sign_in (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  language text not null default 'en' check (language in ('en', 'nl')),
  theme text not null default 'system' check (theme in ('system', 'light', 'dark')),
  -- Where this person worked last, so that the next sign-in begins there.
  last_tenant_id uuid references tenant,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create table sign_in_session (
  id text primary key,
  sign_in_id text not null references sign_in on delete cascade,
  token_hash text not null unique,
  active_tenant_id uuid references tenant,
  ip_address text,
  user_agent text,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on sign_in_session (sign_in_id);
create table sign_in_account (
  id text primary key,
  sign_in_id text not null references sign_in on delete cascade,
  account_id text not null,
  provider_id text not null,
  password_hash text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on sign_in_account (sign_in_id);
create table sign_in_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on sign_in_verification (identifier);
-- Failed attempts per e-mail and per address; the key is a hash, so that no one is named here.
create table sign_in_attempt (
  key_hash text primary key,
  attempts integer not null,
  window_ends_at timestamptz not null
);

-- A user is a person in one company, with app roles there.
create table app_user (
  tenant_id uuid not null references tenant,
  id prefixed_id not null,
  sign_in_id text references sign_in,
  first_name text collate "C" not null,
  last_name text collate "C" not null,
  email text not null,
  roles text[] not null check (roles <@ array['administrator', 'recruiter', 'hiring_manager', 'read_only']),
  active boolean not null default true,
  home_visited_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, email)
);
create index on app_user (sign_in_id);
alter table app_user enable row level security;
create policy same_tenant on app_user using (tenant_id = (select current_tenant()));
grant select, insert, update on app_user to lodestone_app;

-- One row per change, written in the change's own transaction: audit trail, change feed and live updates in one.
-- xid makes the feed's position safe: a reader stops before the oldest transaction still open.
create table event (
  tenant_id uuid not null references tenant,
  id prefixed_id not null,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  kind text not null,
  subject_kind text not null,
  subject_id text collate "C" not null,
  job_id text collate "C",
  actor jsonb not null,
  change jsonb not null,
  primary key (tenant_id, id)
);
create index on event (tenant_id, xid, id);
create index on event (tenant_id, subject_kind, subject_id, id);
alter table event enable row level security;
create policy same_tenant on event using (tenant_id = (select current_tenant()));
grant select, insert on event to lodestone_app;

create function announce_event() returns trigger language plpgsql as $$
begin
  perform pg_notify('lodestone_event', json_build_object('tenantId', new.tenant_id, 'kind', new.kind,
    'subjectKind', new.subject_kind, 'subjectId', new.subject_id, 'jobId', new.job_id)::text);
  return null;
end $$;
create trigger announce after insert on event for each row execute function announce_event();

-- How far a follower of the change feed has read.
create table event_follower (
  tenant_id uuid not null references tenant,
  name text not null,
  xid xid8 not null,
  event_id text collate "C" not null,
  primary key (tenant_id, name)
);
alter table event_follower enable row level security;
create policy same_tenant on event_follower using (tenant_id = (select current_tenant()));
grant select, insert, update on event_follower to lodestone_app;

-- Transaction numbers belong to one database server. After a restore elsewhere the old ones lie in the future, where no
-- follower would ever get past them: they are set to the lowest, and inside them the order by id is kept.
create function settle_restored_positions() returns bigint language plpgsql as $$
declare
  positions bigint;
  events bigint;
begin
  update event_follower set xid = '3' where xid >= pg_snapshot_xmax(pg_current_snapshot());
  get diagnostics positions = row_count;
  update event set xid = '3' where xid >= pg_snapshot_xmax(pg_current_snapshot());
  get diagnostics events = row_count;
  return positions + events;
end $$;
revoke execute on function settle_restored_positions() from public;

-- The queue. A lease is held by a token; who lost the token can no longer finish the task.
create table task (
  tenant_id uuid not null references tenant,
  id prefixed_id not null,
  kind text not null,
  key text collate "C" not null,
  payload jsonb not null,
  run_at timestamptz not null,
  attempts integer not null default 0,
  lease_token uuid,
  lease_until timestamptz,
  rerun boolean not null default false,
  last_error text,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, kind, key)
);
create index task_due on task (run_at);
alter table task enable row level security;
create policy same_tenant on task using (tenant_id = (select current_tenant()));
grant select, insert, update, delete on task to lodestone_app;

create function announce_task() returns trigger language plpgsql as $$
begin
  perform pg_notify('lodestone_task', new.kind);
  return null;
end $$;
create trigger announce after insert or update of run_at on task for each row execute function announce_task();

-- Only the person it is for may read a notification.
create table notification (
  tenant_id uuid not null references tenant,
  id prefixed_id not null,
  user_id text collate "C" not null,
  kind text not null,
  params jsonb not null,
  link text,
  created_at timestamptz not null,
  read_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references app_user (tenant_id, id)
);
create index on notification (tenant_id, user_id, id desc);
alter table notification enable row level security;
create policy same_tenant_send on notification for insert with check (tenant_id = (select current_tenant()));
create policy own_read on notification for select
  using (tenant_id = (select current_tenant()) and user_id = (select current_app_user()));
create policy own_change on notification for update
  using (tenant_id = (select current_tenant()) and user_id = (select current_app_user()));
grant select, insert, update on notification to lodestone_app;
