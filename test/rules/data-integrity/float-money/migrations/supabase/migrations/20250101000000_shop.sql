create table public.products (
  id uuid primary key,
  price real not null -- expect: float-money
);
alter table public.products enable row level security;
