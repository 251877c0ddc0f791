-- Why: an account of an officer has a life of its own. It is asked for by an agency with signed papers, issued, locked,
-- activated again and revoked, each by a clock of the regulation (TQ25-9). Nobody is given a password: an invitation, used
-- once, lets its holder choose one (AMB-35). A second factor stands beside the password, and an account of the
-- civil service can be linked to it (TQ25-14.2). What became of an account is never altered.

alter table account alter column password_hash drop not null;
alter table account add column state text not null default 'active'
  check (state in ('not-issued', 'active', 'locked', 'revoked'));
alter table account add column job text;
alter table account add column must_change_password boolean not null default false;

-- An officer is a citizen too, and an office has one mailbox: only what citizens sign in with is theirs alone.
drop index account_email;
drop index account_phone;
create unique index account_email on account (tenant, email) where email is not null and kind = 'citizen';
create unique index account_phone on account (tenant, phone) where phone is not null and kind = 'citizen';

-- Which staff an agency has, by name.
create index account_staff on account (tenant, agency_id, full_name) where kind = 'staff';

create table account_deed (
  tenant text not null references tenant (id),
  id bigint generated always as identity,
  account_id uuid not null,
  at timestamptz not null,
  deed text not null,
  by_id uuid,
  by_name text not null,
  -- The request it answers, where there was one.
  request_id uuid,
  reason text,
  primary key (tenant, id),
  foreign key (tenant, account_id) references account (tenant, id)
);
create index account_deed_of on account_deed (tenant, account_id, id);

create table account_request (
  tenant text not null references tenant (id),
  id uuid not null,
  version integer not null,
  agency_id text not null,
  stage text not null check (stage in ('incomplete', 'open', 'confirmed', 'done', 'refused')),
  -- By when something has to be done about it: issue, lock, activate, revoke, or tell of a lock.
  due_at timestamptz,
  filed_at timestamptz not null,
  state jsonb not null,
  primary key (tenant, id)
);
create index account_request_list on account_request (tenant, stage, due_at);

-- What lets somebody do one thing once: choose a first password, go on to the second factor. Only its hash is kept.
create table account_token (
  tenant text not null references tenant (id),
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  account_id uuid not null,
  purpose text not null check (purpose in ('activation', 'second-factor', 'new-password')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant, token_hash),
  foreign key (tenant, account_id) references account (tenant, id) on delete cascade
);
create index account_token_of on account_token (tenant, account_id, purpose) where used_at is null;

create table second_factor (
  tenant text not null references tenant (id),
  account_id uuid not null,
  -- Sealed with a key that is not in the archive.
  sealed_secret text not null,
  -- Absent until the first right code was entered.
  confirmed_at timestamptz,
  -- The last step of thirty seconds whose code was used: none is used twice.
  last_step integer not null default 0,
  primary key (tenant, account_id),
  foreign key (tenant, account_id) references account (tenant, id) on delete cascade
);

create table recovery_code (
  tenant text not null references tenant (id),
  account_id uuid not null,
  code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
  used_at timestamptz,
  primary key (tenant, account_id, code_hash),
  foreign key (tenant, account_id) references account (tenant, id) on delete cascade
);

create table official_identity (
  tenant text not null references tenant (id),
  issuer text not null,
  subject text not null,
  account_id uuid not null,
  linked_at timestamptz not null,
  primary key (tenant, issuer, subject),
  foreign key (tenant, account_id) references account (tenant, id) on delete cascade
);
create unique index official_identity_of on official_identity (tenant, account_id, issuer);

alter table account_deed enable row level security;
alter table account_deed force row level security;
create policy own_tenant on account_deed using (tenant = current_tenant()) with check (tenant = current_tenant());
alter table account_request enable row level security;
alter table account_request force row level security;
create policy own_tenant on account_request using (tenant = current_tenant()) with check (tenant = current_tenant());
alter table account_token enable row level security;
alter table account_token force row level security;
create policy own_tenant on account_token using (tenant = current_tenant()) with check (tenant = current_tenant());
alter table second_factor enable row level security;
alter table second_factor force row level security;
create policy own_tenant on second_factor using (tenant = current_tenant()) with check (tenant = current_tenant());
alter table recovery_code enable row level security;
alter table recovery_code force row level security;
create policy own_tenant on recovery_code using (tenant = current_tenant()) with check (tenant = current_tenant());
alter table official_identity enable row level security;
alter table official_identity force row level security;
create policy own_tenant on official_identity using (tenant = current_tenant()) with check (tenant = current_tenant());

grant select, insert on account_deed to :"app";
grant select, insert on account_request to :"app";
grant update (version, stage, due_at, state) on account_request to :"app";
grant select, insert, delete on account_token to :"app";
grant update (used_at) on account_token to :"app";
grant select, insert, delete on second_factor to :"app";
grant update (confirmed_at, last_step) on second_factor to :"app";
grant select, insert, delete on recovery_code to :"app";
grant update (used_at) on recovery_code to :"app";
grant select, insert, delete on official_identity to :"app";

comment on column account.state is 'What may be done with an account of staff (TQ25-9): only an active one signs in.';
comment on column account.job is 'Title of a member of staff (chức vụ).';
comment on column account.must_change_password is 'Its next sign-in goes no further than choosing a new password (PT20-25.1.2).';
comment on table account_deed is 'What was done to an account, by whom and why. Never altered.';
comment on table account_request is 'What an agency asks about accounts of its staff, with its papers and clocks (TQ25-9.1, TQ25-9.2).';
comment on table account_token is 'Proof, good once and for a while, that somebody may take the next step. Holds only its hash.';
comment on table second_factor is 'The secret an officer’s authenticator shares with us, sealed.';
comment on table recovery_code is 'Codes for who lost the authenticator, each good once. Holds only their hashes.';
comment on table official_identity is 'The account of the civil service or VNeID with which a member of staff signs in (TQ25-14.2).';
