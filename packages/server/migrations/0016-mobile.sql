-- What turns the weekly stops of vans into dated ones.

-- The holidays among some days, and what day and time it is there.
create function mpp.days_of_rest(p_regency text, p_from date default null, p_days int default 14)
returns jsonb language plpgsql as $$
declare
  v_regency mpp.regency;
  v_today date := mpp.today(p_regency);
  v_from date := coalesce(p_from, v_today);
  v_rest jsonb;
begin
  perform mpp.enter(p_regency);
  if v_from < v_today then return '{"refused": "day_past"}'; end if;
  select * into v_regency from mpp.regency where code = p_regency;

  select coalesce(jsonb_agg(jsonb_build_object('date', day,
    'reason', jsonb_build_object('id', name_id, 'en', name_en)) order by day), '[]')
  into v_rest
  from mpp.holiday
  where day between v_from and v_from + p_days - 1
    and (kind = 'national' or v_regency.closed_on_joint_leave);

  return jsonb_build_object('today', v_today, 'from', v_from,
    'now', to_char(now() at time zone v_regency.time_zone, 'HH24:MI'),
    'bookableUntil', v_today + v_regency.window_days - 1, 'rest', v_rest);
end $$;

-- As in 0012.
do $$ begin
  if not exists (select from pg_extension where extname = 'citus') then return; end if;
  perform create_distributed_function(oid::regprocedure, 'p_regency', colocate_with => 'mpp.slot')
  from pg_proc
  where pronamespace = 'mpp'::regnamespace and proname = 'days_of_rest';
end $$;
