-- Why: what a person keeps is used again in the next dossier without being asked for (HN19-6.2.2, TQ25-6.3). A paper
-- whose end nobody knows is judged once by an officer, and that stands from then on (AMB-43); each use is written down,
-- so that its owner sees where the paper went.

create table kept_validity (
  tenant text not null references tenant (id),
  id bigint generated always as identity,
  kept_id uuid not null,
  valid boolean not null,
  -- The last day it is valid; without one, until something else is found.
  last_day date,
  note text not null,
  decided_at timestamptz not null,
  decided_by uuid not null,
  agency_id text not null,
  primary key (tenant, id),
  foreign key (tenant, kept_id) references kept_paper (tenant, id),
  foreign key (tenant, decided_by) references account (tenant, id)
);
create index kept_validity_paper on kept_validity (tenant, kept_id, id desc);

create table kept_use (
  tenant text not null references tenant (id),
  id bigint generated always as identity,
  kept_id uuid not null,
  draft_id uuid not null,
  -- The copy that went into the draft; it goes with the draft, or into the dossier.
  file_id uuid not null,
  used_at timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, kept_id) references kept_paper (tenant, id)
);
create index kept_use_paper on kept_use (tenant, kept_id, id desc);

alter table kept_validity enable row level security;
alter table kept_validity force row level security;
create policy own_tenant on kept_validity using (tenant = current_tenant()) with check (tenant = current_tenant());
alter table kept_use enable row level security;
alter table kept_use force row level security;
create policy own_tenant on kept_use using (tenant = current_tenant()) with check (tenant = current_tenant());

grant select, insert on kept_validity to :"app";
grant select, insert on kept_use to :"app";

comment on table kept_validity is 'What officers found about the validity of kept papers; the last finding counts. Append-only.';
comment on table kept_use is 'Where kept papers were used again. Append-only.';
