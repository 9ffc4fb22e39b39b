create table public.members (id uuid primary key references auth.users (id), name text); -- ok: rls-disabled
create table public.invoices (id int primary key, owner uuid references auth.users (id)); -- expect: rls-disabled
