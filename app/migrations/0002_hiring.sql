-- How text is written to be found: no capitals, no accents. The default collation knows capitals beyond ASCII.
create function findable(value text) returns text language sql immutable parallel safe
  as $$ select lower(public.unaccent('public.unaccent', value) collate "default") $$;

create table job (
  tenant_id uuid not null references tenant,
  id prefixed_id not null,
  number integer not null,
  -- The visible job id, such as TV-1042. LinkedIn knows the job by this text.
  reference text collate "C" not null,
  state text not null default 'draft' check (state in ('draft', 'active', 'closed')),
  title text collate "C" not null,
  description text not null default '',
  location text not null default '',
  openings integer not null default 1 check (openings > 0),
  employment_type text check (employment_type in ('full_time', 'part_time', 'contract', 'temporary', 'volunteer', 'internship')),
  seniority text check (seniority in ('internship', 'entry', 'associate', 'mid_senior', 'director', 'executive')),
  workplace text check (workplace in ('on_site', 'hybrid', 'remote')),
  closed_reason text check (closed_reason in ('filled', 'cancelled')),
  closed_comment text,
  created_by text collate "C" not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  activated_at timestamptz,
  closed_at timestamptz,
  version integer not null default 1,
  -- The space in front lets the first word be found by its first letters, like all others.
  search_text text generated always as (findable(' ' || title || ' ' || reference)) stored,
  primary key (tenant_id, id),
  unique (tenant_id, number),
  unique (tenant_id, reference),
  foreign key (tenant_id, created_by) references app_user (tenant_id, id)
);
create index on job (tenant_id, state, created_at desc, id desc);
create index on job (tenant_id, created_at desc, id desc);
create index job_search_text on job using gin (tenant_id, search_text gin_trgm_ops) with (fastupdate = off);
alter table job enable row level security;
create policy same_tenant on job using (tenant_id = (select current_tenant()));
grant select, insert, update on job to lodestone_app;

-- Text search is not leak-proof, so its index is only used outside row-level security: through this view of the owner.
create view job_search as
  select * from job where tenant_id = (select current_tenant());
grant select on job_search to lodestone_app;

create table hiring_team_member (
  tenant_id uuid not null references tenant,
  job_id text collate "C" not null,
  user_id text collate "C" not null,
  role text not null check (role in ('recruiter', 'hiring_manager', 'interviewer', 'delegate')),
  -- A delegate stands in for one recruiter or hiring manager of the same job.
  delegate_of text collate "C",
  added_at timestamptz not null,
  primary key (tenant_id, job_id, user_id),
  foreign key (tenant_id, job_id) references job (tenant_id, id),
  foreign key (tenant_id, user_id) references app_user (tenant_id, id),
  foreign key (tenant_id, job_id, delegate_of) references hiring_team_member (tenant_id, job_id, user_id),
  check ((role = 'delegate') = (delegate_of is not null))
);
create index on hiring_team_member (tenant_id, user_id);
alter table hiring_team_member enable row level security;
create policy same_tenant on hiring_team_member using (tenant_id = (select current_tenant()));
grant select, insert, update, delete on hiring_team_member to lodestone_app;

create table stage (
  tenant_id uuid not null references tenant,
  id prefixed_id not null,
  job_id text collate "C" not null,
  position integer not null,
  kind text not null check (kind in ('prospect', 'application', 'screening', 'assessment', 'interview', 'offer')),
  name text not null,
  enabled boolean not null default true,
  -- Only read on the Prospect stage: may hiring managers add and see prospects?
  open_to_hiring_managers boolean not null default true,
  primary key (tenant_id, id),
  unique (tenant_id, job_id, position),
  unique (tenant_id, job_id, id),
  foreign key (tenant_id, job_id) references job (tenant_id, id)
);
alter table stage enable row level security;
create policy same_tenant on stage using (tenant_id = (select current_tenant()));
grant select, insert, update on stage to lodestone_app;

create table candidate (
  tenant_id uuid not null references tenant,
  id prefixed_id not null,
  first_name text collate "C" not null,
  last_name text collate "C" not null,
  headline text,
  current_title text,
  current_company text,
  location text,
  profile_url text collate "C",
  skills text[] not null default '{}',
  -- Where each field's value came from: { field: { kind, by, at } }.
  origins jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  search_text text generated always as (
    findable(' ' || first_name || ' ' || last_name || ' ' || coalesce(headline, '') || ' ' || coalesce(current_title, '')
      || ' ' || coalesce(current_company, '') || ' ' || coalesce(location, ''))) stored,
  primary key (tenant_id, id)
);
create index on candidate (tenant_id, created_at desc, id desc);
create index on candidate (tenant_id, profile_url) where profile_url is not null;
create index candidate_search_text on candidate using gin (tenant_id, search_text gin_trgm_ops) with (fastupdate = off);
alter table candidate enable row level security;
create policy same_tenant on candidate using (tenant_id = (select current_tenant()));
grant select, insert, update, delete on candidate to lodestone_app;

