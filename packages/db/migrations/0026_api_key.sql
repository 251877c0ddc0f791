-- Why: another system reaches the interface by a key of its own, with an owner, a scope and a limit (TQ25-8.3). A key
-- is kept as the SHA-256 of its secret, so a copy of the database opens nothing. Every access is written down, the
-- refused ones too, and what looks abnormal is raised to whoever manages the keys (TQ25-8.1). Counters are kept beside
-- the log: no call counts the log's rows.

create table api_key (
  tenant text not null references tenant (id),
  id uuid not null,
  version integer not null default 1 check (version > 0),
  state jsonb not null check (jsonb_typeof(state) = 'object'),
  registered_at timestamptz not null,
  primary key (tenant, id),
  check ((state ->> 'id')::uuid = id),
  -- No key is in use without a limit, whoever writes it.
  check (state ->> 'phase' <> 'active' or coalesce((state #>> '{limit,calls}')::integer, 0) > 0)
);
create index api_key_list on api_key (tenant, registered_at desc);

create table api_key_secret (
  tenant text not null references tenant (id),
  -- The part of the secret that is no secret: it finds the row.
  id text not null check (id ~ '^[a-z0-9]{16}$'),
  key_id uuid not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  issued_at timestamptz not null,
  -- Set when another one took its place: until then both open.
  ends_at timestamptz,
  primary key (tenant, id),
  foreign key (tenant, key_id) references api_key (tenant, id)
);
create index api_key_secret_key on api_key_secret (tenant, key_id, issued_at desc);

create table api_call (
  tenant text not null references tenant (id),
  id bigint generated always as identity,
  at timestamptz not null,
  -- Absent where nobody's key was presented.
  key_id uuid,
  secret_id text,
  method text not null,
  path text not null,
  status integer not null,
  outcome text not null,
  address text not null,
  duration_ms integer not null,
  request_id text not null,
  primary key (tenant, id)
);
create index api_call_key on api_call (tenant, key_id, id desc);

create table api_usage (
  tenant text not null references tenant (id),
  key_id uuid not null,
  hour timestamptz not null,
  calls integer not null,
  refused integer not null,
  missed integer not null,
  primary key (tenant, key_id, hour),
  foreign key (tenant, key_id) references api_key (tenant, id)
);

create table api_address (
  tenant text not null references tenant (id),
  key_id uuid not null,
  address text not null,
  first_at timestamptz not null,
  primary key (tenant, key_id, address),
  foreign key (tenant, key_id) references api_key (tenant, id)
);

create table api_alert (
  tenant text not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  key_id uuid,
  kind text not null,
  day date not null,
  raised_at timestamptz not null,
  detail jsonb not null default '{}',
  closed_at timestamptz,
  closed_by text,
  primary key (tenant, id)
);
create unique index api_alert_once on api_alert (tenant, key_id, kind, day) nulls not distinct;
create index api_alert_open on api_alert (tenant, raised_at desc) where closed_at is null;

-- A body's own system goes through its dossiers, the latest filed first.
create index dossier_filed on dossier (tenant, agency_id, submitted_at desc, id desc);

alter table api_key enable row level security;
alter table api_key force row level security;
create policy own_tenant on api_key using (tenant = current_tenant()) with check (tenant = current_tenant());
alter table api_key_secret enable row level security;
alter table api_key_secret force row level security;
create policy own_tenant on api_key_secret using (tenant = current_tenant()) with check (tenant = current_tenant());
alter table api_call enable row level security;
alter table api_call force row level security;
create policy own_tenant on api_call using (tenant = current_tenant()) with check (tenant = current_tenant());
alter table api_usage enable row level security;
alter table api_usage force row level security;
create policy own_tenant on api_usage using (tenant = current_tenant()) with check (tenant = current_tenant());
alter table api_address enable row level security;
alter table api_address force row level security;
create policy own_tenant on api_address using (tenant = current_tenant()) with check (tenant = current_tenant());
alter table api_alert enable row level security;
alter table api_alert force row level security;
create policy own_tenant on api_alert using (tenant = current_tenant()) with check (tenant = current_tenant());

grant select, insert on api_key to :"app";
grant update (version, state) on api_key to :"app";
grant select, insert on api_key_secret to :"app";
grant update (ends_at) on api_key_secret to :"app";
grant select, insert on api_call to :"app";
grant select, insert, update on api_usage to :"app";
grant select, insert on api_address to :"app";
grant select, insert on api_alert to :"app";
grant update (closed_at, closed_by) on api_alert to :"app";

comment on table api_key is 'Access of another system to the interface: owner, scopes, limit, life.';
comment on table api_key_secret is 'Secrets by which a key is presented, as hashes; two at once while one takes the other''s place.';
comment on table api_call is 'Every access to the interface, answered or refused. Append-only.';
comment on table api_usage is 'How often a key was used in each hour.';
comment on table api_address is 'Network addresses from which a key was used.';
comment on table api_alert is 'What looked abnormal in the use of a key, once a day and kind, for whoever manages the keys.';
