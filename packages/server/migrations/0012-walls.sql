-- Walls: who may do what.
--
-- The server serves as mpp_app: it can neither cross a regency's wall nor rewrite history nor change
-- what a regency offers. It imports and publishes as mpp_operator: behind the same wall. Who may do
-- more is not the server.
do $$ declare v_role text; begin
  foreach v_role in array array['mpp_app', 'mpp_operator'] loop
    begin
      if not exists (select from pg_roles where rolname = v_role) then
        execute format('create role %I nologin nobypassrls', v_role);
      end if;
    exception
      when duplicate_object or unique_violation then null;  -- another database's server was quicker
      when insufficient_privilege then
        raise insufficient_privilege using message = format('the login %I may not create the roles '
          'mpp_app and mpp_operator: give it CREATEROLE, or let an administrator create them '
          'and grant them to it', current_user);
    end;
  end loop;
end $$;

-- Who migrates may be both. Where another has arranged that already, we need not be allowed to.
do $$ begin
  if (select rolsuper from pg_roles where rolname = current_user) then return; end if;
  execute format('grant mpp_app, mpp_operator to %I', current_user);
exception when insufficient_privilege then null;
end $$;

grant usage on schema mpp to mpp_app, mpp_operator;
grant select on all tables in schema mpp to mpp_app, mpp_operator;

grant insert on mpp.booking, mpp.status_event, mpp.idempotency, mpp.attempt to mpp_app;
grant update on mpp.slot, mpp.booking, mpp.attempt to mpp_app;
grant delete on mpp.attempt to mpp_app;

grant insert, update, delete on mpp.region, mpp.holiday, mpp.offer, mpp.slot, mpp.catalogue, mpp.category,
  mpp.agency, mpp.place, mpp.service, mpp.mobile_unit, mpp.schedule, mpp.published_day to mpp_operator;
grant insert, update on mpp.regency to mpp_operator;
grant update on mpp.booking to mpp_operator;          -- to cancel with a slot
grant insert on mpp.status_event to mpp_operator;

-- Without a regency set, nothing is seen. No policy allows to change or delete an event or an
-- answer, whatever the privileges.
do $$ declare t text; begin
  foreach t in array array['offer', 'slot', 'booking', 'status_event', 'idempotency', 'attempt',
    'catalogue', 'category', 'agency', 'place', 'service', 'mobile_unit', 'schedule',
    'published_day', 'regency'] loop
    execute format('alter table mpp.%I enable row level security', t);
    execute format('alter table mpp.%I force row level security', t);
  end loop;
  foreach t in array array['offer', 'slot', 'booking', 'attempt', 'catalogue', 'category', 'agency',
    'place', 'service', 'mobile_unit', 'schedule', 'published_day'] loop
    execute format($p$create policy tenant on mpp.%I
      using (regency = current_setting('app.regency', true))$p$, t);
  end loop;
  foreach t in array array['status_event', 'idempotency'] loop
    execute format($p$create policy tenant_reads on mpp.%I for select
      using (regency = current_setting('app.regency', true))$p$, t);
    execute format($p$create policy tenant_adds on mpp.%I for insert
      with check (regency = current_setting('app.regency', true))$p$, t);
  end loop;
end $$;

-- Everyone may read which regencies there are; each may be made and changed under its own name.
create policy anyone_reads on mpp.regency for select using (true);
create policy tenant_adds on mpp.regency for insert
  with check (code = current_setting('app.regency', true));
create policy tenant_changes on mpp.regency for update
  using (code = current_setting('app.regency', true));

-- On Citus each operation runs on the regency's node, in one trip, if its arguments are parameters or
-- constants and it is not inside a transaction block. Elsewhere the wall shows it nothing.
do $$ begin
  if not exists (select from pg_extension where extname = 'citus') then return; end if;
  perform create_distributed_function(oid::regprocedure, 'p_regency', colocate_with => 'mpp.slot')
  from pg_proc
  where pronamespace = 'mpp'::regnamespace
    and proname in ('hold', 'extend_hold', 'book', 'book_hold', 'show_booking', 'cancel', 'reschedule',
      'check_in', 'track', 'unlock', 'walk_in', 'call_next', 'advance', 'availability', 'publish_day',
      'publish_schedule', 'close_slot', 'set_capacity');
end $$;
