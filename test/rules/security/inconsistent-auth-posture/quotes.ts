// packages: express@5.1.0, @prisma/client@6.0.0
import { PrismaClient } from '@prisma/client';
import express from 'express';

const db = new PrismaClient();
const app = express();

function requireUser(req, res, next) {
  if (!req.user) return res.status(401).json({ error: 'Sign in first' });
  next();
}

app.use(express.json());
app.get('/halls/:id/floors', requireUser, async (req, res) => {
  res.json(await db.hall.findUnique({ where: { id: req.params.id } }));
});
app.put('/halls/:id', requireUser, async (req, res) => {
  res.json(await db.hall.update({ where: { id: req.params.id }, data: { name: req.body.name } }));
});
app.delete('/halls/:id', requireUser, async (req, res) => {
  res.json(await db.hall.delete({ where: { id: req.params.id } }));
});
app.post('/halls', requireUser, async (req, res) => {
  res.json(await db.hall.create({ data: { name: req.body.name } }));
});
app.put('/halls/:id/size', requireUser, async (req, res) => {
  res.json(await db.hall.update({ where: { id: req.params.id }, data: { size: req.body.size } }));
});
app.put('/halls/:id/rate', requireUser, async (req, res) => {
  res.json(await db.hall.update({ where: { id: req.params.id }, data: { rate: req.body.rate } }));
});
app.put('/halls/:id/place', requireUser, async (req, res) => {
  res.json(await db.hall.update({ where: { id: req.params.id }, data: { place: req.body.place } }));
});
app.put('/halls/:id/colour', requireUser, async (req, res) => {
  res.json(await db.hall.update({ where: { id: req.params.id }, data: { colour: req.body.colour } }));
});
app.put('/halls/:id/note', requireUser, async (req, res) => {
  res.json(await db.hall.update({ where: { id: req.params.id }, data: { note: req.body.note } }));
});
// Sent as a body since much goes into it; it only reads what a visitor may know.
app.post('/estimate', async (req, res) => { // ok: inconsistent-auth-posture, missing-auth-guard
  const hall = await db.hall.findUnique({ where: { id: req.body.hall } });
  res.json({ total: (hall?.rate ?? 0) * Number(req.body.days) });
});
// expect-next-line: inconsistent-auth-posture(warning)
app.post('/halls/members', async (req, res) => {
  res.json(await db.hall.findMany({ where: { id: req.body.hall }, take: 10 }));
});
// expect-next-line: inconsistent-auth-posture(error)
app.post('/halls/:id/close', async (req, res) => {
  res.json(await db.hall.update({ where: { id: req.params.id }, data: { isClosed: true } }));
});
