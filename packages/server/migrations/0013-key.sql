-- Which key the server writes with: an HMAC that only that key makes. One row, for all servers of
-- this database. With another key no code would be found and no name could be read.
create table mpp.key_check (
  one  boolean primary key default true check (one),
  hmac bytea not null
);

do $$ begin
  if exists (select from pg_extension where extname = 'citus') then
    perform create_reference_table('mpp.key_check');
  end if;
end $$;

grant select on mpp.key_check to mpp_app, mpp_operator;
grant insert on mpp.key_check to mpp_operator;
