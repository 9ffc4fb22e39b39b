// packages: hono@4.6.0, express@4.21.0, jsonwebtoken@9.0.2, @prisma/client@6.1.0
import { Hono, type Context } from 'hono';
import { PrismaClient } from '@prisma/client';
import { Guard } from './guard';

const prisma = new PrismaClient();
const app = new Hono();

class Reports {
  static async remove(c: Context) {
    const { email } = c.get('user');
    if (!email) throw new Error('no address');
    await prisma.report.deleteMany({ where: { email } });
    return c.json({ ok: true });
  }

  static async clear(c: Context) {
    if (!c.get('user')) return c.json({ error: 'who are you' }, 401);
    await prisma.report.deleteMany({});
    return c.json({ ok: true });
  }
}

app.delete('/reports', Guard.bearer, Reports.remove); // expect: presence-only-token-check
app.delete('/all-reports', Guard.bearer, (c) => Reports.clear(c)); // expect: presence-only-token-check

// What is verified in front may be believed.
app.delete('/own-reports', Guard.verified, Reports.remove); // ok: presence-only-token-check
app.delete('/other-reports', Guard.bearer, Guard.verified, Reports.remove); // ok: presence-only-token-check

export default app;
