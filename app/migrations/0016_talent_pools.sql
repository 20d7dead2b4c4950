-- talent-pools: people to come back to, under a name.
create table talent_pool (
  tenant_id uuid not null references tenant,
  id prefixed_id not null,
  -- A plain pool is somebody's own. The one of LinkedIn is made by the system, once, and belongs to nobody.
  kind text not null check (kind in ('linkedin', 'plain')),
  owner_id text collate "C",
  name text collate "C" not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- The space in front lets the first word be found by its first letters, like all others. The order of the list, too.
  search_text text collate "C" generated always as (findable(' ' || name)) stored,
  primary key (tenant_id, id),
  unique (tenant_id, owner_id, name),
  foreign key (tenant_id, owner_id) references app_user (tenant_id, id),
  check ((kind = 'plain') = (owner_id is not null))
);
create unique index on talent_pool (tenant_id) where kind = 'linkedin';
create index on talent_pool (tenant_id, search_text, id);
create index on talent_pool (tenant_id, owner_id, search_text, id);
alter table talent_pool enable row level security;
create policy same_tenant on talent_pool using (tenant_id = (select current_tenant()));
grant select, insert, update, delete on talent_pool to lodestone_app;

create table talent_pool_member (
  tenant_id uuid not null references tenant,
  pool_id text collate "C" not null,
  candidate_id text collate "C" not null,
  -- Null: no person of this company did it.
  added_by text collate "C",
  added_at timestamptz not null,
  -- As in the words of the candidate. Stands here too, so that an index gives a page of a large pool by name.
  sort_name text collate "C" not null,
  primary key (tenant_id, pool_id, candidate_id),
  foreign key (tenant_id, pool_id) references talent_pool (tenant_id, id) on delete cascade,
  foreign key (tenant_id, candidate_id) references candidate (tenant_id, id) on delete cascade,
  foreign key (tenant_id, added_by) references app_user (tenant_id, id)
);
create index on talent_pool_member (tenant_id, pool_id, added_at desc, candidate_id desc);
create index on talent_pool_member (tenant_id, pool_id, sort_name, candidate_id);
create index on talent_pool_member (tenant_id, candidate_id, pool_id);
alter table talent_pool_member enable row level security;
create policy same_tenant on talent_pool_member using (tenant_id = (select current_tenant()));
grant select, insert, delete on talent_pool_member to lodestone_app;

create function name_pool_member() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  -- A candidate who is not there is refused by the foreign key, which says it better.
  new.sort_name := coalesce((select findable(last_name || ' ' || first_name) from candidate
    where tenant_id = new.tenant_id and id = new.candidate_id), '');
  return new;
end $$;
create trigger name_member before insert on talent_pool_member for each row execute function name_pool_member();

create function rename_pool_member() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update talent_pool_member set sort_name = findable(new.last_name || ' ' || new.first_name)
  where tenant_id = new.tenant_id and candidate_id = new.id;
  return null;
end $$;
create trigger rename_members after update on candidate for each row
  when (old.first_name is distinct from new.first_name or old.last_name is distinct from new.last_name)
  execute function rename_pool_member();
