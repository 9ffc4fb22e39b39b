// file: app/api/webhooks/stripe/route.ts
// packages: next@15.0.0, @prisma/client@6.0.0, stripe@17.0.0
import { PrismaClient } from '@prisma/client';
import Stripe from 'stripe';

const prisma = new PrismaClient();
const stripe = new Stripe(process.env.STRIPE_SECRET_KEY!);

export async function POST(request: Request) {
  const signature = request.headers.get('stripe-signature')!;
  const event = stripe.webhooks.constructEvent(await request.clone().text(), signature, process.env.STRIPE_WEBHOOK_SECRET!);
  const body = await request.json(); // ok: unvalidated-input
  await prisma.payment.create({ data: { id: event.id, amount: body.amount } });
  return Response.json({ received: true });
}
