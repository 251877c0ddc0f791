-- Why: money must be counted once, whatever is pressed twice, sent again or told in the wrong order. A payment is one
-- try to pay by one way; the ledger says what happened to money and only grows, and its unique index lets one movement
-- of money (a transaction of the gateway, a line of the bank, a note at the counter) stand in it once. What the bank
-- says is kept line by line as it said it, what the post holds until it hands it over, and each daily comparison.

create table payment (
  tenant text not null references tenant (id),
  id uuid not null,
  dossier_id uuid not null,
  -- Number the payer and the gateway know it by.
  ref text not null check (ref ~ '^[0-9A-Z]{6,20}$'),
  channel text not null check (channel in ('online', 'counter', 'bank-transfer', 'postal')),
  amount integer not null check (amount > 0),
  status text not null check (status in ('open', 'paid', 'failed')),
  opened_at timestamptz not null,
  expires_at timestamptz,
  settled_at timestamptz,
  opened_by text not null,
  -- Chosen by the window: pressing twice opens one payment.
  key text not null,
  primary key (tenant, id),
  foreign key (tenant, dossier_id) references dossier (tenant, id),
  check ((status = 'open') = (settled_at is null))
);
create unique index payment_ref on payment (tenant, ref);
create unique index payment_key on payment (tenant, key);
-- A dossier has at most one open payment of each way, so that two windows lead to the same one.
create unique index payment_open on payment (tenant, dossier_id, channel) where status = 'open';
create index payment_dossier on payment (tenant, dossier_id, opened_at);
create index payment_day on payment (tenant, opened_at);

create table payment_event (
  tenant text not null,
  id bigint generated always as identity,
  payment_id uuid not null,
  dossier_id uuid not null,
  kind text not null check (kind in ('paid', 'surplus', 'failed', 'notice-refused', 'remitted', 'refunded')),
  -- Đồng that came in; less than nothing where it went out; nothing where no money moved.
  amount integer not null,
  channel text not null,
  -- Whose word it is (`vnpay`, `bank`, `counter`, `post` …) and that word's own number.
  source text not null,
  source_ref text,
  at timestamptz not null,
  by text not null,
  detail jsonb not null default '{}' check (jsonb_typeof(detail) = 'object'),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (tenant, id),
  foreign key (tenant, payment_id) references payment (tenant, id),
  foreign key (tenant, dossier_id) references dossier (tenant, id),
  check (case kind
    when 'paid' then amount > 0 and source_ref is not null
    when 'surplus' then amount > 0 and source_ref is not null
    when 'remitted' then amount > 0 and source_ref is not null
    when 'refunded' then amount < 0 and source_ref is not null
    else amount = 0 end)
);
create unique index payment_event_once on payment_event (tenant, source, source_ref) where source_ref is not null;
create index payment_event_payment on payment_event (tenant, payment_id, id);
create index payment_event_day on payment_event (tenant, at);

create table fee_receipt (
  tenant text not null,
  payment_id uuid not null,
  series text not null,
  no integer not null check (no > 0),
  issued_at timestamptz not null,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  primary key (tenant, payment_id),
  foreign key (tenant, payment_id) references payment (tenant, id)
);
create unique index fee_receipt_no on fee_receipt (tenant, series, no);

create table fee_receipt_counter (
  tenant text not null references tenant (id),
  series text not null,
  n integer not null check (n > 0),
  primary key (tenant, series)
);

create table bank_statement (
  tenant text not null references tenant (id),
  id uuid not null,
  account text not null,
  name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  lines integer not null,
  added_at timestamptz not null,
  added_by text not null,
  primary key (tenant, id)
);
create unique index bank_statement_once on bank_statement (tenant, sha256);

