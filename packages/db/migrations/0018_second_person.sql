-- Why: money handed over is declared by one person and confirmed by another. Two people may bear one name, so the account
-- that declared it is kept beside the name.

alter table remittance add column declared_by_id uuid;

comment on column remittance.declared_by_id is 'Account of who declared it; somebody else confirms.';
