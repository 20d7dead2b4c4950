-- applications: somebody is rejected, withdraws, or his job closes; and he may come back to where he was.
create function is_closing_reason(closed_as text, reason text) returns boolean language sql immutable parallel safe
  as $$ select case closed_as
    when 'rejected' then reason in ('application', 'education', 'experience', 'skill_set', 'competency', 'licensure',
      'assessment', 'silver_medalist', 'other')
    when 'withdrawn' then reason in ('offer_declined', 'other_job', 'terms', 'personal', 'no_answer', 'other')
    when 'job_closed' then reason in ('position_filled', 'position_cancelled')
    else false end $$;

create table application_closing (
  tenant_id uuid not null references tenant,
  id prefixed_id not null,
  application_id text collate "C" not null,
  closed_as text not null check (closed_as in ('rejected', 'withdrawn', 'job_closed')),
  reason text not null check (reason in ('application', 'education', 'experience', 'skill_set', 'competency', 'licensure', 'assessment',
    'silver_medalist', 'offer_declined', 'other_job', 'terms', 'personal', 'no_answer', 'other', 'position_filled', 'position_cancelled')),
  comment text,
  at timestamptz not null,
  actor jsonb not null,
  -- Null: it holds. A closing that was undone has no row any more.
  reopened_at timestamptz,
  reopened_by jsonb,
  -- The application's version that the reopening made: whatever came after it keeps it from being undone.
  reopened_version integer,
  primary key (tenant_id, id),
  foreign key (tenant_id, application_id) references application (tenant_id, id),
  check (is_closing_reason(closed_as, reason)),
  check ((reopened_at is null) = (reopened_by is null) and (reopened_at is null) = (reopened_version is null))
);
create index on application_closing (tenant_id, application_id, at);
create unique index on application_closing (tenant_id, application_id) where reopened_at is null;
alter table application_closing enable row level security;
create policy same_tenant on application_closing using (tenant_id = (select current_tenant()));
grant select, insert, update, delete on application_closing to lodestone_app;

-- What lists and boards ask stands on the application itself.
alter table application drop constraint application_closed_reason_check;
alter table application
  add column closed_as text check (closed_as in ('rejected', 'withdrawn', 'job_closed')),
  add column closed_at timestamptz,
  -- True or null: the usual case can be asked for by `is not null`, which the planner counts rightly.
  add column in_running boolean generated always as (case when state = 'active' then true end) stored;

insert into application_closing (tenant_id, id, application_id, closed_as, reason, at, actor)
  select a.tenant_id, 'clos_' || split_part(a.id, '_', 2), a.id, 'job_closed', a.closed_reason, coalesce(j.closed_at, a.updated_at),
    coalesce((select e.actor from event e where e.tenant_id = a.tenant_id and e.subject_kind = 'application'
      and e.subject_id = a.id and e.kind = 'application.closed' order by e.id desc limit 1), '{"kind": "operator"}')
  from application a join job j on j.tenant_id = a.tenant_id and j.id = a.job_id
  where a.state = 'closed';
update application a set closed_as = c.closed_as, closed_at = c.at from application_closing c
  where c.tenant_id = a.tenant_id and c.application_id = a.id;

alter table application add check (case when state = 'active' then closed_as is null and closed_reason is null and closed_at is null
  else closed_at is not null and coalesce(is_closing_reason(closed_as, closed_reason), false) end);

-- Boards, neighbours and counts are of those in the running; who may know of somebody is asked of all.
drop index application_tenant_id_job_id_stage_id_stage_since_id_idx;
create index on application (tenant_id, job_id, stage_id);
create index application_in_running on application (tenant_id, job_id, stage_id, stage_since desc, id desc) where in_running is not null;
create index application_closed on application (tenant_id, job_id, closed_as, closed_at desc, id desc) where in_running is null;

create or replace view application_for_linkedin with (security_invoker = true) as
  select * from application where may_go_to_linkedin(passed_prospect_at);
