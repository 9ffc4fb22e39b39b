create table if not exists orders (id int, customer_email text); -- ok: rls-disabled
create table if not exists notes (id int, body text); -- expect: rls-disabled
create table if not exists open (id int); -- expect: rls-disabled
alter table open disable row level security;
