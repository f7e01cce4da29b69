-- Parts of what is done with applications.

create function mpp.is_working_day(p_regency text, p_day date)
returns boolean language plpgsql stable as $$
declare
  v_joint_leave boolean := (select closed_on_joint_leave from mpp.regency where code = p_regency);
begin
  return extract(isodow from p_day) < 6 and not exists (
    select from mpp.holiday where day = p_day and (kind = 'national' or v_joint_leave));
end $$;

-- The last of so many days, the first of which is the one after today.
create function mpp.due_after(p_regency text, p_days int, p_unit text)
returns date language plpgsql stable as $$
declare
  v_day date := mpp.today(p_regency);
  v_left int := p_days;
begin
  if p_unit = 'day' then return v_day + p_days; end if;
  while v_left > 0 loop
    v_day := v_day + 1;
    if mpp.is_working_day(p_regency, v_day) then v_left := v_left - 1; end if;
  end loop;
  return v_day;
end $$;

-- How many such days are left until then: one at least, so that there is time when it goes on.
create function mpp.days_until(p_regency text, p_day date, p_unit text)
returns int language plpgsql stable as $$
declare
  v_day date := mpp.today(p_regency);
  v_days int := 0;
begin
  if p_unit = 'day' then return greatest(1, p_day - v_day); end if;
  while v_day < p_day loop
    v_day := v_day + 1;
    if mpp.is_working_day(p_regency, v_day) then v_days := v_days + 1; end if;
  end loop;
  return greatest(1, v_days);
end $$;

-- Adds a line to the history of an application that we have locked or just made.
create function mpp.write_application_event(
  p_application mpp.application, p_act text, p_actor mpp.actor, p_officer text default null)
returns void language plpgsql as $$
declare
  v_seq int;
  v_last bytea;
  v_at timestamptz := clock_timestamp();
begin
  select seq, hash into v_seq, v_last
  from mpp.application_event
  where regency = p_application.regency and application_id = p_application.id
  order by seq desc limit 1;
  v_seq := coalesce(v_seq, 0) + 1;
  insert into mpp.application_event (
    regency, application_id, seq, at, actor, act, state, officer, hash)
  values (p_application.regency, p_application.id, v_seq, v_at, p_actor, p_act, p_application.state,
    p_officer, mpp.application_event_hash(v_last, p_application.regency, p_application.id, v_seq,
      v_at, p_actor, p_act, p_application.state, p_officer));
  if p_act = 'moved' then
    perform mpp.announce(p_application.regency, 'application', p_application.id, v_seq,
      p_application.state::text, v_at);
  end if;
end $$;

create function mpp.application_event_hash(
  p_last bytea, p_regency text, p_application uuid, p_seq int, p_at timestamptz, p_actor mpp.actor,
  p_act text, p_state mpp.application_state, p_officer text)
returns bytea language sql stable as $$
  select sha256(coalesce(p_last, '') || convert_to(concat_ws('/', p_regency, p_application, p_seq,
    (extract(epoch from p_at) * 1000000)::bigint, p_actor, p_act, p_state, p_officer), 'UTF8'))
$$;

-- What its applicant is told. Bytes as hexadecimal.
create function mpp.application_facts(p_application mpp.application)
returns jsonb language plpgsql stable as $$
declare
  v_timeline jsonb;
  v_documents jsonb;
  v_issued jsonb;
begin
  select jsonb_agg(jsonb_build_object('at', at, 'state', state, 'actor', actor) order by seq)
  into v_timeline
  from mpp.application_event
  where regency = p_application.regency and application_id = p_application.id and act = 'moved';

  select
    coalesce(jsonb_agg(jsonb_build_object('id', id, 'code', code, 'type', type, 'size', size)
      order by created_at, id) filter (where code is not null), '[]'),
    coalesce(jsonb_agg(jsonb_build_object('id', id, 'title', encode(title, 'hex'), 'type', type,
      'size', size, 'issuedAt', created_at, 'signedElectronically', signed)
      order by created_at, id) filter (where code is null), '[]')
  into v_documents, v_issued
  from mpp.document
  where regency = p_application.regency and application_id = p_application.id and not replaced;

  return jsonb_build_object(
    'id', p_application.id,
    'state', p_application.state,
    'serviceId', p_application.service_id,
    'agencyId', p_application.agency_id,
    'submittedAt', p_application.submitted_at,
    'dueOn', p_application.due_on,
    'correctionUntil', p_application.correction_until,
    'correction', encode(p_application.correction, 'hex'),
    'payment', p_application.payment,
    'rejection', encode(p_application.rejection, 'hex'),
    'timeline', v_timeline,
    'documents', v_documents,
    'issued', v_issued);
