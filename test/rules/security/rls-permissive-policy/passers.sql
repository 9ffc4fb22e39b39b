-- file: supabase/migrations/20260101000000_suggestions.sql
create table public.suggestions (id bigint primary key, text text, reviewed_by uuid references auth.users (id));
alter table public.suggestions enable row level security;
create policy "Team adds suggestions" on public.suggestions for insert with check (auth.uid() is not null); -- ok: rls-permissive-policy
create policy "Team goes through suggestions" on public.suggestions for update to authenticated using (true); -- expect: rls-permissive-policy(warning low)

create table public.entries (id bigint primary key, text text, deleted_by uuid references auth.users (id), added_for uuid references auth.users (id));
alter table public.entries enable row level security;
create policy "Members change entries" on public.entries for update to authenticated using (true); -- expect: rls-permissive-policy(warning medium)
--            ^^^^^^^^^^^^^^^^^^^^^^^^ it never looks at added_for

create table public.runs (id bigint primary key, state text);
alter table public.runs enable row level security;
create policy "Authenticated users can insert automation runs" on public.runs for insert with check (auth.uid() is not null); -- ok: rls-permissive-policy
create policy "Automation service updates runs" on public.runs for update using (auth.uid() is not null); -- expect: rls-permissive-policy(warning high)
--            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ everybody who signs in can change any row
