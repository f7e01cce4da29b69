-- What happened, for those who must hear of it: messages to citizens, webhooks. And what became of the
-- messages.
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

-- What became of a message: it has the id of the job that sends it. To whom it went is nowhere.
create table mpp.message (
  regency    text not null,
  id         uuid not null,
  kind       text not null,                           -- 'reminder'
  subject_id uuid not null,                           -- the booking's id, or the application's
  carrier    text not null,                           -- 'gateway', 'mail'
  failure    text,                                    -- why it was given up, 'http-422'; null: it was sent
  at         timestamptz not null default now(),
  primary key (regency, id)
);

create index message_at on mpp.message (regency, at);

do $$ begin
  if not exists (select from pg_extension where extname = 'citus') then return; end if;
  perform create_distributed_table('mpp.message', 'regency', colocate_with => 'mpp.slot');
end $$;

-- What a message about a booking is made of; and whether it was sent or given up before. p_seq: the line
-- of history that it tells of.
create function mpp.letter(p_regency text, p_message uuid, p_booking uuid, p_seq int)
returns jsonb language plpgsql as $$
declare
  v_booking mpp.booking;
begin
  perform mpp.enter(p_regency);
  select * into v_booking from mpp.booking where regency = p_regency and id = p_booking;
  if v_booking.id is null then return '{"refused": "not_found"}'; end if;
  return mpp.ticket(v_booking) || jsonb_build_object(
    'code', encode(v_booking.code, 'hex'),
    'personal', encode(v_booking.personal, 'hex'),
    'actor', (
      select actor from mpp.status_event
      where regency = p_regency and booking_id = p_booking and seq = p_seq),
    'done', exists (select from mpp.message where regency = p_regency and id = p_message));
end $$;

-- Notes that a message was sent, or why it was given up. What was noted first stays.
create function mpp.note_message(
  p_regency text, p_message uuid, p_kind text, p_subject uuid, p_carrier text, p_failure text)
returns jsonb language plpgsql as $$
begin
  perform mpp.enter(p_regency);
  insert into mpp.message (regency, id, kind, subject_id, carrier, failure)
  values (p_regency, p_message, p_kind, p_subject, p_carrier, p_failure)
  on conflict do nothing;
  return '{}';
end $$;

-- Who is here and has so many before, or one fewer, when this booking has just been called; two, because
-- two may have been called since somebody looked. The order is that of call_next.
create function mpp.near_in_line(p_regency text, p_booking uuid, p_before int)
returns jsonb language plpgsql as $$
declare
  v_called mpp.booking;
begin
  perform mpp.enter(p_regency);
  select * into v_called from mpp.booking where regency = p_regency and id = p_booking;
  return (
    select coalesce(jsonb_agg(id), '[]')
    from (
      select id from mpp.booking
      where regency = p_regency and place_id = v_called.place_id and agency_id = v_called.agency_id
        and service_day = v_called.service_day and state = 'checked-in'
        and seat_until is not null and number > 0
      order by skips, priority desc, number
      offset p_before - 1 limit 2) near);
end $$;

-- Forgets what became of messages after 30 days: at most so many at a time, and says how many.
create function mpp.forget_messages(p_regency text, p_most int)
returns int language plpgsql as $$
declare
  v_forgotten int;
begin
  perform mpp.enter(p_regency);
  delete from mpp.message
  where regency = p_regency and id in (
    select id from mpp.message
    where regency = p_regency and at < now() - interval '30 days'
    limit p_most
    for update skip locked);
  get diagnostics v_forgotten = row_count;
  return v_forgotten;
end $$;

-- Who serves adds; only an operator takes away.
grant select, insert on mpp.outbox, mpp.message to mpp_app, mpp_operator;
grant update, delete on mpp.outbox, mpp.message to mpp_operator;     -- update, to lock
do $$ declare t text; begin
  foreach t in array array['outbox', 'message'] loop
    execute format('alter table mpp.%I enable row level security', t);
    execute format('alter table mpp.%I force row level security', t);
    execute format($p$create policy tenant on mpp.%I
      using (regency = current_setting('app.regency', true))$p$, t);
  end loop;
end $$;

-- As in 0012.
do $$ begin
  if not exists (select from pg_extension where extname = 'citus') then return; end if;
  perform create_distributed_function(oid::regprocedure, 'p_regency', colocate_with => 'mpp.slot')
  from pg_proc
  where pronamespace = 'mpp'::regnamespace
    and proname in ('take_outbox', 'letter', 'note_message', 'near_in_line', 'forget_messages');
end $$;
