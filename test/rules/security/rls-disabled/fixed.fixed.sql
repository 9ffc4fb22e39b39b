-- Orders of the shop.
CREATE TABLE public.orders (
  id uuid PRIMARY KEY,
  user_id uuid REFERENCES auth.users (id)
);

ALTER TABLE public.orders ENABLE ROW LEVEL SECURITY;
-- Clients reach no row until policies say who may. If rows belong to people, one that lets them at their own:
-- create policy "Owners reach their rows" on public.orders for all to authenticated
--   using ((select auth.uid()) = user_id) with check ((select auth.uid()) = user_id);

create table tags (name text);

alter table public.tags enable row level security;
-- Clients reach no row until policies say who may.
