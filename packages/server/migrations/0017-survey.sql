-- The satisfaction survey (PermenPANRB 14/2017), and what is published of a month.
--
-- Whose answers they are is nowhere: an answer bears no booking, no service and no day, only the month
-- in which it was given. That a visit's survey was answered stands with the visit (booking.surveyed),
-- which knows nothing of the answers. A month is published when it is over, and does not change then:
-- else one could read a single answer from the difference between two looks.

create table mpp.survey_answer (
  regency      text not null,
  month        date not null check (extract(day from month) = 1),
  id           uuid not null default gen_random_uuid(),
  place_id     text not null,
  agency_id    text not null,
  requirements smallint not null,                     -- each 1, worst, to 4, best
  procedure    smallint not null,
  "time"       smallint not null,
  cost         smallint not null,
  product      smallint not null,
  competence   smallint not null,
  behaviour    smallint not null,
  complaints   smallint not null,
  facilities   smallint not null,
  primary key (regency, month, id),
  constraint survey_scores check (
    least(requirements, procedure, "time", cost, product, competence, behaviour, complaints,
      facilities) >= 1
    and greatest(requirements, procedure, "time", cost, product, competence, behaviour, complaints,
      facilities) <= 4)
);

do $$ begin
  if not exists (select from pg_extension where extname = 'citus') then return; end if;
  perform create_distributed_table('mpp.survey_answer', 'regency', colocate_with => 'mpp.slot');
end $$;
alter table mpp.survey_answer add foreign key (regency) references mpp.regency;

-- The first day of the month that is not over.
create function mpp.this_month(p_regency text)
returns date language plpgsql stable as $$
begin
  return date_trunc('month', mpp.today(p_regency)::timestamp)::date;
end $$;

-- Takes the answers for a visit that was served. Of two at once, the later waits for the visit's row and
-- then finds it answered. p_scores: JSON, by element.
create function mpp.answer_survey(p_regency text, p_code bytea, p_scores jsonb)
returns jsonb language plpgsql as $$
declare
  v_month date := mpp.this_month(p_regency);
  v_booking mpp.booking;
begin
  perform mpp.enter(p_regency);
  update mpp.booking set surveyed = true
  where regency = p_regency and code = p_code and (state = 'rescheduled') is not true
    and state = 'served' and not surveyed
  returning * into v_booking;
  if not found then
    select * into v_booking
    from mpp.booking
    where regency = p_regency and code = p_code and (state = 'rescheduled') is not true;
    return jsonb_build_object('refused', case
      when not found then 'not_found'
      when v_booking.state <> 'served' then 'wrong_state'
      else 'already_answered' end);
  end if;

  insert into mpp.survey_answer (regency, month, place_id, agency_id, requirements, procedure, "time",
    cost, product, competence, behaviour, complaints, facilities)
  values (p_regency, v_month, v_booking.place_id, v_booking.agency_id,
    (p_scores->>'requirements')::smallint, (p_scores->>'procedure')::smallint,
    (p_scores->>'time')::smallint, (p_scores->>'cost')::smallint, (p_scores->>'product')::smallint,
    (p_scores->>'competence')::smallint, (p_scores->>'behaviour')::smallint,
    (p_scores->>'complaints')::smallint, (p_scores->>'facilities')::smallint);
  return jsonb_build_object('month', to_char(v_month, 'YYYY-MM'));
end $$;

-- How many answered about each agency, and the sums of their scores. No mean: who divides must round.
create function mpp.survey_sums(p_regency text, p_from date, p_to date)
returns jsonb language plpgsql stable as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
        'agencyId', agency_id, 'answers', answers, 'sums', sums) order by agency_id), '[]')
    from (
      select agency_id, count(*) as answers, jsonb_build_object(
        'requirements', sum(requirements), 'procedure', sum(procedure), 'time', sum("time"),
        'cost', sum(cost), 'product', sum(product), 'competence', sum(competence),
        'behaviour', sum(behaviour), 'complaints', sum(complaints),
        'facilities', sum(facilities)) as sums
      from mpp.survey_answer
      where regency = p_regency and month between p_from and p_to
      group by agency_id) agency);
