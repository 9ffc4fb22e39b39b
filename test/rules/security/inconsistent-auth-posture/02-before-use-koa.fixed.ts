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

router.post('/import', requireUser, async (ctx) => { ctx.body = await prisma.order.createMany({ data: [] }); });
router.use(requireUser);
router.get('/', async (ctx) => { ctx.body = await prisma.order.findMany(); });
router.post('/', async (ctx) => { ctx.body = await prisma.order.create({ data: {} }); });
router.delete('/:id', async (ctx) => { ctx.body = await prisma.order.delete({ where: { id: ctx.params.id } }); });

app.use(router.routes());
app.listen(3000);
