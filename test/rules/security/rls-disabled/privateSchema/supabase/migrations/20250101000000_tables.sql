create schema api;
create table orders (id int); -- ok: rls-disabled
create table api.orders (id int); -- expect: rls-disabled
