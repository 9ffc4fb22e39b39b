-- Orders of the shop.
CREATE TABLE public.orders ( -- expect: rls-disabled
  id uuid PRIMARY KEY,
  user_id uuid REFERENCES auth.users (id)
);

create table tags (name text) -- expect: rls-disabled
