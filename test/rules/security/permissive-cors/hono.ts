// packages: hono@4.13.0
import { Hono } from 'hono';
import { cors } from 'hono/cors';

const app = new Hono();
app.use('/a/*', cors({ origin: (origin) => origin, credentials: true })); // expect: permissive-cors
app.use('/b/*', cors({ origin: (origin) => (origin.endsWith('.example.com') ? origin : 'https://example.com'), credentials: true })); // ok: permissive-cors
app.use('/c/*', cors({ origin: (origin) => (origin.includes('localhost') ? origin : null), credentials: true })); // expect: permissive-cors(warning medium)
app.use('/d/*', cors()); // ok: permissive-cors
app.use('/e/*', cors({ origin: ['https://example.com'], credentials: true })); // ok: permissive-cors
export default app;
