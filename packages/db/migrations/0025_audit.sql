-- Why: everything that matters leaves a trace nobody can alter: what somebody did to people's access, to the law, the
-- catalogue, keys, money and exports, and every reading of personal data. The trail only grows, and each entry is hashed
-- with the one before it. One chain would make all who read wait for each other until they have committed; so a trail
-- has lanes, each a chain of its own, and an entry takes the first lane that is free. Nobody waits and no entry is
-- written later than its deed. A seal, written by the worker, holds the ends of all lanes and the seal before it: what
-- stood when it was written cannot be cut off unseen, and its hash can be kept outside this database (decision 0016).

create table audit_entry (
  tenant text not null references tenant (id),
  lane integer not null,
  seq bigint not null,
  recorded_at timestamptz not null,
  -- When it was done, by the clock of the office.
  at timestamptz not null,
  actor_kind text not null,
  -- Account, or address of a visitor, or name of the system.
  actor_id text not null,
  address text,
  -- `thing:deed`, or `read`.
  deed text not null check (deed <> ''),
  thing text not null,
  thing_id text not null,
  detail jsonb not null default '{}' check (jsonb_typeof(detail) = 'object'),
  hash bytea not null,
  primary key (tenant, lane, seq)
);
create index audit_entry_time on audit_entry (tenant, at);
create index audit_entry_thing on audit_entry (tenant, thing, thing_id, at);
create index audit_entry_actor on audit_entry (tenant, actor_id, at);

create function audit_hash(before bytea, e audit_entry) returns bytea
  language sql immutable parallel safe
  return sha256(convert_to(jsonb_build_array(
    encode(before, 'hex'), e.tenant, e.lane, e.seq, (extract(epoch from e.recorded_at) * 1000000)::bigint,
    (extract(epoch from e.at) * 1000000)::bigint, e.actor_kind, e.actor_id, e.address, e.deed, e.thing, e.thing_id, e.detail
  )::text, 'UTF8'));

-- Nobody chooses where an entry stands, when it was recorded or its hash.
create function chain_audit_entry() returns trigger language plpgsql as $$
declare
  trail integer := hashtext('audit ' || new.tenant);
  free integer := pg_backend_pid() % 8;
  before record;
begin
  -- Ends: a lane beyond all that are taken is free. Held until this transaction has ended, whichever way.
  while not pg_try_advisory_xact_lock(trail, free) loop free := free + 1; end loop;
  select e.seq, e.hash, e.recorded_at into before from audit_entry e
    where e.tenant = new.tenant and e.lane = free order by e.seq desc limit 1;
  new.lane := free;
  new.seq := coalesce(before.seq, 0) + 1;
  new.recorded_at := greatest(clock_timestamp(), before.recorded_at);
  new.hash := audit_hash(coalesce(before.hash, no_event_before()), new);
  return new;
end $$;
create trigger chain_audit_entry before insert on audit_entry for each row execute function chain_audit_entry();

create table audit_seal (
  tenant text not null references tenant (id),
  no bigint not null,
  sealed_at timestamptz not null,
  -- The last entry of each lane: [{"lane": 0, "seq": 12, "hash": "…"}, …].
  heads jsonb not null,
  entries bigint not null,
  hash bytea not null,
  primary key (tenant, no)
);

create function audit_seal_hash(before bytea, s audit_seal) returns bytea
  language sql immutable parallel safe
  return sha256(convert_to(jsonb_build_array(
    encode(before, 'hex'), s.tenant, s.no, (extract(epoch from s.sealed_at) * 1000000)::bigint, s.heads, s.entries
  )::text, 'UTF8'));

-- The last entry of each lane of the tenant whose door is open.
create function audit_heads() returns table (lane integer, seq bigint, hash bytea) language sql stable as $$
  with recursive used (lane) as (
    select min(e.lane) from audit_entry e where e.tenant = current_tenant()
    union all
    select (select min(e.lane) from audit_entry e where e.tenant = current_tenant() and e.lane > used.lane)
    from used where used.lane is not null
  )
  select used.lane, last.seq, last.hash
  from used cross join lateral (
    select e.seq, e.hash from audit_entry e
    where e.tenant = current_tenant() and e.lane = used.lane order by e.seq desc limit 1
  ) last
$$;

-- Whoever seals chooses nothing of it.
create function chain_audit_seal() returns trigger language plpgsql as $$
declare
  before audit_seal;
begin
  perform pg_advisory_xact_lock(hashtext('audit ' || new.tenant), -1);
  select * into before from audit_seal s where s.tenant = new.tenant order by s.no desc limit 1;
  select coalesce(jsonb_agg(jsonb_build_object('lane', h.lane, 'seq', h.seq, 'hash', encode(h.hash, 'hex'))
      order by h.lane), '[]'), coalesce(sum(h.seq), 0) into new.heads, new.entries
    from audit_heads() h;
  new.no := coalesce(before.no, 0) + 1;
  new.sealed_at := clock_timestamp();
  new.hash := audit_seal_hash(coalesce(before.hash, no_event_before()), new);
  return new;
end $$;
create trigger chain_audit_seal before insert on audit_seal for each row execute function chain_audit_seal();

alter table audit_entry enable row level security;
alter table audit_seal enable row level security;

-- What was read until now opens the trail.
alter table read_log no force row level security;
insert into audit_entry (tenant, at, actor_kind, actor_id, deed, thing, thing_id, detail)
  select tenant, at, actor_kind, actor_id, 'read', thing, thing_id, jsonb_build_object('why', why)
  from read_log order by tenant, id;
drop table read_log;

alter table audit_entry force row level security;
alter table audit_seal force row level security;
create policy own_tenant on audit_entry using (tenant = current_tenant()) with check (tenant = current_tenant());
create policy own_tenant on audit_seal using (tenant = current_tenant()) with check (tenant = current_tenant());
grant select, insert on audit_entry to :"app";
grant select, insert on audit_seal to :"app";

comment on table audit_entry is 'What somebody did or read, when and to what. Append-only, hash-chained lane by lane. Holds no personal data but who acted.';
comment on table audit_seal is 'The ends of all lanes of the trail at a moment. Append-only, hash-chained.';
