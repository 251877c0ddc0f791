-- Why: who may ask the national population database is registered by the agency with signed commitments, approved by
-- somebody else, and named one by one; each query is kept with its purpose before it is asked, and somebody reviews it
-- (TQ25-15, TQ25-29.4). A role is given to a person for a body and, where it need not be more, for some procedures, from a
-- day to a day; who proposes does not approve. Nothing of it is taken out again.

create table population_registration (
  tenant text not null references tenant (id),
  id uuid not null,
  agency_id text not null,
  stage text not null check (stage in ('filed', 'approved', 'rejected', 'ended')),
  purpose text not null check (purpose <> ''),
  -- Signed papers of the agency: [{"form": "form-seven", "number": "…", "signedOn": "…", "format": "digitally-signed"}].
  papers jsonb not null check (jsonb_typeof(papers) = 'array'),
  filed_at timestamptz not null,
  filed_by uuid not null,
  decided_at timestamptz,
  decided_by uuid,
  -- Why it was rejected or ended; the number under which the police registered it.
  reason text,
  police_reference text,
  primary key (tenant, id),
  check (decided_by is distinct from filed_by or stage = 'ended')
);
create index population_registration_agency on population_registration (tenant, agency_id, filed_at);

create table population_officer (
  tenant text not null,
  registration_id uuid not null,
  account_id uuid not null,
  -- Their own signed commitment.
  commitment jsonb not null,
  ended_at timestamptz,
  primary key (tenant, registration_id, account_id),
  foreign key (tenant, registration_id) references population_registration (tenant, id),
  foreign key (tenant, account_id) references account (tenant, id)
);
-- Nobody stands in two lists: an account is one person's, at one agency.
create unique index population_officer_once on population_officer (tenant, account_id) where ended_at is null;

create table population_query (
  tenant text not null references tenant (id),
  id uuid not null,
  at timestamptz not null,
  account_id uuid not null,
  agency_id text not null,
  registration_id uuid not null,
  purpose text not null check (purpose <> ''),
  procedure_code text,
  -- Whom it was about: what the reviewer has to ask about.
  citizen_id text not null,
  outcome text not null check (outcome in ('asked', 'found', 'differs', 'unknown', 'down')),
  reviewed_at timestamptz,
  reviewed_by uuid,
  finding text check (finding in ('proper', 'improper')),
  remark text,
  primary key (tenant, id),
  check (reviewed_by is distinct from account_id),
  foreign key (tenant, registration_id) references population_registration (tenant, id)
);
create index population_query_review on population_query (tenant, at desc) where reviewed_at is null;
create index population_query_officer on population_query (tenant, account_id, at);

create table role_grant (
  tenant text not null references tenant (id),
  id uuid not null,
  account_id uuid not null,
  role text not null,
  agency_id text not null,
  -- Codes of the procedures it is for; empty: all of the body.
  procedures jsonb not null default '[]' check (jsonb_typeof(procedures) = 'array'),
  from_at timestamptz not null,
  until_at timestamptz,
  reason text not null check (reason <> ''),
  stage text not null check (stage in ('proposed', 'given', 'declined', 'taken')),
  proposed_at timestamptz not null,
  proposed_by uuid not null,
  decided_at timestamptz,
  decided_by uuid,
  taken_at timestamptz,
  taken_by uuid,
  taken_reason text,
  primary key (tenant, id),
  foreign key (tenant, account_id) references account (tenant, id),
  check (until_at is null or until_at > from_at),
  check (decided_by is null or (decided_by <> proposed_by and decided_by <> account_id))
);
create index role_grant_of on role_grant (tenant, account_id) where stage = 'given';
create index role_grant_list on role_grant (tenant, stage, proposed_at);

alter table population_registration enable row level security;
alter table population_registration force row level security;
create policy own_tenant on population_registration using (tenant = current_tenant()) with check (tenant = current_tenant());
alter table population_officer enable row level security;
alter table population_officer force row level security;
create policy own_tenant on population_officer using (tenant = current_tenant()) with check (tenant = current_tenant());
alter table population_query enable row level security;
alter table population_query force row level security;
create policy own_tenant on population_query using (tenant = current_tenant()) with check (tenant = current_tenant());
alter table role_grant enable row level security;
alter table role_grant force row level security;
create policy own_tenant on role_grant using (tenant = current_tenant()) with check (tenant = current_tenant());

grant select, insert on population_registration, population_officer, population_query, role_grant to :"app";
grant update (stage, decided_at, decided_by, reason, police_reference) on population_registration to :"app";
grant update (ended_at) on population_officer to :"app";
grant update (outcome, reviewed_at, reviewed_by, finding, remark) on population_query to :"app";
grant update (stage, decided_at, decided_by, taken_at, taken_by, taken_reason) on role_grant to :"app";

comment on table population_registration is 'An agency registered to ask the population database, with its signed papers (TQ25-15).';
comment on table population_officer is 'Who of the agency may ask it, each with their own commitment.';
comment on table population_query is 'Each query, kept before it was asked, with its purpose and the review of it (TQ25-29.4c).';
comment on table role_grant is 'A role given to a person for a body and some procedures, from a day to a day.';
