-- Run after schema.sql
alter table public.members enable row level security;
alter table public.labels enable row level security;

create policy "Own row" on public.members for update using (auth.uid() = id); -- ok: rls-permissive-policy
create policy "Everybody labels" on public.labels for insert with check (true); -- expect: rls-permissive-policy
