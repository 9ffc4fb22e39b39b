create table orders (id int); -- ok: rls-disabled
create table notes (id int); -- expect: rls-disabled
grant select, insert, update, delete on table public.notes to authenticated;
create table countries (code text); -- ok: rls-disabled
grant select on countries to anon, authenticated;
