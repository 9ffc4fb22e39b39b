create table orders (id int, user_id uuid references auth.users (id));
alter table orders enable row level security;

create policy "Dropped" on orders for all using (true); -- ok: rls-permissive-policy
drop policy if exists "Dropped" on orders;
create policy "Replaced" on orders for delete using (true); -- ok: rls-permissive-policy
drop policy "Replaced" on public.orders;
create policy "Replaced" on orders for delete using (auth.uid() = user_id); -- ok: rls-permissive-policy
create policy "Narrowed" on orders for delete using (true); -- ok: rls-permissive-policy
alter policy "Narrowed" on orders using (auth.uid() = user_id);
create policy "Widened" on orders for delete using (auth.uid() = user_id); -- ok: rls-permissive-policy
alter policy "Widened" on orders using (true); -- expect: rls-permissive-policy
create policy "Kept from clients" on orders for delete using (true); -- ok: rls-permissive-policy
alter policy "Kept from clients" on orders to service_role;
do $$ begin
  if not exists (select 1 from pg_policies where policyname = 'In a block') then
    create policy "In a block" on orders for delete using (true); -- expect: rls-permissive-policy
  end if;
exception when duplicate_object then null;
end $$;
