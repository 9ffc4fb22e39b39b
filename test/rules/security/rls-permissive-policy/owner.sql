create table orders (id int, user_id uuid references auth.users (id));
alter table orders enable row level security;

create policy "All" on orders for all using (true) with check ( true ); -- expect: rls-permissive-policy
create policy "Give away" on orders for update using (auth.uid() = user_id) with check (true); -- expect: rls-permissive-policy
create policy "Shared" on orders for delete to authenticated using (auth.uid() is not null); -- expect: rls-permissive-policy
