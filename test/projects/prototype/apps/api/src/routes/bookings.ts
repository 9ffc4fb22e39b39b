import { Router } from 'express';
import { prisma } from '../lib/db';
import { bookSeats, cancelBooking, listBookings } from '../services/bookings';
import { createCharge } from '../services/payments';

// Mounted behind requireAuth in app.ts
export const bookingsRouter = Router();

bookingsRouter.get('/', async (req, res) => {
  try {
    res.json(await listBookings(req.user.id));
  } catch (error) {
    res.json([]);
  }
});

bookingsRouter.post('/', async (req, res) => {
  const { classId, seats } = req.body;
  const booking = await bookSeats(req.user.id, classId, seats);
  res.status(201).json(booking);
});

bookingsRouter.post('/:id/pay', async (req, res) => {
  try {
    const booking = await prisma.booking.findUnique({
      where: { id: req.params.id },
      include: { class: true },
    });
    const amount = req.body.amount ?? booking.class.price * booking.seats;
    const charge = await createCharge(amount, req.user.email, `Booking ${booking.id}`);
    await prisma.booking.update({ where: { id: booking.id }, data: { status: 'confirmed' } });
    res.json({ success: true, charge });
  } catch (error: any) {
    console.error('Payment failed:', error.message);
    res.status(500).json({ error: `Payment failed: ${error.message}` });
  }
});

bookingsRouter.delete('/:id', async (req, res) => {
  try {
    await cancelBooking(req.params.id);
  } catch (error) {
    // already cancelled
  }
  res.json({ success: true });
});
