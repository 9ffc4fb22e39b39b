// packages: koa@3.0.0, @koa/router@13.1.0, @prisma/client@6.0.0
import Koa from 'koa';
import Router from '@koa/router';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = new Koa();
const router = new Router({ prefix: '/orders' });

async function requireUser(ctx, next) {
  if (!ctx.state.user) ctx.throw(401);
  await next();
}

router.post('/import', async (ctx) => { ctx.body = await prisma.order.createMany({ data: [] }); }); // expect: inconsistent-auth-posture
router.use(requireUser);
router.get('/', async (ctx) => { ctx.body = await prisma.order.findMany(); }); // ok: inconsistent-auth-posture
router.post('/', async (ctx) => { ctx.body = await prisma.order.create({ data: {} }); }); // ok: inconsistent-auth-posture
router.delete('/:id', async (ctx) => { ctx.body = await prisma.order.delete({ where: { id: ctx.params.id } }); }); // ok: inconsistent-auth-posture

app.use(router.routes());
app.listen(3000);
