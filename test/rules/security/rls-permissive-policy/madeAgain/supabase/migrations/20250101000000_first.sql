create table boards (id int, owner uuid references auth.users (id));
alter table boards enable row level security;
create policy "Everybody" on boards for all using (true) with check (true); -- ok: rls-permissive-policy
create table cards (id int, owner uuid references auth.users (id));
alter table cards enable row level security;
create policy "Everybody" on cards for all using (true) with check (true); -- expect: rls-permissive-policy
