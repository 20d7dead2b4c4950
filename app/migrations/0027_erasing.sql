-- erasing: a candidate is forgotten for good. That it was done, by whom and why, is all that stays.
create table erasure (
  tenant_id uuid not null references tenant,
  id prefixed_id not null,
  -- Nobody has this id any more.
  candidate_id text collate "C" not null,
  reason text not null check (reason in ('request', 'retention', 'mistake')),
  erased_at timestamptz not null,
  erased_by text collate "C",
  primary key (tenant_id, id),
  unique (tenant_id, candidate_id),
  foreign key (tenant_id, erased_by) references app_user (tenant_id, id)
);
alter table erasure enable row level security;
create policy same_tenant on erasure using (tenant_id = (select current_tenant()));
grant select, insert on erasure to lodestone_app;

-- What waits under a merge is as much about the person as what does not.
grant delete on candidate_merge to lodestone_app;

-- Whoever erases a candidate does not see the private notes of others, and they go all the same.
create function erase_notes(of_candidate text) returns void
  language sql security definer set search_path = public, pg_temp as $$
  delete from note where tenant_id = (select current_tenant()) and (candidate_id = of_candidate or application_id in (
    select id from application where tenant_id = (select current_tenant()) and candidate_id = of_candidate)) $$;
revoke execute on function erase_notes(text) from public;
grant execute on function erase_notes(text) to lodestone_app;

-- Notifications are seen by whom they are for, alone.
create function erase_notifications(addresses text[]) returns void
  language sql security definer set search_path = public, pg_temp as $$
  delete from notification where tenant_id = (select current_tenant()) and split_part(link, '?', 1) = any(addresses) $$;
revoke execute on function erase_notifications(text[]) from public;
grant execute on function erase_notifications(text[]) to lodestone_app;

-- identity: an export that was on its way when its person was erased must not bring him back. Told by a digest, so that the person is not kept.
create table linkedin_erased_person (
  tenant_id uuid not null references tenant,
  person_hash text not null,
  erased_at timestamptz not null,
  primary key (tenant_id, person_hash)
);
alter table linkedin_erased_person enable row level security;
create policy same_tenant on linkedin_erased_person using (tenant_id = (select current_tenant()));
grant select, insert, update on linkedin_erased_person to lodestone_app;
