import { prisma } from '../lib/db';
import { supabase } from '../lib/supabase';
import { sendEmail } from './email';

export async function bookSeats(userId: string, classId: string, seats: number) {
  const workshop = await prisma.class.findUnique({ where: { id: classId } });
  if (!workshop) {
    throw new Error(`Class ${classId} not found`);
  }
  if (workshop.booked + seats > workshop.capacity) {
    throw new Error('This class is full');
  }

  const booking = await prisma.booking.create({ data: { userId, classId, seats } });
  await prisma.class.update({
    where: { id: classId },
    data: { booked: workshop.booked + seats },
  });

  const user = await prisma.user.findUnique({ where: { id: userId } });
  await sendEmail(user.email, 'Your class is booked!', `<p>See you at ${workshop.title} 🎉</p>`);
  await supabase.from('activity').insert({ user_id: userId, kind: 'booking', ref: booking.id });

  return booking;
}

export async function cancelBooking(bookingId: string) {
  const booking = await prisma.booking.update({
    where: { id: bookingId },
    data: { status: 'cancelled' },
  });
  await prisma.class.update({
    where: { id: booking.classId },
    data: { booked: { decrement: booking.seats } },
  });
  await supabase.from('activity').insert({ user_id: booking.userId, kind: 'cancelled', ref: bookingId });
  return booking;
}

export async function listBookings(userId: string) {
  const bookings = await prisma.booking.findMany({ where: { userId } });
  const result = [];
  for (const booking of bookings) {
    const workshop = await prisma.class.findUnique({ where: { id: booking.classId } });
    result.push({ ...booking, class: workshop });
  }
  return result;
}
