-- Why: a form is filled page by page, perhaps over days. What was answered and attached is kept at once, and a file
-- is stored once: the draft and later the dossier point at the same row. After submission it can no longer be removed.

create table draft (
  tenant text not null references tenant (id),
  id uuid not null,
  account_id uuid not null,
  purpose text not null check (purpose in ('filing', 'completion')),
  procedure_code text not null,
  dossier_id uuid,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  finished_at timestamptz,
  primary key (tenant, id),
  foreign key (tenant, account_id) references account (tenant, id),
  check (purpose = 'filing' or dossier_id is not null),
  check (finished_at is null or dossier_id is not null)
);
create unique index draft_open_filing on draft (tenant, account_id, procedure_code)
  where purpose = 'filing' and finished_at is null;
create unique index draft_open_completion on draft (tenant, dossier_id)
  where purpose = 'completion' and finished_at is null;

create table file (
  tenant text not null references tenant (id),
  id uuid not null,
  name text not null,
  type text not null,
  size integer not null check (size > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content bytea not null check (length(content) = size),
  account_id uuid,
  draft_id uuid,
  dossier_id uuid,
  added_at timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, account_id) references account (tenant, id)
);
-- Photographs and PDF are compressed already: compressing them again costs time and gains nothing.
alter table file alter column content set storage external;
create index file_draft on file (tenant, draft_id) where draft_id is not null;

alter table draft enable row level security;
alter table draft force row level security;
create policy own_tenant on draft using (tenant = current_tenant()) with check (tenant = current_tenant());

alter table file enable row level security;
alter table file force row level security;
create policy own_tenant_reads on file for select using (tenant = current_tenant());
create policy own_tenant_adds on file for insert with check (tenant = current_tenant());
create policy own_tenant_files on file for update using (tenant = current_tenant() and dossier_id is null)
  with check (tenant = current_tenant());
create policy only_unfiled_is_removed on file for delete using (tenant = current_tenant() and dossier_id is null);

grant select, insert, update, delete on draft to :"app";
grant select, insert, delete on file to :"app";
grant update (dossier_id) on file to :"app";

comment on table draft is 'A filing or a completion being prepared, page by page.';
comment on table file is 'An uploaded paper, stored once. Kept for ever once it belongs to a dossier.';
