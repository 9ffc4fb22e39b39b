// packages: express@5.1.0, zod@4.0.0, jsonwebtoken@9.0.2, @prisma/client@6.0.0
import express, { Router } from 'express';
import jwt from 'jsonwebtoken';
import { z, type ZodType } from 'zod';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const text = z.object({ text: z.string().max(500) });
const validate = (schema: ZodType) => (req: express.Request, res: express.Response, next: express.NextFunction) => {
  req.body = schema.parse(req.body);
  next();
};
function requireUser(req: express.Request, res: express.Response, next: express.NextFunction) {
  try {
    (req as { user?: unknown }).user = jwt.verify(req.headers.authorization?.slice(7) ?? '', process.env.JWT_SECRET!);
    next();
  } catch {
    res.sendStatus(401);
  }
}

const notes = Router();
notes.use(requireUser);
notes.post('/a', validate(text), async (req, res) => { // ok: inconsistent-endpoint-posture
  res.json(await prisma.a.create({ data: req.body }));
});
notes.post('/b', validate(text), async (req, res) => { // ok: inconsistent-endpoint-posture
  res.json(await prisma.b.create({ data: req.body }));
});
notes.post('/c', validate(text), async (req, res) => { // ok: inconsistent-endpoint-posture
  res.json(await prisma.c.create({ data: req.body }));
});
notes.post('/d', validate(text), async (req, res) => { // ok: inconsistent-endpoint-posture
  res.json(await prisma.d.create({ data: req.body }));
});
notes.post('/e', validate(text), async (req, res) => { // ok: inconsistent-endpoint-posture
  res.json(await prisma.e.create({ data: req.body }));
});
notes.post('/f', validate(text), async (req, res) => { // ok: inconsistent-endpoint-posture
  res.json(await prisma.f.create({ data: req.body }));
});
notes.post('/g', validate(text), async (req, res) => { // ok: inconsistent-endpoint-posture
  res.json(await prisma.g.create({ data: req.body }));
});
notes.post('/h', validate(text), async (req, res) => { // ok: inconsistent-endpoint-posture
  res.json(await prisma.h.create({ data: req.body }));
});
notes.post('/open', async (req, res) => { // expect: inconsistent-endpoint-posture(info medium)
  res.json(await prisma.i.create({ data: { text: req.body.text } }));
});
// It checks in its own way.
notes.post('/own', async (req, res) => { // ok: inconsistent-endpoint-posture
  const body = text.parse(req.body);
  res.json(await prisma.j.create({ data: body }));
});
// Nothing is sent that could be checked.
notes.post('/empty', async (req, res) => { // ok: inconsistent-endpoint-posture
  res.json(await prisma.k.create({ data: {} }));
});

const app = express();
app.use('/notes', notes);
