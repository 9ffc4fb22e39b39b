create table public.members (id uuid primary key references auth.users (id), name text); -- ok: rls-disabled
create table public.labels (id int primary key, name text); -- ok: rls-disabled
create table public.invoices (id int primary key, total numeric); -- expect: rls-disabled
