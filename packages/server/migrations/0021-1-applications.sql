-- Applications: handed in with answers and documents, corrected, decided, followed by the code.
--
-- Which move may follow which state is one table, in the contract: callers say from which states a
-- move may begin (p_from), and here it is judged once more under the row's lock. What an applicant or
-- an officer wrote is encrypted by the server; the form is not, because it says nothing of anybody.
--
-- The locks, after those of 0002: application, then upload, then event.

create type mpp.application_state as enum (
  'submitted', 'verifying', 'needs-correction', 'awaiting-payment', 'processing', 'issued',
  'ready-for-pickup', 'completed', 'rejected', 'withdrawn'
);

-- The forms of services that can be applied for online.
create table mpp.form (
  regency       text not null,
  service_id    text not null,
  document      jsonb not null,                       -- as the API answers it
  issues_itself boolean not null,                     -- once it was due and nobody has answered
  version       text not null,                        -- the file's that it came with
  primary key (regency, service_id)
);

create table mpp.application (
  regency          text not null,
  id               uuid not null,
  service_id       text not null,
  agency_id        text not null,
  state            mpp.application_state not null,
  code             bytea not null,                    -- HMAC of the code
  secret           bytea not null,                    -- HMAC of the secret
  phone_ending     bytea,                             -- HMAC of code and the phone's last four digits
  personal         bytea,                             -- encrypted name and phone; null when erased
  answers          bytea,                             -- encrypted; null when erased
  form             jsonb not null,                    -- as it was when it was answered
  days             int not null check (days > 0),     -- how long it may take
  day_unit         text not null check (day_unit in ('workingDay', 'day')),
  due_on           date,                              -- null while it waits for the applicant, and at the end
  days_left        int,                               -- of them, when it began to wait for a payment
  issues_itself    boolean not null,                  -- once it was due and nobody has answered
  correction       bytea,                             -- encrypted: what is to be corrected
  correction_until timestamptz,
  payment          jsonb,                             -- {amount, reference, link}
  rejection        bytea,                             -- encrypted: why
  booking_id       uuid,                              -- the visit that it was opened at
  submitted_at     timestamptz not null default now(),
  ended_at         timestamptz,
  primary key (regency, id)
);

create unique index application_code on mpp.application (regency, code);
create index application_open on mpp.application (regency, submitted_at, id) where ended_at is null;
create index application_state on mpp.application (regency, state, submitted_at, id);
create index application_due on mpp.application (regency, due_on)
  where issues_itself and due_on is not null;
create index application_ended on mpp.application (regency, ended_at)
  where ended_at is not null and personal is not null;
create index application_booking on mpp.application (regency, booking_id)
  where booking_id is not null;

-- Its history, as that of a booking (0002). To attach a document is an act, too, although it moves
-- nothing.
create table mpp.application_event (
  regency        text not null,
  application_id uuid not null,
  seq            int not null,
  at             timestamptz not null,
  actor          mpp.actor not null,
  act            text not null check (act in ('moved', 'attached')),
  state          mpp.application_state not null,
  officer        text,
  hash           bytea not null,
  primary key (regency, application_id, seq)
);

-- Files that were handed in with an application, or issued. Where the bytes are, the server's store
-- knows, by the same id.
create table mpp.document (
  regency        text not null,
  id             uuid not null,                       -- the upload's that it was
  application_id uuid not null,
  code           text,                                -- for which of the form's documents; null: issued
  replaced       boolean not null default false,      -- by a correction
  title          bytea,                               -- issued: encrypted title and verification link
  signed         boolean not null default false,      -- issued: electronically
  type           text not null,
  size           int not null,
  created_at     timestamptz not null default now(),
  primary key (regency, id)
);

create index document_application on mpp.document (regency, application_id, created_at);

-- Files on their way. Each piece is a file of its own in the store.
create table mpp.upload (
  regency     text not null,
  id          uuid not null,
  secret      bytea not null,                         -- HMAC
  size        int not null,                           -- that it will have
  received    int not null default 0,
  pieces      text[] not null default '{}',
  type        text,                                   -- once it was checked
  stored_size int,
  refusal     text,                                   -- what was found wrong with it
  created_at  timestamptz not null default now(),
  primary key (regency, id),
  check (received <= size)
);

create index upload_age on mpp.upload (regency, created_at);

do $$ begin
  if not exists (select from pg_extension where extname = 'citus') then return; end if;
  perform create_distributed_table('mpp.' || name, 'regency', colocate_with => 'mpp.slot')
  from unnest(array['form', 'application', 'application_event', 'document', 'upload']) name;
end $$;
alter table mpp.form add foreign key (regency) references mpp.regency;
alter table mpp.application add foreign key (regency) references mpp.regency;
alter table mpp.application add foreign key (regency, booking_id) references mpp.booking (regency, id);
alter table mpp.application_event add foreign key (regency, application_id)
  references mpp.application (regency, id);
alter table mpp.document add foreign key (regency, application_id)
  references mpp.application (regency, id);
alter table mpp.upload add foreign key (regency) references mpp.regency;
