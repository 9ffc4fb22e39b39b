import express, { Router } from 'express';
import { asyncHandler } from '../lib/asyncHandler.js';
import { prisma } from '../lib/db.js';
import { verifiedEvent } from '../services/payments.js';

export const webhooksRouter = Router();

webhooksRouter.post(
  '/stripe',
  express.raw({ type: 'application/json', limit: '1mb' }),
  asyncHandler(async (req, res) => {
    const event = verifiedEvent(req.body as Buffer, req.get('stripe-signature') ?? '');
    if (event.type === 'payment_intent.succeeded') {
      const paymentId = event.data.object.id;
      await prisma.$transaction(async (tx) => {
        const { count } = await tx.processedEvent.createMany({ data: [{ id: event.id }], skipDuplicates: true });
        if (count === 0) return;
        await tx.booking.updateMany({ where: { paymentId, status: 'pending' }, data: { status: 'confirmed' } });
        await tx.order.updateMany({ where: { paymentId, status: 'new' }, data: { status: 'paid' } });
      });
    }
    res.json({ received: true });
  }),
);
