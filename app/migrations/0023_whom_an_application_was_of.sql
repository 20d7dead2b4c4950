-- delivery: an application that has become another candidate's is known to LinkedIn as the former one's until it has been told.
-- That one is deleted there afterwards.
alter table sync_record add column former_subject_id text;
create index sync_record_former on sync_record (tenant_id, resource, former_subject_id) where former_subject_id is not null;
