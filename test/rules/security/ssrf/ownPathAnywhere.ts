// file: src/server.ts
// packages: hono@4.6.0
import { Hono } from 'hono';

const app = new Hono();
const base = process.env.BACKEND_URL!;

// `GET //internal.example/` asks for a path that is a host.
app.all('*', async (c) => fetch(new URL(new URL(c.req.url).pathname, base))); // expect: ssrf(warning medium)
app.all('/backend/*', async (c) => fetch(new URL(new URL(c.req.url).pathname, base))); // ok: ssrf

export default app;
