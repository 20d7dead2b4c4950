-- notes: what people write about a candidate, or about one on a job.
create table note (
  tenant_id uuid not null references tenant,
  id prefixed_id not null,
  -- About one of the two: the person whatever the job, or the person on this job.
  candidate_id text collate "C",
  application_id text collate "C",
  author_id text collate "C" not null,
  visibility text not null check (visibility in ('shared', 'private')),
  -- A checked document and never HTML. Null: the text was withdrawn, and only that it was there is left.
  body jsonb,
  created_at timestamptz not null,
  edited_at timestamptz,
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, candidate_id) references candidate (tenant_id, id) on delete cascade,
  foreign key (tenant_id, application_id) references application (tenant_id, id),
  foreign key (tenant_id, author_id) references app_user (tenant_id, id),
  check ((candidate_id is null) <> (application_id is null)),
  check ((body is null) = (withdrawn_at is not null))
);
-- The order of ids is that of time.
create index on note (tenant_id, candidate_id, id desc) where candidate_id is not null;
create index on note (tenant_id, application_id, id desc) where application_id is not null;
alter table note enable row level security;
-- A private note is there for its author only, whoever forgets to ask for that.
create policy shared_or_own on note using (
  tenant_id = (select current_tenant()) and (visibility = 'shared' or author_id = (select current_app_user())));
grant select, insert, update on note to lodestone_app;

-- Whoever merges two candidates does not see the private notes of others, and takes them along all the same: without this they would go
-- with the row that they are about. Says which were handed over, and nothing of what stands in them.
create function hand_over_notes(from_id text, to_id text, only_ids text[]) returns text[]
  language sql security definer set search_path = public, pg_temp as $$
  with handed as (
    update note set
      candidate_id = case when candidate_id is not null then to_id end,
      application_id = case when application_id is not null then to_id end
    where tenant_id = (select current_tenant()) and (candidate_id = from_id or application_id = from_id)
      and (only_ids is null or id = any(only_ids))
    returning id)
  select coalesce(array_agg(id::text order by id), '{}') from handed $$;
revoke execute on function hand_over_notes(text, text, text[]) from public;
grant execute on function hand_over_notes(text, text, text[]) to lodestone_app;
