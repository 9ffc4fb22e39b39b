create table orders (id int, user_id uuid references auth.users (id));
alter table orders enable row level security;
create policy "All" on orders for all using (true) with check (true); -- expect: rls-permissive-policy
create policy "System can insert" on orders for insert with check (true); -- expect: rls-permissive-policy
