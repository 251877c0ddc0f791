-- Why: a dossier is settled by the internal workflow of its procedure (quy trình nội bộ). A workflow goes through
-- versions and stages; what was decided about each is kept for ever beside its present state. What everybody at the
-- office has to do is derived from the state of the dossiers by a trigger, as the searched columns are, so that a body
-- finds its part of other bodies' dossiers, and a person their own steps, without reading the dossiers.

create table workflow_version (
  tenant text not null references tenant (id),
  procedure_code text not null,
  version integer not null check (version > 0),
  revision integer not null check (revision > 0),
  stage text not null check (stage in ('drafted', 'appraised', 'approved', 'tested', 'live', 'replaced')),
  -- The cases it is for, sorted; empty: every case no other workflow names.
  cases text not null,
  state jsonb not null check (jsonb_typeof(state) = 'object'),
  primary key (tenant, procedure_code, version),
  check ((state ->> 'version')::integer = version),
  check ((state ->> 'revision')::integer = revision),
  check (state ->> 'stage' = stage)
);
create unique index workflow_live on workflow_version (tenant, procedure_code, cases) where stage = 'live';

create table workflow_change (
  tenant text not null,
  procedure_code text not null,
  version integer not null,
  revision integer not null,
  state jsonb not null,
  changed_by text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (tenant, procedure_code, version, revision),
  foreign key (tenant, procedure_code, version) references workflow_version (tenant, procedure_code, version)
);

create table dossier_task (
  tenant text not null,
  dossier_id uuid not null,
  -- `step`, or the id of an opinion or a share.
  task text not null,
  kind text not null check (kind in ('step', 'opinion', 'share', 'silence', 'supervision')),
  agency_id text not null,
  role text,
  holder_id uuid,
  name text not null,
  since timestamptz not null,
  due_at timestamptz,
  primary key (tenant, dossier_id, kind, task),
  foreign key (tenant, dossier_id) references dossier (tenant, id)
);
create index dossier_task_agency on dossier_task (tenant, agency_id, due_at);
create index dossier_task_holder on dossier_task (tenant, holder_id, due_at) where holder_id is not null;

-- What is open in a dossier, as its state says.
create function open_tasks(state jsonb)
  returns table (task text, kind text, agency_id text, role text, holder_id uuid, name text, since timestamptz, due_at timestamptz)
  language sql immutable parallel safe as $$
  with work as (select state -> 'work' as w where state ->> 'phase' = 'processing' and state ? 'work'),
  shares as (
    select s.share, s.no, w from work, jsonb_array_elements(w #> '{sharing,shares}') with ordinality s (share, no)
    where not s.share ? 'done'
  )
  select 'step', 'step', w ->> 'agencyId', step ->> 'role', (w #>> '{holder,accountId}')::uuid, step ->> 'name',
    (w ->> 'since')::timestamptz, (w ->> 'dueAt')::timestamptz
  from work, jsonb_array_elements(w -> 'steps') step where step ->> 'id' = w ->> 'at'
  union all
  select o ->> 'id', 'opinion', o ->> 'agencyId', null, null, o ->> 'question',
    (o ->> 'askedAt')::timestamptz, (o ->> 'dueAt')::timestamptz
  from work, jsonb_array_elements(w -> 'opinions') o where not o ? 'answer'
  union all
  select o ->> 'id', 'silence', state ->> 'agencyId', 'one-stop-head', null, o ->> 'question',
    (o #>> '{silent,at}')::timestamptz, null
  from work, jsonb_array_elements(w -> 'opinions') o where o ? 'silent' and not o ? 'answer'
  union all
  select share ->> 'id', 'share', share ->> 'agencyId', null, null, share ->> 'task',
    (w #>> '{sharing,at}')::timestamptz, (share ->> 'dueAt')::timestamptz
  from shares where w #>> '{sharing,mode}' = 'parallel' or no = (select min(no) from shares)
  union all
  select 'supervision', 'supervision', w #>> '{sharing,supervisorId}', null, null, '', (w #>> '{sharing,at}')::timestamptz, null
  from work where w #> '{sharing}' ? 'supervisorId' and exists (select from shares)
$$;

create function derive_dossier_tasks() returns trigger language plpgsql as $$
begin
  delete from dossier_task t where t.tenant = new.tenant and t.dossier_id = new.id;
  insert into dossier_task (tenant, dossier_id, task, kind, agency_id, role, holder_id, name, since, due_at)
    select new.tenant, new.id, o.* from open_tasks(new.state) o;
  return null;
end $$;
create trigger derive_dossier_tasks after update on dossier for each row
  when (old.state -> 'work' is distinct from new.state -> 'work'
    or new.state ? 'work' and (old.phase <> new.phase or old.agency_id <> new.agency_id))
  execute function derive_dossier_tasks();

alter table workflow_version enable row level security;
alter table workflow_version force row level security;
create policy own_tenant on workflow_version using (tenant = current_tenant()) with check (tenant = current_tenant());

alter table workflow_change enable row level security;
alter table workflow_change force row level security;
create policy own_tenant on workflow_change using (tenant = current_tenant()) with check (tenant = current_tenant());

alter table dossier_task enable row level security;
alter table dossier_task force row level security;
create policy own_tenant on dossier_task using (tenant = current_tenant()) with check (tenant = current_tenant());

grant select, insert, update on workflow_version to :"app";
grant select, insert on workflow_change to :"app";
grant select, insert, delete on dossier_task to :"app";

comment on table workflow_version is 'Versions of the internal workflow of each procedure; at most one is in use for a case.';
comment on table workflow_change is 'Every state a version of a workflow went through. Append-only by grant.';
comment on table dossier_task is 'What is open in dossiers being worked on: the present step, opinions asked, parts of other bodies. Written by a trigger from the state.';
