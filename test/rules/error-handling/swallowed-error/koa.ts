// packages: koa@3.0.0, @koa/router@14.0.0, @prisma/client@6.0.0
import Router from '@koa/router';
import { PrismaClient } from '@prisma/client';

const router = new Router();
const prisma = new PrismaClient();

router.get('/shares/:id', async (ctx) => {
  try {
    ctx.body = await prisma.share.update({ where: { id: ctx.params.id }, data: { views: { increment: 1 } } });
  } catch (_error) { // ok: swallowed-error
    ctx.status = 404;
  }
});

router.get('/counts/:id', async (ctx) => {
  try {
    ctx.body = await prisma.share.update({ where: { id: ctx.params.id }, data: { views: { increment: 1 } } });
  } catch (_error) { // expect: swallowed-error(error)
    ctx.status = 200;
  }
});
