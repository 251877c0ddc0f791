-- Why: a dossier is the sum of what happened to it. The log is the truth and only grows: the app may add to it and
-- read it, nothing else, and each entry carries the hash of the one before, so that an altered or removed entry is
-- found. The present state is kept beside it for reading; it is written in the same statement as the log.
-- The searched columns are derived from the state by a trigger, so that they cannot disagree with it.

create table dossier (
  tenant text not null references tenant (id),
  id uuid not null,
  -- Pressing the button twice sends the same key, and one dossier comes of it.
  filing_key text not null,
  version integer not null check (version > 0),
  state jsonb not null check (jsonb_typeof(state) = 'object'),
  phase text not null,
  queue text not null check (queue in ('new', 'awaiting-completion', 'processing', 'done')),
  -- What its queue is ordered by: the moment its clock ends, or when it was asked for or finished.
  queue_at timestamptz not null,
  due_at timestamptz,
  submitted_at timestamptz not null,
  submission_no text not null,
  code text,
  agency_id text not null,
  account_id uuid,
  procedure_code text not null,
  search text not null,
  primary key (tenant, id),
  foreign key (tenant, account_id) references account (tenant, id),
  check ((state ->> 'id')::uuid = id),
  check ((state ->> 'version')::integer = version)
);
create unique index dossier_filing_key on dossier (tenant, filing_key);
create unique index dossier_submission_no on dossier (tenant, submission_no);
create unique index dossier_code on dossier (tenant, code) where code is not null;
create index dossier_queue on dossier (tenant, agency_id, queue, queue_at, id);
create index dossier_account on dossier (tenant, account_id, submitted_at) where account_id is not null;

create table dossier_event (
  tenant text not null,
  dossier_id uuid not null,
  version integer not null check (version > 0),
  event jsonb not null check (jsonb_typeof(event) = 'object'),
  recorded_at timestamptz not null default clock_timestamp(),
  hash bytea not null,
  primary key (tenant, dossier_id, version),
  foreign key (tenant, dossier_id) references dossier (tenant, id)
);

create table code_counter (
  tenant text not null references tenant (id),
  agency_code text not null,
  day date not null,
  n integer not null check (n > 0),
  primary key (tenant, agency_code, day)
);

-- What an entry of the log is hashed over: everything it says, where it stands, and the hash before it.
create function event_hash(before bytea, tenant_id text, dossier uuid, version integer, recorded_at timestamptz, event jsonb)
  returns bytea
  language sql immutable parallel safe
  return sha256(convert_to(jsonb_build_array(
    encode(before, 'hex'), tenant_id, dossier, version, (extract(epoch from recorded_at) * 1000000)::bigint, event
  )::text, 'UTF8'));

-- The first entry of a dossier follows this.
create function no_event_before() returns bytea language sql immutable parallel safe return '\x00'::bytea;

-- Nobody chooses a hash: it is computed as the entry is written, after the entry before it.
create function chain_event() returns trigger language plpgsql as $$
declare
  before bytea := no_event_before();
begin
  if new.version > 1 then
    select e.hash into before from dossier_event e
    where e.tenant = new.tenant and e.dossier_id = new.dossier_id and e.version = new.version - 1;
    if not found then
      raise exception 'event % of dossier % has no event before it', new.version, new.dossier_id;
    end if;
  end if;
  new.recorded_at := clock_timestamp();
  new.hash := event_hash(before, new.tenant, new.dossier_id, new.version, new.recorded_at, new.event);
  return new;
end $$;
create trigger chain_event before insert on dossier_event for each row execute function chain_event();

-- The searched columns say what the state says.
create function derive_dossier_columns() returns trigger language plpgsql as $$
declare
  intake_due timestamptz := new.state #>> '{intakeClock,dueAt}';
  processing_due timestamptz := new.state #>> '{processingClock,dueAt}';
begin
  new.phase := new.state ->> 'phase';
  new.submitted_at := new.state ->> 'submittedAt';
  new.submission_no := new.state ->> 'submissionNo';
  new.code := new.state ->> 'code';
  new.agency_id := new.state ->> 'agencyId';
  new.account_id := new.state #>> '{applicant,accountId}';
  new.procedure_code := new.state #>> '{procedure,code}';
  case new.phase
    when 'submitted' then
      new.queue := 'new'; new.due_at := intake_due; new.queue_at := coalesce(intake_due, 'infinity');
    when 'completion-requested' then
      new.queue := 'awaiting-completion'; new.due_at := null; new.queue_at := new.state #>> '{request,at}';
    when 'processing' then
      new.queue := 'processing'; new.due_at := processing_due; new.queue_at := coalesce(processing_due, 'infinity');
    when 'refused' then
      new.queue := 'done'; new.due_at := null; new.queue_at := new.state #>> '{refusal,at}';
    when 'decided' then
      new.queue := 'done'; new.due_at := processing_due; new.queue_at := new.state #>> '{result,at}';
  end case;
  return new;
end $$;
create trigger derive_dossier_columns before insert or update on dossier
  for each row execute function derive_dossier_columns();

alter table dossier enable row level security;
alter table dossier force row level security;
create policy own_tenant on dossier using (tenant = current_tenant()) with check (tenant = current_tenant());

alter table dossier_event enable row level security;
alter table dossier_event force row level security;
create policy own_tenant on dossier_event using (tenant = current_tenant()) with check (tenant = current_tenant());

alter table code_counter enable row level security;
alter table code_counter force row level security;
create policy own_tenant on code_counter using (tenant = current_tenant()) with check (tenant = current_tenant());

grant select, insert, update on dossier to :"app";
grant select, insert on dossier_event to :"app";
grant select, insert, update on code_counter to :"app";

comment on table dossier is 'A dossier as it stands now (hồ sơ). Its truth is `dossier_event`; `version` counts the events.';
comment on table dossier_event is 'What happened to dossiers. Append-only by grant, hash-chained per dossier.';
comment on table code_counter is 'Last number given in dossier codes, per agency code and day (QĐ 20/2020/QĐ-TTg).';