create table bank_line (
  tenant text not null,
  id uuid not null,
  statement_id uuid not null,
  line integer not null,
  account text not null,
  bank_ref text not null,
  booked_at timestamptz not null,
  amount integer not null check (amount <> 0),
  description text not null,
  status text not null check (status in ('matched', 'unmatched', 'set-aside')),
  payment_id uuid,
  note text,
  decided_at timestamptz,
  decided_by text,
  primary key (tenant, id),
  foreign key (tenant, statement_id) references bank_statement (tenant, id),
  foreign key (tenant, payment_id) references payment (tenant, id),
  check ((status = 'matched') = (payment_id is not null)),
  check (status <> 'set-aside' or note is not null)
);
-- Statements overlap: the same line of the bank is one line here.
create unique index bank_line_once on bank_line (tenant, account, bank_ref);
create index bank_line_open on bank_line (tenant, booked_at, id) where status = 'unmatched';

create table remittance (
  tenant text not null references tenant (id),
  id uuid not null,
  holder text not null check (holder in ('post', 'counter')),
  agency_id text not null,
  amount integer not null check (amount > 0),
  payments integer not null check (payments > 0),
  declared_at timestamptz not null,
  declared_by text not null,
  confirmed_at timestamptz,
  confirmed_by text,
  primary key (tenant, id)
);
create index remittance_open on remittance (tenant, agency_id, declared_at);

create table reconciliation (
  tenant text not null references tenant (id),
  id uuid not null,
  day date not null,
  run_at timestamptz not null,
  run_by text not null,
  differences integer not null,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  primary key (tenant, id)
);
create index reconciliation_day on reconciliation (tenant, day, run_at);

alter table payment enable row level security;
alter table payment force row level security;
create policy own_tenant on payment using (tenant = current_tenant()) with check (tenant = current_tenant());

alter table payment_event enable row level security;
alter table payment_event force row level security;
create policy own_tenant on payment_event using (tenant = current_tenant()) with check (tenant = current_tenant());

alter table fee_receipt enable row level security;
alter table fee_receipt force row level security;
create policy own_tenant on fee_receipt using (tenant = current_tenant()) with check (tenant = current_tenant());

alter table fee_receipt_counter enable row level security;
alter table fee_receipt_counter force row level security;
create policy own_tenant on fee_receipt_counter using (tenant = current_tenant()) with check (tenant = current_tenant());

alter table bank_statement enable row level security;
alter table bank_statement force row level security;
create policy own_tenant on bank_statement using (tenant = current_tenant()) with check (tenant = current_tenant());

alter table bank_line enable row level security;
alter table bank_line force row level security;
create policy own_tenant on bank_line using (tenant = current_tenant()) with check (tenant = current_tenant());

alter table remittance enable row level security;
alter table remittance force row level security;
create policy own_tenant on remittance using (tenant = current_tenant()) with check (tenant = current_tenant());

alter table reconciliation enable row level security;
alter table reconciliation force row level security;
create policy own_tenant on reconciliation using (tenant = current_tenant()) with check (tenant = current_tenant());

grant select, insert on payment to :"app";
grant update (status, settled_at) on payment to :"app";
grant select, insert on payment_event to :"app";
grant select, insert on fee_receipt to :"app";
grant select, insert, update on fee_receipt_counter to :"app";
grant select, insert on bank_statement to :"app";
grant select, insert on bank_line to :"app";
grant update (status, payment_id, note, decided_at, decided_by) on bank_line to :"app";
grant select, insert on remittance to :"app";
grant update (confirmed_at, confirmed_by) on remittance to :"app";
grant select, insert on reconciliation to :"app";

comment on table payment is 'One try to pay a fee by one way. What happened to money stands in `payment_event`.';
comment on table payment_event is 'The ledger of fees: money in, money out, notices refused. Append-only; one movement of money stands in it once.';
comment on table fee_receipt is 'Electronic receipts of fees (biên lai điện tử), numbered without a gap in each series. Append-only.';
comment on table fee_receipt_counter is 'Last number given in a series of receipts.';
comment on table bank_statement is 'Statement files of the receiving account, each taken in once.';
comment on table bank_line is 'What the bank booked, line by line as it said it, and the payment it was found to be.';
comment on table remittance is 'Fees the post or a counter held and handed over, declared by one and confirmed by another.';
comment on table reconciliation is 'Each comparison of dossiers, ledger, gateway and bank for a day, with what differed. Append-only.';
