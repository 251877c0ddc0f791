-- Why: every row of the office belongs to one province. Which province a transaction works for is said once, when
-- its door is opened (`app.tenant`), and the database itself refuses everything else: row-level security is
-- enabled and forced on every table with a tenant, also for the owner of the tables.
-- `:"app"` and `:"worker"` are the two roles the processes connect with; the migrator puts their names in.

-- The tenant of the running transaction. A recycled connection has an empty setting, never a tenant named ''.
create function current_tenant() returns text
  language sql stable parallel safe
  return nullif(current_setting('app.tenant', true), '');

comment on function current_tenant() is 'Tenant whose door the transaction opened, or null.';

-- Opens a tenant's door from inside SQL, for deeds that take one round trip. Another tenant's door stays shut.
create function enter_tenant(tenant_id text) returns void
  language plpgsql as $$
begin
  if current_tenant() is distinct from tenant_id then
    if current_tenant() is not null then
      raise exception 'the door of another tenant is open' using errcode = 'insufficient_privilege';
    end if;
    perform set_config('app.tenant', tenant_id, true);
  end if;
end $$;

create table tenant (
  id text primary key check (id ~ '^[a-z0-9-]{2,40}$'),
  edition integer
);

create table tenant_edition (
  tenant text not null references tenant (id),
  no integer not null check (no > 0),
  hash text not null,
  applied_at timestamptz not null,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  primary key (tenant, no)
);

alter table tenant add foreign key (id, edition) references tenant_edition (tenant, no);

create table tenant_host (
  host text primary key check (host = lower(host) and host <> ''),
  tenant text not null references tenant (id)
);

alter table tenant enable row level security;
alter table tenant force row level security;
create policy anyone_finds_a_tenant on tenant for select using (true);
create policy a_tenant_enters_itself on tenant for insert with check (id = current_tenant());
create policy a_tenant_changes_itself on tenant for update using (id = current_tenant()) with check (id = current_tenant());

alter table tenant_host enable row level security;
alter table tenant_host force row level security;
create policy anyone_finds_a_host on tenant_host for select using (true);
create policy a_tenant_enters_its_hosts on tenant_host for insert with check (tenant = current_tenant());
create policy a_tenant_gives_up_its_hosts on tenant_host for delete using (tenant = current_tenant());

alter table tenant_edition enable row level security;
alter table tenant_edition force row level security;
create policy own_tenant on tenant_edition using (tenant = current_tenant()) with check (tenant = current_tenant());

grant select, insert, update on tenant to :"app";
grant select, insert, delete on tenant_host to :"app";
grant select, insert on tenant_edition to :"app";

comment on table tenant is 'Catalogue of provinces: who they are and which edition of their declarations is in force. Read without a door.';
comment on table tenant_host is 'Catalogue of host names. A host leads to one province; read without a door.';
comment on table tenant_edition is 'Every version of a province''s declarations ever applied: law, agencies, procedures, forms, messages. Append-only.';
