-- Why: round trips decide how much an office can take in. A submission (state, log, errand, draft) and a look-up are
-- one call each; any other deed on a dossier is one statement. The functions run with the caller's rights, so
-- row-level security holds inside them. Only what changed travels: the state is what stands already (the event, or the
-- state before) without some members and with others. Errors of ours: MC001 somebody else changed it in between.

-- Files a dossier. With a key that was used before, nothing happens and the dossier of that time is named.
create function file_dossier(
  tenant_id text, key text, new_event jsonb, dropped text[], changed jsonb, search_text text,
  from_draft uuid, draft_version integer
) returns table (id uuid, submission_no text, filed boolean)
  language plpgsql as $$
#variable_conflict use_column
declare
  new_id uuid := new_event ->> 'id';
  at timestamptz := new_event ->> 'at';
begin
  perform enter_tenant(tenant_id);
  insert into dossier (tenant, id, filing_key, version, state, search)
    values (tenant_id, new_id, key, 1, (new_event - dropped) || changed, search_text)
    on conflict (tenant, filing_key) do nothing;
  if not found then
    return query select d.id, d.submission_no, false from dossier d where d.tenant = tenant_id and d.filing_key = key;
    return;
  end if;
  insert into dossier_event (tenant, dossier_id, version, event) values (tenant_id, new_id, 1, new_event);
  insert into outbox (tenant, dossier_id, event_version, kind, due_at)
    values (tenant_id, new_id, 1, new_event ->> 'type', at);
  if from_draft is not null then
    perform finish_draft(tenant_id, from_draft, draft_version, new_id, at);
  end if;
  return query select new_id, new_event ->> 'submissionNo', true;
end $$;

-- Closes a draft and hands its files to the dossier.
create function finish_draft(tenant_id text, draft_id uuid, draft_version integer, to_dossier uuid, at timestamptz)
  returns void
  language plpgsql as $$
#variable_conflict use_variable
begin
  update draft d set finished_at = at, dossier_id = to_dossier
    where d.tenant = tenant_id and d.id = draft_id and d.version = draft_version and d.finished_at is null;
  if not found then
    raise exception 'draft % was changed by somebody else', draft_id using errcode = 'MC001';
  end if;
  update file f set dossier_id = to_dossier
    where f.tenant = tenant_id and f.draft_id = finish_draft.draft_id and f.dossier_id is null;
end $$;

-- Adds events to a dossier of the open door: state, log and errands move together or not at all.
create function append_to_dossier(
  to_dossier uuid, expected_version integer, new_events jsonb, dropped text[], changed jsonb, search_text text
) returns void
  language plpgsql as $$
declare
  tenant_id text := current_tenant();
  added integer := jsonb_array_length(new_events);
  new_event jsonb;
begin
  update dossier d set state = (d.state - dropped) || changed, version = expected_version + added, search = search_text
    where d.tenant = tenant_id and d.id = to_dossier and d.version = expected_version;
  if not found then
    raise exception 'dossier % was changed by somebody else', to_dossier using errcode = 'MC001';
  end if;
  for i in 1 .. added loop
    new_event := new_events -> (i - 1);
    insert into dossier_event (tenant, dossier_id, version, event)
      values (tenant_id, to_dossier, expected_version + i, new_event);
    insert into outbox (tenant, dossier_id, event_version, kind, due_at)
      values (tenant_id, to_dossier, expected_version + i, new_event ->> 'type', (new_event ->> 'at')::timestamptz);
  end loop;
end $$;

-- A dossier by its code or, before it has one, by its submission number. What was answered and attached stays inside:
-- who looks up has no need of it.
create function find_dossier(tenant_id text, reference text) returns table (state jsonb)
  language plpgsql as $$
begin
  perform enter_tenant(tenant_id);
  return query select d.state - '{answers,papers,handedIn}'::text[] from dossier d where d.tenant = tenant_id and d.code = reference;
  if not found then
    return query select d.state - '{answers,papers,handedIn}'::text[] from dossier d where d.tenant = tenant_id and d.submission_no = reference;
  end if;
end $$;
