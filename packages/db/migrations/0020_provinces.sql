-- Why: provinces come, stand still and leave; their hosts change and old links go on leading to them; the first
-- administrator of a new province comes in by an invitation that works once; and whoever runs the whole house is no
-- tenant's account. What belongs to no tenant is behind a door of its own: it opens only where no tenant's door is
-- open, so that nothing a tenant does can reach it.

create function house_is_open() returns boolean
  language sql stable parallel safe
  return current_tenant() is null and coalesce(current_setting('app.house', true), '') = 'open';

comment on function house_is_open() is 'Whether the transaction opened the door of the house and no tenant''s.';

alter table tenant
  add column standing text not null default 'in-service'
    check (standing in ('in-service', 'suspended', 'exported', 'archived', 'purged')),
  add column standing_since timestamptz,
  -- Said on the portal while it is closed, in both languages.
  add column standing_note jsonb check (jsonb_typeof(standing_note) = 'object'),
  -- Before this moment nothing is purged.
  add column purge_after timestamptz,
  -- The province this one is the trial of. Only a trial's clock can be moved.
  add column twin_of text,
  add column clock_ahead_seconds integer not null default 0,
  add check (clock_ahead_seconds = 0 or twin_of is not null),
  add check (standing <> 'archived' or purge_after is not null);

alter table tenant_host add column retired_at timestamptz;
grant update (retired_at) on tenant_host to :"app";
create policy a_tenant_retires_its_hosts on tenant_host for update
  using (tenant = current_tenant()) with check (tenant = current_tenant());

comment on column tenant_host.retired_at is 'Since when the province goes by another name: addresses with this one are led on.';

create table invitation (
  tenant text not null references tenant (id),
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  roles jsonb not null check (jsonb_typeof(roles) = 'array'),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  account_id uuid,
  primary key (tenant, token_hash),
  foreign key (tenant, account_id) references account (tenant, id)
);
alter table invitation enable row level security;
alter table invitation force row level security;
create policy own_tenant on invitation using (tenant = current_tenant()) with check (tenant = current_tenant());
grant select, insert, update (expires_at, used_at, account_id) on invitation to :"app";
comment on table invitation is 'An invitation of a province''s first administrator. Holds only the hash of its secret; works once and for a few days.';

create table operator (
  id uuid primary key,
  username text not null unique check (username = lower(username) and username <> ''),
  full_name text not null check (full_name <> ''),
  -- Null until the invitation is accepted.
  password_hash text,
  invitation_hash text unique check (invitation_hash ~ '^[0-9a-f]{64}$'),
  invitation_expires_at timestamptz,
  -- Secret of the second factor; null where none was set up.
  totp_secret text,
  created_at timestamptz not null,
  locked_at timestamptz
);

create table operator_session (
  id_hash text primary key check (id_hash ~ '^[0-9a-f]{64}$'),
  operator_id uuid not null references operator (id) on delete cascade,
  expires_at timestamptz not null
);
create index operator_session_operator on operator_session (operator_id);

create table operator_deed (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  operator_id uuid,
  name text not null,
  deed text not null,
  thing text not null,
  detail jsonb not null default '{}' check (jsonb_typeof(detail) = 'object')
);

alter table operator enable row level security;
alter table operator force row level security;
create policy the_house_alone on operator using (house_is_open()) with check (house_is_open());
alter table operator_session enable row level security;
alter table operator_session force row level security;
create policy the_house_alone on operator_session using (house_is_open()) with check (house_is_open());
alter table operator_deed enable row level security;
alter table operator_deed force row level security;
create policy the_house_alone on operator_deed using (house_is_open()) with check (house_is_open());

grant select, insert, update on operator to :"app";
grant select, insert, delete on operator_session to :"app";
grant select, insert on operator_deed to :"app";

comment on table operator is 'A person who runs the installation: brings provinces in, closes and reopens them. No tenant''s account.';
comment on table operator_session is 'A browser signed in as an operator. Holds only the hash of the session id.';
comment on table operator_deed is 'What operators did. Append-only.';
