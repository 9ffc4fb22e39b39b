alter table public.gone enable row level security;
-- Clients reach no row until policies say who may.
