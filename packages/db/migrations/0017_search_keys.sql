-- Why: an office with a million dossiers finds one by the beginning of its code, of a number, or of any word of a name,
-- without reading the others. Row-level security lets an index serve comparisons of text, but no patterns and no
-- full-text search; so what can be found is written out as keys, in byte order, beside the dossiers. They follow
-- `dossier.search` by a trigger and are written only when it, or the body, changes.

create table search_key (
  tenant text not null references tenant (id),
  agency_id text not null,
  key text collate "C" not null check (key <> ''),
  dossier_id uuid not null,
  primary key (tenant, agency_id, key, dossier_id)
);

-- What a text is found by. Its parts stand between bars, the code first: each part from each of its words on, and the
-- code from its day on. A name of three words has three keys.
create function search_keys(search text) returns setof text language sql immutable parallel safe as $$
  with part as (select part, n from regexp_split_to_table(search, '\|') with ordinality as part (part, n))
  select left(key, 80) from (
    select array_to_string(words[i:], ' ') as key
      from part, string_to_array(part, ' ') words, generate_series(1, cardinality(words)) i
    union select substr(part, strpos(part, '-') + 1) from part where n = 1 and strpos(part, '-') > 0
  ) keys where key <> ''
$$;

create function keep_search_keys() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.agency_id = new.agency_id then
    delete from search_key k where k.tenant = old.tenant and k.agency_id = old.agency_id and k.dossier_id = old.id
      and k.key in (select search_keys(old.search) except select search_keys(new.search));
  elsif tg_op = 'UPDATE' then
    delete from search_key k where k.tenant = old.tenant and k.agency_id = old.agency_id and k.dossier_id = old.id
      and k.key in (select search_keys(old.search));
  end if;
  insert into search_key (tenant, agency_id, key, dossier_id)
    select new.tenant, new.agency_id, key, new.id from search_keys(new.search) key
    on conflict do nothing;
  return null;
end $$;
create trigger keep_search_keys_of_new after insert on dossier
  for each row execute function keep_search_keys();
create trigger keep_search_keys after update on dossier
  for each row when (old.search is distinct from new.search or old.agency_id is distinct from new.agency_id)
  execute function keep_search_keys();

alter table search_key enable row level security;
alter table search_key force row level security;
create policy own_tenant on search_key using (tenant = current_tenant()) with check (tenant = current_tenant());

grant select, insert, delete on search_key to :"app";

-- What is filed already is found as well: by each word of what it was searched by until now.
do $$
declare
  one text;
begin
  for one in select id from tenant loop
    perform set_config('app.tenant', one, true);
    insert into search_key (tenant, agency_id, key, dossier_id)
      select d.tenant, d.agency_id, key, d.id from dossier d, search_keys(d.search) key where d.tenant = one
      on conflict do nothing;
  end loop;
  perform set_config('app.tenant', '', true);
end $$;

comment on table search_key is 'What dossiers are found by at the desk: beginnings of codes, numbers and words of names, folded. Follows `dossier.search`.';
