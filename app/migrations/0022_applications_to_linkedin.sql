-- delivery: applications are records of their own, and what hangs on one, such as its steps, goes as a list.
alter table sync_record drop constraint sync_record_resource_check;
alter table sync_record
  add constraint sync_record_resource_check
    check (resource in ('job', 'acl', 'acl_assignee', 'candidate', 'candidate_notes', 'application', 'application_notes', 'stages')),
  -- Of a list: the ids that LinkedIn may hold. What is no longer wanted of them is deleted there.
  add column there_ids text[] not null default '{}';
