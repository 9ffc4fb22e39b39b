import { Prisma, type Booking } from '@prisma/client';
import { enqueueEmail } from '../jobs/emailQueue.js';
import { audit } from '../lib/audit.js';
import { prisma } from '../lib/db.js';
import { AppError, notFoundError } from '../lib/errors.js';
import { pageOf } from '../lib/paging.js';
import { createCharge, type Charge } from './payments.js';

/** Books seats, or throws a 409 when the class is full or the user has booked it before. */
export async function bookSeats(userId: string, classId: string, seats: number): Promise<Booking> {
  const booking = await prisma
    .$transaction(async (tx) => {
      // One statement checks and takes the seats, so that two people cannot get the last one.
      const taken = await tx.$executeRaw`
        UPDATE "Class" SET "booked" = "booked" + ${seats}
        WHERE "id" = ${classId}::uuid AND "startsAt" > now() AND "booked" + ${seats} <= "capacity"`;
      if (taken === 0) throw new AppError(409, 'This class is full or over');
      const created = await tx.booking.create({ data: { userId, classId, seats } });
      await audit(tx, userId, 'booking.create', created.id);
      return created;
    })
    .catch((err: unknown) => {
      if (err instanceof Prisma.PrismaClientKnownRequestError && err.code === 'P2002') {
        throw new AppError(409, 'You have booked this class already');
      }
      throw err;
    });
  await enqueueEmail({ kind: 'booked', bookingId: booking.id });
  return booking;
}

export async function cancelBooking(userId: string, bookingId: string): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const booking = await tx.booking.findFirst({ where: { id: bookingId, userId } });
    if (!booking) throw notFoundError('Booking');
    const { count } = await tx.booking.updateMany({
      where: { id: bookingId, userId, status: { not: 'cancelled' } },
      data: { status: 'cancelled' },
    });
    if (count === 0) return;
    await tx.class.update({ where: { id: booking.classId }, data: { booked: { decrement: booking.seats } } });
    await audit(tx, userId, 'booking.cancel', bookingId);
  });
}

export async function listBookings(userId: string, page: { cursor?: string | undefined; limit: number }): Promise<Booking[]> {
  return prisma.booking.findMany({
    where: { userId },
    include: { class: { select: { id: true, title: true, startsAt: true } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    ...pageOf(page),
  });
}

/** Starts the payment of a booking. The price is ours; the payment's webhook confirms the booking. */
export async function payBooking(user: { id: string; email: string }, bookingId: string): Promise<Charge> {
  const booking = await prisma.booking.findFirst({
    where: { id: bookingId, userId: user.id, status: 'pending' },
    include: { class: { select: { priceCents: true } } },
  });
  if (!booking) throw notFoundError('Booking');
  const charge = await createCharge(
    booking.class.priceCents * booking.seats,
    user.email,
    `Booking ${booking.id}`,
    `booking-${booking.id}`,
  );
  await prisma.booking.update({ where: { id: booking.id, userId: user.id }, data: { paymentId: charge.id } });
  return charge;
}
