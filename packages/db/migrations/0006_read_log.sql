-- Why: whoever reads a person's data at the office leaves a trace of who, what, when and why. The trace only grows.

create table read_log (
  tenant text not null references tenant (id),
  id bigint generated always as identity,
  at timestamptz not null,
  actor_kind text not null,
  actor_id text not null,
  thing text not null,
  thing_id text not null,
  why text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (tenant, id)
);
create index read_log_thing on read_log (tenant, thing, thing_id);

alter table read_log enable row level security;
alter table read_log force row level security;
create policy own_tenant on read_log using (tenant = current_tenant()) with check (tenant = current_tenant());

grant select, insert on read_log to :"app";

comment on table read_log is 'Who read whose personal data, when and why. Append-only.';
