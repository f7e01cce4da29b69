-- The mall's own terminals, at which people serve themselves.
--
-- A kiosk is a place of the catalogue; a terminal is a device that stands there. A manager prepares one,
-- which gives a code to be typed on it once. From then on its browser bears a cookie that names it, and
-- each call looks here whether it is still trusted.

create table mpp.kiosk (
  regency  text not null,
  id       text not null,
  position int not null,
  document jsonb not null,
  primary key (regency, id)
);

create table mpp.terminal (
  regency     text not null,
  id          uuid not null,
  kiosk_id    text not null,
  setup       bytea,                                  -- HMAC of the code; null once it was typed
  prepared_at timestamptz not null default now(),
  prepared_by text not null,                          -- the id that the sign-in gave
  trusted_at  timestamptz,
  revoked_at  timestamptz,
  revoked_by  text,
  primary key (regency, id)
);

create unique index terminal_setup on mpp.terminal (regency, setup) where setup is not null;

do $$ begin
  if not exists (select from pg_extension where extname = 'citus') then return; end if;
  perform create_distributed_table('mpp.' || name, 'regency', colocate_with => 'mpp.slot')
  from unnest(array['kiosk', 'terminal']) name;
end $$;
alter table mpp.kiosk add foreign key (regency) references mpp.regency;
alter table mpp.terminal add foreign key (regency) references mpp.regency;

-- How long the code of a prepared terminal can be typed.
create function mpp.setup_for()
returns interval language sql immutable as $$ select interval '15 minutes' $$;

create function mpp.terminal_row(p_terminal mpp.terminal)
returns jsonb language sql stable as $$
  select jsonb_build_object(
    'id', p_terminal.id,
    'kioskId', p_terminal.kiosk_id,
    'state', case
      when p_terminal.revoked_at is not null then 'revoked'
      when p_terminal.trusted_at is not null then 'trusted'
      else 'prepared' end,
    'preparedAt', p_terminal.prepared_at,
    'trustedAt', p_terminal.trusted_at,
    'until', p_terminal.prepared_at + mpp.setup_for())
$$;

-- Makes a terminal that waits for its code.
create function mpp.prepare_terminal(
  p_regency text, p_key uuid, p_request bytea, p_terminal uuid, p_kiosk text, p_setup bytea,
  p_officer text)
returns jsonb language plpgsql as $$
declare
  v_answer jsonb := mpp.enter(p_regency, p_key, p_request);
  v_terminal mpp.terminal;
begin
  if v_answer is not null then return v_answer; end if;
  insert into mpp.terminal (regency, id, kiosk_id, setup, prepared_by)
  values (p_regency, p_terminal, p_kiosk, p_setup, p_officer)
  returning * into v_terminal;
  return mpp.remember(p_regency, p_key, p_request, mpp.terminal_row(v_terminal));
end $$;

-- Trusts the terminal on which a code was typed. A code is good once: of two at the same instant, the
-- later finds it used.
create function mpp.trust_terminal(p_regency text, p_setup bytea)
returns jsonb language plpgsql as $$
declare
  v_terminal mpp.terminal;
begin
  perform mpp.enter(p_regency);
  update mpp.terminal set setup = null, trusted_at = now()
  where regency = p_regency and setup = p_setup and revoked_at is null
    and prepared_at > now() - mpp.setup_for()
  returning * into v_terminal;
  if v_terminal.id is null then return '{"refused": "not_found"}'; end if;
  return mpp.terminal_row(v_terminal);
end $$;

-- Trusts a terminal no more. Asked twice, it answers the same.
create function mpp.revoke_terminal(p_regency text, p_terminal uuid, p_officer text)
returns jsonb language plpgsql as $$
declare
  v_terminal mpp.terminal;
begin
  perform mpp.enter(p_regency);
  update mpp.terminal set setup = null, revoked_at = coalesce(revoked_at, now()),
    revoked_by = coalesce(revoked_by, p_officer)
  where regency = p_regency and id = p_terminal
  returning * into v_terminal;
  if v_terminal.id is null then return '{"refused": "not_found"}'; end if;
  return mpp.terminal_row(v_terminal);
