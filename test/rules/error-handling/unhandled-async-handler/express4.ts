// file: src/orders.ts
// packages: express@4.21.0, @prisma/client@6.0.0
import express, { Router, type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import asyncHandler from 'express-async-handler';
import { PrismaClient } from '@prisma/client';
import { catchEverything } from 'our-http-tools';

const prisma = new PrismaClient();
const router = Router();

router.get('/', async (req, res) => { // expect: unhandled-async-handler(error high)
  res.json(await prisma.order.findMany({ take: 20 }));
});
router.get('/returned', (req, res) => // expect: unhandled-async-handler
  prisma.order.findMany({ take: 20 }).then((orders) => res.json(orders)),
);
router.get('/looked-after', (req, res, next) => { // ok: unhandled-async-handler
  return prisma.order.findMany({ take: 20 }).then((orders) => res.json(orders)).catch(next);
});
router.post('/', async (req, res, next) => { // expect: unhandled-async-handler
  const user = await prisma.user.findUnique({ where: { id: req.body.user } });
  try {
    res.json(await prisma.order.create({ data: { userId: user!.id } }));
  } catch (err) {
    next(err);
  }
});
router.put('/:id', async (req, res, next) => { // ok: unhandled-async-handler
  try {
    res.json(await prisma.order.update({ where: { id: req.params.id }, data: { paid: true } }));
  } catch (err) {
    next(err);
  }
});
router.patch('/:id', async (req, res) => { // expect: unhandled-async-handler
  try {
    res.json(await prisma.order.update({ where: { id: req.params.id }, data: { paid: false } }));
  } catch (err) {
    console.error(err);
    throw err;
  }
});
router.delete('/:id', async (req, res) => { // expect: unhandled-async-handler
  try {
    await prisma.order.delete({ where: { id: req.params.id } });
  } finally {
    res.sendStatus(204);
  }
});
router.get('/nothing-to-fail', async (req, res) => { // ok: unhandled-async-handler
  await new Promise((resolve) => setTimeout(resolve, 50));
  res.json({ ok: true });
});
router.get('/settled', async (req, res) => { // ok: unhandled-async-handler
  const parts = await Promise.allSettled([prisma.order.count(), prisma.user.count()]);
  const total = await prisma.order.count().catch(() => 0);
  res.json({ parts, total });
});

const wrap = (handler: RequestHandler): RequestHandler => (req, res, next) => Promise.resolve(handler(req, res, next)).catch(next);
const attempt = (handler: (req: Request, res: Response) => Promise<void>) => async (req: Request, res: Response, next: NextFunction) => {
  try {
    await handler(req, res);
  } catch (err) {
    next(err);
  }
};
const timed = (handler: RequestHandler): RequestHandler => (req, res, next) => {
  res.setHeader('x-started', Date.now());
  return handler(req, res, next);
};

router.get('/a', wrap(async (req, res) => { // ok: unhandled-async-handler
  res.json(await prisma.order.count());
}));
router.get('/b', attempt(async (req, res) => { // ok: unhandled-async-handler
  res.json(await prisma.order.count());
}));
router.get('/c', asyncHandler(async (req, res) => { // ok: unhandled-async-handler
  res.json(await prisma.order.count());
}));
router.get('/d', catchEverything(async (req, res) => { // ok: unhandled-async-handler
  res.json(await prisma.order.count());
}));
router.get('/e', timed(async (req, res) => { // expect: unhandled-async-handler
  res.json(await prisma.order.count());
}));

async function loadUser(req: Request, res: Response, next: NextFunction) { // expect: unhandled-async-handler
  res.locals.user = await prisma.user.findFirst({ where: { token: req.get('x-token') } });
  next();
}
router.use(loadUser);
router.get('/f', loadUser, (req, res) => { // ok: unhandled-async-handler
  res.json(res.locals.user);
});

export default router;

/** Wrappers of a class that are made of another wrapper. */
export class Support {
  register(app: express.Express) {
    app.post('/support/a', this.withPermit(async (req, permit) => prisma.order.count({ where: { permit } }))); // ok: unhandled-async-handler
    const locked = (callback: (req: Request) => Promise<unknown>) => attempt(async (req, res) => await prisma.$transaction(async () => {
      res.json(await callback(req));
    }));
    app.post('/support/b', locked(async (req) => prisma.order.count({ where: { id: req.params.id } }))); // ok: unhandled-async-handler
  }

  private withPermit(callback: (req: Request, permit: string) => Promise<unknown>) {
    return attempt(async (req, res) => {
      try {
        res.json(await callback(req, 'permit'));
      } finally {
        res.end();
      }
    });
  }
}
