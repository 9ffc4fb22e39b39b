import Koa from 'koa';
import Router from '@koa/router';

const app = new Koa();
const router = new Router({ prefix: '/orders' });

router.get('/', (ctx) => {
  ctx.body = [];
});

app.use(router.routes());
