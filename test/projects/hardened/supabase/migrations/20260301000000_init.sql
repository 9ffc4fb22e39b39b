create type public.user_role as enum ('customer', 'admin');
create type public.booking_status as enum ('pending', 'confirmed', 'cancelled', 'refunded');
create type public.order_status as enum ('new', 'paid', 'sent', 'refunded');

create table public.profiles (
  id uuid primary key references auth.users (id) on delete cascade,
  name text not null,
  email text not null unique,
  phone text,
  role public.user_role not null default 'customer',
  avatar_path text
);

create table public.classes (
  id uuid primary key default gen_random_uuid(),
  title text not null,
  teacher text not null,
  starts_at timestamptz not null,
  capacity integer not null check (capacity > 0),
  booked integer not null default 0 check (booked between 0 and capacity),
  price_cents integer not null check (price_cents >= 0)
);
create index classes_starts_at_idx on public.classes (starts_at);

create table public.products (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  description text not null,
  price_cents integer not null check (price_cents >= 0),
  stock integer not null check (stock >= 0),
  image_url text
);
create index products_name_idx on public.products (name);

create table public.bookings (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.profiles (id) on delete cascade,
  class_id uuid not null references public.classes (id),
  seats integer not null check (seats between 1 and 8),
  status public.booking_status not null default 'pending',
  note text check (length(note) <= 500),
  payment_id text unique,
  created_at timestamptz not null default now(),
  unique (user_id, class_id)
);
create index bookings_class_id_idx on public.bookings (class_id);

create table public.orders (
  id uuid primary key default gen_random_uuid(),
  user_id uuid references public.profiles (id) on delete set null,
  idempotency_key uuid not null unique,
  total_cents integer not null check (total_cents >= 0),
  status public.order_status not null default 'new',
  address text not null,
  created_at timestamptz not null default now()
);
create index orders_user_id_idx on public.orders (user_id);
create index orders_created_at_idx on public.orders (created_at);

create table public.order_items (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null references public.orders (id) on delete cascade,
  product_id uuid not null references public.products (id),
  quantity integer not null check (quantity between 1 and 20),
  price_cents integer not null check (price_cents >= 0)
);
create index order_items_order_id_idx on public.order_items (order_id);
create index order_items_product_id_idx on public.order_items (product_id);

create table public.promo_codes (
  id uuid primary key default gen_random_uuid(),
  code text not null unique,
  percent integer not null check (percent between 1 and 50)
);

create table public.subscribers (
  id uuid primary key default gen_random_uuid(),
  email text not null unique
);

create table public.emails (
  booking_id uuid primary key references public.bookings (id) on delete cascade,
  provider_id text not null
);

create table public.processed_events (
  id text primary key,
  created_at timestamptz not null default now()
);

create table public.audit_log (
  id bigint generated always as identity primary key,
  actor_id uuid not null,
  action text not null,
  target text not null,
  created_at timestamptz not null default now()
);
create index audit_log_actor_id_idx on public.audit_log (actor_id);

alter table public.profiles enable row level security;
alter table public.classes enable row level security;
alter table public.products enable row level security;
alter table public.bookings enable row level security;
alter table public.orders enable row level security;
alter table public.order_items enable row level security;
alter table public.promo_codes enable row level security;
alter table public.subscribers enable row level security;
alter table public.emails enable row level security;
alter table public.processed_events enable row level security;
alter table public.audit_log enable row level security;

-- The timetable and the catalogue are public. Tables without a policy are for the service role only.
create policy "Anyone reads classes" on public.classes for select to anon, authenticated using (true);
create policy "Anyone reads products" on public.products for select to anon, authenticated using (true);

create policy "Users read their profile" on public.profiles
  for select to authenticated using ((select auth.uid()) = id);
create policy "Users change their profile" on public.profiles
  for update to authenticated using ((select auth.uid()) = id) with check ((select auth.uid()) = id);
revoke update on public.profiles from authenticated;
grant update (name, phone) on public.profiles to authenticated;

create policy "Users read their bookings" on public.bookings
  for select to authenticated using ((select auth.uid()) = user_id);
create policy "Users change their bookings" on public.bookings
  for update to authenticated using ((select auth.uid()) = user_id) with check ((select auth.uid()) = user_id);
revoke update on public.bookings from authenticated;
grant update (note) on public.bookings to authenticated;

create policy "Users read their orders" on public.orders
  for select to authenticated using ((select auth.uid()) = user_id);
create policy "Users read their order items" on public.order_items
  for select to authenticated using (
    exists (select 1 from public.orders o where o.id = order_id and o.user_id = (select auth.uid()))
  );
