// file: src/app.ts
// packages: express@5.1.0, @prisma/client@6.0.0, jsonwebtoken@9.0.2
import express from 'express';
import jwt from 'jsonwebtoken';
import { PrismaClient } from '@prisma/client';
import { noteService } from './notes';

const prisma = new PrismaClient();
const app = express();

function requireUser(req: express.Request, res: express.Response, next: express.NextFunction) {
  try {
    req.user = jwt.verify(req.headers.authorization ?? '', process.env.JWT_SECRET!) as { id: string };
  } catch {
    return res.sendStatus(401);
  }
  next();
}

const posts = express.Router();
posts.use(requireUser);
posts.put('/:id', async (req, res) => { // ok: inconsistent-auth-posture
  res.json(await prisma.post.update({ where: { id: req.params.id, userId: req.user.id }, data: { title: req.body.title } }));
});
posts.delete('/:id', async (req, res) => { // ok: inconsistent-auth-posture
  const { id } = req.params;
  await prisma.post.deleteMany({ where: { id, userId: req.user.id } });
  res.sendStatus(204);
});
posts.post('/:id/duplicate', async (req, res) => { // ok: inconsistent-auth-posture
  const userId = req.user.id;
  const found = await prisma.post.findFirst({ where: { id: req.params.id, userId } });
  if (!found) return res.sendStatus(404);
  res.json(await prisma.post.create({ data: { title: found.title, userId } }));
});
posts.post('/:id/archive', async (req, res) => { // ok: inconsistent-auth-posture
  const found = await prisma.post.findUnique({ where: { id: req.params.id } });
  if (found?.userId !== req.user.id) return res.sendStatus(403);
  res.json(await prisma.post.update({ where: { id: req.params.id }, data: { archived: true } }));
});
posts.put('/:id/status', async (req, res) => { // expect: inconsistent-auth-posture(info low)
  const { status } = req.body;
  if (!['published', 'failed'].includes(status)) return res.sendStatus(400);
  res.json(await prisma.post.update({ where: { id: req.params.id }, data: { status } }));
});
// Whose it is may be looked at where it is called.
posts.put('/:id/owner', async (req, res) => { // ok: inconsistent-auth-posture
  res.json(await noteService.moveForUser(req, req.params.id));
});
app.use('/posts', posts);

// Nobody here looks at who is calling: all of them may do everything.
const parts = express.Router();
parts.use(requireUser);
parts.put('/:id', async (req, res) => { // ok: inconsistent-auth-posture
  res.json(await prisma.part.update({ where: { id: req.params.id }, data: { title: req.body.title } }));
});
parts.delete('/:id', async (req, res) => { // ok: inconsistent-auth-posture
  res.json(await prisma.part.delete({ where: { id: req.params.id } }));
});
parts.post('/:id/move', async (req, res) => { // ok: inconsistent-auth-posture
  res.json(await prisma.part.update({ where: { id: req.params.id }, data: { place: req.body.place } }));
});
parts.post('/:id/count', async (req, res) => { // ok: inconsistent-auth-posture
  res.json(await prisma.part.update({ where: { id: req.params.id }, data: { count: req.body.count, userId: req.user.id } }));
});
app.use('/parts', parts);

// Something in front of the handler looks after it.
const notes = express.Router();
notes.use(requireUser);
notes.put('/:id', async (req, res) => { // ok: inconsistent-auth-posture
  res.json(await prisma.note.update({ where: { id: req.params.id, userId: req.user.id }, data: { text: req.body.text } }));
});
notes.delete('/:id', async (req, res) => { // ok: inconsistent-auth-posture
  res.json(await prisma.note.deleteMany({ where: { id: req.params.id, userId: req.user.id } }));
});
notes.post('/:id/pin', async (req, res) => { // ok: inconsistent-auth-posture
  res.json(await prisma.note.updateMany({ where: { id: req.params.id, userId: req.user.id }, data: { pinned: true } }));
});
notes.post('/:id/unpin', loadNote, async (req, res) => { // ok: inconsistent-auth-posture
  res.json(await prisma.note.update({ where: { id: req.params.id }, data: { pinned: false } }));
});
// What is not one of many is nobody's.
notes.post('/import', async (req, res) => { // ok: inconsistent-auth-posture
  res.json(await prisma.note.create({ data: { text: req.body.text } }));
});
app.use('/notes', notes);

