create or replace function rls_auto_enable() returns event_trigger language plpgsql as $fn$
begin
  execute format('alter table %s enable row level security', 'x');
end;
$fn$;
create event trigger ensure_rls on ddl_command_end when tag in ('CREATE TABLE') execute function rls_auto_enable();

create table a (id int); -- ok: rls-disabled
