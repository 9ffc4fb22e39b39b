create table profiles (id uuid primary key references auth.users (id)); -- expect: rls-disabled
create table posts (id int); -- ok: rls-disabled
