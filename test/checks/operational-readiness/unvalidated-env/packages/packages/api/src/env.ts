import { z } from 'zod';

const schema = z.object({ DATABASE_URL: z.string(), STRIPE_KEY: z.string(), JWT_SECRET: z.string() });

export const env = schema.parse(process.env);
