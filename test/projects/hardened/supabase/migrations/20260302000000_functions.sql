-- What must happen together happens in one function. Only the service role may call them; it passes the caller it verified.

create function public.book_class(p_user_id uuid, p_class_id uuid, p_seats integer) returns boolean
language plpgsql set search_path = '' as $$
begin
  update public.classes set booked = booked + p_seats
    where id = p_class_id and starts_at > now() and booked + p_seats <= capacity;
  if not found then
    return false;
  end if;
  insert into public.bookings (user_id, class_id, seats) values (p_user_id, p_class_id, p_seats);
  insert into public.audit_log (actor_id, action, target) values (p_user_id, 'booking.create', p_class_id::text);
  return true;
end;
$$;

create function public.cancel_booking(p_user_id uuid, p_booking_id uuid) returns boolean
language plpgsql set search_path = '' as $$
declare
  cancelled public.bookings;
begin
  update public.bookings set status = 'cancelled'
    where id = p_booking_id and user_id = p_user_id and status in ('pending', 'confirmed')
    returning * into cancelled;
  if not found then
    return false;
  end if;
  update public.classes set booked = booked - cancelled.seats where id = cancelled.class_id;
  insert into public.audit_log (actor_id, action, target) values (p_user_id, 'booking.cancel', p_booking_id::text);
  return true;
end;
$$;

create function public.mark_booking_refunded(p_admin_id uuid, p_booking_id uuid) returns void
language plpgsql set search_path = '' as $$
declare
  refunded public.bookings;
begin
  update public.bookings set status = 'refunded'
    where id = p_booking_id and status <> 'refunded'
    returning * into refunded;
  if not found then
    return;
  end if;
  update public.classes set booked = booked - refunded.seats where id = refunded.class_id;
  insert into public.audit_log (actor_id, action, target) values (p_admin_id, 'booking.refund', p_booking_id::text);
end;
$$;

create function public.place_order(p_user_id uuid, p_idempotency_key uuid, p_address text, p_items jsonb) returns uuid
language plpgsql set search_path = '' as $$
declare
  new_id uuid;
  taken integer;
begin
  select id into new_id from public.orders where idempotency_key = p_idempotency_key and user_id = p_user_id;
  if found then
    return new_id;
  end if;

  insert into public.orders (user_id, idempotency_key, address, total_cents)
    select p_user_id, p_idempotency_key, p_address, sum(i.quantity * i.price_cents)
    from jsonb_to_recordset(p_items) as i (quantity integer, price_cents integer)
    returning id into new_id;

  insert into public.order_items (order_id, product_id, quantity, price_cents)
    select new_id, i.product_id, i.quantity, i.price_cents
    from jsonb_to_recordset(p_items) as i (product_id uuid, quantity integer, price_cents integer);

  update public.products p set stock = p.stock - i.quantity
    from jsonb_to_recordset(p_items) as i (product_id uuid, quantity integer)
    where p.id = i.product_id and p.stock >= i.quantity;
  get diagnostics taken = row_count;
  if taken <> jsonb_array_length(p_items) then
    raise exception 'sold out';
  end if;

  insert into public.audit_log (actor_id, action, target) values (p_user_id, 'order.create', new_id::text);
  return new_id;
end;
$$;

create function public.mark_order_paid(p_event_id text, p_order_id uuid) returns void
language plpgsql set search_path = '' as $$
begin
  insert into public.processed_events (id) values (p_event_id) on conflict do nothing;
  if not found then
    return;
  end if;
  update public.orders set status = 'paid' where id = p_order_id and status = 'new';
end;
$$;

revoke execute on function public.book_class from public, anon, authenticated;
revoke execute on function public.cancel_booking from public, anon, authenticated;
revoke execute on function public.mark_booking_refunded from public, anon, authenticated;
revoke execute on function public.place_order from public, anon, authenticated;
revoke execute on function public.mark_order_paid from public, anon, authenticated;
grant execute on function public.book_class to service_role;
grant execute on function public.cancel_booking to service_role;
grant execute on function public.mark_booking_refunded to service_role;
grant execute on function public.place_order to service_role;
grant execute on function public.mark_order_paid to service_role;
