// packages: express@5.1.0, pino@10.0.0, jsonwebtoken@9.0.2, @prisma/client@6.0.0
import express, { Router } from 'express';
import jwt from 'jsonwebtoken';
import pino from 'pino';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const logger = pino();
function requireUser(req: express.Request, res: express.Response, next: express.NextFunction) {
  try {
    (req as { user?: unknown }).user = jwt.verify(req.headers.authorization?.slice(7) ?? '', process.env.JWT_SECRET!);
    next();
  } catch {
    res.sendStatus(401);
  }
}

const members = Router();
members.use(requireUser);
members.post('/', async (req, res) => { // ok: inconsistent-endpoint-posture
  logger.info({ team: req.body.team }, 'member added');
  res.json(await prisma.member.create({ data: { name: String(req.body.name) } }));
});
members.put('/:id', async (req, res) => { // ok: inconsistent-endpoint-posture
  logger.info({ member: req.params.id }, 'member changed');
  res.json(await prisma.member.update({ where: { id: req.params.id }, data: { name: String(req.body.name) } }));
});
members.post('/:id/roles', async (req, res) => { // ok: inconsistent-endpoint-posture
  logger.info({ member: req.params.id }, 'role given');
  res.json(await prisma.role.create({ data: { name: String(req.body.name) } }));
});
members.delete('/:id/roles', async (req, res) => { // ok: inconsistent-endpoint-posture
  logger.info({ member: req.params.id }, 'role taken');
  await prisma.role.deleteMany({ where: { memberId: req.params.id } });
  res.sendStatus(204);
});
declare const trail: { record(what: string, id: string): Promise<void> };
// Its trace is not in the log.
members.patch('/:id', async (req, res) => { // ok: inconsistent-endpoint-posture
  await trail.record('member patched', req.params.id);
  res.json(await prisma.member.update({ where: { id: req.params.id }, data: { name: String(req.body.name) } }));
});
members.delete('/:id', async (req, res) => { // expect: inconsistent-endpoint-posture(info low)
  await prisma.member.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});

const app = express();
app.use('/members', members);
