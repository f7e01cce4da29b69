-- What managers do with webhooks. One who acts for some agencies (p_agencies; null for all) finds only
-- webhooks that are told of no others.

-- What a manager is told of a webhook.
create function mpp.show_webhook(p_webhook mpp.webhook)
returns jsonb language plpgsql stable as $$
begin
  return jsonb_build_object(
    'id', p_webhook.id,
    'url', p_webhook.url,
    'description', p_webhook.description,
    'events', p_webhook.events,
    'agencies', p_webhook.agencies,
    'seed', p_webhook.seed,
    'stopped', p_webhook.stopped,
    'stoppedAt', p_webhook.stopped_at,
    'failingSince', p_webhook.failing_since,
    'missed', (
      select count(*) from mpp.webhook_delivery
      where regency = p_webhook.regency and webhook_id = p_webhook.id and state = 'missed'),
    'oldSecretUntil', case when p_webhook.old_until > now() then p_webhook.old_until end,
    'createdAt', p_webhook.created_at);
end $$;

-- Finds a webhook for one who may change it, and locks it.
create function mpp.lock_webhook(p_regency text, p_webhook uuid, p_agencies text[])
returns mpp.webhook language plpgsql as $$
declare
  v_webhook mpp.webhook;
begin
  select * into v_webhook
  from mpp.webhook
  where regency = p_regency and id = p_webhook and (p_agencies is null or agencies <@ p_agencies)
  for update;
  return v_webhook;
end $$;

create function mpp.list_webhooks(p_regency text, p_agencies text[])
returns jsonb language plpgsql as $$
declare
  v_webhook mpp.webhook;
  v_all jsonb := '[]';
begin
  perform mpp.enter(p_regency);
  for v_webhook in
    select * from mpp.webhook
    where regency = p_regency and (p_agencies is null or agencies <@ p_agencies)
    order by created_at, id
  loop
    v_all := v_all || mpp.show_webhook(v_webhook);
  end loop;
  return jsonb_build_object('webhooks', v_all);
end $$;

-- The idempotency key is also the seed of the secret, so that asked again it answers the same secret.
create function mpp.create_webhook(
  p_regency text, p_key uuid, p_request bytea, p_url text, p_description text, p_events text[],
  p_agencies text[], p_most int)
returns jsonb language plpgsql as $$
declare
  v_answer jsonb := mpp.enter(p_regency, p_key, p_request);
  v_webhook mpp.webhook;
begin
  if v_answer is not null then return v_answer; end if;

  if (select count(*) from mpp.webhook where regency = p_regency) >= p_most then
    return '{"refused": "too_many_webhooks"}';
  end if;
  insert into mpp.webhook (regency, id, url, description, events, agencies, seed)
  values (p_regency, gen_random_uuid(), p_url, p_description, p_events, p_agencies, p_key)
  returning * into v_webhook;
  return mpp.remember(p_regency, p_key, p_request, mpp.show_webhook(v_webhook));
end $$;

-- Changes what is not null. To let messages flow again ends also the count of days of failure.
create function mpp.change_webhook(
  p_regency text, p_webhook uuid, p_agencies text[], p_url text, p_description text, p_events text[],
  p_enabled boolean)
returns jsonb language plpgsql as $$
declare
  v_webhook mpp.webhook;
begin
  perform mpp.enter(p_regency);
  v_webhook := mpp.lock_webhook(p_regency, p_webhook, p_agencies);
  if v_webhook.id is null then return '{"refused": "not_found"}'; end if;

  update mpp.webhook set
    url = coalesce(p_url, url),
    description = coalesce(p_description, description),
    events = coalesce(p_events, events),
    stopped = case when p_enabled then null else stopped end,
    stopped_at = case when p_enabled then null else stopped_at end,
    failing_since = case when p_enabled then null else failing_since end
  where regency = p_regency and id = p_webhook;
  if not p_enabled then perform mpp.stop_webhook(p_regency, p_webhook, 'manager'); end if;
  select * into v_webhook from mpp.webhook where regency = p_regency and id = p_webhook;
  return mpp.show_webhook(v_webhook);
end $$;

create function mpp.remove_webhook(p_regency text, p_webhook uuid, p_agencies text[])
returns jsonb language plpgsql as $$
declare
  v_webhook mpp.webhook;
  v_shown jsonb;
begin
  perform mpp.enter(p_regency);
  v_webhook := mpp.lock_webhook(p_regency, p_webhook, p_agencies);
  if v_webhook.id is null then return '{"refused": "not_found"}'; end if;
  v_shown := mpp.show_webhook(v_webhook);
  delete from mpp.webhook where regency = p_regency and id = p_webhook;
  return v_shown;
end $$;

create function mpp.rotate_webhook(
  p_regency text, p_key uuid, p_request bytea, p_webhook uuid, p_agencies text[])
returns jsonb language plpgsql as $$
declare
  v_answer jsonb := mpp.enter(p_regency, p_key, p_request);
  v_webhook mpp.webhook;
begin
  if v_answer is not null then return v_answer; end if;

  v_webhook := mpp.lock_webhook(p_regency, p_webhook, p_agencies);
  if v_webhook.id is null then return '{"refused": "not_found"}'; end if;
  update mpp.webhook set old_seed = seed, old_until = now() + interval '24 hours', seed = p_key
  where regency = p_regency and id = p_webhook
  returning * into v_webhook;
  return mpp.remember(p_regency, p_key, p_request, mpp.show_webhook(v_webhook));
