alter table public.members enable row level security;
