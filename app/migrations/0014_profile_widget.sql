-- identity: a person in front of the profile widget says who a candidate is, and who he is not.
alter table linkedin_identity drop constraint linkedin_identity_linked_by_check;
alter table linkedin_identity
  add constraint linkedin_identity_linked_by_check check (linked_by in ('export', 'profile_url', 'email', 'hand')),
  -- Whoever linked them by hand.
  add column linked_by_user_id text collate "C",
  add foreign key (tenant_id, linked_by_user_id) references app_user (tenant_id, id);

-- Pairs that somebody has unlinked: neither an export nor an address brings them together again.
create table linkedin_not_this_person (
  tenant_id uuid not null references tenant,
  candidate_id text collate "C" not null,
  person_urn text not null,
  unlinked_by_user_id text collate "C",
  unlinked_at timestamptz not null,
  primary key (tenant_id, candidate_id, person_urn),
  foreign key (tenant_id, candidate_id) references candidate (tenant_id, id) on delete cascade,
  foreign key (tenant_id, unlinked_by_user_id) references app_user (tenant_id, id)
);
create index on linkedin_not_this_person (tenant_id, person_urn);
alter table linkedin_not_this_person enable row level security;
create policy same_tenant on linkedin_not_this_person using (tenant_id = (select current_tenant()));
grant select, insert, delete on linkedin_not_this_person to lodestone_app;
