-- The gate: what LinkedIn may know of people. This function is the one place that decides it, and everything that leaves is read
-- through the view below. The rule is the product's own: an application from the moment it first passes Prospect, also when it
-- is moved back; never one that has not been past it. A candidate may be known there by one such application.
create function may_go_to_linkedin(passed_prospect_at timestamptz) returns boolean language sql immutable parallel safe
  as $$ select passed_prospect_at is not null $$;

create view application_for_linkedin with (security_invoker = true) as
  select * from application where may_go_to_linkedin(passed_prospect_at);
grant select on application_for_linkedin to lodestone_app;

-- identity: LinkedIn matches candidates by itself, and people link them by hand.
alter table linkedin_identity drop constraint linkedin_identity_linked_by_check;
alter table linkedin_identity
  add constraint linkedin_identity_linked_by_check check (linked_by in ('export', 'profile_url', 'email', 'hand', 'linkedin'));

-- delivery: candidates are a resource, and what LinkedIn would not take for a reason of ours is held here.
alter table sync_record drop constraint sync_record_resource_check;
alter table sync_record drop constraint sync_record_state_check;
alter table sync_record
  add constraint sync_record_resource_check check (resource in ('job', 'acl', 'acl_assignee', 'candidate')),
  add constraint sync_record_state_check check (state in ('queued', 'sent', 'accepted', 'refused', 'held')),
  -- When LinkedIn is asked next whom it matched the candidate with, and how often it was asked since he was last sent.
  add column match_next_at timestamptz,
  add column match_readings integer not null default 0;

-- A first sync queues everybody at once: what is next, what counts as a problem and what was last accepted are each found without the rest.
create index sync_record_next on sync_record (tenant_id, resource, wanted, next_try_at, key) where state = 'queued';
create index sync_record_open on sync_record (tenant_id, resource, state) where state <> 'accepted';
create index sync_record_accepted on sync_record (tenant_id, accepted_at);
create index sync_record_accepted_of on sync_record (tenant_id, resource, accepted_at);
create index sync_record_match on sync_record (tenant_id, match_next_at) where match_next_at is not null;
