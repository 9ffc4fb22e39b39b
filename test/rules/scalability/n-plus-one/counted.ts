// packages: express@5.1.0, @prisma/client@6.0.0
import { PrismaClient } from '@prisma/client';
import express from 'express';

const app = express();
const prisma = new PrismaClient();

// A list that is counted through, and what is made of its rows.
app.get('/counted', async (req, res) => {
  const users = await prisma.user.findMany({ take: 50 });
  for (let i = 0; i < users.length; i++) {
    console.log(await prisma.order.count({ where: { userId: users[i].id } })); // expect: n-plus-one
  }
  for (let i = 0; i < users.length; i++) {
    const user = users[i];
    console.log(await prisma.order.count({ where: { userId: user.id } })); // expect: n-plus-one
  }
  for (const user of users) {
    const { id: userId } = user;
    console.log(await prisma.order.count({ where: { userId } })); // expect: n-plus-one
  }
  res.end();
});

// Pieces, a few tries, and what is the same for each row.
app.get('/pieces', async (req, res) => {
  const users = await prisma.user.findMany({ take: 500 });
  for (let i = 0; i < users.length; i += 100) {
    const some = users.slice(i, i + 100).map(({ id }) => id);
    console.log(await prisma.order.count({ where: { userId: { in: some } } })); // ok: n-plus-one
  }
  for (let i = 0; i < 3; i++) console.log(await prisma.order.count({ where: { state: String(i) } })); // ok: n-plus-one
  for (let i = 0; i < users.length; i++) console.log(await prisma.order.count({ where: { state: 'open' } })); // ok: n-plus-one
  res.end();
});
