import Router from '@koa/router';

export const orders = new Router();

// All of them, newest first.
orders.get('/orders', (ctx) => {
  ctx.body = [];
});
orders.post('/orders', (ctx) => {
  ctx.status = 201;
});
