-- set-up: how far the administrators of both sides are, and who did what. Outlives a restart and an administrator.
create table linkedin_set_up (
  tenant_id uuid primary key references tenant,
  connected_at timestamptz,
  connected_by text collate "C",
  requested_at timestamptz,
  requested_by text collate "C",
  disconnected_at timestamptz,
  disconnected_by text collate "C",
  foreign key (tenant_id, connected_by) references app_user (tenant_id, id),
  foreign key (tenant_id, requested_by) references app_user (tenant_id, id),
  foreign key (tenant_id, disconnected_by) references app_user (tenant_id, id)
);
alter table linkedin_set_up enable row level security;
create policy same_tenant on linkedin_set_up using (tenant_id = (select current_tenant()));
grant select, insert, update on linkedin_set_up to lodestone_app;

-- An administrator's sign-in at LinkedIn that has begun. It connects nobody's own account.
create table linkedin_set_up_sign_in (
  tenant_id uuid not null references tenant,
  state_hash text not null,
  user_id text collate "C" not null,
  expires_at timestamptz not null,
  primary key (tenant_id, state_hash),
  foreign key (tenant_id, user_id) references app_user (tenant_id, id)
);
alter table linkedin_set_up_sign_in enable row level security;
create policy same_tenant on linkedin_set_up_sign_in using (tenant_id = (select current_tenant()));
grant select, insert, delete on linkedin_set_up_sign_in to lodestone_app;

-- Of which company and contract at LinkedIn this instance was when it was disconnected: only the same company still holds what
-- was sent, and LinkedIn does not tell once more of a request that it holds already.
alter table linkedin_access
  add column left_organization_urn text,
  add column left_contract_urn text;
