-- Why: when the system cannot serve people online, the law has the centre say so at once, say when it will be back, and
-- let work go on by other means (TQ25-11, TQ25-12.5). So a province keeps its incidents and planned maintenance, every
-- word it published about them, what its bodies reported, whose intake clocks a head excused and why (no clock stops by
-- itself, AMB-36), and what the probes of the worker saw, day by day.

create table incident (
  tenant text not null references tenant (id),
  id uuid not null,
  kind text not null check (kind in ('outage', 'maintenance')),
  title_vi text not null check (title_vi <> ''),
  title_en text not null,
  -- What does not work: portal, filing, lookup, payment, messages, exchange, desk.
  affects jsonb not null check (jsonb_typeof(affects) = 'array'),
  starts_at timestamptz not null,
  -- When it is to be over, as last announced.
  expected_at timestamptz,
  ended_at timestamptz,
  announced_at timestamptz not null,
  by_name text not null,
  -- How far applicants have been told, by dossier; null: all were, or nobody is to be told.
  told_through uuid,
  primary key (tenant, id),
  check (ended_at is null or ended_at >= starts_at)
);
create index incident_open on incident (tenant, starts_at) where ended_at is null;
create index incident_time on incident (tenant, starts_at);

create table incident_update (
  tenant text not null,
  incident_id uuid not null,
  no integer not null check (no > 0),
  at timestamptz not null,
  by_name text not null,
  body_vi text not null check (body_vi <> ''),
  body_en text not null,
  expected_at timestamptz,
  primary key (tenant, incident_id, no),
  foreign key (tenant, incident_id) references incident (tenant, id)
);

create table incident_report (
  tenant text not null references tenant (id),
  id uuid not null,
  agency_id text not null,
  account_id uuid not null,
  at timestamptz not null,
  body text not null check (body <> ''),
  -- The incident it turned out to belong to.
  incident_id uuid,
  primary key (tenant, id),
  foreign key (tenant, incident_id) references incident (tenant, id),
  foreign key (tenant, account_id) references account (tenant, id)
);
create index incident_report_time on incident_report (tenant, at);

create table outage_excuse (
  tenant text not null,
  dossier_id uuid not null,
  incident_id uuid not null,
  at timestamptz not null,
  account_id uuid not null,
  by_name text not null,
  reason text not null check (reason <> ''),
  primary key (tenant, dossier_id, incident_id),
  foreign key (tenant, dossier_id) references dossier (tenant, id),
  foreign key (tenant, incident_id) references incident (tenant, id),
  foreign key (tenant, account_id) references account (tenant, id)
);

create table probe_state (
  tenant text not null references tenant (id),
  component text not null check (component <> ''),
  ok boolean not null,
  -- Since when it has been as it is.
  since timestamptz not null,
  probed_at timestamptz not null,
  duration_ms integer not null check (duration_ms >= 0),
  primary key (tenant, component)
);

create table probe_day (
  tenant text not null references tenant (id),
  component text not null check (component <> ''),
  day date not null,
  probes integer not null check (probes > 0),
  failures integer not null check (failures between 0 and probes),
  total_ms bigint not null,
  slowest_ms integer not null,
  primary key (tenant, component, day)
);

alter table incident enable row level security;
alter table incident force row level security;
create policy own_tenant on incident using (tenant = current_tenant()) with check (tenant = current_tenant());
grant select, insert on incident to :"app";
grant update (expected_at, ended_at, starts_at, told_through) on incident to :"app";
alter table incident_update enable row level security;
alter table incident_update force row level security;
create policy own_tenant on incident_update using (tenant = current_tenant()) with check (tenant = current_tenant());
grant select, insert on incident_update to :"app";
alter table incident_report enable row level security;
alter table incident_report force row level security;
create policy own_tenant on incident_report using (tenant = current_tenant()) with check (tenant = current_tenant());
grant select, insert on incident_report to :"app";
grant update (incident_id) on incident_report to :"app";
alter table outage_excuse enable row level security;
alter table outage_excuse force row level security;
create policy own_tenant on outage_excuse using (tenant = current_tenant()) with check (tenant = current_tenant());
grant select, insert on outage_excuse to :"app";
alter table probe_state enable row level security;
alter table probe_state force row level security;
create policy own_tenant on probe_state using (tenant = current_tenant()) with check (tenant = current_tenant());
grant select, insert, update on probe_state to :"app";
alter table probe_day enable row level security;
alter table probe_day force row level security;
create policy own_tenant on probe_day using (tenant = current_tenant()) with check (tenant = current_tenant());
grant select, insert, update on probe_day to :"app";

comment on table incident is 'An outage or planned maintenance: since when, of what, when it is to be over, when it was.';
comment on table incident_update is 'Every word published about an incident. Append-only.';
comment on table incident_report is 'What a body of the province told the centre about a disturbance.';
comment on table outage_excuse is 'Intake clocks that ran during an outage and were excused by a head, with the reason (AMB-36). Append-only.';
comment on table probe_state is 'What the last probe of each part of a province''s service saw.';
comment on table probe_day is 'What a day''s probes of each part of a province''s service saw together.';
