-- Why: a dossier that comes by post is in the post's hands before it is the office's. What was counted, by whose
-- mandate, when the office signed for it and what went back by which number is kept from the first count on. And what
-- comes in from or goes out to the national portal over the network is believed once and told until it is taken.

create table postal_collection (
  tenant text not null references tenant (id),
  id uuid not null,
  version integer not null default 1 check (version > 0),
  state jsonb not null check (jsonb_typeof(state) = 'object'),
  no text not null,
  phase text not null,
  officer_id uuid not null,
  agency_id text not null,
  collected_at timestamptz not null,
  dossier_id uuid,
  handover_id uuid,
  primary key (tenant, id),
  foreign key (tenant, officer_id) references account (tenant, id),
  foreign key (tenant, dossier_id) references dossier (tenant, id),
  check ((state ->> 'id')::uuid = id),
  check (state ->> 'phase' = phase)
);
create unique index postal_collection_no on postal_collection (tenant, no);
create unique index postal_collection_dossier on postal_collection (tenant, dossier_id) where dossier_id is not null;
create index postal_collection_officer on postal_collection (tenant, officer_id, collected_at desc);
create index postal_collection_handover on postal_collection (tenant, handover_id) where handover_id is not null;

create table postal_handover (
  tenant text not null references tenant (id),
  id uuid not null,
  version integer not null default 1 check (version > 0),
  state jsonb not null check (jsonb_typeof(state) = 'object'),
  no text not null,
  officer_id uuid not null,
  agency_id text not null,
  prepared_at timestamptz not null,
  signed_at timestamptz,
  primary key (tenant, id),
  foreign key (tenant, officer_id) references account (tenant, id),
  check ((state ->> 'id')::uuid = id)
);
create unique index postal_handover_no on postal_handover (tenant, no);
create index postal_handover_agency on postal_handover (tenant, agency_id, prepared_at desc);
create index postal_handover_officer on postal_handover (tenant, officer_id, prepared_at desc);

create table consignment (
  tenant text not null references tenant (id),
  id uuid not null,
  version integer not null default 1 check (version > 0),
  state jsonb not null check (jsonb_typeof(state) = 'object'),
  no text not null,
  phase text not null,
  dossier_id uuid not null,
  officer_id uuid not null,
  taken_at timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, officer_id) references account (tenant, id),
  foreign key (tenant, dossier_id) references dossier (tenant, id),
  check ((state ->> 'id')::uuid = id),
  check (state ->> 'phase' = phase)
);
create unique index consignment_no on consignment (tenant, no);
create index consignment_officer on consignment (tenant, officer_id, taken_at desc);
create index consignment_dossier on consignment (tenant, dossier_id);

create table postal_log (
  tenant text not null references tenant (id),
  id bigint generated always as identity,
  at timestamptz not null,
  officer_id uuid not null,
  actor_id uuid not null,
  deed text not null,
  thing text not null check (thing in ('collection', 'handover', 'consignment')),
  thing_id uuid not null,
  detail jsonb not null default '{}' check (jsonb_typeof(detail) = 'object'),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (tenant, id)
);
create index postal_log_officer on postal_log (tenant, officer_id, at);
create index postal_log_thing on postal_log (tenant, thing_id);

create table exchange_nonce (
  tenant text not null references tenant (id),
  nonce text not null check (length(nonce) between 16 and 80),
  at timestamptz not null,
  primary key (tenant, nonce)
);
create index exchange_nonce_at on exchange_nonce (tenant, at);

create table exchange_message (
  tenant text not null references tenant (id),
  id text not null check (length(id) between 1 and 120),
  kind text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  dossier_id uuid,
  answer jsonb not null check (jsonb_typeof(answer) = 'object'),
  received_at timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, dossier_id) references dossier (tenant, id)
);

create table exchange_state (
  tenant text not null references tenant (id),
  dossier_id uuid not null,
  version integer not null check (version > 0),
  status integer not null check (status between 1 and 10),
  body jsonb not null check (jsonb_typeof(body) = 'object'),
  noted_at timestamptz not null,
  attempts integer not null default 0,
  last_error text,
  sent_at timestamptz,
  primary key (tenant, dossier_id, version),
  foreign key (tenant, dossier_id) references dossier (tenant, id)
);
create index exchange_state_waiting on exchange_state (tenant, noted_at) where sent_at is null;

alter table postal_collection enable row level security;
alter table postal_collection force row level security;
create policy own_tenant on postal_collection using (tenant = current_tenant()) with check (tenant = current_tenant());

alter table postal_handover enable row level security;
alter table postal_handover force row level security;
create policy own_tenant on postal_handover using (tenant = current_tenant()) with check (tenant = current_tenant());

alter table consignment enable row level security;
alter table consignment force row level security;
create policy own_tenant on consignment using (tenant = current_tenant()) with check (tenant = current_tenant());

alter table postal_log enable row level security;
alter table postal_log force row level security;
create policy own_tenant on postal_log using (tenant = current_tenant()) with check (tenant = current_tenant());

alter table exchange_nonce enable row level security;
alter table exchange_nonce force row level security;
create policy own_tenant on exchange_nonce using (tenant = current_tenant()) with check (tenant = current_tenant());

alter table exchange_message enable row level security;
alter table exchange_message force row level security;
create policy own_tenant on exchange_message using (tenant = current_tenant()) with check (tenant = current_tenant());

alter table exchange_state enable row level security;
alter table exchange_state force row level security;
create policy own_tenant on exchange_state using (tenant = current_tenant()) with check (tenant = current_tenant());

grant select, insert, update on postal_collection to :"app";
grant select, insert, update on postal_handover to :"app";
grant select, insert, update on consignment to :"app";
grant select, insert on postal_log to :"app";
grant select, insert, delete on exchange_nonce to :"app";
grant select, insert on exchange_message to :"app";
grant select, insert, update on exchange_state to :"app";

comment on table postal_collection is 'A dossier the post collected for an applicant (nhận hộ hồ sơ), from the count until the office signs or it is given back.';
comment on table postal_handover is 'Hand-over record between post and office (biên bản giao nhận, QĐ 45/2016/QĐ-TTg art. 7.4).';
comment on table consignment is 'Something of a dossier the post carries to the applicant, by number.';
comment on table postal_log is 'What postal officers did, when. Append-only; day reports are counted from it.';
comment on table exchange_nonce is 'Signed requests of the last minutes: each is believed once.';
comment on table exchange_message is 'What came in over the exchange and what was answered: sent again, it is answered the same. Append-only.';
comment on table exchange_state is 'What was told the national portal of a dossier after each event, and whether it was taken.';
