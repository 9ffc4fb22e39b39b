create table public.orders ( -- expect: rls-disabled(error high)
--           ^^^^^^^^^^^^^ public.orders has no row level security: whoever has the public key can read, change and delete every row.
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id),
  total numeric(12, 2) not null
);

CREATE TABLE IF NOT EXISTS profiles (id uuid PRIMARY KEY REFERENCES auth.users(id), name text); -- ok: rls-disabled
ALTER TABLE profiles ENABLE ROW LEVEL SECURITY;

create table "Invoice Lines" (id int); -- expect: rls-disabled

-- alter table notes enable row level security;
create table notes (id int, body text default 'alter table notes enable row level security;'); -- expect: rls-disabled

create table drafts (id int); -- ok: rls-disabled
drop table drafts;

create table papers (id int); -- ok: rls-disabled
alter table papers rename to documents;
alter table documents enable row level security;

create temporary table scratch (id int); -- ok: rls-disabled
create view recent as select * from profiles; -- ok: rls-disabled

create schema private;
create table private.keys (id int); -- ok: rls-disabled

create table archive as select * from profiles; -- expect: rls-disabled

create table only_for_the_server (id int); -- ok: rls-disabled
revoke all on table only_for_the_server from anon, authenticated;

create table countries (code text primary key, label text); -- ok: rls-disabled
revoke insert, update, delete, truncate on countries from anon, authenticated;

create table agents (id int, phone text); -- expect: rls-disabled
--           ^^^^^^ public.agents has no row level security: whoever has the public key can read phone of everybody.
revoke insert, update, delete on agents from anon, authenticated;

create table members_only (id int); -- expect: rls-disabled
--           ^^^^^^^^^^^^ everybody who signs in can read
revoke all on members_only from anon;

create table logs (at timestamptz) partition by range (at); -- ok: rls-disabled
alter table logs enable row level security;
create table logs_2025 partition of logs for values from ('2025-01-01') to ('2026-01-01'); -- ok: rls-disabled
