create table a (id int); -- expect: rls-disabled
create table b (id int) -- expect: rls-disabled
create table c (id int); -- ok: rls-disabled
alter table c enable row level sec

create table d (id int, title text default 'it''s); -- ok: rls-disabled
create table e (id int); -- expect: rls-disabled
