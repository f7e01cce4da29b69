-- Operations of the applicant, with the secret or with the code only.

-- Hands one in; at a counter, for the visit of p_booking, when p_officer says who does.
create function mpp.submit_application(
  p_regency text, p_key uuid, p_request bytea,
  p_application uuid, p_service text, p_agency text, p_code bytea, p_secret bytea,
  p_personal bytea, p_phone_ending bytea, p_answers bytea, p_form jsonb,
  p_days int, p_day_unit text, p_issues_itself boolean, p_documents jsonb,
  p_booking uuid default null, p_officer text default null, p_agencies text[] default null)
returns jsonb language plpgsql as $$
declare
  v_answer jsonb := mpp.enter(p_regency, p_key, p_request);
  v_new mpp.application;
  v_booking mpp.booking;
begin
  if v_answer is not null then return v_answer; end if;
  if p_officer is not null then
    select * into v_booking
    from mpp.booking
    where regency = p_regency and id = p_booking
      and (p_agencies is null or agency_id = any (p_agencies));
    if not found or (p_agencies is not null and p_agency <> all (p_agencies)) then
      return '{"refused": "not_found"}';
    end if;
    if v_booking.state not in ('called', 'serving', 'served') then
      return '{"refused": "wrong_state"}';
    end if;
  end if;

  v_answer := mpp.refuse_uploads(p_regency, p_documents);
  if v_answer is not null then return v_answer; end if;

  insert into mpp.application (
    regency, id, service_id, agency_id, state, code, secret, phone_ending, personal, answers, form,
    days, day_unit, due_on, issues_itself, booking_id)
  values (
    p_regency, p_application, p_service, p_agency, 'submitted', p_code, p_secret, p_phone_ending,
    p_personal, p_answers, p_form, p_days, p_day_unit,
    mpp.due_after(p_regency, p_days, p_day_unit), p_issues_itself, p_booking)
  returning * into v_new;
  perform mpp.take_uploads(v_new, p_documents);
  perform mpp.write_application_event(v_new, 'moved',
    case when p_officer is null then 'citizen' else 'officer' end::mpp.actor, p_officer);
  return mpp.remember(p_regency, p_key, p_request, case when p_officer is null
    then mpp.application_facts(v_new) else mpp.application_file(v_new) end);
end $$;

create function mpp.show_application(p_regency text, p_application uuid, p_secret bytea)
returns jsonb language plpgsql as $$
declare
  v_application mpp.application;
begin
  perform mpp.enter(p_regency);
  select * into v_application
  from mpp.application where regency = p_regency and id = p_application and secret = p_secret;
  if not found then return '{"refused": "not_found"}'; end if;
  return mpp.application_facts(v_application);
end $$;

-- Says where the application with this code stands, and nothing of the person, nor why.
create function mpp.track_application(p_regency text, p_code bytea)
returns jsonb language plpgsql as $$
declare
  v_application mpp.application;
begin
  perform mpp.enter(p_regency);
  select * into v_application from mpp.application where regency = p_regency and code = p_code;
  if not found then return '{"refused": "not_found"}'; end if;
  return mpp.application_facts(v_application)
    - '{correction,payment,rejection,documents,issued}'::text[];
end $$;

-- Gives the application for the code and the end of the phone number; few tries (0009).
create function mpp.unlock_application(p_regency text, p_code bytea, p_phone_ending bytea)
returns jsonb language plpgsql as $$
declare
  v_refusal jsonb;
  v_application mpp.application;
begin
  perform mpp.enter(p_regency);
  v_refusal := mpp.refuse_guessing(p_regency, p_code);
  if v_refusal is not null then return v_refusal; end if;
  select * into v_application
  from mpp.application
  where regency = p_regency and code = p_code and phone_ending = p_phone_ending;
  if found then return mpp.application_facts(v_application); end if;
  perform mpp.note_guess(p_regency, p_code);
  return '{"refused": "not_found"}';
end $$;

-- What a correction is judged by: the form that was answered, the answers, and which documents are there.
create function mpp.own_answers(p_regency text, p_application uuid, p_secret bytea)
returns jsonb language plpgsql as $$
declare
  v_application mpp.application;
begin
  perform mpp.enter(p_regency);
  select * into v_application
  from mpp.application where regency = p_regency and id = p_application and secret = p_secret;
  if not found then return '{"refused": "not_found"}'; end if;
  return mpp.application_facts(v_application) || jsonb_build_object(
    'answers', encode(v_application.answers, 'hex'), 'form', v_application.form);
end $$;

-- Hands in what an officer asked to be corrected. Documents take the place of those with their code.
create function mpp.correct_application(
  p_regency text, p_key uuid, p_request bytea, p_application uuid, p_secret bytea,
  p_answers bytea, p_documents jsonb)
returns jsonb language plpgsql as $$
declare
  v_answer jsonb := mpp.enter(p_regency, p_key, p_request);
  v_application mpp.application;
begin
  if v_answer is not null then return v_answer; end if;
  select * into v_application
  from mpp.application
  where regency = p_regency and id = p_application and secret = p_secret for update;
  if not found then return '{"refused": "not_found"}'; end if;
  if v_application.state <> 'needs-correction' then return '{"refused": "wrong_state"}'; end if;
  if v_application.correction_until < now() then return '{"refused": "correction_late"}'; end if;

  v_answer := mpp.refuse_uploads(p_regency, p_documents);
  if v_answer is not null then return v_answer; end if;
  perform mpp.take_uploads(v_application, p_documents);
  update mpp.document set replaced = true
  where regency = p_regency and application_id = p_application
    and code in (select d ->> 'code' from jsonb_array_elements(p_documents) d)
    and id not in (select (d ->> 'id')::uuid from jsonb_array_elements(p_documents) d);
  v_application.answers := p_answers;
  v_application := mpp.put_application(v_application, 'verifying', 'citizen');
  return mpp.remember(p_regency, p_key, p_request, mpp.application_facts(v_application));
end $$;

-- Takes one back. Asked twice, it answers the same.
create function mpp.withdraw_application(
  p_regency text, p_application uuid, p_secret bytea, p_from text[])
returns jsonb language plpgsql as $$
declare
  v_application mpp.application;
begin
  perform mpp.enter(p_regency);
  select * into v_application
  from mpp.application
  where regency = p_regency and id = p_application and secret = p_secret for update;
  if not found then return '{"refused": "not_found"}'; end if;
  if v_application.state <> 'withdrawn' then
    if v_application.state::text <> all (p_from) then return '{"refused": "wrong_state"}'; end if;
    v_application := mpp.put_application(v_application, 'withdrawn', 'citizen');
  end if;
  return mpp.application_facts(v_application);
end $$;

-- Whether a document may be had: an issued one by the secret, any by an officer of its agency.
create function mpp.own_document(
  p_regency text, p_application uuid, p_document uuid, p_secret bytea)
returns jsonb language plpgsql as $$
declare
  v_answer jsonb;
begin
  perform mpp.enter(p_regency);
  select jsonb_build_object('id', d.id, 'type', d.type) into v_answer
  from mpp.application a
  join mpp.document d on d.regency = a.regency and d.application_id = a.id
  where a.regency = p_regency and a.id = p_application and a.secret = p_secret
    and d.id = p_document and d.code is null;
  return coalesce(v_answer, '{"refused": "not_found"}');
end $$;
