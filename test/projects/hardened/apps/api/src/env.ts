import { z } from 'zod';

const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']),
  PORT: z.coerce.number().int().min(1).max(65535),
  DATABASE_URL: z.url(),
  REDIS_URL: z.url(),
  JWT_SECRET: z.string().min(32),
  ALLOWED_ORIGINS: z.string().transform((text) => text.split(',')),
  SUPABASE_URL: z.url(),
  SUPABASE_SERVICE_ROLE_KEY: z.string().min(1),
  STRIPE_SECRET_KEY: z.string().min(1),
  STRIPE_WEBHOOK_SECRET: z.string().min(1),
  RESEND_API_KEY: z.string().min(1),
  SHIPPING_API_KEY: z.string().min(1),
  SENTRY_DSN: z.url().optional(),
  PAYMENTS_ENABLED: z.stringbool(),
});

/** The configuration of the process. Starting without a variable fails at once and names it. */
export const env = schema.parse(process.env);
