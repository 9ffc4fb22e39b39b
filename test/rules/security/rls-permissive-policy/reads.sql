create table profiles (id uuid primary key references auth.users (id), name text, email text, phone text);
alter table profiles enable row level security;
create table articles (id int, title text, published boolean);
alter table articles enable row level security;
create table secrets (id int, api_key text);

create policy "Public profiles are viewable by everyone" on profiles for select using (true); -- expect: rls-permissive-policy(warning medium)
--            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ shows email, phone of every row of public.profiles to anybody.
create policy "Members see each other" on profiles for select to authenticated using (true); -- ok: rls-permissive-policy
create policy "Articles are public" on articles for select using (true); -- ok: rls-permissive-policy
create policy "Without effect" on secrets for all using (true); -- ok: rls-permissive-policy
create policy "Files" on storage.objects for all using (true); -- expect: rls-permissive-policy
create policy "Avatars" on storage.objects for select using (bucket_id = 'avatars'); -- ok: rls-permissive-policy
create policy "Elsewhere" on not_created_here for all using (true); -- ok: rls-permissive-policy
