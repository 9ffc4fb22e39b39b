// packages: express@5.1.0, @prisma/client@6.0.0, jsonwebtoken@9.0.2
import { PrismaClient } from '@prisma/client';
import express, { type NextFunction, type Request, type Response } from 'express';
import jwt from 'jsonwebtoken';

const app = express();
const prisma = new PrismaClient();

interface Known extends Request {
  user?: { id: string };
}

function requireAuth(req: Known, res: Response, next: NextFunction) {
  try {
    req.user = jwt.verify((req.headers.authorization ?? '').slice(7), process.env.JWT_SECRET!) as { id: string };
    next();
  } catch {
    res.status(401).json({ error: 'Who are you?' });
  }
}

app.use(requireAuth);

app.get('/tasks', async (req: Known, res) => {
  res.json(await prisma.task.findMany({ where: { userId: req.user!.id } }));
});

// People are shown their own alone: nobody else's are theirs to change.
app.patch('/tasks/:id', async (req: Known, res) => {
  await prisma.task.update({ where: { id: Number(req.params.id) }, data: { done: true } }); // expect: missing-ownership-check(error medium)
  res.sendStatus(204);
});

// Who made a category is stored, and no more: everybody uses all of them.
app.post('/categories', async (req: Known, res) => {
  res.json(await prisma.category.create({ data: { name: req.body.name, createdBy: req.user!.id } }));
});

app.delete('/categories/:id', async (req: Known, res) => {
  await prisma.category.delete({ where: { id: req.params.id } }); // ok: missing-ownership-check
  res.sendStatus(204);
});

// A helper of somebody else's may look.
app.delete('/tasks/:id', async (req: Known, res) => {
  await unknownHelper(req.user, req.params.id);
  await prisma.task.delete({ where: { id: Number(req.params.id) } }); // ok: missing-ownership-check
  res.sendStatus(204);
});

declare function unknownHelper(user: unknown, id: string): Promise<void>;