end $$;

create function mpp.terminals(p_regency text)
returns jsonb language plpgsql as $$
declare
  v_terminals jsonb;
begin
  perform mpp.enter(p_regency);
  select coalesce(jsonb_agg(mpp.terminal_row(t) order by prepared_at desc, id), '[]')
  into v_terminals
  from mpp.terminal t where regency = p_regency;
  return jsonb_build_object('terminals', v_terminals);
end $$;

-- Whether a terminal may still act for its kiosk.
create function mpp.is_trusted(p_regency text, p_terminal uuid)
returns boolean language plpgsql stable as $$
begin
  return exists (
    select from mpp.terminal
    where regency = p_regency and id = p_terminal
      and trusted_at is not null and revoked_at is null);
end $$;

create function mpp.greet_terminal(p_regency text, p_terminal uuid)
returns jsonb language plpgsql as $$
begin
  perform mpp.enter(p_regency);
  return case when mpp.is_trusted(p_regency, p_terminal)
    then '{"trusted": true}' else '{"refused": "unauthorized"}' end;
end $$;

-- Gives a number at a terminal, as walk_in does at a counter. Nobody is asked who it is.
create function mpp.take_number(
  p_regency text, p_key uuid, p_request bytea, p_terminal uuid,
  p_booking uuid, p_place text, p_service text, p_code bytea, p_secret bytea, p_priority boolean)
returns jsonb language plpgsql as $$
begin
  perform mpp.enter(p_regency);
  if not mpp.is_trusted(p_regency, p_terminal) then return '{"refused": "unauthorized"}'; end if;
  return mpp.walk_in(p_regency, p_key, p_request, p_booking, p_place, p_service, p_code, p_secret,
    null, null, null, p_priority, 'citizen', null);
end $$;

-- Notes that one who booked is here, and says what stands against it. A hold is not a booking.
create function mpp.arrive(
  p_regency text, p_terminal uuid, p_place text, p_code bytea, p_priority boolean)
returns jsonb language plpgsql as $$
declare
  v_id uuid;
  v_booking mpp.booking;
  v_outcome text;
begin
  perform mpp.enter(p_regency);
  if not mpp.is_trusted(p_regency, p_terminal) then return '{"refused": "unauthorized"}'; end if;
  select id into v_id
  from mpp.booking
  where regency = p_regency and code = p_code and (state = 'rescheduled') is not true;
  v_booking := mpp.lock_visit(p_regency, v_id, null);
  if v_booking.id is null or v_booking.state in ('held', 'expired') then
    return '{"refused": "not_found"}';
  end if;
  v_outcome := case
    when v_booking.state not in ('booked', 'checked-in', 'called', 'serving') then 'ended'
    when v_booking.place_id <> p_place then 'other-place'
    when v_booking.service_day <> mpp.today(p_regency) then 'other-day'
    when v_booking.state = 'booked' then 'received'
    else 'already-here' end;
  if v_outcome = 'received' then
    update mpp.booking set state = 'checked-in', priority = coalesce(p_priority, priority)
    where regency = p_regency and id = v_id
    returning * into v_booking;
    perform mpp.write_event(v_booking, 'citizen');
  elsif v_outcome = 'already-here' and v_booking.state = 'checked-in' and p_priority then
    -- Said later: where the visit stands has not changed, so the history has nothing to tell.
    update mpp.booking set priority = true
    where regency = p_regency and id = v_id
    returning * into v_booking;
  end if;
  return mpp.ticket(v_booking) || jsonb_build_object('outcome', v_outcome);
end $$;

grant select on mpp.kiosk, mpp.terminal to mpp_app, mpp_operator;
grant insert, update on mpp.terminal to mpp_app;
grant insert, update, delete on mpp.kiosk to mpp_operator;

do $$ declare t text; begin
  foreach t in array array['kiosk', 'terminal'] loop
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
    and proname in ('prepare_terminal', 'trust_terminal', 'revoke_terminal', 'terminals',
      'greet_terminal', 'take_number', 'arrive');
end $$;
