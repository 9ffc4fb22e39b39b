import Koa from 'koa';
import Router from '@koa/router';
import jwt from 'koa-jwt';

const app = new Koa();
const router = new Router();
app.use(jwt({ secret: process.env.SECRET! }));

router.get('/orders', (ctx) => {
  ctx.body = [];
});

app.use(router.routes());
