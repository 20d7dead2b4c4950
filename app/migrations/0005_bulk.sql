-- How far the import of a file has come, written in the transaction of its rows. A file is known again by its content.
create table import_file (
  tenant_id uuid not null references tenant,
  kind text collate "C" not null,
  digest text collate "C" not null,
  lines_read bigint not null default 0,
  bytes_read bigint not null default 0,
  rows_taken bigint not null default 0,
  bad_rows bigint not null default 0,
  begun_at timestamptz not null,
  done_at timestamptz,
  primary key (tenant_id, kind, digest)
);
alter table import_file enable row level security;
create policy same_tenant on import_file using (tenant_id = (select current_tenant()));
grant select on import_file to lodestone_app;

-- Imported history carries the lowest transaction number: it is history, and no news.
drop trigger announce on event;
create trigger announce after insert on event for each row when (new.xid <> '3'::xid8) execute function announce_event();