end $$;

create function mpp.test_webhook(
  p_regency text, p_key uuid, p_request bytea, p_webhook uuid, p_agencies text[])
returns jsonb language plpgsql as $$
declare
  v_answer jsonb := mpp.enter(p_regency, p_key, p_request);
  v_webhook mpp.webhook;
  v_delivery mpp.webhook_delivery;
begin
  if v_answer is not null then return v_answer; end if;

  v_webhook := mpp.lock_webhook(p_regency, p_webhook, p_agencies);
  if v_webhook.id is null then return '{"refused": "not_found"}'; end if;
  if v_webhook.stopped is not null then return '{"refused": "wrong_state"}'; end if;
  insert into mpp.webhook_delivery (regency, webhook_id, event_id, kind, at, state, due_at)
  values (p_regency, p_webhook, p_key, 'test', now(), 'waiting', now())
  returning * into v_delivery;
  return mpp.remember(p_regency, p_key, p_request, mpp.delivery(v_delivery));
end $$;

-- A page of deliveries, what happened last first, after p_after.
create function mpp.list_deliveries(
  p_regency text, p_webhook uuid, p_agencies text[], p_state text, p_after uuid, p_most int)
returns jsonb language plpgsql as $$
begin
  perform mpp.enter(p_regency);
  if not exists (
    select from mpp.webhook
    where regency = p_regency and id = p_webhook and (p_agencies is null or agencies <@ p_agencies))
  then
    return '{"refused": "not_found"}';
  end if;
  return jsonb_build_object('deliveries', (
    select coalesce(jsonb_agg(shown order by at desc, id desc), '[]')
    from (
      select d.at, d.id, mpp.delivery(d) as shown
      from mpp.webhook_delivery d
      where d.regency = p_regency and d.webhook_id = p_webhook and (p_state is null or d.state = p_state)
        and (p_after is null or (d.at, d.id) < (
          select at, id from mpp.webhook_delivery where regency = p_regency and id = p_after))
      order by d.at desc, d.id desc limit p_most) page));
end $$;

-- Lets a delivery that ended wait once more, for three days.
create function mpp.replay_delivery(
  p_regency text, p_webhook uuid, p_agencies text[], p_delivery uuid)
returns jsonb language plpgsql as $$
declare
  v_webhook mpp.webhook;
  v_delivery mpp.webhook_delivery;
begin
  perform mpp.enter(p_regency);
  v_webhook := mpp.lock_webhook(p_regency, p_webhook, p_agencies);
  select * into v_delivery
  from mpp.webhook_delivery
  where regency = p_regency and id = p_delivery and webhook_id = v_webhook.id
  for update;
  if not found then return '{"refused": "not_found"}'; end if;
  if v_webhook.stopped is not null or v_delivery.state = 'waiting' then
    return '{"refused": "wrong_state"}';
  end if;

  update mpp.webhook_delivery set
    state = 'waiting', due_at = now(), tries = 0, give_up_at = now() + interval '3 days'
  where regency = p_regency and id = p_delivery
  returning * into v_delivery;
  return mpp.delivery(v_delivery);
end $$;

-- The same with all that was missed of what happened since a moment.
create function mpp.replay_missed(
  p_regency text, p_webhook uuid, p_agencies text[], p_since timestamptz)
returns jsonb language plpgsql as $$
declare
  v_webhook mpp.webhook;
  v_count int;
begin
  perform mpp.enter(p_regency);
  v_webhook := mpp.lock_webhook(p_regency, p_webhook, p_agencies);
  if v_webhook.id is null then return '{"refused": "not_found"}'; end if;
  if v_webhook.stopped is not null then return '{"refused": "wrong_state"}'; end if;

  update mpp.webhook_delivery set
    state = 'waiting', due_at = now(), tries = 0, give_up_at = now() + interval '3 days'
  where regency = p_regency and webhook_id = p_webhook and state = 'missed' and at >= p_since;
  get diagnostics v_count = row_count;
  return jsonb_build_object('deliveries', v_count);
end $$;

-- As in 0012.
grant select, insert, update, delete on mpp.webhook, mpp.webhook_delivery to mpp_app, mpp_operator;
do $$ declare t text; begin
  foreach t in array array['webhook', 'webhook_delivery'] loop
    execute format('alter table mpp.%I enable row level security', t);
    execute format('alter table mpp.%I force row level security', t);
    execute format($p$create policy tenant on mpp.%I
      using (regency = current_setting('app.regency', true))$p$, t);
  end loop;
  if not exists (select from pg_extension where extname = 'citus') then return; end if;
  perform create_distributed_function(oid::regprocedure, 'p_regency', colocate_with => 'mpp.slot')
  from pg_proc
  where pronamespace = 'mpp'::regnamespace
    and proname in ('note_deliveries', 'claim_deliveries', 'end_attempt', 'forget_deliveries',
      'list_webhooks', 'create_webhook', 'change_webhook', 'remove_webhook', 'rotate_webhook',
      'test_webhook', 'list_deliveries', 'replay_delivery', 'replay_missed');
end $$;
