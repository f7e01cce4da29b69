-- The database of MPP Digital: the services, seats, queue numbers and bookings of many regencies.
-- The files of this folder are read in the order of their names. They are plain SQL, the same for
-- PGlite, PostgreSQL 15 or later and Citus, whose few blocks do nothing elsewhere. For its sake no
-- query calls a function that queries, grants name no columns, and there are no triggers.
--
-- The walls
--   Each row that belongs to a regency bears its code, first in every key and index. Row-level
--   security shows a call the rows of the one regency that it named, and none without a name.
--   What is the same for all regencies (region, holiday) and the list of regencies stand outside.

create extension if not exists btree_gist;  -- for ranges of numbers that never overlap (0002)

create schema mpp;

-- Which of these files have been applied. A changed one is noticed by its hash.
create table mpp.migration (
  name       text primary key,                        -- '0001-regencies.sql'
  sha256     text not null,
  applied_at timestamptz not null default now()
);

-- Provinces, regencies and cities of Indonesia.
create table mpp.region (
  code      text primary key,                         -- Kemendagri code, '35' or '35.79'
  name      text not null,                            -- 'Batu'
  full_name text not null,                            -- 'Kota Batu'
  kind      text not null,                            -- 'province', 'kabupaten', 'kota'
  province  text not null,                            -- the province's name
  time_zone text not null                             -- IANA, 'Asia/Jakarta'
);

-- Days on which offices rest. Joint leave (cuti bersama) closes where the regency says so.
create table mpp.holiday (
  day      date primary key,
  kind     text not null check (kind in ('national', 'joint-leave')),
  name_id  text not null,
  name_en  text not null,
  verified boolean not null default false,            -- false: estimated, no decree yet
  source   text not null default ''                   -- the decree
);

-- The tenants.
create table mpp.regency (
  code        text primary key,                       -- Kemendagri code, '35.79'
  name        text not null,
  time_zone   text not null,                          -- IANA, 'Asia/Jakarta'
  hold_for    interval not null default '10 minutes',
  release_min interval not null default '5 minutes',  -- a cancelled seat comes free after a time
  release_max interval not null default '30 minutes', -- drawn between these two
  closed_on_joint_leave boolean not null default true,
  window_days int not null default 30 check (window_days between 1 and 366), -- today counts as one
  -- Days after a visit until who came is erased: never more than citizens are told.
  keep_days   int not null default 30 check (keep_days between 0 and 30),
  check (hold_for > '0' and release_min >= '0' and release_max >= release_min)
);
