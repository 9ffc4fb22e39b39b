alter policy "All" on public.orders using ((select auth.uid()) = user_id) with check ((select auth.uid()) = user_id);
