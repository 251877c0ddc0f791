-- Why: an office has duties that belong to no dossier: a letter to somebody who registered, a clock of an account, a
-- backup every week. Each is a chore, left once and done by the worker at its time like an errand. And a province is
-- amended at the desk as well as by its files: an edition remembers which folder it goes back to, so that applying an
-- unchanged folder takes nothing back.

create table chore (
  tenant text not null references tenant (id),
  id bigint generated always as identity,
  kind text not null check (kind <> ''),
  -- What it is about: an id, or empty for what a province has one of.
  subject text not null,
  due_at timestamptz not null,
  attempts integer not null default 0,
  last_error text,
  done_at timestamptz,
  primary key (tenant, id)
);
create unique index chore_once on chore (tenant, kind, subject);
create index chore_due on chore (due_at) where done_at is null;

alter table chore enable row level security;
alter table chore force row level security;
create policy own_tenant on chore using (tenant = current_tenant()) with check (tenant = current_tenant());
create policy the_worker_looks_across on chore for select to :"worker" using (true);
create policy the_worker_takes on chore for update to :"worker" using (true) with check (true);
grant select, insert, update on chore to :"app";
grant select, update (due_at, attempts) on chore to :"worker";
comment on table chore is 'What is left to do that belongs to no dossier. Once per kind and subject; one taken and not finished comes due again.';

create table letter (
  tenant text not null references tenant (id),
  id uuid not null,
  -- Name of its wording among the province's messages.
  message text not null,
  -- What it is about, as the log of the office names it: `account 5f…`.
  about text not null,
  channel text not null check (channel in ('email', 'sms', 'zalo')),
  recipient text not null check (recipient <> ''),
  subject text not null,
  body text not null,
  status text not null check (status in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  last_error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (tenant, id)
);
create index letter_about on letter (tenant, about, created_at);

alter table letter enable row level security;
alter table letter force row level security;
create policy own_tenant on letter using (tenant = current_tenant()) with check (tenant = current_tenant());
grant select, insert on letter to :"app";
-- What carried a secret is wiped once it was sent.
grant update (body, status, attempts, last_error, sent_at) on letter to :"app";
comment on table letter is 'A letter or text message that belongs to no dossier: to whom, what it said, whether it arrived.';

alter table tenant_edition
  -- The edition that holds the folder this one goes back to; null: this one is such a folder as it stands.
  add column source_no integer,
  -- The folder as it was applied, where it was joined with what the desk had amended.
  add column source jsonb check (jsonb_typeof(source) = 'object'),
  -- Hash of the folder this edition goes back to.
  add column source_hash text,
  add column made_by text not null default '',
  add column why text not null default '',
  add foreign key (tenant, source_no) references tenant_edition (tenant, no);
