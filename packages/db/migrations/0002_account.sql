-- Why: people who file and people who work at the office sign in. A session is kept as the SHA-256 of its id, so a
-- copy of the database opens nobody's account. Attempts are counted to slow down guessing; they are unlogged,
-- because losing a count in a crash is better than a durable write for each look-up.

create table account (
  tenant text not null references tenant (id),
  id uuid not null,
  kind text not null check (kind in ('citizen', 'staff')),
  full_name text not null check (full_name <> ''),
  email text check (email = lower(email)),
  phone text,
  citizen_id text,
  username text check (username = lower(username)),
  birth_date date,
  address text,
  password_hash text not null,
  roles jsonb not null default '[]' check (jsonb_typeof(roles) = 'array'),
  agency_id text,
  created_at timestamptz not null,
  primary key (tenant, id),
  check (case kind when 'staff' then username is not null and agency_id is not null else roles = '[]' end)
);
create unique index account_email on account (tenant, email) where email is not null;
create unique index account_phone on account (tenant, phone) where phone is not null;
create unique index account_citizen_id on account (tenant, citizen_id) where citizen_id is not null;
create unique index account_username on account (tenant, username) where username is not null;

create table session (
  tenant text not null references tenant (id),
  id_hash text not null check (id_hash ~ '^[0-9a-f]{64}$'),
  account_id uuid not null,
  expires_at timestamptz not null,
  attributes jsonb not null default '{}',
  primary key (tenant, id_hash),
  foreign key (tenant, account_id) references account (tenant, id) on delete cascade
);
create index session_account on session (tenant, account_id);

create unlogged table attempt (
  tenant text not null check (tenant <> ''),
  key text not null,
  window_start timestamptz not null,
  count integer not null,
  primary key (tenant, key)
);

alter table account enable row level security;
alter table account force row level security;
create policy own_tenant on account using (tenant = current_tenant()) with check (tenant = current_tenant());

alter table session enable row level security;
alter table session force row level security;
create policy own_tenant on session using (tenant = current_tenant()) with check (tenant = current_tenant());

alter table attempt enable row level security;
alter table attempt force row level security;
create policy own_tenant on attempt using (tenant = current_tenant()) with check (tenant = current_tenant());

-- Counts one attempt in its window and says how many there were, in one round trip and without waiting for the disk.
create function hit_attempt(tenant_id text, attempt_key text, at timestamptz, window_seconds integer)
  returns table (hits integer, started_at timestamptz)
  language plpgsql as $$
begin
  perform enter_tenant(tenant_id);
  perform set_config('synchronous_commit', 'off', true);
  return query
    insert into attempt as a (tenant, key, window_start, count)
    values (tenant_id, attempt_key, at, 1)
    on conflict (tenant, key) do update set
      count = case when a.window_start + make_interval(secs => window_seconds) <= at then 1 else a.count + 1 end,
      window_start = case when a.window_start + make_interval(secs => window_seconds) <= at then at else a.window_start end
    returning a.count, a.window_start;
end $$;

grant select, insert, update on account to :"app";
grant select, insert, update, delete on session to :"app";
grant select, insert, update, delete on attempt to :"app";

comment on table account is 'A person who signs in: a citizen with their own data, or staff with roles at an agency.';
comment on table session is 'A signed-in browser. Holds only the hash of the session id.';
comment on table attempt is 'How often something that may be guessed was tried in the running window.';
