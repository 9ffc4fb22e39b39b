// packages: express@5.1.0, express-session@1.18.0, jsonwebtoken@9.0.2
import express from 'express';
import session from 'express-session';
import jwt from 'jsonwebtoken';

const JWT_SECRET = process.env.JWT_SECRET || 'your-secret-key-change-in-production'; // expect: secret-fallback-literal(error high)
const REFRESH_SECRET = process.env['REFRESH_SECRET'] ?? 'dev'; // expect: secret-fallback-literal(error high)
const { CRON_SECRET = 'let-me-in', PORT = '3000' } = process.env; // expect: secret-fallback-literal(error high)

export const settings = {
  encryption: { key: process.env.ENCRYPTION_KEY || 'default-key-change-this' }, // expect: secret-fallback-literal(error high)
  stripeKey: process.env.STRIPE_SECRET_KEY ?? 'q8ZtR3wLkV5nXeJm7Yd2Hc', // expect: secret-fallback-literal(error medium)
};

const app = express();
app.use(session({ secret: process.env.SESSION_SECRET || 'keyboard cat', resave: false })); // expect: secret-fallback-literal
//                                                      ^^^^^^^^^^^^^^ whoever reads it can forge

app.post('/login', (req, res) => {
  const token = jwt.sign({ sub: req.body.id }, process.env.TOKENS || 'tokens'); // expect: secret-fallback-literal
  res.json({ token, refresh: jwt.sign({ sub: req.body.id }, REFRESH_SECRET) });
});

export const required = jwt.sign({}, process.env.JWT_SECRET!); // ok: secret-fallback-literal
export const empty = process.env.JWT_SECRET || ''; // ok: secret-fallback-literal
export const chained = process.env.JWT_SECRET || process.env.AUTH_SECRET; // ok: secret-fallback-literal
export const refused = process.env.OPENAI_API_KEY || 'dummy-key'; // ok: secret-fallback-literal
export const unconfigured = process.env.STRIPE_SECRET_KEY ?? 'stripe-unconfigured'; // ok: secret-fallback-literal
export const database = { password: process.env.DB_PASSWORD || 'postgres' }; // ok: secret-fallback-literal
export const lifetime = process.env.JWT_SECRET_TYPE || 'base64'; // ok: secret-fallback-literal
export const anon = process.env.NEXT_PUBLIC_SUPABASE_ANON_KEY || 'placeholder-key'; // ok: secret-fallback-literal
export const trial = { password: process.env.E2E_ADMIN_SECRET || 'super123', key: import.meta.env.VITE_ACCESS_KEY || 'q8ZtR3wLkV5nXeJm7Yd2Hc' }; // ok: secret-fallback-literal
export { CRON_SECRET, JWT_SECRET, PORT };
