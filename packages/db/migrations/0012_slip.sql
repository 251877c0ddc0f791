-- Why: a slip is a document of the office and has a number: by body, kind and year, without a gap and never twice. The
-- number is given in the transaction of the deed the slip tells of, and stays with that deed for ever; what the slip says
-- is read from the dossier's log, so that a slip printed in ten years says what it said.

create table slip_counter (
  tenant text not null references tenant (id),
  agency_id text not null,
  kind text not null,
  year integer not null check (year between 2000 and 9999),
  n integer not null check (n > 0),
  primary key (tenant, agency_id, kind, year)
);

create table slip (
  tenant text not null,
  dossier_id uuid not null,
  event_version integer not null,
  kind text not null,
  agency_id text not null,
  year integer not null,
  n integer not null check (n > 0),
  issued_at timestamptz not null,
  primary key (tenant, dossier_id, event_version, kind),
  foreign key (tenant, dossier_id, event_version) references dossier_event (tenant, dossier_id, version)
);
create unique index slip_number on slip (tenant, agency_id, kind, year, n);

alter table slip_counter enable row level security;
alter table slip_counter force row level security;
create policy own_tenant on slip_counter using (tenant = current_tenant()) with check (tenant = current_tenant());

alter table slip enable row level security;
alter table slip force row level security;
create policy own_tenant on slip using (tenant = current_tenant()) with check (tenant = current_tenant());

grant select, insert, update on slip_counter to :"app";
grant select, insert on slip to :"app";

comment on table slip_counter is 'Last number given to slips, per body, kind and year.';
comment on table slip is 'Slips that were issued and their numbers, each for one event of a dossier. Append-only.';
