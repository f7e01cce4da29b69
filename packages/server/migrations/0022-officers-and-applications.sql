-- What officers do with applications, and what the clock does. Each officer acts for some agencies, or
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

-- Uploads.

create function mpp.upload_facts(p_upload mpp.upload)
returns jsonb language sql stable as $$
  select jsonb_build_object('id', p_upload.id, 'size', p_upload.size,
    'received', p_upload.received, 'pieces', p_upload.pieces, 'type', p_upload.type,
    'storedSize', p_upload.stored_size, 'refusal', p_upload.refusal)
$$;

create function mpp.begin_upload(
  p_regency text, p_key uuid, p_request bytea, p_upload uuid, p_secret bytea, p_size int)
returns jsonb language plpgsql as $$
declare
  v_answer jsonb := mpp.enter(p_regency, p_key, p_request);
  v_new mpp.upload;
begin
  if v_answer is not null then return v_answer; end if;
  insert into mpp.upload (regency, id, secret, size) values (p_regency, p_upload, p_secret, p_size)
  returning * into v_new;
  return mpp.remember(p_regency, p_key, p_request, mpp.upload_facts(v_new));
end $$;

create function mpp.show_upload(p_regency text, p_upload uuid, p_secret bytea)
returns jsonb language plpgsql as $$
declare
  v_upload mpp.upload;
begin
  perform mpp.enter(p_regency);
  select * into v_upload
  from mpp.upload
  where regency = p_regency and id = p_upload and secret = p_secret
    and created_at > now() - interval '1 day';
  if not found then return '{"refused": "not_found"}'; end if;
  return mpp.upload_facts(v_upload);
end $$;

-- Counts a piece that lies in the store already. Of two that begin at the same byte, one is counted.
create function mpp.append_piece(
  p_regency text, p_upload uuid, p_secret bytea, p_offset int, p_length int, p_piece text)
returns jsonb language plpgsql as $$
declare
  v_upload mpp.upload;
begin
  perform mpp.enter(p_regency);
  update mpp.upload set received = received + p_length, pieces = pieces || p_piece
  where regency = p_regency and id = p_upload and secret = p_secret and refusal is null
    and received = p_offset and received + p_length <= size
    and created_at > now() - interval '1 day'
  returning * into v_upload;
  if not found then return '{"refused": "wrong_offset"}'; end if;
  return mpp.upload_facts(v_upload);
end $$;

-- Notes what an upload was found to be, or what is wrong with it. Of two who looked, the first says it.
create function mpp.judge_upload(
  p_regency text, p_upload uuid, p_type text, p_stored_size int, p_refusal text)
returns jsonb language plpgsql as $$
declare
  v_upload mpp.upload;
begin
  perform mpp.enter(p_regency);
  update mpp.upload set type = p_type, stored_size = p_stored_size, refusal = p_refusal, pieces = '{}'
  where regency = p_regency and id = p_upload and type is null and refusal is null;
  select * into v_upload from mpp.upload where regency = p_regency and id = p_upload;
  if not found then return '{"refused": "not_found"}'; end if;
  return mpp.upload_facts(v_upload);
end $$;

-- The clock.

-- Issues what issues itself, was due before today, and nobody has answered: by the moves that an
-- officer would make. At most so many; says how many, to be called until it is none.
create function mpp.issue_due(p_regency text, p_most int)
returns int language plpgsql as $$
declare
  v_application mpp.application;
  v_today date := mpp.today(p_regency);
  v_count int := 0;
begin
  perform mpp.enter(p_regency);
  for v_application in
    select * from mpp.application
    where regency = p_regency and issues_itself and due_on is not null and due_on < v_today
      and state in ('submitted', 'verifying', 'processing')
    limit p_most
    for update skip locked
  loop
    if v_application.state = 'submitted' then
      v_application := mpp.put_application(v_application, 'verifying', 'clock');
    end if;
    if v_application.state = 'verifying' then
      v_application := mpp.put_application(v_application, 'processing', 'clock');
    end if;
    perform mpp.put_application(v_application, 'issued', 'clock');
    v_count := v_count + 1;
  end loop;
  return v_count;
