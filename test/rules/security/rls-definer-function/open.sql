-- file: supabase/migrations/20250101000000_functions.sql
create table public.members (id uuid primary key references auth.users (id), role text not null, name text);
create table public.wallets (owner uuid primary key references auth.users (id), balance numeric not null);
create table public.rooms (id uuid primary key, title text, open boolean);
alter table public.members enable row level security;
alter table public.wallets enable row level security;
alter table public.rooms enable row level security;

create function public.set_role(member uuid, new_role text) returns void -- expect: rls-definer-function(error medium)
--              ^^^^^^^^^^^^^^^ Anybody can call public.set_role, which changes public.members
language plpgsql security definer set search_path = '' as $$
begin
  -- auth.uid() is looked at elsewhere
  update public.members m set role = new_role where m.id = member;
end;
$$;

create or replace function top_up(p_owner uuid, p_amount numeric) returns void as $body$ -- expect: rls-definer-function(error medium)
  insert into wallets (owner, balance) values (p_owner, p_amount)
  on conflict (owner) do update set balance = wallets.balance + excluded.balance;
$body$ language sql security definer;

-- Taken from the two by name only: everybody may still call it.
create function public.close_room(room uuid) returns void language sql security definer -- expect: rls-definer-function(error medium)
as $$ delete from public.rooms where id = room; $$;
revoke execute on function public.close_room(uuid) from anon, authenticated;

-- Only for people who sign in, and still any room.
create function public.rename_room(room uuid, name text) returns void language plpgsql security definer as $$ -- expect: rls-definer-function(warning medium)
--              ^^^^^^^^^^^^^^^^^^ Everybody who signs in can call public.rename_room
begin update public.rooms set title = name where id = room; end $$;
revoke all on function public.rename_room(uuid, text) from public, anon;
grant execute on function public.rename_room(uuid, text) to authenticated;

-- Who it is comes from the caller.
create function public.approve(room uuid, caller uuid) returns boolean language plpgsql security definer as $$ -- expect: rls-definer-function(error medium)
begin
  if not exists (select 1 from public.members where id = caller and role = 'admin') then
    raise exception 'not allowed';
  end if;
  update public.rooms set open = true where id = room;
  return true;
end $$;

-- What it calls does not ask either.
create function public.member_name(member uuid) returns text language sql stable as $$ select name from public.members where id = member $$;
create function public.claim(room uuid, member uuid) returns void language plpgsql security definer as $$ -- expect: rls-definer-function(error medium)
begin
  update public.rooms set title = coalesce(upper(public.member_name(member)), 'nobody') where id = room;
end $$;

create function public.exec_sql(query text) returns void language plpgsql security definer as $$ -- expect: rls-definer-function(error medium)
--              ^^^^^^^^^^^^^^^ runs any SQL
begin execute query; end $$;

create function public.recalculate_room(room uuid) returns void language sql security definer as $$ -- expect: rls-definer-function(warning low)
  update public.rooms set title = trim(title) where id = room;
$$;

-- Made safe by one migration, undone by the next.
create function public.archive_room(room uuid) returns void language sql security definer as $$ delete from public.rooms where id = room and auth.uid() is not null $$;
create or replace function public.archive_room(room uuid) returns void language sql security definer as $$ delete from public.rooms where id = room $$; -- expect: rls-definer-function(error medium)

-- The loop is about another one.
do $$
declare one record;
begin
  for one in select oid::regprocedure as signature from pg_proc where proname = 'nothing_here' loop
    execute format('revoke execute on function %s from public, anon, authenticated', one.signature);
  end loop;
end $$;

-- What everybody has is not taken away in a schema.
alter default privileges in schema public revoke execute on functions from public, anon, authenticated;
create function public.believed_closed(room uuid) returns void language sql security definer as $$ delete from public.rooms where id = room $$; -- expect: rls-definer-function(error medium)
