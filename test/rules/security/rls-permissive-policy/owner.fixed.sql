create table orders (id int, user_id uuid references auth.users (id));
alter table orders enable row level security;

create policy "All" on orders for all using ((select auth.uid()) = user_id) with check ( (select auth.uid()) = user_id );
create policy "Give away" on orders for update using (auth.uid() = user_id) with check ((select auth.uid()) = user_id);
create policy "Shared" on orders for delete to authenticated using ((select auth.uid()) = user_id);
