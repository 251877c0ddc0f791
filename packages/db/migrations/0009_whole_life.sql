-- Why: a dossier lives on after acceptance: it waits for a supplement, its clock stands still, its result waits to be
-- fetched, it is withdrawn or closed. What an office looks for is derived from the state as before: the queue (of which
-- a dossier stands in one), and beside it whether a fee is open and who holds the work.

alter table dossier drop constraint dossier_queue_check;
alter table dossier add constraint dossier_queue_check
  check (queue in ('new', 'awaiting-completion', 'processing', 'to-return', 'done'));
alter table dossier add column unpaid boolean not null default false;
alter table dossier add column holder_id uuid;

create index dossier_unpaid on dossier (tenant, agency_id, queue_at, submitted_at, id) where unpaid;
create index dossier_holder on dossier (tenant, holder_id, queue_at, submitted_at, id) where holder_id is not null;

-- The searched columns say what the state says. While the clock stands still nothing is due.
create or replace function derive_dossier_columns() returns trigger language plpgsql as $$
declare
  intake_due timestamptz := new.state #>> '{intakeClock,dueAt}';
  processing_due timestamptz := new.state #>> '{processingClock,dueAt}';
  pause jsonb := new.state #> '{pauses,-1}';
begin
  if pause is not null and not pause ? 'until' and pause #>> '{effect,answer}' is distinct from 'continue' then
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

-- Dossiers that stand in the archive already move to where they belong now.
alter table dossier no force row level security;
update dossier set state = state where phase = 'decided';
alter table dossier force row level security;

comment on column dossier.unpaid is 'Whether a fee was demanded and not paid yet.';
comment on column dossier.holder_id is 'Account of who holds the present step of the work.';
