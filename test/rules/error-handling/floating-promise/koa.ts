// packages: koa@2.15.0, @koa/router@13.0.0, @prisma/client@6.0.0
import Router from '@koa/router';
import { PrismaClient } from '@prisma/client';
import Koa from 'koa';

process.on('unhandledRejection', (reason) => console.error('unhandled', reason));

const prisma = new PrismaClient();
const app = new Koa();
const router = new Router();

router.get('/orders', (ctx) => {
  prisma.order.findMany({ take: 20 }).then((orders) => { // expect: floating-promise(error high)
    ctx.body = orders;
  });
});

router.get('/orders/:id', async (ctx) => {
  ctx.body = await prisma.order.findUnique({ where: { id: ctx.params.id } }).then((order) => order ?? {}); // ok: floating-promise
});

app.use(router.routes());
