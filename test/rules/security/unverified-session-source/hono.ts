// packages: hono@4.13.19, jose@6.0.0, @prisma/client@6.0.0
import { PrismaClient } from '@prisma/client';
import { Hono } from 'hono';
import * as jose from 'jose';

const prisma = new PrismaClient();
const app = new Hono();

app.get('/orders', async (c) => {
  const token = c.req.header('authorization')!.slice(7);
  const { sub } = jose.decodeJwt(token); // expect: unverified-session-source
  return c.json(await prisma.order.findMany({ where: { userId: sub! } }));
});

app.get('/mine', async (c) => {
  const token = c.req.header('authorization')!.slice(7);
  const { payload } = await jose.jwtVerify(token, new TextEncoder().encode(process.env.JWT_SECRET)); // ok: unverified-session-source
  return c.json(await prisma.order.findMany({ where: { userId: payload.sub! } }));
});

export default app;

// What it is good for is for its callers to say: here a line in a log.
function callerOf(request: Request): string | null {
  const token = (request.headers.get('authorization') ?? '').slice(7);
  const claims = JSON.parse(atob(token.split('.')[1]!)); // ok: unverified-session-source
  return claims.sub || null;
}

app.use(async (c, next) => {
  console.log(callerOf(c.req.raw));
  await next();
});
