// packages: express@5.1.0, @prisma/client@6.0.0, jsonwebtoken@9.0.2
import { PrismaClient } from '@prisma/client';
import express, { type NextFunction, type Request, type Response } from 'express';
import jwt from 'jsonwebtoken';

const app = express();
const prisma = new PrismaClient();

interface Known extends Request {
  user?: { id: string; role: string };
}

function requireAuth(req: Known, res: Response, next: NextFunction) {
  try {
    req.user = jwt.verify((req.headers.authorization ?? '').slice(7), process.env.JWT_SECRET!) as { id: string; role: string };
    next();
  } catch {
    res.status(401).json({ error: 'Who are you?' });
  }
}

function requireAdmin(req: Known, res: Response, next: NextFunction) {
  if (req.user?.role !== 'admin') return res.status(403).json({ error: 'For administrators' });
  next();
}

async function assertMine(user: { id: string } | undefined, id: string) {
  const note = await prisma.note.findUnique({ where: { id } });
  if (note?.authorId !== user?.id) throw new Error('Not yours');
}

app.get('/notes/:id', requireAuth, async (req: Known, res) => {
  res.json(await prisma.note.findFirst({ where: { id: req.params.id, authorId: req.user!.id } })); // ok: missing-ownership-check
});

app.put('/notes/:id', requireAuth, async (req: Known, res) => {
  const { title } = req.body;
  await prisma.note.update({ where: { id: req.params.id }, data: { title } }); // expect: missing-ownership-check(error high)
  //    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ changes the row of note that req.params.id names, whoever it belongs to
  res.sendStatus(204);
});

// Whoever did it is noted, and that is no look at whose it was.
app.delete('/notes/:id', requireAuth, async (req: Known, res) => {
  const { id } = req.params;
  console.log('deleting', id, req.user!.id);
  await prisma.note.delete({ where: { id } }); // expect: missing-ownership-check
  await prisma.trace.create({ data: { what: 'note.delete', userId: req.user!.id } });
  res.sendStatus(204);
});

app.delete('/notes/:id/loaded', requireAuth, async (req: Known, res) => {
  const note = await prisma.note.findUnique({ where: { id: req.params.id } });
  if (!note) return res.sendStatus(404);
  if (note.authorId !== req.user!.id) return res.sendStatus(403);
  await prisma.note.delete({ where: { id: req.params.id } }); // ok: missing-ownership-check
  res.sendStatus(204);
});

app.delete('/notes/:id/own', requireAuth, async (req: Known, res) => {
  await prisma.note.deleteMany({ where: { id: req.params.id, authorId: req.user!.id } }); // ok: missing-ownership-check
  res.sendStatus(204);
});

app.delete('/notes/:id/helper', requireAuth, async (req: Known, res) => {
  await assertMine(req.user, req.params.id);
  await prisma.note.delete({ where: { id: req.params.id } }); // ok: missing-ownership-check
  res.sendStatus(204);
});

app.delete('/notes/:id/member', requireAuth, async (req: Known, res) => {
  const seat = await prisma.membership.findFirst({ where: { noteId: req.params.id, userId: req.user!.id } });
  if (!seat) return res.sendStatus(403);
  await prisma.note.delete({ where: { id: req.params.id } }); // ok: missing-ownership-check
  res.sendStatus(204);
});

app.delete('/notes/:id/joined', requireAuth, async (req: Known, res) => {
  await prisma.note.deleteMany({ where: { id: req.params.id, project: { members: { some: { userId: req.user!.id } } } } }); // ok: missing-ownership-check
  res.sendStatus(204);
});

app.delete('/notes/:id/any', requireAuth, requireAdmin, async (req: Known, res) => {
  await prisma.note.delete({ where: { id: req.params.id } }); // ok: missing-ownership-check
  res.sendStatus(204);
});

app.delete('/notes/:id/role', requireAuth, async (req: Known, res) => {
  if (req.user!.role !== 'editor') return res.sendStatus(403);
  await prisma.note.delete({ where: { id: req.params.id } }); // ok: missing-ownership-check
  res.sendStatus(204);
});

// Nobody is asked who they are: that is another gap.
app.delete('/open/notes/:id', async (req, res) => {
  await prisma.note.delete({ where: { id: req.params.id } }); // ok: missing-ownership-check
  res.sendStatus(204);
});

// Whoever has the code of an invitation is meant.
app.post('/invites/:code', requireAuth, async (req: Known, res) => {
  await prisma.note.updateMany({ where: { shareCode: req.params.code }, data: { opened: true } }); // ok: missing-ownership-check
  res.sendStatus(204);
});

// Tags belong to nobody.
app.delete('/tags/:id', requireAuth, async (req: Known, res) => {
  await prisma.tag.delete({ where: { id: req.params.id } }); // ok: missing-ownership-check
  res.sendStatus(204);
});

// The row that is changed is one of the caller's own.
app.post('/notes/latest', requireAuth, async (req: Known, res) => {
  const latest = await prisma.note.findFirst({ where: { authorId: req.user!.id } });
  await prisma.note.update({ where: { id: latest!.id }, data: { pinned: true } }); // ok: missing-ownership-check
  res.sendStatus(204);
});
