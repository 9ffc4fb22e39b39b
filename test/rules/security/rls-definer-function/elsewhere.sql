-- file: db/migrations/001_init.sql
create table rooms (id uuid primary key, title text);
create function close_room(room uuid) returns void language sql security definer as $$ delete from rooms where id = room $$; -- ok: rls-definer-function
