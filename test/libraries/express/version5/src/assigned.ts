// packages: express@5.1.0, jsonwebtoken@9.0.2, @prisma/client@6.1.0
import { createHash } from 'node:crypto';
import express, { type NextFunction, type Request, type Response } from 'express';
import jwt from 'jsonwebtoken';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();

// Nothing is ever put into the variable but what was verified.
app.post('/assigned', async (req, res) => {
  let userId: string | null = null;
  const token = req.get('x-token');
  if (token) {
    try {
      const payload = jwt.verify(token, process.env.JWT_SECRET!) as { sub: string };
      userId = payload.sub;
    } catch {
      // Signed out.
    }
  }
  if (!userId) return res.redirect('/login');
  res.json(await prisma.order.create({ data: { userId } }));
});

// Whoever sends no token is a guest.
async function guestOrUser(req: Request, res: Response, next: NextFunction) {
  const token = req.get('x-token');
  if (token) {
    res.locals.user = jwt.verify(token, process.env.JWT_SECRET!);
  }
  next();
}

// Here they are refused, behind it.
async function userOnly(req: Request, res: Response, next: NextFunction) {
  const token = req.get('x-token');
  if (token) {
    try {
      res.locals.user = jwt.verify(token, process.env.JWT_SECRET!);
      return next();
    } catch (error) {
      console.warn(error);
    }
  }
  res.status(401).end();
}

app.post('/guest-or-user', guestOrUser, async (_req, res) => res.json(await prisma.order.create({ data: {} })));
app.post('/user-only', userOnly, async (_req, res) => res.json(await prisma.order.create({ data: {} })));

async function ownerOf(header: string | undefined): Promise<string | null> {
  if (!header?.startsWith('Bearer ')) return null;
  const found = await prisma.personalAccessToken.findUnique({ where: { tokenHash: createHash('sha256').update(header.slice(7)).digest('hex') } });
  return found ? found.userId : null;
}

async function withToken(req: Request, res: Response, next: NextFunction) {
  const userId = await ownerOf(req.headers.authorization);
  if (!userId) return res.status(401).end();
  res.locals.userId = userId;
  next();
}

app.post('/tokens', withToken, async (_req, res) => res.json(await prisma.order.create({ data: {} })));

app.listen(3000);
