-- Why: a procedure is offered in versions: proposed by a body, appraised by another one, published by decision from a
-- day on, replaced or ended later. What was decided about each is kept for ever beside its present state. A procedure
-- that never changed since its province opened has no row: it is as the first edition declared it.

create table procedure_version (
  tenant text not null references tenant (id),
  procedure_code text not null,
  version integer not null check (version > 0),
  revision integer not null check (revision > 0),
  stage text not null
    check (stage in ('drafted', 'proposed', 'appraised', 'scheduled', 'published', 'replaced', 'ended', 'dropped')),
  -- What it says, to know the same again.
  content_hash text not null,
  -- Nearest moment by which somebody has to do something about it.
  due_at timestamptz,
  state jsonb not null check (jsonb_typeof(state) = 'object'),
  primary key (tenant, procedure_code, version),
  check ((state ->> 'version')::integer = version),
  check ((state ->> 'revision')::integer = revision),
  check (state ->> 'stage' = stage)
);
create unique index procedure_published on procedure_version (tenant, procedure_code) where stage = 'published';
create unique index procedure_coming on procedure_version (tenant, procedure_code)
  where stage in ('drafted', 'proposed', 'appraised', 'scheduled');

create table procedure_change (
  tenant text not null,
  procedure_code text not null,
  version integer not null,
  revision integer not null,
  state jsonb not null,
  changed_by text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (tenant, procedure_code, version, revision),
  foreign key (tenant, procedure_code, version) references procedure_version (tenant, procedure_code, version)
);

alter table procedure_version enable row level security;
alter table procedure_version force row level security;
create policy own_tenant on procedure_version using (tenant = current_tenant()) with check (tenant = current_tenant());

alter table procedure_change enable row level security;
alter table procedure_change force row level security;
create policy own_tenant on procedure_change using (tenant = current_tenant()) with check (tenant = current_tenant());

grant select, insert, update on procedure_version to :"app";
grant select, insert on procedure_change to :"app";

comment on table procedure_version is 'Versions of the procedures of a province; at most one is published, at most one on its way.';
comment on table procedure_change is 'Every state a version of a procedure went through. Append-only by grant.';
