create table orders (id int, customer_email text);
alter table orders enable row level security;
alter table open enable row level security;
