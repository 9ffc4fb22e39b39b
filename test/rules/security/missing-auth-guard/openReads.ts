// packages: express@5.1.0, @prisma/client@6.0.0, drizzle-orm@0.44.0, mongoose@8.0.0
import express, { Router } from 'express';
import { PrismaClient } from '@prisma/client';
import { eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { Schema, model } from 'mongoose';
import { documents } from './schema';

const prisma = new PrismaClient();
const db = drizzle(process.env.DATABASE_URL!);
const Clip = model('Clip', new Schema({ plays: Number, price: Number }));
const app = express();

// Whoever looks at a page is counted; nothing else is changed.
app.get('/tools/:id', async (req, res) => { // ok: missing-auth-guard
  const found = await prisma.$transaction(async (tx) => {
    const [tool] = await Promise.all([tx.tool.findUnique({ where: { id: req.params.id } }), tx.tool.update({ where: { id: req.params.id }, data: { views: { increment: 1 } } })]);
    return tool;
  });
  res.json(found);
});
app.get('/texts/:id', async (req, res) => { // ok: missing-auth-guard
  await db.update(documents).set({ downloadCount: sql`${documents.downloadCount} + 1` }).where(eq(documents.id, req.params.id));
  res.end();
});
app.get('/clips/:id', async (req, res) => { // ok: missing-auth-guard
  res.json(await Clip.findByIdAndUpdate(req.params.id, { $inc: { plays: 1 } }));
});
// A number that is worth something is no such count, nor is one that is set.
app.post('/tools/:id/like', async (req, res) => { // expect: missing-auth-guard
  res.json(await prisma.tool.update({ where: { id: req.params.id }, data: { credits: { increment: 1 } } }));
});
app.post('/tools/:id/views', async (req, res) => { // expect: missing-auth-guard
  res.json(await prisma.tool.update({ where: { id: req.params.id }, data: { views: req.body.views } }));
});
app.post('/clips/:id/price', async (req, res) => { // expect: missing-auth-guard
  res.json(await Clip.findByIdAndUpdate(req.params.id, { $inc: { plays: 1 }, $set: { price: req.body.price } }));
});

const uploads = Router();
app.use('/uploads', uploads);
// What is marked as public is shown to everybody.
uploads.get('/shown', async (_req, res) => { // ok: missing-auth-guard
  res.json(await prisma.upload.findMany({ where: { isPublic: true }, take: 20 }));
});
const shelf = Router();
app.use('/documents', shelf);
shelf.get('/shown', async (_req, res) => { // ok: missing-auth-guard
  res.json(await db.select().from(documents).where(eq(documents.status, 'published')).limit(20));
});
uploads.get('/all', async (req, res) => { // expect: missing-auth-guard(warning medium)
  res.json(await prisma.upload.findMany({ where: { OR: [{ isPublic: true }, { owner: String(req.query.owner) }] }, take: 20 }));
});
uploads.get('/hidden', async (_req, res) => { // expect: missing-auth-guard(warning medium)
  res.json(await prisma.upload.findMany({ where: { isPublic: false }, take: 20 }));
});

const members = Router();
app.use('/members', members);
// Names and pictures of members are what others see of them; addresses are not.
members.get('/:id/card', async (req, res) => { // ok: missing-auth-guard
  res.json(await prisma.user.findUnique({ where: { id: req.params.id }, select: { id: true, name: true, avatar: true, bio: true, _count: { select: { topics: true } } } }));
});
members.get('/:id/contact', async (req, res) => { // expect: missing-auth-guard(warning medium)
  res.json(await prisma.user.findUnique({ where: { id: req.params.id }, select: { id: true, name: true, email: true } }));
});
const users = Router();
app.use('/users', users);
// Who wrote a review is no secret; who ordered something is.
users.get('/:id/reviews', async (req, res) => { // ok: missing-auth-guard
  res.json(await prisma.review.findMany({ where: { author: req.params.id }, take: 20 }));
});
users.get('/:id/orders', async (req, res) => { // expect: missing-auth-guard(warning medium)
  res.json(await prisma.order.findMany({ where: { buyer: req.params.id }, take: 20 }));
});
const account = Router();
app.use('/account', account);
// What there is to buy, by its table.
account.get('/choices', async (_req, res) => { // ok: missing-auth-guard
  res.json(await prisma.accountPlan.findMany());
});
account.get('/past', async (_req, res) => { // expect: missing-auth-guard(warning medium)
  res.json(await prisma.accountChange.findMany());
});

app.listen(3000);
