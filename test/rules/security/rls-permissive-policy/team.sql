create table boards (id int, title text);
alter table boards enable row level security;

create policy "Members edit boards" on boards for update to authenticated using (true); -- expect: rls-permissive-policy(warning low)
create policy "Members add boards" on boards for insert to authenticated with check (true); -- ok: rls-permissive-policy
