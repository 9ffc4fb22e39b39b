-- file: supabase/migrations/20250101000000_functions.sql
create table public.members (id uuid primary key references auth.users (id), role text not null, name text);
create table public.rooms (id uuid primary key, title text, views int, open boolean);
create table public.invitations (id uuid primary key, token text, used boolean);
create table public.newsletter_signups (id uuid primary key, email text);
alter table public.members enable row level security;
alter table public.rooms enable row level security;
alter table public.invitations enable row level security;
alter table public.newsletter_signups enable row level security;

create function public.on_signup() returns trigger language plpgsql security definer as $$ -- ok: rls-definer-function
begin insert into public.members (id, role) values (new.id, 'member'); return new; end $$;

create function public.rename_me(new_name text) returns void language sql security definer as $$ -- ok: rls-definer-function
  update public.members set name = new_name where id = (select auth.uid());
$$;

create function public.is_admin() returns boolean language sql stable security definer as $$
  select exists (select 1 from public.members where id = auth.uid() and role = 'admin')
$$;
create function public.require_admin() returns void language plpgsql as $$
begin if not public.is_admin() then raise exception 'not allowed'; end if; end $$;
create function public.set_role(member uuid, new_role text) returns void language plpgsql security definer as $$ -- ok: rls-definer-function
begin
  perform require_admin();
  update public.members set role = new_role where id = member;
end $$;

-- What it calls is nowhere: nobody can tell.
create function public.drop_room(room uuid) returns void language plpgsql security definer as $$ -- ok: rls-definer-function
begin
  perform public.ensure_may_drop(room);
  delete from public.rooms where id = room;
end $$;

create function public.by_claims(room uuid) returns void language plpgsql security definer as $$ -- ok: rls-definer-function
begin
  if current_setting('request.jwt.claims', true)::jsonb ->> 'role' <> 'service_role' then raise exception 'no'; end if;
  delete from public.rooms where id = room;
end $$;

-- Taken from everybody, and given to the server alone.
create function public.reset_room(room uuid) returns void language sql security definer as $$ delete from public.rooms where id = room $$; -- ok: rls-definer-function
revoke all on function public.reset_room(uuid) from public, anon, authenticated;
grant execute on function public.reset_room(uuid) to service_role;
create function public.reset_other(room uuid) returns void language sql security definer as $$ delete from public.rooms where id = room $$; -- ok: rls-definer-function
revoke all on function public.reset_other(uuid) from public;
grant execute on function public.reset_other(uuid) to service_role;

create function public.as_caller(room uuid) returns void language sql as $$ delete from public.rooms where id = room $$; -- ok: rls-definer-function
create function public.was_definer(room uuid) returns void language sql security definer as $$ delete from public.rooms where id = room $$; -- ok: rls-definer-function
alter function public.was_definer(uuid) security invoker;
create function public.replaced(room uuid) returns void language sql security definer as $$ delete from public.rooms where id = room $$; -- ok: rls-definer-function
create or replace function public.replaced(room uuid) returns void language sql security invoker as $$ delete from public.rooms where id = room $$;
create function public.gone(room uuid) returns void language sql security definer as $$ delete from public.rooms where id = room $$; -- ok: rls-definer-function
drop function public.gone(uuid);

create schema private;
create function private.purge(room uuid) returns void language sql security definer as $$ delete from public.rooms where id = room $$; -- ok: rls-definer-function
create function public.moved(room uuid) returns void language sql security definer as $$ delete from public.rooms where id = room $$; -- ok: rls-definer-function
alter function public.moved(uuid) set schema private;

create function public.increment_views(room uuid) returns void language sql security definer as $$ -- ok: rls-definer-function
  update public.rooms set views = views + 1 where id = room;
$$;
create function public.sign_up(address text) returns void language sql security definer as $$ -- ok: rls-definer-function
  insert into public.newsletter_signups (email) values (address);
$$;
create function public.accept_invitation(p_token text) returns void language sql security definer as $$ -- ok: rls-definer-function
  update public.invitations set used = true where token = p_token;
$$;
create function public.room_title(room uuid) returns text language sql security definer as $$ select title from public.rooms where id = room for update $$; -- ok: rls-definer-function
create function public.remove_old_rooms() returns void language sql security definer as $$ delete from public.rooms where not open $$; -- ok: rls-definer-function
create function public.in_a_loop(room uuid) returns void language sql security definer as $$ delete from public.rooms where id = room $$; -- ok: rls-definer-function
do $$
declare one record;
begin
  for one in select oid::regprocedure as signature from pg_proc where proname in ('in_a_loop') loop
    execute format('revoke execute on function %s from public, anon, authenticated', one.signature);
  end loop;
end $$;

-- Of what comes after it, nothing is for clients.
alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke execute on functions from anon, authenticated;
create function public.later(room uuid) returns void language sql security definer as $$ delete from public.rooms where id = room $$; -- ok: rls-definer-function
