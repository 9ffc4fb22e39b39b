create table orders (id uuid primary key, user_id uuid references auth.users (id), total numeric);
alter table orders enable row level security;
create table settings (key text primary key, value text);
alter table settings enable row level security;
create table contact_messages (id int, body text);
alter table contact_messages enable row level security;
create table posts (id int, author_id uuid, title text);
alter table posts enable row level security;

create policy "Anyone can do anything" on orders for all using (true) with check (true); -- expect: rls-permissive-policy(error high)
--            ^^^^^^^^^^^^^^^^^^^^^^^^ lets anybody insert, change and delete any row of public.orders: its condition is always true.
create policy "Own orders" on orders for all using (auth.uid() = user_id); -- ok: rls-permissive-policy
create policy "Delete" on orders for delete to anon using ((1 = 1)); -- expect: rls-permissive-policy(error high)
create policy "Update" on orders for update to authenticated using (true); -- expect: rls-permissive-policy(warning medium)
--            ^^^^^^^^ lets everybody who signs in change any row of public.orders: it never looks at user_id.
create policy "Update 2" on orders for update using (auth.role() = 'authenticated'); -- expect: rls-permissive-policy(warning medium)
create policy "Update 3" on orders for update using ((select auth.uid()) is not null); -- expect: rls-permissive-policy
create policy "Update 4" on orders for update using (auth.role() in ('anon', 'authenticated')); -- expect: rls-permissive-policy(error high)
create policy "Update 5" on orders for update using (auth.uid() = user_id or true); -- expect: rls-permissive-policy
create policy "Update 6" on orders for update using (auth.uid() is not null and auth.uid() = user_id); -- ok: rls-permissive-policy
create policy "Update 7" on orders for update using (exists (select 1 from settings where true)); -- ok: rls-permissive-policy
create policy "Give away" on orders for update using (auth.uid() = user_id) with check (true); -- expect: rls-permissive-policy(warning medium)
--            ^^^^^^^^^^^ another user_id included
create policy "Insert" on orders for insert with check (true); -- expect: rls-permissive-policy(error medium)
create policy "Insert without a condition lets nobody through" on orders for insert; -- ok: rls-permissive-policy
create policy "No condition for new rows is the one for old rows" on orders for update using (auth.uid() = user_id); -- ok: rls-permissive-policy

create policy "Server" on orders for all to service_role using (true) with check (true); -- ok: rls-permissive-policy
create policy "Server 2" on orders for all using (auth.role() = 'service_role'); -- ok: rls-permissive-policy
create policy "Server 3" on orders for all using ((auth.jwt() ->> 'role') = 'service_role'); -- ok: rls-permissive-policy
create policy "Service role can write" on orders for insert with check (true); -- expect: rls-permissive-policy(error high)
--            ^^^^^^^^^^^^^^^^^^^^^^^^ is meant for the server, but holds for every client
create policy "Only narrower" on settings as restrictive for all using (true); -- ok: rls-permissive-policy

create policy "Team settings" on settings for update to authenticated using (true); -- ok: rls-permissive-policy
create policy "Team settings 2" on posts for update to authenticated using (true); -- expect: rls-permissive-policy(warning medium)
create policy "Read settings" on settings for select using (true); -- ok: rls-permissive-policy
create policy "Write to us" on contact_messages for insert to anon with check (true); -- ok: rls-permissive-policy
create policy "Nobody" on settings for delete using (false); -- ok: rls-permissive-policy
create policy "Trusting" on posts for select using ((auth.jwt() -> 'user_metadata' ->> 'role') = 'admin'); -- expect: rls-permissive-policy(error high)
