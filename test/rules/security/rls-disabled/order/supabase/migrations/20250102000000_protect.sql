alter table orders enable row level security;
drop table if exists gone cascade;
alter table moved set schema internal;
