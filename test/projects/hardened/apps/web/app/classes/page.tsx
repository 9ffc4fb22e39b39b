import { BookingForm } from '@/components/bookingForm';
import { createClient } from '@/lib/supabase/server';

export default async function Classes() {
  const supabase = await createClient();
  const { data: classes, error } = await supabase
    .from('classes')
    .select('id, title, price_cents')
    .gt('starts_at', new Date().toISOString())
    .order('starts_at')
    .limit(100);
  if (error) throw error;

  return (
    <main>
      <h1>Upcoming classes</h1>
      {classes.map((workshop) => (
        <BookingForm key={workshop.id} id={workshop.id} title={workshop.title} priceCents={workshop.price_cents} />
      ))}
    </main>
  );
}
