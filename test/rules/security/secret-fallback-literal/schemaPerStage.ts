// file: src/settings.ts
import { z } from 'zod';

const always = z.object({ PORT: z.coerce.number().default(3000) });

const strict = always.extend({
  JWT_SECRET: z.string().min(32), // ok: secret-fallback-literal
  SESSION_SECRET: z.string().default('sessions'), // expect: secret-fallback-literal
});

const lenient = always.extend({
  JWT_SECRET: z.string().default('supersecret'), // ok: secret-fallback-literal
  SESSION_SECRET: z.string().default('sessions'), // ok: secret-fallback-literal
});

export const settings = process.env.NODE_ENV === 'production' ? strict.parse(process.env) : lenient.parse(process.env);

const relaxed = z.object({ COOKIE_SECRET: z.string().default('cookies') }); // ok: secret-fallback-literal
const shared = z.object({ CSRF_SECRET: z.string().default('csrf') }); // expect: secret-fallback-literal

export function cookies(): string {
  if (process.env.NODE_ENV !== 'production') return relaxed.parse(process.env).COOKIE_SECRET;
  return shared.parse(process.env).CSRF_SECRET;
}
