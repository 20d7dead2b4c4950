-- merging: two candidates who turned out to be one person. What has no place in the one who stays is taken out of all tables and
-- waits here, so no list, search, count or delivery can find it by mistake.
create table candidate_merge (
  tenant_id uuid not null references tenant,
  id prefixed_id not null,
  -- Neither need be there: whoever stayed may have become part of somebody else since.
  kept_id text collate "C" not null,
  absorbed_id text collate "C" not null,
  -- Merges of one candidate lie on top of each other, and are undone from the top.
  layer integer not null,
  -- What undoing needs. Emptied by it.
  record jsonb not null,
  merged_at timestamptz not null,
  -- Null: no person of this company did it.
  merged_by text collate "C",
  unmerged_at timestamptz,
  unmerged_by text collate "C",
  primary key (tenant_id, id),
  foreign key (tenant_id, merged_by) references app_user (tenant_id, id),
  foreign key (tenant_id, unmerged_by) references app_user (tenant_id, id)
);
create unique index on candidate_merge (tenant_id, absorbed_id) where unmerged_at is null;
create unique index on candidate_merge (tenant_id, kept_id, layer) where unmerged_at is null;
create index on candidate_merge (tenant_id, merged_at desc, id desc) where unmerged_at is null;
alter table candidate_merge enable row level security;
create policy same_tenant on candidate_merge using (tenant_id = (select current_tenant()));
grant select, insert, update on candidate_merge to lodestone_app;

-- An application that waits under a merge goes with its moves.
grant delete on application, stage_move, application_opened to lodestone_app;

-- Rows that were taken out, as they were. Columns that came since have their defaults, columns that went are left out, and what is
-- there again stays.
create function bring_rows_back(target regclass, rows_taken jsonb) returns void language plpgsql as $$
declare
  names text;
begin
  select string_agg(quote_ident(attname), ', ' order by attnum) into names from pg_attribute
  where attrelid = target and attnum > 0 and not attisdropped and attgenerated = '' and rows_taken -> 0 ? attname;
  if names is null then return; end if;
  execute format('insert into %1$s (%2$s) select %2$s from jsonb_populate_recordset(null::%1$s, $1) on conflict do nothing',
    target, names) using rows_taken;
end $$;

-- identity: pairs of candidates who may be one person, until somebody has looked.
create table linkedin_doubt (
  tenant_id uuid not null references tenant,
  one_id text collate "C" not null,
  other_id text collate "C" not null,
  -- `kind:what`, such as `email:noor@example.nl`: on the same evidence nobody is asked twice.
  evidence text[] not null,
  state text not null default 'open' check (state in ('open', 'dismissed')),
  raised_at timestamptz not null,
  settled_at timestamptz,
  settled_by text collate "C",
  primary key (tenant_id, one_id, other_id),
  foreign key (tenant_id, one_id) references candidate (tenant_id, id) on delete cascade,
  foreign key (tenant_id, other_id) references candidate (tenant_id, id) on delete cascade,
  foreign key (tenant_id, settled_by) references app_user (tenant_id, id),
  -- Each pair stands here once.
  check (one_id <= other_id)
);
create index on linkedin_doubt (tenant_id, state, raised_at desc, one_id desc, other_id desc);
create index on linkedin_doubt (tenant_id, other_id);
alter table linkedin_doubt enable row level security;
create policy same_tenant on linkedin_doubt using (tenant_id = (select current_tenant()));
grant select, insert, update, delete on linkedin_doubt to lodestone_app;

-- Somebody with two accounts at LinkedIn: one of them is his link, and the other leads to him all the same.
create table linkedin_second_member (
  tenant_id uuid not null references tenant,
  person_urn text not null,
  candidate_id text collate "C" not null,
  primary key (tenant_id, person_urn),
  foreign key (tenant_id, candidate_id) references candidate (tenant_id, id) on delete cascade
);
create index on linkedin_second_member (tenant_id, candidate_id);
alter table linkedin_second_member enable row level security;
create policy same_tenant on linkedin_second_member using (tenant_id = (select current_tenant()));
grant select, insert, update, delete on linkedin_second_member to lodestone_app;
