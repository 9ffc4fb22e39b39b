create table if not exists orders (id int); -- ok: rls-disabled
create table gone (id int); -- expect: rls-disabled
