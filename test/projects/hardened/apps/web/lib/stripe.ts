import 'server-only';
import Stripe from 'stripe';
import { env } from '@/lib/env';

export const stripe = new Stripe(env.STRIPE_SECRET_KEY, {
  apiVersion: '2026-10-28.endive',
  timeout: 10_000,
  maxNetworkRetries: 2,
});
