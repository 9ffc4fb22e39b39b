import { Router } from 'express';
import { z } from 'zod';
import { asyncHandler } from '../lib/asyncHandler.js';
import { currentUser } from '../lib/auth.js';
import { idParams, pageQuery } from '../lib/paging.js';
import { paymentLimiter } from '../lib/rateLimit.js';
import { bookSeats, cancelBooking, listBookings, payBooking } from '../services/bookings.js';

// Mounted behind requireAuth in app.ts.
export const bookingsRouter = Router();

const newBooking = z.object({ classId: z.uuid(), seats: z.number().int().min(1).max(8) });

bookingsRouter.get(
  '/',
  asyncHandler(async (req, res) => {
    const page = pageQuery.parse(req.query);
    res.json(await listBookings(currentUser(req).id, page));
  }),
);

bookingsRouter.post(
  '/',
  asyncHandler(async (req, res) => {
    const { classId, seats } = newBooking.parse(req.body);
    res.status(201).json(await bookSeats(currentUser(req).id, classId, seats));
  }),
);

bookingsRouter.post(
  '/:id/pay',
  paymentLimiter,
  asyncHandler(async (req, res) => {
    const { id } = idParams.parse(req.params);
    res.status(202).json(await payBooking(currentUser(req), id));
  }),
);

bookingsRouter.delete(
  '/:id',
  asyncHandler(async (req, res) => {
    const { id } = idParams.parse(req.params);
    await cancelBooking(currentUser(req).id, id);
    res.status(204).end();
  }),
);
