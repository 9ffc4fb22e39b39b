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
create table drawers (id int);
alter table drawers enable row level security;
create policy "May be gone" on drawers for all using (true); -- ok: rls-permissive-policy
do $$ declare p record; begin
  for p in select policyname from pg_policies where tablename = 'drawers' loop
    execute format('drop policy if exists %I on public.drawers', p.policyname);
  end loop;
end $$;
create policy "Made after it" on drawers for all using (true); -- expect: rls-permissive-policy
create policy "Sistema pode inserir gavetas" on drawers for insert with check (true); -- expect: rls-permissive-policy
--            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ is meant for the server
create policy "Público pode criar gavetas" on drawers for insert with check (true); -- ok: rls-permissive-policy
create policy "Anyone can open a drawer" on drawers for insert with check (true); -- ok: rls-permissive-policy
do $$ begin
  if not exists (select 1 from pg_policies where policyname = 'In a block') then
    create policy "In a block" on orders for delete using (true); -- expect: rls-permissive-policy
  end if;
exception when duplicate_object then null;
end $$;