end $$;

-- What was answered in these months, of which only those that are over are told. Null is the last that
-- is over, and eleven months before the last.
create function mpp.satisfaction(p_regency text, p_from date, p_to date)
returns jsonb language plpgsql as $$
declare
  v_latest date := mpp.this_month(p_regency) - interval '1 month';
  v_to date := least(p_to, v_latest);
  v_from date := coalesce(p_from, v_to - interval '11 months');
begin
  perform mpp.enter(p_regency);
  return jsonb_build_object(
    'from', to_char(v_from, 'YYYY-MM'),
    'to', to_char(v_to, 'YYYY-MM'),
    'agencies', mpp.survey_sums(p_regency, v_from, v_to));
end $$;

-- What became of each agency's bookings of a month, and how long people waited, in seconds: from being
-- here to being called first. A booking that was moved counts where it went.
create function mpp.visits(p_regency text, p_month date)
returns jsonb language plpgsql stable as $$
begin
  return (
    select coalesce(jsonb_agg(to_jsonb(agency) order by "agencyId"), '[]')
    from (
      select b.agency_id as "agencyId",
        count(*) as bookings,
        count(*) filter (where b.state = 'served') as served,
        count(*) filter (where b.state = 'no-show'
          or (b.state = 'booked' and b.service_day < mpp.today(p_regency))) as "noShows",
        count(*) filter (where b.state = 'cancelled') as cancelled,
        count(waited.seconds) as called,
        percentile_cont(0.5) within group (order by waited.seconds) as median,
        percentile_cont(0.9) within group (order by waited.seconds) as ninetieth
      from mpp.booking b
      cross join lateral (
        select extract(epoch from
          min(at) filter (where state = 'called') - min(at) filter (where state = 'checked-in'))::float8
          as seconds
        from mpp.status_event where regency = p_regency and booking_id = b.id) waited
      where b.regency = p_regency and b.service_day >= p_month
        and b.service_day < p_month + interval '1 month'
        and b.state not in ('held', 'expired', 'rescheduled')
      group by b.agency_id) agency);
end $$;

-- What is published of this month so far or of one of the 24 before; of the newest that is over when
-- null. Of a month that is not over no answers are told: one could see each of them arrive.
create function mpp.performance(p_regency text, p_month date)
returns jsonb language plpgsql as $$
declare
  v_latest date := mpp.this_month(p_regency);
  v_month date := coalesce(p_month, v_latest - interval '1 month');
begin
  perform mpp.enter(p_regency);
  if v_month > v_latest or v_month < v_latest - interval '24 months' then
    return '{"refused": "not_found"}';
  end if;
  return jsonb_build_object(
    'month', to_char(v_month, 'YYYY-MM'),
    'isOver', v_month < v_latest,
    'latest', to_char(v_latest, 'YYYY-MM'),
    'countedAt', now(),
    'visits', mpp.visits(p_regency, v_month),
    'answers', case when v_month < v_latest
      then mpp.survey_sums(p_regency, v_month, v_month) else '[]' end);
end $$;

-- Answers are added and read, never changed or taken away.
grant select on mpp.survey_answer to mpp_app, mpp_operator;
grant insert on mpp.survey_answer to mpp_app;
alter table mpp.survey_answer enable row level security;
alter table mpp.survey_answer force row level security;
create policy tenant_reads on mpp.survey_answer for select
  using (regency = current_setting('app.regency', true));
create policy tenant_adds on mpp.survey_answer for insert
  with check (regency = current_setting('app.regency', true));

-- As in 0012.
do $$ begin
  if not exists (select from pg_extension where extname = 'citus') then return; end if;
  perform create_distributed_function(oid::regprocedure, 'p_regency', colocate_with => 'mpp.slot')
  from pg_proc
  where pronamespace = 'mpp'::regnamespace
    and proname in ('answer_survey', 'satisfaction', 'performance');
end $$;
