create table public.orders (
  id uuid primary key,
  price real not null, -- expect: float-money(warning high)
  total_amount double precision, -- expect: float-money(warning high)
  amount float8, -- expect: float-money(warning medium)
  currency text,
  unit_price numeric(12, 2), -- ok: float-money
  price_cents double precision, -- ok: float-money
  tax_rate double precision, -- ok: float-money
  discount_percent real, -- ok: float-money
  quantity real, -- ok: float-money
  weight double precision, -- ok: float-money
  total integer -- ok: float-money
);
alter table public.orders enable row level security;

create table public.recipes (
  id uuid primary key,
  amount real, -- expect: float-money(warning low)
  total_cost real, -- expect: float-money(warning low)
  lat double precision, -- ok: float-money
  score float -- ok: float-money
);
alter table public.recipes enable row level security;

create table public.wallets (
  id uuid primary key,
  balance double precision -- ok: float-money
);
alter table public.wallets alter column balance type numeric(14, 2);
alter table public.wallets enable row level security;

