-- What is not kept for ever. The history of a booking is: nothing in it says who came.

-- Erases who came, once the visit lies back so many days as the regency keeps it, whatever became of
-- the booking; and forgets answers that are no longer given again. At most so many rows of each at a
-- time: says how many, to be called until it is none. Somebody's lock is passed over until next time.
create function mpp.erase_past(p_regency text, p_most int)
returns int language plpgsql as $$
declare
  v_today date := mpp.today(p_regency);
  v_keep_days int := (select keep_days from mpp.regency where code = p_regency);
  v_first_kept date := v_today - v_keep_days;
  v_erased int;
  v_forgotten int;
begin
  perform mpp.enter(p_regency);
  update mpp.booking set personal = null, person = null, phone_ending = null
  where regency = p_regency and id in (
    select id from mpp.booking
    where regency = p_regency and service_day < v_first_kept
      and (personal is not null or person is not null or phone_ending is not null)
    limit p_most
    for update skip locked);
  get diagnostics v_erased = row_count;

  delete from mpp.idempotency
  where regency = p_regency and key in (
    select key from mpp.idempotency
    where regency = p_regency and created_at < now() - interval '7 days'
    limit p_most
    for update skip locked);
  get diagnostics v_forgotten = row_count;
  return v_erased + v_forgotten;
end $$;

-- Only answers that are no longer given, and only as an operator.
grant update, delete on mpp.idempotency to mpp_operator;     -- update, to lock
create policy tenant_forgets on mpp.idempotency for delete to mpp_operator
  using (regency = current_setting('app.regency', true) and created_at < now() - interval '7 days');
create policy tenant_locks on mpp.idempotency for update to mpp_operator
  using (regency = current_setting('app.regency', true)) with check (false);

do $$ begin
  if exists (select from pg_extension where extname = 'citus') then
    perform create_distributed_function(
      'mpp.erase_past(text, int)'::regprocedure, 'p_regency', colocate_with => 'mpp.slot');
  end if;
end $$;
