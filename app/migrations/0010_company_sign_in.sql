-- How people of a company sign in with the accounts that they have there already (OpenID Connect).
create table company_sign_in (
  tenant_id uuid primary key references tenant,
  issuer text not null,
  client_id text not null,
  client_secret text not null,
  required boolean not null default false,
  -- The role of people who come in without having been added first; null: they are turned away.
  new_user_role text check (new_user_role in ('read_only', 'recruiter', 'hiring_manager')),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
alter table company_sign_in enable row level security;
create policy same_tenant on company_sign_in using (tenant_id = (select current_tenant()));
grant select, insert, update, delete on company_sign_in to lodestone_app;

-- The e-mail domains that a company may vouch for. Proved by an administrator with a mailbox there, by a mailed link.
-- Not unique among companies: two ATS instances of one company have the same.
create table company_sign_in_domain (
  tenant_id uuid not null references tenant,
  domain text collate "C" not null,
  asked_of text collate "C" not null,
  link_hash text,
  link_expires_at timestamptz,
  proved_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, domain),
  foreign key (tenant_id, asked_of) references app_user (tenant_id, id)
);
create index on company_sign_in_domain (domain) where proved_at is not null;
alter table company_sign_in_domain enable row level security;
create policy same_tenant on company_sign_in_domain using (tenant_id = (select current_tenant()));
grant select, insert, update, delete on company_sign_in_domain to lodestone_app;

-- People on their way to the issuer and back. State, nonce and verifier are made of the cookie whose hash stands here.
create table company_sign_in_trip (
  tenant_id uuid not null references tenant,
  cookie_hash text collate "C" not null,
  return_to text not null,
  language text not null check (language in ('en', 'nl')),
  expires_at timestamptz not null,
  primary key (tenant_id, cookie_hash)
);
alter table company_sign_in_trip enable row level security;
create policy same_tenant on company_sign_in_trip using (tenant_id = (select current_tenant()));
grant select, insert, delete on company_sign_in_trip to lodestone_app;

-- Which account at the issuer is which user. The address brings them together once; from then on this does.
create table company_account (
  tenant_id uuid not null references tenant,
  issuer text collate "C" not null,
  subject text collate "C" not null,
  user_id text collate "C" not null,
  linked_at timestamptz not null,
  primary key (tenant_id, issuer, subject),
  unique (tenant_id, issuer, user_id),
  foreign key (tenant_id, user_id) references app_user (tenant_id, id)
);
create index on company_account (tenant_id, user_id);
alter table company_account enable row level security;
create policy same_tenant on company_account using (tenant_id = (select current_tenant()));
grant select, insert, delete on company_account to lodestone_app;

-- The company that vouched for the person: such a session opens this company and no other.
alter table sign_in_session add column vouched_by uuid references tenant;
