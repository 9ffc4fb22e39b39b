'use client';

import { useActionState } from 'react';
import { bookClass } from '@/app/actions/bookings';

const euros = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' });

export function BookingForm({ id, title, priceCents }: { id: string; title: string; priceCents: number }) {
  const [result, book, pending] = useActionState(bookClass, {});

  return (
    <form action={book}>
      <h2>{title}</h2>
      {result.error && <p role="alert">{result.error}</p>}
      <input type="hidden" name="classId" value={id} />
      <input type="number" name="seats" min={1} max={8} defaultValue={1} />
      <button disabled={pending}>Book for {euros.format(priceCents / 100)}</button>
    </form>
  );
}
