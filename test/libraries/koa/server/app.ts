// packages: koa@3.3.0, @koa/router@15.7.0, @prisma/client@6.1.0
import Koa from 'koa';
import type { Context, Next } from 'koa';
import Router from '@koa/router';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = new Koa();

async function requireUser(ctx: Context, next: Next) {
  if (!ctx.state.user) ctx.throw(401, 'Unauthorized');
  await next();
}

async function onlyKnown(ctx: Context, next: Next) {
  if (ctx.get('x-api-key') === process.env.API_KEY) await next();
  else ctx.status = 401;
}

const api = new Router({ prefix: '/api' });
api.get('/open', async (ctx) => {
  ctx.body = await prisma.order.findMany();
});
api.use(requireUser);
api.get('/orders', async (ctx) => {
  ctx.body = await prisma.order.findMany({ where: { status: String(ctx.query.status) } });
});
api.post('/orders/:id', async (ctx) => {
  await prisma.order.update({ where: { id: ctx.params.id }, data: { note: String(ctx.request.body.note) } });
  ctx.status = 204;
});

const jobs = new Router();
jobs.prefix('/jobs');
jobs.post('/run', onlyKnown, async (ctx) => {
  await prisma.order.deleteMany();
  ctx.body = { done: true };
});

// Middleware of one router says nothing about another on the same prefix.
const other = new Router({ prefix: '/api' });
other.get('/other', async (ctx) => {
  ctx.body = await prisma.order.count();
});

app.use(api.routes());
app.use(api.allowedMethods());
app.use(jobs.routes());
app.use(other.routes());

app.on('error', (error) => console.error(error));
app.listen(3000);
