// packages: express@5.1.0, @prisma/client@6.0.0, drizzle-orm@0.44.0, mongoose@8.0.0
import express, { Router } from 'express';
import { PrismaClient } from '@prisma/client';
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { Schema, model } from 'mongoose';
import { cohorts as groups } from './schema';

const prisma = new PrismaClient();
const db = drizzle(process.env.DATABASE_URL!);
const Deal = model('Deal', new Schema({ title: String, client: { type: Schema.Types.ObjectId, ref: 'Client' } }));
const app = express();
const mentors = Router();
app.use('/mentors', mentors);
const cohorts = Router();
app.use('/cohorts', cohorts);
const deals = Router();
app.use('/deals', deals);

// Whole accounts come along, with every column they have.
mentors.get('/', async (_req, res) => { // expect: missing-auth-guard(warning medium)
  res.json(await prisma.mentor.findMany({ include: { user: true }, take: 20 }));
});
cohorts.get('/one', async (req, res) => { // expect: missing-auth-guard(warning medium)
  res.json(await db.query.cohorts.findFirst({ where: eq(groups.id, String(req.query.id)), with: { seats: { with: { user: true } } } }));
});
deals.get('/', async (_req, res) => { // expect: missing-auth-guard(warning medium)
  res.json(await Deal.find({}).populate('client').limit(20));
});
// Some columns of them are what others see, and other relations are no accounts.
mentors.get('/shown', async (_req, res) => { // ok: missing-auth-guard
  res.json(await prisma.mentor.findMany({ include: { user: { select: { name: true, avatar: true } } }, take: 20 }));
});
cohorts.get('/', async (_req, res) => { // ok: missing-auth-guard
  res.json(await db.query.cohorts.findMany({ with: { course: true, seats: { with: { user: { columns: { name: true } } } } }, limit: 20 }));
});
deals.get('/shown', async (_req, res) => { // ok: missing-auth-guard
  res.json(await Deal.find({}).populate('client', 'name').limit(20));
});
app.get('/skills/counted', async (_req, res) => { // ok: missing-auth-guard
  res.json(await prisma.mentor.findMany({ where: { user: { active: true } }, include: { skills: true }, take: 20 }));
});
