-- Applications: handed in with answers and documents, corrected, decided, followed by the code.
--
-- Which move may follow which state is one table, in the contract: callers say from which states a
-- move may begin (p_from), and here it is judged once more under the row's lock. What an applicant or
-- an officer wrote is encrypted by the server; the form is not, because it says nothing of anybody.
--
-- The locks, after those of 0002: application, then upload, then event.

create type mpp.application_state as enum (
  'submitted', 'verifying', 'needs-correction', 'awaiting-payment', 'processing', 'issued',
  'ready-for-pickup', 'completed', 'rejected', 'withdrawn'
);

-- The forms of services that can be applied for online.
create table mpp.form (
  regency       text not null,
  service_id    text not null,
  document      jsonb not null,                       -- as the API answers it
  issues_itself boolean not null,                     -- once it was due and nobody has answered
  version       text not null,                        -- the file's that it came with
  primary key (regency, service_id)
);

create table mpp.application (
  regency          text not null,
  id               uuid not null,
  service_id       text not null,
  agency_id        text not null,
  state            mpp.application_state not null,
  code             bytea not null,                    -- HMAC of the code
  secret           bytea not null,                    -- HMAC of the secret
  phone_ending     bytea,                             -- HMAC of code and the phone's last four digits
  personal         bytea,                             -- encrypted name and phone; null when erased
  answers          bytea,                             -- encrypted; null when erased
  form             jsonb not null,                    -- as it was when it was answered
  days             int not null check (days > 0),     -- how long it may take
  day_unit         text not null check (day_unit in ('workingDay', 'day')),
  due_on           date,                              -- null while it waits for the applicant, and at the end
  days_left        int,                               -- of them, when it began to wait for a payment
  issues_itself    boolean not null,                  -- once it was due and nobody has answered
  correction       bytea,                             -- encrypted: what is to be corrected
  correction_until timestamptz,
  payment          jsonb,                             -- {amount, reference, link}
  rejection        bytea,                             -- encrypted: why
  booking_id       uuid,                              -- the visit that it was opened at
  submitted_at     timestamptz not null default now(),
  ended_at         timestamptz,
  primary key (regency, id)
);

create unique index application_code on mpp.application (regency, code);
create index application_open on mpp.application (regency, submitted_at, id) where ended_at is null;
create index application_state on mpp.application (regency, state, submitted_at, id);
create index application_due on mpp.application (regency, due_on)
  where issues_itself and due_on is not null;
create index application_ended on mpp.application (regency, ended_at)
  where ended_at is not null and personal is not null;
create index application_booking on mpp.application (regency, booking_id)
  where booking_id is not null;

-- Its history, as that of a booking (0002). To attach a document is an act, too, although it moves
-- nothing.
create table mpp.application_event (
  regency        text not null,
  application_id uuid not null,
  seq            int not null,
  at             timestamptz not null,
  actor          mpp.actor not null,
  act            text not null check (act in ('moved', 'attached')),
  state          mpp.application_state not null,
  officer        text,
  hash           bytea not null,
  primary key (regency, application_id, seq)
);

-- Files that were handed in with an application, or issued. Where the bytes are, the server's store
-- knows, by the same id.
create table mpp.document (
  regency        text not null,
  id             uuid not null,                       -- the upload's that it was
  application_id uuid not null,
  code           text,                                -- for which of the form's documents; null: issued
  replaced       boolean not null default false,      -- by a correction
  title          bytea,                               -- issued: encrypted title and verification link
  signed         boolean not null default false,      -- issued: electronically
  type           text not null,
  size           int not null,
  created_at     timestamptz not null default now(),
  primary key (regency, id)
);

create index document_application on mpp.document (regency, application_id, created_at);

-- Files on their way. Each piece is a file of its own in the store.
create table mpp.upload (
  regency     text not null,
  id          uuid not null,
  secret      bytea not null,                         -- HMAC
  size        int not null,                           -- that it will have
  received    int not null default 0,
  pieces      text[] not null default '{}',
  type        text,                                   -- once it was checked
  stored_size int,
  refusal     text,                                   -- what was found wrong with it
  created_at  timestamptz not null default now(),
  primary key (regency, id),
  check (received <= size)
);

create index upload_age on mpp.upload (regency, created_at);

do $$ begin
  if not exists (select from pg_extension where extname = 'citus') then return; end if;
  perform create_distributed_table('mpp.' || name, 'regency', colocate_with => 'mpp.slot')
  from unnest(array['form', 'application', 'application_event', 'document', 'upload']) name;
end $$;
alter table mpp.form add foreign key (regency) references mpp.regency;
alter table mpp.application add foreign key (regency) references mpp.regency;
alter table mpp.application add foreign key (regency, booking_id) references mpp.booking (regency, id);
alter table mpp.application_event add foreign key (regency, application_id)
  references mpp.application (regency, id);
alter table mpp.document add foreign key (regency, application_id)
  references mpp.application (regency, id);
alter table mpp.upload add foreign key (regency) references mpp.regency;

-- Parts.

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

-- Operations of the applicant.

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
