-- Why: a paper that was handed in once, digitised and settled need not be handed in again (TQ25-6.2c, HN19-6.2.2). It
-- is kept among a person's own papers with their consent, paper by paper, and the consent can be taken back (AMB-43):
-- the entry stays as the trace of what was agreed to, the paper is no longer used. What is kept is a reference: the
-- file belongs to its dossier.

create table kept_paper (
  tenant text not null references tenant (id),
  id uuid not null,
  account_id uuid not null,
  dossier_id uuid not null,
  file_id uuid not null,
  kind text not null check (kind in ('result', 'component')),
  -- The paper of the procedure it was given for, and what both are called.
  paper_id text not null,
  paper_name text not null,
  procedure_name text not null,
  consented_at timestamptz not null,
  withdrawn_at timestamptz check (withdrawn_at >= consented_at),
  primary key (tenant, id),
  foreign key (tenant, account_id) references account (tenant, id),
  foreign key (tenant, dossier_id) references dossier (tenant, id),
  foreign key (tenant, file_id) references file (tenant, id)
);
create unique index kept_paper_file on kept_paper (tenant, account_id, file_id) where withdrawn_at is null;
create index kept_paper_account on kept_paper (tenant, account_id, consented_at desc);

alter table kept_paper enable row level security;
alter table kept_paper force row level security;
create policy own_tenant on kept_paper using (tenant = current_tenant()) with check (tenant = current_tenant());

grant select, insert on kept_paper to :"app";
grant update (withdrawn_at) on kept_paper to :"app";

comment on table kept_paper is 'Papers and results a person agreed to keep for later dossiers (kho dữ liệu điện tử). Entries are never removed.';
