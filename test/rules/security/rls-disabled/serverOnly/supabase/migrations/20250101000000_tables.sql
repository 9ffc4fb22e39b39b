create table orders (id int); -- ok: rls-disabled
