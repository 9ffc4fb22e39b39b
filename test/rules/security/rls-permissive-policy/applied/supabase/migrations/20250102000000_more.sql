create table notes (id int);
alter table notes enable row level security;
