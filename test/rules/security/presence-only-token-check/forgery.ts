// packages: koa@3.0.0, @koa/router@14.0.0, @prisma/client@6.0.0
import Router from '@koa/router';
import Koa, { type Context, type Next } from 'koa';
import { PrismaClient } from '@prisma/client';


const app = new Koa();
const router = new Router();
const prisma = new PrismaClient();

function verifyCsrfToken() {
  return async function verifyCsrfTokenMiddleware(ctx: Context, next: Next) {
    const token = ctx.cookies.get('csrfToken');
    if (!token) ctx.throw(403, 'There is no token.'); // ok: presence-only-token-check
    await next();
  };
}

function needsToken() {
  return async function needsTokenMiddleware(ctx: Context, next: Next) {
    const token = ctx.cookies.get('accessToken');
    if (!token) ctx.throw(401, 'There is no token.'); // expect: presence-only-token-check
    await next();
  };
}

// A token against forgery says that the page is ours, not who calls.
router.post('/boards', verifyCsrfToken(), async (ctx) => { // ok: presence-only-token-check
  ctx.body = await prisma.board.create({ data: { name: 'new' } });
});

router.post('/notes', needsToken(), async (ctx) => {
  ctx.body = await prisma.note.create({ data: { name: 'new' } });
});

app.use(router.routes());
