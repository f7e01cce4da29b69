-- The catalogue: what a regency offers, where and when, as its operator imports it.
--
-- A document is what the API answers, made and checked at the import, so that reading needs no
-- mapping. What the server must find or join by stands in columns of its own.

create table mpp.catalogue (
  regency    text primary key,
  version    text not null,                           -- the answers' ETag: changes with every import
  updated_at timestamptz not null default now()
);

create table mpp.category (
  regency  text not null,
  id       text not null,
  position int not null,                              -- the order in which people see them
  document jsonb not null,
  primary key (regency, id)
);

create table mpp.agency (
  regency  text not null,
  id       text not null,
  position int not null,
  document jsonb not null,
  primary key (regency, id)
);

create table mpp.place (
  regency  text not null,
  id       text not null,
  position int not null,
  document jsonb not null,
  primary key (regency, id)
);

create table mpp.service (
  regency   text not null,
  id        text not null,
  position  int not null,
  agency_id text not null,
  document  jsonb not null,
  primary key (regency, id)
);

-- What comes to the villages: vans with their weekly stops, and the days on which these differ.
create table mpp.mobile_unit (
  regency  text not null,
  id       text not null,
  position int not null,
  document jsonb not null,
  primary key (regency, id)
);

-- When an agency serves at a place: slots are published from this (0011).
create table mpp.schedule (
  regency       text not null,
  place_id      text not null,
  agency_id     text not null,
  slot_minutes  int not null check (slot_minutes between 1 and 1440),
  daily_quota   int not null check (daily_quota >= 0), -- seats of a day, spread evenly over its slots
  opening_hours jsonb not null check (jsonb_typeof(opening_hours) = 'array'), -- as a place says them
  -- Days on which the hours are others, or none: [{date, hours: [{open, close}], reason: {id, en}}].
  exceptions    jsonb not null default '[]' check (jsonb_typeof(exceptions) = 'array'),
  -- Percent of each time's seats for people who walk in.
  walk_in_share int not null default 0 check (walk_in_share between 0 and 100),
  primary key (regency, place_id, agency_id)
);

-- What was published last: a day is looked at again only when what it should be has changed.
create table mpp.published_day (
  regency     text not null,
  place_id    text not null,
  agency_id   text not null,
  service_day date not null,
  plan        bytea not null,                         -- hash of the wanted slots
  primary key (regency, place_id, agency_id, service_day)
);
