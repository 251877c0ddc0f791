-- Why: much of an office's duty falls due by time. What is left for later is left once, however often its reason is
-- read again; an alert tells the people at the desk in time what is about to fall due or has fallen due; and the
-- apologies a province publishes are found without going through its dossiers. A clock that no rule stops runs on
-- (AMB-36), so a pause takes the due moment away only where the law lets the clock stand still.

create unique index outbox_once on outbox (tenant, dossier_id, event_version, kind);

create table alert (
  tenant text not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  dossier_id uuid not null,
  event_version integer not null,
  kind text not null,
  -- Who is told: those with this role at the dossier's agency, or who holds the present step.
  audience text not null check (audience in ('officer', 'head', 'holder')),
  -- It matters only while the dossier is in this phase.
  phase text not null,
  raised_at timestamptz not null,
  -- When the duty it tells of falls due.
  due_at timestamptz,
  closed_at timestamptz,
  closed_by text,
  primary key (tenant, id),
  foreign key (tenant, dossier_id) references dossier (tenant, id)
);
create unique index alert_once on alert (tenant, dossier_id, event_version, kind, audience);
create index alert_open on alert (tenant, raised_at) where closed_at is null;

alter table alert enable row level security;
alter table alert force row level security;
create policy own_tenant on alert using (tenant = current_tenant()) with check (tenant = current_tenant());
grant select, insert on alert to :"app";
grant update (closed_at, closed_by) on alert to :"app";
comment on table alert is 'What the desk is told in time: a duty about to fall due, or one that fell due. Raised once per event, kind and audience.';

-- An apology as the list of apologies finds it. Written by the log itself, so that the two cannot disagree.
create table apology (
  tenant text not null,
  dossier_id uuid not null,
  version integer not null,
  issued_at timestamptz not null,
  agency_id text not null,
  published boolean not null,
  primary key (tenant, dossier_id, version),
  foreign key (tenant, dossier_id) references dossier (tenant, id)
);
create index apology_list on apology (tenant, issued_at desc, dossier_id) where published;

create function list_apology() returns trigger language plpgsql as $$
begin
  insert into apology (tenant, dossier_id, version, issued_at, agency_id, published) values (
    new.tenant, new.dossier_id, new.version, (new.event ->> 'at')::timestamptz, new.event ->> 'agencyId',
    coalesce((new.event #>> '{published,answer}')::boolean, false)
  );
  return null;
end $$;
create trigger list_apology after insert on dossier_event for each row
  when (new.event ->> 'type' = 'ApologyIssued') execute function list_apology();

alter table apology enable row level security;
alter table apology force row level security;
create policy own_tenant on apology using (tenant = current_tenant()) with check (tenant = current_tenant());
grant select, insert on apology to :"app";
comment on table apology is 'Where in the log apologies stand, for the list of them (LA19-11.3).';

-- The searched columns say what the state says. While the clock stands still nothing is due.
create or replace function derive_dossier_columns() returns trigger language plpgsql as $$
declare
  intake_due timestamptz := new.state #>> '{intakeClock,dueAt}';
  processing_due timestamptz := new.state #>> '{processingClock,dueAt}';
  pause jsonb := new.state #> '{pauses,-1}';
begin
  if pause is not null and not pause ? 'until' and pause #>> '{effect,answer}' in ('exclude', 'reset') then
    processing_due := null;
  end if;
  new.phase := new.state ->> 'phase';
  new.submitted_at := new.state ->> 'submittedAt';
  new.submission_no := new.state ->> 'submissionNo';
  new.code := new.state ->> 'code';
  new.agency_id := new.state ->> 'agencyId';
  new.account_id := new.state #>> '{applicant,accountId}';
  new.procedure_code := new.state #>> '{procedure,code}';
  new.unpaid := new.state ? 'fee' and not (new.state -> 'fee') ? 'paid'
    and new.phase not in ('refused', 'withdrawn', 'closed', 'returned');
  new.holder_id := case when new.phase = 'processing' then new.state #>> '{work,holder,accountId}' end;
  case new.phase
    when 'submitted' then
      new.queue := 'new'; new.due_at := intake_due; new.queue_at := coalesce(intake_due, 'infinity');
    when 'completion-requested', 'supplement-requested' then
      new.queue := 'awaiting-completion'; new.due_at := null; new.queue_at := new.state #>> '{request,at}';
    when 'processing' then
      new.queue := 'processing'; new.due_at := processing_due; new.queue_at := coalesce(processing_due, 'infinity');
    when 'decided' then
      new.queue := 'to-return'; new.due_at := processing_due; new.queue_at := new.state #>> '{result,at}';
    when 'refused' then
      new.queue := 'done'; new.due_at := null; new.queue_at := new.state #>> '{refusal,at}';
    when 'withdrawn' then
      new.queue := 'done'; new.due_at := null; new.queue_at := new.state #>> '{withdrawal,at}';
    when 'closed' then
      new.queue := 'done'; new.due_at := null; new.queue_at := new.state #>> '{closing,at}';
    when 'returned' then
      new.queue := 'done'; new.due_at := processing_due; new.queue_at := new.state #>> '{handOver,at}';
  end case;
  return new;
end $$;
