// packages: express@5.1.0, @prisma/client@6.0.0
import { PrismaClient } from '@prisma/client';
import express from 'express';

const prisma = new PrismaClient();
const app = express();

const guests = [
  { email: 'ada@example.com', name: 'Ada' },
  { email: 'grace@example.com', name: 'Grace' },
];

app.post('/demo/guests', async (req, res) => {
  for (const guest of guests) {
    await prisma.guest.create({ data: guest });
    console.log(`Guest ${guest.email} is there`); // ok: pii-in-logs
  }
  guests.forEach((guest) => console.log('In the demonstration', guest.email)); // ok: pii-in-logs
  const invited = [...guests, { email: req.body.email, name: 'You' }];
  for (const guest of invited) console.log('Invited', guest.email); // expect: pii-in-logs
  for (const guest of await prisma.guest.findMany({ take: 10 })) console.log('Known', guest.email); // expect: pii-in-logs
  res.json({ guests: guests.length });
});

app.listen(3000);