-- As for jobs: the index of text search is only used through a view of the owner.
create view candidate_search as
  select * from candidate where tenant_id = (select current_tenant());
grant select on candidate_search to lodestone_app;

create table candidate_email (
  tenant_id uuid not null references tenant,
  candidate_id text collate "C" not null,
  email text collate "C" not null,
  position integer not null,
  origin jsonb not null,
  primary key (tenant_id, candidate_id, email),
  foreign key (tenant_id, candidate_id) references candidate (tenant_id, id) on delete cascade
);
create index on candidate_email (tenant_id, email);
alter table candidate_email enable row level security;
create policy same_tenant on candidate_email using (tenant_id = (select current_tenant()));
grant select, insert, update, delete on candidate_email to lodestone_app;

create table candidate_phone (
  tenant_id uuid not null references tenant,
  candidate_id text collate "C" not null,
  phone text collate "C" not null,
  position integer not null,
  origin jsonb not null,
  primary key (tenant_id, candidate_id, phone),
  foreign key (tenant_id, candidate_id) references candidate (tenant_id, id) on delete cascade
);
alter table candidate_phone enable row level security;
create policy same_tenant on candidate_phone using (tenant_id = (select current_tenant()));
grant select, insert, update, delete on candidate_phone to lodestone_app;

create table application (
  tenant_id uuid not null references tenant,
  id prefixed_id not null,
  job_id text collate "C" not null,
  candidate_id text collate "C" not null,
  stage_id text collate "C" not null,
  state text not null default 'active' check (state in ('active', 'closed')),
  closed_reason text check (closed_reason in ('position_filled', 'position_cancelled')),
  source text not null check (source in ('linkedin', 'referral', 'career_site', 'job_board', 'recruiter', 'import', 'other')),
  source_user_id text collate "C",
  -- The hinge of everything LinkedIn may know: null means never yet past Prospect.
  passed_prospect_at timestamptz,
  stage_since timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, job_id, candidate_id),
  foreign key (tenant_id, job_id) references job (tenant_id, id),
  foreign key (tenant_id, candidate_id) references candidate (tenant_id, id),
  foreign key (tenant_id, job_id, stage_id) references stage (tenant_id, job_id, id),
  foreign key (tenant_id, source_user_id) references app_user (tenant_id, id)
);
create index on application (tenant_id, job_id, stage_id, stage_since desc, id desc);
create index on application (tenant_id, candidate_id);
alter table application enable row level security;
create policy same_tenant on application using (tenant_id = (select current_tenant()));
grant select, insert, update on application to lodestone_app;

create table stage_move (
  tenant_id uuid not null references tenant,
  id prefixed_id not null,
  application_id text collate "C" not null,
  from_stage_id text collate "C",
  to_stage_id text collate "C" not null,
  at timestamptz not null,
  actor jsonb not null,
  undoes text collate "C",
  -- The application's version that the move made: the order of moves, whatever the clocks say.
  application_version integer not null,
  primary key (tenant_id, id),
  unique (tenant_id, application_id, application_version),
  foreign key (tenant_id, application_id) references application (tenant_id, id),
  foreign key (tenant_id, from_stage_id) references stage (tenant_id, id),
  foreign key (tenant_id, to_stage_id) references stage (tenant_id, id)
);
alter table stage_move enable row level security;
create policy same_tenant on stage_move using (tenant_id = (select current_tenant()));
grant select, insert on stage_move to lodestone_app;

-- Which applications a user has opened: everything else carries the dot for not yet seen.
create table application_opened (
  tenant_id uuid not null references tenant,
  application_id text collate "C" not null,
  user_id text collate "C" not null,
  opened_at timestamptz not null,
  primary key (tenant_id, application_id, user_id),
  foreign key (tenant_id, application_id) references application (tenant_id, id),
  foreign key (tenant_id, user_id) references app_user (tenant_id, id)
);
alter table application_opened enable row level security;
create policy same_tenant on application_opened using (tenant_id = (select current_tenant()));
grant select, insert, update on application_opened to lodestone_app;
