alter table posts enable row level security;
