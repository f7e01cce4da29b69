-- What officers do with applications. Each officer acts for some agencies, or
-- for all of them (null): what is another agency's is not found.

-- Up to p_most applications that stand somewhere, or have not ended when p_state is null, from after
-- the one that the page before ended with.
create function mpp.list_applications(
  p_regency text, p_state text, p_agencies text[], p_after_at timestamptz, p_after_id uuid, p_most int)
returns jsonb language plpgsql as $$
declare
  v_today date := mpp.today(p_regency);
  v_items jsonb;
begin
  perform mpp.enter(p_regency);
  select jsonb_agg(jsonb_build_object(
      'id', id, 'state', state, 'serviceId', service_id, 'agencyId', agency_id,
      'submittedAt', submitted_at, 'dueOn', due_on, 'late', coalesce(due_on < v_today, false))
    order by submitted_at, id)
  into v_items
  from (
    select *
    from mpp.application
    where regency = p_regency
      and (p_agencies is null or agency_id = any (p_agencies))
      and case when p_state is null then ended_at is null else state::text = p_state end
      and (p_after_at is null or (submitted_at, id) > (p_after_at, p_after_id))
    order by submitted_at, id
    limit p_most) page;
  return jsonb_build_object('items', coalesce(v_items, '[]'));
end $$;

-- One application, by id or by code.
create function mpp.open_application(
  p_regency text, p_application uuid, p_code bytea, p_agencies text[])
returns jsonb language plpgsql as $$
declare
  v_application mpp.application;
begin
  perform mpp.enter(p_regency);
  select * into v_application
  from mpp.application
  where regency = p_regency and (id = p_application or code = p_code)
    and (p_agencies is null or agency_id = any (p_agencies));
  if not found then return '{"refused": "not_found"}'; end if;
  return mpp.application_file(v_application);
end $$;

-- Finds and locks one for an officer who may act for its agency.
create function mpp.lock_application(p_regency text, p_application uuid, p_agencies text[])
returns mpp.application language plpgsql as $$
declare
  v_application mpp.application;
begin
  select * into v_application
  from mpp.application
  where regency = p_regency and id = p_application
    and (p_agencies is null or agency_id = any (p_agencies))
  for update;
  return v_application;
end $$;

-- Moves one on. p_reason goes with a correction or a rejection, p_until with a correction (the last
-- day), p_payment with a payment. p_from: the states from which the contract allows the move.
create function mpp.move_application(
  p_regency text, p_key uuid, p_request bytea, p_application uuid, p_state text, p_from text[],
  p_officer text, p_agencies text[],
  p_reason bytea default null, p_until date default null, p_payment jsonb default null)
returns jsonb language plpgsql as $$
declare
  v_answer jsonb := mpp.enter(p_regency, p_key, p_request);
  v_application mpp.application;
  v_today date := mpp.today(p_regency);
begin
  if v_answer is not null then return v_answer; end if;
  v_application := mpp.lock_application(p_regency, p_application, p_agencies);
  if v_application.id is null then return '{"refused": "not_found"}'; end if;
  if v_application.state::text <> all (p_from) then return '{"refused": "wrong_state"}'; end if;
  if p_until < v_today then return '{"refused": "day_past"}'; end if;
  if p_until > v_today + 90 then return '{"refused": "day_beyond_window"}'; end if;

  if p_state = 'rejected' then
    v_application.rejection := p_reason;
  elsif p_state = 'needs-correction' then
    v_application.correction := p_reason;
    -- The whole of that day, on the regency's clock.
    v_application.correction_until := ((p_until + 1)::timestamp
      at time zone (select time_zone from mpp.regency where code = p_regency)) - interval '1 second';
  elsif p_state = 'awaiting-payment' then
    v_application.payment := p_payment;
  end if;
  v_application :=
    mpp.put_application(v_application, p_state::mpp.application_state, 'officer', p_officer);
  return mpp.remember(p_regency, p_key, p_request, mpp.application_file(v_application));
end $$;

-- Attaches a document for the applicant: [{id, secret}] as p_upload. p_from: the states in which one may.
create function mpp.attach_document(
  p_regency text, p_key uuid, p_request bytea, p_application uuid, p_upload jsonb, p_title bytea,
  p_signed boolean, p_from text[], p_officer text, p_agencies text[])
returns jsonb language plpgsql as $$
declare
  v_answer jsonb := mpp.enter(p_regency, p_key, p_request);
  v_application mpp.application;
begin
  if v_answer is not null then return v_answer; end if;
  v_application := mpp.lock_application(p_regency, p_application, p_agencies);
  if v_application.id is null then return '{"refused": "not_found"}'; end if;
  if v_application.state::text <> all (p_from) then return '{"refused": "wrong_state"}'; end if;
  v_answer := mpp.refuse_uploads(p_regency, p_upload);
  if v_answer is not null then return v_answer; end if;
  perform mpp.take_uploads(v_application, p_upload, p_title, p_signed);
  perform mpp.write_application_event(v_application, 'attached', 'officer', p_officer);
  return mpp.remember(p_regency, p_key, p_request, mpp.application_file(v_application));
end $$;

-- Whether an officer may have a document, handed in or issued.
create function mpp.agency_document(
  p_regency text, p_application uuid, p_document uuid, p_issued boolean, p_agencies text[])
returns jsonb language plpgsql as $$
declare
  v_answer jsonb;
begin
  perform mpp.enter(p_regency);
  select jsonb_build_object('id', d.id, 'type', d.type) into v_answer
  from mpp.application a
  join mpp.document d on d.regency = a.regency and d.application_id = a.id
  where a.regency = p_regency and a.id = p_application and d.id = p_document
    and (d.code is null) = p_issued
    and (p_agencies is null or a.agency_id = any (p_agencies));
  return coalesce(v_answer, '{"refused": "not_found"}');
end $$;
