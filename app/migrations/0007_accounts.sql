-- What leaves by mail. Text and link are made when it is sent, so that no link and no address stands here.
create table mail (
  tenant_id uuid not null references tenant,
  id prefixed_id not null,
  user_id text collate "C" not null,
  kind text not null,
  language text not null check (language in ('en', 'nl')),
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'dropped', 'failed')),
  attempts integer not null default 0,
  -- What the mail server answered last, without the address.
  reason text,
  created_at timestamptz not null,
  settled_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references app_user (tenant_id, id)
);
create index on mail (tenant_id, user_id, id desc);
alter table mail enable row level security;
create policy same_tenant on mail using (tenant_id = (select current_tenant()));
grant select, insert, update, delete on mail to lodestone_app;

-- Links that were mailed and not used yet. Global as sign-in is; each names its sign-in or its invited user.
create table sign_in_link (
  token_hash text primary key,
  purpose text not null check (purpose in ('password', 'invitation')),
  sign_in_id text references sign_in on delete cascade,
  invited_tenant_id uuid references tenant,
  invited_user_id text collate "C",
  expires_at timestamptz not null,
  created_at timestamptz not null,
  foreign key (invited_tenant_id, invited_user_id) references app_user (tenant_id, id),
  check ((purpose = 'password') = (sign_in_id is not null)),
  check ((purpose = 'invitation') = (invited_user_id is not null))
);
create index on sign_in_link (sign_in_id);
create index on sign_in_link (invited_tenant_id, invited_user_id);

-- The second step of a sign-in: counts from confirmed_at on. last_step is the half minute of the last code used.
create table sign_in_two_step (
  sign_in_id text primary key references sign_in on delete cascade,
  secret text not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  created_at timestamptz not null
);
create table sign_in_recovery_code (
  sign_in_id text not null references sign_in on delete cascade,
  code_hash text not null,
  primary key (sign_in_id, code_hash)
);

-- What a company asks of everybody who signs in.
create table sign_in_rules (
  tenant_id uuid primary key references tenant,
  two_step_required boolean not null default false
);
alter table sign_in_rules enable row level security;
create policy same_tenant on sign_in_rules using (tenant_id = (select current_tenant()));
grant select, insert, update on sign_in_rules to lodestone_app;
