// packages: express@5.1.0, @prisma/client@6.0.0
import { PrismaClient } from '@prisma/client';
import express from 'express';

const db = new PrismaClient();
const app = express();

function isSignedIn(req, res, next) {
  if (!req.user) return res.status(401).json({ error: 'Sign in first' });
  next();
}
async function requireAdmin(req, res, next) {
  if (req.user?.role !== 'admin') return res.status(403).json({ error: 'Not for you' });
  next();
}

const callerOf = (request: any): string => {
  if (!request.user?.claims?.sub) throw new Error('Nobody is signed in');
  return request.user.claims.sub;
};
const named = (request: any): string => request.body.user;

app.use(express.json());
app.get('/api/admin/jobs', requireAdmin, async (_req, res) => {
  res.json(await db.job.findMany({ take: 10 }));
});
app.delete('/api/admin/jobs/:id', requireAdmin, async (req, res) => {
  res.json(await db.job.delete({ where: { id: req.params.id } }));
});
app.put('/api/admin/jobs/:id', requireAdmin, async (req, res) => {
  res.json(await db.job.update({ where: { id: req.params.id }, data: { name: req.body.name } }));
});
app.post('/api/admin/jobs', requireAdmin, async (req, res) => {
  res.json(await db.job.create({ data: { name: req.body.name } }));
});
app.post('/api/admin/jobs/:id/run', isSignedIn, async (req, res) => { // ok: inconsistent-auth-posture
  const id = callerOf(req);
  const user = await db.user.findUnique({ where: { id } });
  if (!user?.isAdmin) return res.status(403).json({ error: 'Not for you' });
  res.json(await db.job.update({ where: { id: req.params.id }, data: { isRunning: true } }));
});
// expect-next-line: inconsistent-auth-posture
app.post('/api/admin/jobs/:id/stop', isSignedIn, async (req, res) => {
  const id = named(req);
  const user = await db.user.findUnique({ where: { id } });
  if (!user?.isAdmin) return res.status(403).json({ error: 'Not for you' });
  res.json(await db.job.update({ where: { id: req.params.id }, data: { isRunning: false } }));
});
