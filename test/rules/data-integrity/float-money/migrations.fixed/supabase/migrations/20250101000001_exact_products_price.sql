alter table public.products alter column price type numeric(12, 2);
