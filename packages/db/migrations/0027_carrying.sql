-- Why: a province is carried whole: into a backup, back from one, to another installation, or out for good. Then its rows
-- are taken as they are. Nothing is derived anew and no hash of a log is chosen anew, and rows that point at each other
-- may come in any order, as long as all are there in the end. Only the owner of the tables carries; the roles of the
-- processes cannot, whatever they set.

create function owns_the_tables() returns boolean
  language sql stable parallel safe
  return (select pg_get_userbyid(relowner) = current_user from pg_class where oid = 'tenant'::regclass);

create function is_carrying() returns boolean
  language sql stable parallel safe
  return case when current_setting('app.carrying', true) = 'yes' then owns_the_tables() else false end;

comment on function is_carrying() is 'True while the owner of the tables carries a whole province in or out: no trigger of ours acts.';

-- Makes every table of a province fit to be carried. The migrator calls it after the last migration, so that a table
-- which comes later need not be remembered: what points at other rows is checked at the end when asked for, triggers rest
-- while a province is carried, and the owner, behind the province's door, may take every row out.
create function make_carryable() returns void language plpgsql as $$
declare
  one record;
begin
  for one in
    select c.conrelid::regclass as at, c.conname as name from pg_constraint c
    where c.contype = 'f' and not c.condeferrable and c.connamespace = 'public'::regnamespace
  loop
    execute format('alter table %s alter constraint %I deferrable initially immediate', one.at, one.name);
  end loop;
  for one in
    select pg_get_triggerdef(t.oid) as text from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and t.tgconstraint = 0 and c.relnamespace = 'public'::regnamespace
      and pg_get_triggerdef(t.oid) not like '%is_carrying()%'
  loop
    execute regexp_replace(
      regexp_replace(one.text, '^CREATE TRIGGER', 'CREATE OR REPLACE TRIGGER'),
      '( FOR EACH (?:ROW|STATEMENT) )(?:WHEN \((.*)\) )?(EXECUTE FUNCTION )',
      '\1WHEN (not is_carrying() and (' || coalesce(substring(one.text from 'WHEN \((.*)\) EXECUTE FUNCTION'), 'true') || ')) \3');
  end loop;
  for one in
    select c.oid::regclass as at, case c.relname when 'tenant' then 'id' else 'tenant' end as key
    from pg_class c
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
      and (c.relname = 'tenant' or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant'))
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'the_owner_carries')
  loop
    execute format('create policy the_owner_carries on %s to current_user using (%I = current_tenant()) with check (%I = current_tenant())',
      one.at, one.key, one.key);
  end loop;
end $$;

comment on function make_carryable() is 'Makes every table of a province fit to be carried whole. Called after the last migration.';

-- What was laid aside of a province here, and what came of trying it. It tells of this installation: it is in no archive,
-- and it stays when the province has left.
create table backup (
  tenant text not null check (tenant <> ''),
  id uuid not null,
  reason text not null check (reason in ('scheduled', 'asked', 'before-restore', 'hand-over')),
  began_at timestamptz not null,
  took_ms integer not null,
  outcome text not null check (outcome in ('done', 'failed')),
  -- Name of the file in the province's folder of backups; none where it failed.
  file text,
  bytes bigint,
  rows bigint,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  error text,
  by text not null,
  removed_at timestamptz,
  primary key (tenant, id),
  check ((outcome = 'done') = (file is not null and sha256 is not null))
);
create index backup_latest on backup (tenant, began_at desc);

create table restore_drill (
  tenant text not null check (tenant <> ''),
  id uuid not null,
  backup_id uuid,
  began_at timestamptz not null,
  took_ms integer not null,
  passed boolean not null,
  report jsonb not null check (jsonb_typeof(report) = 'object'),
  by text not null,
  primary key (tenant, id)
);
create index restore_drill_latest on restore_drill (tenant, began_at desc);

alter table backup enable row level security;
alter table backup force row level security;
create policy own_tenant on backup using (tenant = current_tenant()) with check (tenant = current_tenant());

alter table restore_drill enable row level security;
alter table restore_drill force row level security;
create policy own_tenant on restore_drill using (tenant = current_tenant()) with check (tenant = current_tenant());

grant select, insert on backup to :"app";
grant update (removed_at) on backup to :"app";
grant select, insert on restore_drill to :"app";

comment on table backup is 'Backups of a province in this installation, done and failed: where the file is and what it must hash to. In no archive.';
comment on table restore_drill is 'Backups tried by restoring them into an empty database, and what was found. Append-only; in no archive.';
