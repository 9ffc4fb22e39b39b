create table a (id int); -- ok: rls-disabled
create table b (id int); -- ok: rls-disabled

do $$
declare t text;
begin
  for t in select tablename from pg_tables where schemaname = 'public' loop
    execute format('alter table public.%I enable row level security', t);
  end loop;
end $$;

create table c (id int); -- expect: rls-disabled