// Whom the caller names is somebody else.
const seats = express.Router();
seats.use(requireUser);
seats.put('/:groupId/:userId', async (req, res) => { // ok: inconsistent-auth-posture
  const { userId } = req.params;
  res.json(await prisma.seat.update({ where: { userId }, data: { name: req.body.name } }));
});
seats.delete('/:groupId/:userId', async (req, res) => { // ok: inconsistent-auth-posture
  res.json(await prisma.seat.delete({ where: { userId: req.params.userId } }));
});
seats.post('/:groupId/:userId/invite', async (req, res) => { // ok: inconsistent-auth-posture
  res.json(await prisma.seat.create({ data: { userId: req.body.userId } }));
});
seats.post('/:groupId/archive', async (req, res) => { // ok: inconsistent-auth-posture
  res.json(await prisma.seat.updateMany({ where: { id: req.params.groupId }, data: { archived: true } }));
});
app.use('/seats', seats);

// Who is calling is written down, and decides nothing: all of them are for those who work here.
const orders = express.Router();
orders.use(requireUser);
orders.put('/:id', async (req, res) => { // ok: inconsistent-auth-posture
  res.json(await orderService.update(req.params.id, req.body, req.user.id));
});
orders.post('/:id/cancel', async (req, res) => { // ok: inconsistent-auth-posture
  res.json(await orderService.cancel(req.params.id, req.user.id));
});
orders.post('/:id/reopen', async (req, res) => { // ok: inconsistent-auth-posture
  res.json(await prisma.order.update({ where: { id: req.params.id }, data: { open: true, updatedBy: req.user.id } }));
});
orders.delete('/:id', async (req, res) => { // ok: inconsistent-auth-posture
  res.json(await prisma.order.delete({ where: { id: req.params.id } }));
});
app.use('/orders', orders);

// The service chooses by who is calling.
const drafts = express.Router();
drafts.use(requireUser);
drafts.put('/:id', async (req, res) => { // ok: inconsistent-auth-posture
  res.json(await draftService.update(req.params.id, req.user.id, req.body));
});
drafts.post('/:id/send', async (req, res) => { // ok: inconsistent-auth-posture
  res.json(await draftService.send(req.params.id, req.user.id));
});
drafts.post('/:id/copy', async (req, res) => { // ok: inconsistent-auth-posture
  res.json(await draftService.copy(req.params.id, req.user.id));
});
drafts.delete('/:id', async (req, res) => { // expect: inconsistent-auth-posture(info low)
//^^^^^^^^^^^^^^^^^^ 3 of 4 routes under /drafts look at who is calling; DELETE /drafts/:id
  res.json(await draftService.remove(req.params.id));
});
app.use('/drafts', drafts);

const orderService = {
  async update(id: string, data: { title: string }, userId: string) {
    await prisma.log.create({ data: { userId, orderId: id } });
    return prisma.order.update({ where: { id }, data });
  },
  async cancel(id: string, userId: string) {
    return prisma.order.update({ where: { id }, data: { cancelled: true, cancelledBy: userId } });
  },
};

const draftService = {
  async update(id: string, userId: string, data: { title: string }) {
    return prisma.draft.update({ where: { id, userId }, data });
  },
  async send(id: string, userId: string) {
    const draft = await prisma.draft.findUnique({ where: { id } });
    if (draft?.ownerId !== userId) throw new Error('not yours');
    return prisma.mail.create({ data: { text: draft.text } });
  },
  async copy(id: string, userId: string) {
    const draft = await prisma.draft.findFirst({ where: { id, ownerId: userId } });
    return prisma.draft.create({ data: { text: draft!.text, ownerId: userId } });
  },
  async remove(id: string) {
    return prisma.draft.delete({ where: { id } });
  },
};

async function loadNote(req: express.Request, res: express.Response, next: express.NextFunction) {
  const note = await prisma.note.findFirst({ where: { id: req.params.id, userId: req.user.id } });
  if (!note) return res.sendStatus(404);
  next();
}

app.listen(3000);
