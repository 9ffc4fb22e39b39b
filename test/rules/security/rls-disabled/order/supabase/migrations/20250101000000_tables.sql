create table orders (id int); -- ok: rls-disabled
create table notes (id int); -- expect: rls-disabled
create table moved (id int); -- ok: rls-disabled
create table gone (id int); -- ok: rls-disabled
