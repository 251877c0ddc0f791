-- Why: people sign in with the national electronic identity (TQ25-5.2) and staff with official accounts, through
-- OpenID Connect. Between leaving for the identity system and coming back a sign-in waits here: what was sent along, so
-- that an answer is believed once, from the browser that asked. The archive keeps the hash of the browser's secret.
create table sign_in_flow (
  tenant text not null references tenant (id),
  id_hash text not null check (id_hash ~ '^[0-9a-f]{64}$'),
  provider text not null,
  state text not null,
  nonce text not null,
  verifier text not null,
  callback text not null,
  next text,
  -- Whom the identity system named, while that person is asked whether an account of theirs may be linked.
  identity jsonb check (jsonb_typeof(identity) = 'object'),
  made_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at),
  primary key (tenant, id_hash)
);
create index sign_in_flow_expiry on sign_in_flow (tenant, expires_at);

-- An identity that was proved belongs to one account, and an account has one identity of each system (AMB-35).
create table linked_identity (
  tenant text not null references tenant (id),
  provider text not null,
  subject text not null check (subject <> ''),
  account_id uuid not null,
  level integer not null check (level between 1 and 2),
  linked_at timestamptz not null,
  last_used_at timestamptz not null,
  primary key (tenant, provider, subject),
  unique (tenant, account_id, provider),
  foreign key (tenant, account_id) references account (tenant, id)
);

-- A holder may rest an account or give it up (TQ25-30.1b). Without a row an account is in use.
create table holder_standing (
  tenant text not null references tenant (id),
  account_id uuid not null,
  standing text not null check (standing in ('suspended', 'deleted')),
  since timestamptz not null,
  primary key (tenant, account_id),
  foreign key (tenant, account_id) references account (tenant, id)
);

-- What is sent to an address to prove that it is read: single use, kept as a hash.
create table address_proof (
  tenant text not null references tenant (id),
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  account_id uuid not null,
  purpose text not null check (purpose in ('recovery', 'activation', 'confirmation')),
  made_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at),
  used_at timestamptz check (used_at >= made_at),
  primary key (tenant, token_hash),
  foreign key (tenant, account_id) references account (tenant, id)
);
create index address_proof_account on address_proof (tenant, account_id);

alter table sign_in_flow enable row level security;
alter table sign_in_flow force row level security;
create policy own_tenant on sign_in_flow using (tenant = current_tenant()) with check (tenant = current_tenant());
alter table linked_identity enable row level security;
alter table linked_identity force row level security;
create policy own_tenant on linked_identity using (tenant = current_tenant()) with check (tenant = current_tenant());
alter table holder_standing enable row level security;
alter table holder_standing force row level security;
create policy own_tenant on holder_standing using (tenant = current_tenant()) with check (tenant = current_tenant());
alter table address_proof enable row level security;
alter table address_proof force row level security;
create policy own_tenant on address_proof using (tenant = current_tenant()) with check (tenant = current_tenant());

grant select, insert, delete on sign_in_flow to :"app";
grant update (identity) on sign_in_flow to :"app";
grant select, insert, delete on linked_identity to :"app";
grant update (level, last_used_at) on linked_identity to :"app";
grant select, insert, delete on holder_standing to :"app";
grant update (standing, since) on holder_standing to :"app";
grant select, insert on address_proof to :"app";
grant update (used_at) on address_proof to :"app";

comment on table sign_in_flow is 'Sign-ins on their way to an identity system and back. Lives ten minutes.';
comment on table linked_identity is 'Which account a proved identity belongs to.';
comment on table holder_standing is 'Accounts their holders suspended or gave up.';
comment on table address_proof is 'Secrets sent by letter or message, as hashes: recovery, activation, confirmation of an address.';
