import { z } from 'zod';

export const env = z.object({ DATABASE_URL: z.url(), CRON_SECRET: z.string().min(32), ADMIN_KEY: z.string().optional() }).parse(process.env);
