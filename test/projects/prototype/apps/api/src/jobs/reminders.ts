import { prisma } from '../lib/db';
import { supabase } from '../lib/supabase';
import { sendEmail } from '../services/email';

const sent = new Set<string>();

export function startReminders() {
  setInterval(async () => {
    const tomorrow = new Date();
    tomorrow.setDate(tomorrow.getDate() + 1);

    const bookings = await prisma.booking.findMany({
      where: { status: 'confirmed', class: { startsAt: { lte: tomorrow } } },
      include: { user: true, class: true },
    });

    for (const booking of bookings) {
      if (sent.has(booking.id)) continue;
      sent.add(booking.id);
      await sendEmail(booking.user.email, 'See you tomorrow!', `<p>${booking.class.title}</p>`);
      await supabase.from('reminders').insert({ booking_id: booking.id });
    }
  }, 60 * 60 * 1000);
}
