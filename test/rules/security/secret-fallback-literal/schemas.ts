// file: src/env.ts
import { z } from 'zod';
import { cleanEnv, str } from 'envalid';

export const env = z
  .object({
    JWT_SECRET: z.string().min(8).default('supersecret').optional(), // expect: secret-fallback-literal
    SESSION_SECRET: z.string().min(32), // ok: secret-fallback-literal
    LOG_LEVEL: z.string().default('info'), // ok: secret-fallback-literal
    password: z.string().default('none'), // ok: secret-fallback-literal
  })
  .parse(process.env);

export const strict = cleanEnv(process.env, {
  COOKIE_SECRET: str({ default: 'cookies' }), // expect: secret-fallback-literal
  CSRF_SECRET: str({ devDefault: 'csrf' }), // ok: secret-fallback-literal
});
