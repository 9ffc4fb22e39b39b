alter table public.notes enable row level security;
-- Clients reach no row until policies say who may.