end $$;

-- Files that nobody may have any more: uploads of more than a day ago, and documents of applications
-- that ended so long ago as the regency keeps who came.
create function mpp.files_to_forget(p_regency text, p_most int)
returns jsonb language plpgsql as $$
declare
  v_keep_days int := (select keep_days from mpp.regency where code = p_regency);
  v_ids jsonb;
begin
  perform mpp.enter(p_regency);
  select jsonb_agg(id) into v_ids
  from (
    (select id from mpp.upload
     where regency = p_regency and created_at < now() - interval '25 hours' limit p_most)
    union all
    (select d.id
     from mpp.application a
     join mpp.document d on d.regency = a.regency and d.application_id = a.id
     where a.regency = p_regency and a.ended_at < now() - make_interval(days => v_keep_days)
     limit p_most)) old;
  return coalesce(v_ids, '[]');
end $$;

-- Forgets that they were there, once the store has none of them.
create function mpp.forget_files(p_regency text, p_ids uuid[])
returns int language plpgsql as $$
declare
  v_count int;
begin
  perform mpp.enter(p_regency);
  delete from mpp.document where regency = p_regency and id = any (p_ids);
  get diagnostics v_count = row_count;
  delete from mpp.upload
  where regency = p_regency and id = any (p_ids) and created_at < now() - interval '25 hours';
  return v_count;
end $$;

-- Erases who applied and what was answered, when it ended so long ago. The history stays.
create function mpp.erase_applications(p_regency text, p_most int)
returns int language plpgsql as $$
declare
  v_keep_days int := (select keep_days from mpp.regency where code = p_regency);
  v_erased int;
begin
  perform mpp.enter(p_regency);
  update mpp.application
  set personal = null, answers = null, phone_ending = null, correction = null, rejection = null
  where regency = p_regency and id in (
    select id from mpp.application
    where regency = p_regency and ended_at is not null and personal is not null
      and ended_at < now() - make_interval(days => v_keep_days)
    limit p_most
    for update skip locked);
  get diagnostics v_erased = row_count;
  return v_erased;
end $$;

-- Walls, as in 0012.
grant select on mpp.form, mpp.application, mpp.application_event, mpp.document, mpp.upload
  to mpp_app, mpp_operator;
grant insert, update on mpp.application to mpp_app;
grant insert, update, delete on mpp.upload to mpp_app;
grant insert, update on mpp.document to mpp_app;
grant insert, update, delete on mpp.form to mpp_operator;
grant insert on mpp.application_event to mpp_app, mpp_operator;
grant update on mpp.application to mpp_operator;
grant delete on mpp.document, mpp.upload to mpp_operator;

do $$ declare t text; begin
  foreach t in array array['form', 'application', 'application_event', 'document', 'upload'] loop
    execute format('alter table mpp.%I enable row level security', t);
    execute format('alter table mpp.%I force row level security', t);
  end loop;
  foreach t in array array['form', 'application', 'document', 'upload'] loop
    execute format($p$create policy tenant on mpp.%I
      using (regency = current_setting('app.regency', true))$p$, t);
  end loop;
end $$;
create policy tenant_reads on mpp.application_event for select
  using (regency = current_setting('app.regency', true));
create policy tenant_adds on mpp.application_event for insert
  with check (regency = current_setting('app.regency', true));

do $$ begin
  if not exists (select from pg_extension where extname = 'citus') then return; end if;
  perform create_distributed_function(oid::regprocedure, 'p_regency', colocate_with => 'mpp.slot')
  from pg_proc
  where pronamespace = 'mpp'::regnamespace
    and proname in ('submit_application', 'show_application', 'track_application',
      'unlock_application', 'own_answers', 'correct_application', 'withdraw_application',
      'own_document', 'list_applications', 'open_application', 'move_application',
      'attach_document', 'agency_document', 'begin_upload', 'show_upload', 'append_piece',
      'judge_upload', 'issue_due', 'files_to_forget', 'forget_files', 'erase_applications');
end $$;
