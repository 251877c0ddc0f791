-- Why: what must happen after a deed (a letter, a message) is written down with the deed and done later, at least
-- once, however often a receiver or a process is down. The worker is the only one who looks across tenants, and it
-- sees only references: to learn more it opens that tenant's door like anyone else.

create table outbox (
  tenant text not null,
  id bigint generated always as identity,
  dossier_id uuid not null,
  event_version integer not null,
  kind text not null,
  due_at timestamptz not null,
  attempts integer not null default 0,
  last_error text,
  done_at timestamptz,
  primary key (tenant, id),
  foreign key (tenant, dossier_id) references dossier (tenant, id)
);
create index outbox_due on outbox (due_at) where done_at is null;

create table notice (
  tenant text not null,
  id uuid not null,
  dossier_id uuid not null,
  event_version integer not null,
  kind text not null,
  channel text not null,
  recipient text,
  subject text not null,
  body text not null,
  status text not null check (status in ('waiting', 'sent', 'failed', 'not-applicable')),
  attempts integer not null default 0,
  last_error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (tenant, id),
  foreign key (tenant, dossier_id) references dossier (tenant, id)
);
create unique index notice_once on notice (tenant, dossier_id, event_version, kind, channel);

alter table outbox enable row level security;
alter table outbox force row level security;
create policy own_tenant on outbox using (tenant = current_tenant()) with check (tenant = current_tenant());
create policy the_worker_looks_across on outbox for select to :"worker" using (true);
create policy the_worker_takes on outbox for update to :"worker" using (true) with check (true);

alter table notice enable row level security;
alter table notice force row level security;
create policy own_tenant on notice using (tenant = current_tenant()) with check (tenant = current_tenant());

grant select, insert, update on outbox to :"app";
grant select, update (due_at, attempts) on outbox to :"worker";
grant select, insert, update on notice to :"app";

comment on table outbox is 'Errands left to do after a deed. Taken with `skip locked`; one taken and not finished comes due again.';
comment on table notice is 'What was told to whom through which channel, and whether it arrived. Once per event, kind and channel.';
