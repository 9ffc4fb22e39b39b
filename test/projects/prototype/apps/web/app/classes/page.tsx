import { bookClass } from '@/app/actions/bookings';
import { createClient } from '@/lib/supabase/server';

export default async function Classes() {
  const supabase = await createClient();
  const { data: classes } = await supabase.from('classes').select('*').order('starts_at');

  return (
    <main>
      <h1>Upcoming classes</h1>
      {classes?.map((workshop) => (
        <form key={workshop.id} action={bookClass as any}>
          <h2>{workshop.title}</h2>
          <input type="hidden" name="classId" value={workshop.id} />
          <input type="number" name="seats" defaultValue={1} />
          <button>Book for €{workshop.price}</button>
        </form>
      ))}
    </main>
  );
}
