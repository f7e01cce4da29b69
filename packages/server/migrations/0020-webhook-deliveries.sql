-- Webhooks: addresses that are told what happens, and what became of each message.
--
-- A delivery is one event for one webhook. It is written in the transaction in which the outbox forgets
-- the event, and is itself the queue: it waits until due_at, and whoever sends it moves due_at on by a
-- minute first, so that of several servers one sends it, and another does when that one dies. So what
-- is known of a delivery and what is done about it cannot differ.
--
-- Locks: webhook, then delivery.

create table mpp.webhook (
  regency       text not null,
  id            uuid not null,
  url           text not null,
  description   text not null,
  events        text[] not null,                      -- what it is told of; empty: everything
  agencies      text[],                               -- whose; null: all agencies'
  -- What its secret is derived from, with the server's key: the secret itself is nowhere.
  seed          uuid not null,
  old_seed      uuid,
  old_until     timestamptz,                          -- until when the old secret also signs
  stopped       text check (stopped in ('manager', 'failing', 'gone')),
  stopped_at    timestamptz,
  failing_since timestamptz,                          -- since when every attempt failed
  created_at    timestamptz not null default now(),
  primary key (regency, id),
  check ((stopped is null) = (stopped_at is null) and (old_seed is null) = (old_until is null))
);

create table mpp.webhook_delivery (
  regency    text not null,
  id         uuid not null default gen_random_uuid(),
  webhook_id uuid not null,
  event_id   uuid not null,                           -- the outbox line's; of a test, its own
  kind       text not null check (kind in ('booking', 'application', 'test')),
  subject_id uuid,                                    -- these five are null for a test
  moved_to   text,                                    -- the state that the subject came into
  service_id text,
  agency_id  text,
  place_id   text,                                    -- null also for what is bound to no place
  at         timestamptz not null,                    -- when it happened
  state      text not null check (state in ('waiting', 'delivered', 'missed')),
  due_at     timestamptz,
  give_up_at timestamptz not null default now() + interval '3 days',
  tries      int not null default 0,                  -- since it began to wait
  attempts   jsonb not null default '[]',             -- the last 20
  created_at timestamptz not null default now(),
  primary key (regency, id),
  unique (regency, webhook_id, event_id),
  foreign key (regency, webhook_id) references mpp.webhook on delete cascade,
  check ((state = 'waiting') = (due_at is not null) and (kind = 'test') = (subject_id is null))
);

create index webhook_delivery_due on mpp.webhook_delivery (regency, due_at) where state = 'waiting';
create index webhook_delivery_list on mpp.webhook_delivery (regency, webhook_id, at, id);

do $$ begin
  if not exists (select from pg_extension where extname = 'citus') then return; end if;
  perform create_distributed_table('mpp.webhook', 'regency', colocate_with => 'mpp.slot');
  perform create_distributed_table('mpp.webhook_delivery', 'regency', colocate_with => 'mpp.slot');
end $$;
alter table mpp.webhook add foreign key (regency) references mpp.regency;

-- Writes down what is to be told, of events as take_outbox gives them. The same event is written once;
-- one of which there is nothing to be known is nobody's.
create function mpp.note_deliveries(p_regency text, p_events jsonb)
returns int language plpgsql as $$
declare
  v_event record;
  v_service text;
  v_agency text;
  v_place text;
  v_noted int;
  v_all int := 0;
begin
  perform mpp.enter(p_regency);
  if not exists (select from mpp.webhook where regency = p_regency) then return 0; end if;
  for v_event in
    select * from jsonb_to_recordset(p_events)
      e (id uuid, kind text, "subjectId" uuid, state text, at timestamptz)
  loop
    if v_event.kind = 'booking' then
      select service_id, agency_id, place_id into v_service, v_agency, v_place
      from mpp.booking where regency = p_regency and id = v_event."subjectId";
    else
      select service_id, agency_id, null into v_service, v_agency, v_place
      from mpp.application where regency = p_regency and id = v_event."subjectId";
    end if;
    insert into mpp.webhook_delivery (regency, webhook_id, event_id, kind, subject_id, moved_to,
      service_id, agency_id, place_id, at, state, due_at)
    select p_regency, w.id, v_event.id, v_event.kind, v_event."subjectId", v_event.state,
      v_service, v_agency, v_place, v_event.at,
      case when w.stopped is null then 'waiting' else 'missed' end,
      case when w.stopped is null then now() end
    from mpp.webhook w
    where w.regency = p_regency and v_service is not null
      and (w.events = '{}' or concat(v_event.kind, '.', v_event.state) = any (w.events))
      and (w.agencies is null or v_agency = any (w.agencies))
    on conflict do nothing;
    get diagnostics v_noted = row_count;
    v_all := v_all + v_noted;
  end loop;
  return v_all;
end $$;

-- Takes what is due, oldest first: at most so many, and of each webhook at most so many that with those
-- under way (p_busy: its id, once for each) there are no more than five. So none waits for a slow one.
-- Says also in how many seconds more is due; null when nothing waits.
create function mpp.claim_deliveries(p_regency text, p_most int, p_busy uuid[])
returns jsonb language plpgsql as $$
declare
  v_claims jsonb;
