// packages: express@5.1.0, express-rate-limit@7.5.0, @prisma/client@6.0.0
import { PrismaClient } from '@prisma/client';
import express from 'express';
import rateLimit from 'express-rate-limit';

const db = new PrismaClient();
const app = express();

function requireUser(req, res, next) {
  if (!req.user) return res.status(401).json({ error: 'Sign in first' });
  next();
}
const limited = rateLimit({ windowMs: 60_000, limit: 10 });

app.use(express.json());
app.post('/pages', requireUser, limited, async (req, res) => {
  res.json(await db.page.create({ data: { title: req.body.title } }));
});
app.put('/pages/:id', requireUser, async (req, res) => {
  res.json(await db.page.update({ where: { id: req.params.id }, data: { title: req.body.title } }));
});
app.delete('/pages/:id', requireUser, async (req, res) => {
  res.json(await db.page.delete({ where: { id: req.params.id } }));
});
app.post('/pages/:id/publish', requireUser, async (req, res) => {
  res.json(await db.page.update({ where: { id: req.params.id }, data: { isPublished: true } }));
});
// Readers leave their address: their requests are counted, and hardly anybody else's.
app.post('/pages/:id/readers', limited, async (req, res) => { // ok: inconsistent-auth-posture
  res.json(await db.reader.create({ data: { page: req.params.id, mail: req.body.mail } }));
});
// expect-next-line: inconsistent-auth-posture(error medium)
app.post('/pages/:id/archive', async (req, res) => {
  res.json(await db.page.update({ where: { id: req.params.id }, data: { isArchived: true } }));
});