end $$;

-- What the officers of its agency are told.
create function mpp.application_file(p_application mpp.application)
returns jsonb language plpgsql stable as $$
declare
  v_history jsonb;
begin
  select jsonb_agg(jsonb_build_object(
    'at', at, 'state', state, 'actor', actor, 'act', act, 'officer', officer) order by seq)
  into v_history
  from mpp.application_event
  where regency = p_application.regency and application_id = p_application.id;
  return mpp.application_facts(p_application) || jsonb_build_object(
    'code', encode(p_application.code, 'hex'),
    'personal', encode(p_application.personal, 'hex'),
    'answers', encode(p_application.answers, 'hex'),
    'form', p_application.form,
    'bookingId', p_application.booking_id,
    'late', coalesce(p_application.due_on < mpp.today(p_application.regency), false),
    'history', v_history);
end $$;

-- Locks uploads that are handed in, [{id, secret, code}], and answers the positions of those that are
-- not there; null when all are.
create function mpp.refuse_uploads(p_regency text, p_uploads jsonb)
returns jsonb language plpgsql as $$
declare
  v_missing jsonb;
begin
  perform from mpp.upload
  where regency = p_regency
    and id in (select (u ->> 'id')::uuid from jsonb_array_elements(p_uploads) u)
  order by id for update;

  -- One upload is one document: a second would find it gone.
  select jsonb_agg(position - 1 order by position) into v_missing
  from (
    select u, position, row_number() over (partition by u ->> 'id' order by position) as turn
    from jsonb_array_elements(p_uploads) with ordinality listed (u, position)) given
  where turn > 1 or not exists (
    select from mpp.upload
    where regency = p_regency and id = (u ->> 'id')::uuid
      and secret = decode(u ->> 'secret', 'hex') and type is not null
      and created_at > now() - interval '1 day');
  return case when v_missing is not null
    then jsonb_build_object('refused', 'uploads_missing', 'positions', v_missing) end;
end $$;

-- Makes them documents of an application; those without a code are issued.
create function mpp.take_uploads(
  p_application mpp.application, p_uploads jsonb, p_title bytea default null,
  p_signed boolean default false)
returns void language plpgsql as $$
begin
  insert into mpp.document (regency, id, application_id, code, title, signed, type, size)
  select up.regency, up.id, p_application.id, u ->> 'code', p_title, p_signed, up.type,
    up.stored_size
  from jsonb_array_elements(p_uploads) u
  join mpp.upload up on up.regency = p_application.regency and up.id = (u ->> 'id')::uuid;
  delete from mpp.upload
  where regency = p_application.regency
    and id in (select (u ->> 'id')::uuid from jsonb_array_elements(p_uploads) u);
end $$;

-- Puts an application that we have locked where it goes next, with all that follows from that.
create function mpp.put_application(
  p_application mpp.application, p_state mpp.application_state, p_actor mpp.actor,
  p_officer text default null)
returns mpp.application language plpgsql as $$
declare
  v_was mpp.application_state := p_application.state;
  v_regency text := p_application.regency;
begin
  p_application.state := p_state;
  if p_state = 'awaiting-payment' then
    p_application.days_left :=
      mpp.days_until(v_regency, p_application.due_on, p_application.day_unit);
  end if;
  p_application.due_on := case
    -- From the day on which the papers are complete.
    when v_was = 'needs-correction' and p_state = 'verifying'
      then mpp.due_after(v_regency, p_application.days, p_application.day_unit)
    when v_was = 'awaiting-payment' and p_state = 'processing'
      then mpp.due_after(v_regency, p_application.days_left, p_application.day_unit)
    when p_state in ('submitted', 'verifying', 'processing') then p_application.due_on end;
  if p_state <> 'needs-correction' then
    p_application.correction := null;
    p_application.correction_until := null;
  end if;
  if p_state <> 'awaiting-payment' then p_application.payment := null; end if;
  if p_state in ('completed', 'rejected', 'withdrawn') then p_application.ended_at := now(); end if;

  update mpp.application
  set state = p_application.state, due_on = p_application.due_on,
    days_left = p_application.days_left, correction = p_application.correction,
    correction_until = p_application.correction_until, payment = p_application.payment,
    rejection = p_application.rejection, answers = p_application.answers,
    ended_at = p_application.ended_at
  where regency = v_regency and id = p_application.id;
  perform mpp.write_application_event(p_application, 'moved', p_actor, p_officer);
  return p_application;
end $$;