begin
  perform mpp.enter(p_regency);
  with chosen as (
    select d.id
    from mpp.webhook_delivery d
    where d.regency = p_regency and d.state = 'waiting' and d.due_at <= now() and d.id in (
      select ranked.id from (
        select id, webhook_id, row_number() over (partition by webhook_id order by due_at, id) as n
        from mpp.webhook_delivery
        where regency = p_regency and state = 'waiting' and due_at <= now()) ranked
      where ranked.n <= 5 - coalesce(cardinality(array_positions(p_busy, ranked.webhook_id)), 0))
    order by d.due_at, d.id limit p_most
    for update of d skip locked),
  claimed as (
    update mpp.webhook_delivery d set due_at = now() + interval '1 minute'
    from chosen, mpp.webhook w
    where d.regency = p_regency and d.id = chosen.id
      and w.regency = p_regency and w.id = d.webhook_id
    returning mpp.delivery(d) || jsonb_build_object(
      'url', w.url, 'seed', w.seed,
      'oldSeed', case when w.old_until > now() then w.old_seed end) as claim)
  select coalesce(jsonb_agg(claim), '[]') into v_claims from claimed;
  return jsonb_build_object('claims', v_claims, 'nextIn', (
    select extract(epoch from min(due_at) - now())::float8
    from mpp.webhook_delivery where regency = p_regency and state = 'waiting'));
end $$;

-- Notes how an attempt ended. After a failure it waits four times as long as the time before, from five
-- seconds to twelve hours, more or less a fifth so that not all come at once, until three days are over.
-- A webhook of which nothing has arrived for five days, or that says it is gone, is stopped.
create function mpp.end_attempt(p_regency text, p_delivery uuid, p_attempt jsonb)
returns jsonb language plpgsql as $$
declare
  v_failed boolean := p_attempt->>'failure' is not null;
  v_gone boolean := v_failed and p_attempt->>'status' = '410';
  v_webhook mpp.webhook;
  v_delivery mpp.webhook_delivery;
  v_next timestamptz;
begin
  perform mpp.enter(p_regency);
  select w.* into v_webhook
  from mpp.webhook_delivery d
  join mpp.webhook w on w.regency = p_regency and w.id = d.webhook_id
  where d.regency = p_regency and d.id = p_delivery;
  if v_failed = (v_webhook.failing_since is null) then
    update mpp.webhook set failing_since = case when v_failed then now() end
    where regency = p_regency and id = v_webhook.id
    returning * into v_webhook;
  end if;

  select * into v_delivery
  from mpp.webhook_delivery where regency = p_regency and id = p_delivery for update;
  if not found then return '{"refused": "not_found"}'; end if;
  v_next := now() + make_interval(secs =>
    least(5 * 4 ^ least(v_delivery.tries, 10), 43200) * (0.8 + 0.4 * random()));
  if v_gone or v_next > v_delivery.give_up_at or v_delivery.state <> 'waiting' then
    v_next := null;
  end if;
  update mpp.webhook_delivery set
    attempts = case when jsonb_array_length(attempts) < 20 then attempts else attempts - 0 end
      || p_attempt,
    tries = tries + 1,
    state = case
      when not v_failed or state = 'delivered' then 'delivered'
      when v_next is null then 'missed'
      else 'waiting' end,
    due_at = case when v_failed then v_next end
  where regency = p_regency and id = p_delivery
  returning * into v_delivery;

  if v_gone then
    perform mpp.stop_webhook(p_regency, v_webhook.id, 'gone');
  elsif v_failed and v_webhook.failing_since < now() - interval '5 days' then
    perform mpp.stop_webhook(p_regency, v_webhook.id, 'failing');
  end if;
  return mpp.delivery(v_delivery);
end $$;

-- Stops a webhook that is not stopped: what waits is missed.
create function mpp.stop_webhook(p_regency text, p_webhook uuid, p_reason text)
returns void language plpgsql as $$
begin
  update mpp.webhook set stopped = p_reason, stopped_at = now()
  where regency = p_regency and id = p_webhook and stopped is null;
  update mpp.webhook_delivery set state = 'missed', due_at = null
  where regency = p_regency and webhook_id = p_webhook and state = 'waiting';
end $$;

-- What is said of a delivery.
create function mpp.delivery(p_delivery mpp.webhook_delivery)
returns jsonb language sql stable as $$
  select jsonb_build_object(
    'id', p_delivery.id,
    'webhookId', p_delivery.webhook_id,
    'kind', p_delivery.kind,
    'subjectId', p_delivery.subject_id,
    'movedTo', p_delivery.moved_to,
    'serviceId', p_delivery.service_id,
    'agencyId', p_delivery.agency_id,
    'placeId', p_delivery.place_id,
    'at', p_delivery.at,
    'state', p_delivery.state,
    'attempts', p_delivery.attempts,
    'dueAt', p_delivery.due_at)
$$;

-- Forgets what became of messages 30 days ago: at most so many, to be called until it is none.
create function mpp.forget_deliveries(p_regency text, p_most int)
returns int language plpgsql as $$
declare
  v_forgotten int;
begin
  perform mpp.enter(p_regency);
  delete from mpp.webhook_delivery
  where regency = p_regency and id in (
    select id from mpp.webhook_delivery
    where regency = p_regency and created_at < now() - interval '30 days' and state <> 'waiting'
    limit p_most
    for update skip locked);
  get diagnostics v_forgotten = row_count;
  return v_forgotten;
end $$;
