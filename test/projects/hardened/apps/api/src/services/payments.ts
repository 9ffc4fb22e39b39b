import Stripe from 'stripe';
import { env } from '../env.js';
import { AppError } from '../lib/errors.js';
import { logger } from '../lib/logger.js';

const stripe = new Stripe(env.STRIPE_SECRET_KEY, {
  apiVersion: '2026-10-28.endive',
  timeout: 10_000,
  maxNetworkRetries: 2,
});

export interface Charge {
  id: string;
  status: string;
}

/** The event that the payment provider signed. Throws a 400 when the signature is not theirs. */
export function verifiedEvent(body: Buffer, signature: string): Stripe.Event {
  try {
    return stripe.webhooks.constructEvent(body, signature, env.STRIPE_WEBHOOK_SECRET);
  } catch (err) {
    logger.warn({ err }, 'webhook refused');
    throw new AppError(400, 'Invalid signature');
  }
}

/** Starts a payment. The same idempotency key never charges twice. */
export async function createCharge(
  amountCents: number,
  receiptEmail: string,
  description: string,
  idempotencyKey: string,
): Promise<Charge> {
  if (!env.PAYMENTS_ENABLED) throw new AppError(503, 'Payments are paused, please try again later');
  const intent = await stripe.paymentIntents.create(
    { amount: amountCents, currency: 'eur', receipt_email: receiptEmail, description },
    { idempotencyKey },
  );
  return { id: intent.id, status: intent.status };
}

export async function refundCharge(paymentId: string, idempotencyKey: string): Promise<void> {
  await stripe.refunds.create({ payment_intent: paymentId }, { idempotencyKey });
}
