create table a (id int); -- ok: rls-disabled
create table b (id int); -- expect: rls-disabled
--           ^ Row level security of public.b is switched off again
create table c (id int); -- expect: rls-disabled
--           ^ public.c has a policy that does nothing
create table d (id int); -- ok: rls-disabled
create table "E" (id int); -- ok: rls-disabled

alter table if exists only a enable row level security, add column note text;
alter table b enable row level security;
alter table b disable row level security;
create policy "Own rows" on c for select using (auth.uid() is not null);

do $$
begin
  if not exists (select 1 from pg_tables where tablename = 'd') then
    raise notice 'no d';
  else
    alter table public.d enable row level security;
  end if;
  execute 'alter table "E" enable row level security';
end
$$;
