// packages: express@5.1.0, drizzle-orm@0.38.0
import express, { type NextFunction, type Request, type Response } from 'express';
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { sessions, tickets } from './schema';

const db = drizzle(process.env.DATABASE_URL!);
const app = express();
app.use(express.json());

// Guests may go on, those with a session are known.
async function guestsToo(req: Request, _res: Response, next: NextFunction) {
  const header = req.headers.authorization;
  if (header?.startsWith('Bearer ')) {
    const [session] = await db.select().from(sessions).where(eq(sessions.token, header.slice(7)));
    if (session && session.expiresAt > new Date()) req.caller = { id: session.userId };
  }
  next();
}

// Nothing of the session that is looked up is looked at.
async function warmUp(req: Request, _res: Response, next: NextFunction) {
  await db.select().from(sessions).where(eq(sessions.token, req.headers.authorization ?? ''));
  next();
}

app.post('/tickets', guestsToo, async (req, res) => { // ok: missing-auth-guard
  res.json(await db.insert(tickets).values({ title: 'a', userId: req.caller?.id ?? null }));
});
app.post('/notes', warmUp, async (req, res) => { // expect: missing-auth-guard
  res.json(await db.insert(tickets).values({ title: 'b' }));
});
app.post('/bare', async (req, res) => { // expect: missing-auth-guard
  res.json(await db.insert(tickets).values({ title: 'c' }));
});
