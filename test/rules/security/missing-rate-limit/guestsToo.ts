// packages: express@5.1.0, drizzle-orm@0.38.0, resend@4.1.0
import express, { type NextFunction, type Request, type Response } from 'express';
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { Resend } from 'resend';
import { bookings, invitations, sessions } from './schema';

const db = drizzle(process.env.DATABASE_URL!);
const resend = new Resend(process.env.RESEND_API_KEY);
const app = express();
app.use(express.json());

// Guests may go on, those with a session are known.
async function guestsToo(req: Request, _res: Response, next: NextFunction) {
  const header = req.headers.authorization;
  if (header?.startsWith('Bearer ')) {
    const [session] = await db.select().from(sessions).where(eq(sessions.token, header.slice(7)));
    if (session) req.caller = { id: session.userId };
  }
  next();
}

app.post('/bookings', guestsToo, async (req, res) => { // expect: missing-rate-limit
  const [booking] = await db.insert(bookings).values({ mail: req.body.mail }).returning();
  await resend.emails.send({ from: 'a@example.com', to: req.body.mail, subject: 'Booked', text: String(booking.id) });
  res.json(booking);
});

// Whoever was sent the token is let in, once.
app.post('/invitations/:token/answer', async (req, res) => { // ok: missing-rate-limit
  const [invitation] = await db.select().from(invitations).where(eq(invitations.token, req.params.token));
  if (!invitation) return res.status(404).end();
  await resend.emails.send({ from: 'a@example.com', to: invitation.mail, subject: 'Answered', text: 'Thank you' });
  res.json({});
});
