-- What the clock does with applications and files, and the walls around them.

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
