create table boards (id int, owner uuid references auth.users (id));
alter table boards enable row level security;
create policy "Owners" on boards for all using (auth.uid() = owner) with check (auth.uid() = owner);
create table if not exists cards (id int, owner uuid references auth.users (id));
