-- Where the tables live, and what points where. Nothing points out of its regency.

-- On Citus each regency lives whole on one node. This stands before the references, because only
-- then can they be declared, and before the functions, so that these follow to the nodes.
do $$ begin
  if not exists (select from pg_extension where extname = 'citus') then return; end if;
  perform create_reference_table('mpp.' || name)
  from unnest(array['region', 'holiday', 'regency']) name;
  perform create_distributed_table('mpp.' || name, 'regency')
  from unnest(array['slot', 'offer', 'booking', 'status_event', 'idempotency', 'attempt', 'catalogue',
    'category', 'agency', 'place', 'service', 'mobile_unit', 'schedule', 'published_day']) name;
end $$;

alter table mpp.offer add foreign key (regency) references mpp.regency;
alter table mpp.slot add foreign key (regency) references mpp.regency;
alter table mpp.attempt add foreign key (regency) references mpp.regency;
alter table mpp.catalogue add foreign key (regency) references mpp.regency;
alter table mpp.category add foreign key (regency) references mpp.regency;
alter table mpp.agency add foreign key (regency) references mpp.regency;
alter table mpp.place add foreign key (regency) references mpp.regency;
alter table mpp.service add foreign key (regency) references mpp.regency;
alter table mpp.mobile_unit add foreign key (regency) references mpp.regency;
alter table mpp.schedule add foreign key (regency) references mpp.regency;
alter table mpp.published_day add foreign key (regency) references mpp.regency;

alter table mpp.booking add foreign key (regency, slot_id) references mpp.slot (regency, id);
alter table mpp.booking add foreign key (regency, replaces) references mpp.booking (regency, id);
alter table mpp.status_event add foreign key (regency, booking_id) references mpp.booking (regency, id);
