alter policy "System can insert" on public.orders to service_role;
