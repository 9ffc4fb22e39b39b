// packages: jsonwebtoken@9.0.2
import jwt from 'jsonwebtoken';

const isProduction = process.env.NODE_ENV === 'production';

const secret = process.env.JWT_SECRET || 'dev-secret'; // ok: secret-fallback-literal
if (isProduction && secret === 'dev-secret') throw new Error('JWT_SECRET is not set');

const session = process.env.SESSION_SECRET ?? 'dev-session'; // ok: secret-fallback-literal
if (!process.env.SESSION_SECRET && isProduction) {
  console.error('SESSION_SECRET is not set');
  process.exit(1);
}

export const cookie = isProduction ? process.env.COOKIE_SECRET! : process.env.COOKIE_SECRET || 'cookies'; // ok: secret-fallback-literal

export function hook(): string {
  if (process.env.NODE_ENV !== 'production') {
    return process.env.WEBHOOK_SECRET || 'local-hook'; // ok: secret-fallback-literal
  }
  return process.env.WEBHOOK_SECRET!;
}

const admin = process.env.ADMIN_SECRET || 'admin'; // expect: secret-fallback-literal
if (!process.env.ADMIN_SECRET) console.warn('ADMIN_SECRET is not set');

export const token = jwt.sign({ session, admin }, secret);
