-- A program's key to the API. It acts with one role and some scopes, and a person answers for it.
create table api_token (
  tenant_id uuid not null references tenant,
  id prefixed_id not null,
  owner_id text collate "C" not null,
  name text not null,
  role text not null check (role in ('administrator', 'recruiter', 'hiring_manager', 'read_only')),
  scopes text[] not null,
  -- 256 bits by chance: a plain hash cannot be guessed back.
  token_hash text not null unique,
  -- The first characters, by which people tell tokens apart.
  prefix text not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, owner_id) references app_user (tenant_id, id)
);
alter table api_token enable row level security;
create policy same_tenant on api_token using (tenant_id = (select current_tenant()));
grant select, insert, update on api_token to lodestone_app;

-- What was answered to a request with an Idempotency-Key, for a day: the same request again gets the same answer.
-- `begun`: somebody is at work on it, until `claimed_until`. `done`: the change was made, its answer is not known.
create table kept_answer (
  tenant_id uuid not null references tenant,
  -- The token or the user: the keys of one are no business of another.
  caller text collate "C" not null,
  key text collate "C" not null,
  fingerprint text not null,
  state text not null default 'begun' check (state in ('begun', 'done', 'answered')),
  claim uuid not null,
  claimed_until timestamptz not null,
  status integer,
  content_type text,
  body text,
  expires_at timestamptz not null,
  primary key (tenant_id, caller, key)
);
create index on kept_answer (tenant_id, expires_at);
alter table kept_answer enable row level security;
create policy same_tenant on kept_answer using (tenant_id = (select current_tenant()));
grant select, insert, update, delete on kept_answer to lodestone_app;

-- By its arguments the token is found by its key. Compared in the query with what a JSON value holds, under row-level security,
-- it would be looked for row by row.
create function api_token_name(tenant uuid, token text) returns text language sql stable parallel safe
  as $$ select k.name from public.api_token k where k.tenant_id = tenant and k.id = token $$;
