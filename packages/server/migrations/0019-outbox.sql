-- What happened, for those who must hear of it: messages to citizens, webhooks.
--
-- A line is written in the transaction of what happened, or not at all. It says which booking or
-- application is in which state since when, and nothing of a person. The server's relay takes a line in
-- the transaction in which it writes down what is to be done about it, so that each is taken once.

-- No foreign key: each line would lock the regency's row, which all who book then share.
create table mpp.outbox (
  regency    text not null,
  id         uuid not null,                           -- version 7: in the order of time
  kind       text not null check (kind in ('booking', 'application')),
  subject_id uuid not null,                           -- the booking's id, or the application's
  seq        int not null,                            -- which line of its history, from 1 on
  state      text not null,
  at         timestamptz not null,
  primary key (regency, id)
);

do $$ begin
  if not exists (select from pg_extension where extname = 'citus') then return; end if;
  perform create_distributed_table('mpp.outbox', 'regency', colocate_with => 'mpp.slot');
end $$;

-- A UUID of version 7: begins with the milliseconds, and goes on with the part of one (RFC 9562, 6.2).
create function mpp.timed_id(p_at timestamptz)
returns uuid language plpgsql as $$
declare
  v_micros bigint := extract(epoch from p_at) * 1000000;
  v_bytes bytea := substring(int8send(v_micros / 1000) from 3)
    || int2send((28672 + v_micros % 1000 * 4096 / 1000)::int2);
begin
  return encode(overlay(uuid_send(gen_random_uuid()) placing v_bytes from 1 for 8), 'hex')::uuid;
end $$;

-- Says that something happened: called by whatever writes a line of history, after it. A hold is
-- nobody's news: it becomes a booking, or nothing.
create function mpp.announce(
  p_regency text, p_kind text, p_subject uuid, p_seq int, p_state text, p_at timestamptz)
returns void language plpgsql as $$
begin
  if p_state in ('held', 'expired') then return; end if;
  insert into mpp.outbox (regency, id, kind, subject_id, seq, state, at)
  values (p_regency, mpp.timed_id(p_at), p_kind, p_subject, p_seq, p_state, p_at);
end $$;

-- Takes at most so many lines away, oldest first. Of two relays, each passes over what the other takes.
create function mpp.take_outbox(p_regency text, p_most int)
returns jsonb language plpgsql as $$
declare
  v_taken jsonb;
begin
  perform mpp.enter(p_regency);
  with taken as (
    delete from mpp.outbox
    where regency = p_regency and id in (
      select id from mpp.outbox
      where regency = p_regency
      order by id limit p_most
      for update skip locked)
    returning id, kind, subject_id, seq, state, at)
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', id, 'kind', kind, 'subjectId', subject_id, 'seq', seq, 'state', state, 'at', at)
    order by id), '[]')
  into v_taken from taken;
  return v_taken;
end $$;

-- Who serves adds; only an operator takes away.
grant select, insert on mpp.outbox to mpp_app, mpp_operator;
grant update, delete on mpp.outbox to mpp_operator;          -- update, to lock
alter table mpp.outbox enable row level security;
alter table mpp.outbox force row level security;
create policy tenant on mpp.outbox using (regency = current_setting('app.regency', true));

-- As in 0012.
do $$ begin
  if not exists (select from pg_extension where extname = 'citus') then return; end if;
  perform create_distributed_function(
    'mpp.take_outbox(text, int)'::regprocedure, 'p_regency', colocate_with => 'mpp.slot');
end $$;
