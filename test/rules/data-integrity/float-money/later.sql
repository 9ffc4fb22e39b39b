create table public.invoices (id uuid primary key);
alter table public.invoices enable row level security;
alter table public.invoices add column fee real; -- expect: float-money
