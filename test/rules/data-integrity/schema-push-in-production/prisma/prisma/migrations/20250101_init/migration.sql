create table "Order" (id int);
