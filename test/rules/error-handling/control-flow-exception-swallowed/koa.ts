// packages: koa@2.15.0, @koa/router@13.0.0
import Koa from 'koa';
import Router from '@koa/router';
import { find } from './orders';

const router = new Router();

router.get('/orders/:id', async (ctx) => {
  try {
    const order = await find(ctx.params.id);
    if (!order) ctx.throw(404, 'Not found'); // expect: control-flow-exception-swallowed
    ctx.body = order;
  } catch (error) {
    console.error(error);
    ctx.throw(500, 'Failed');
  }
});

router.get('/bids/:id', async (ctx) => {
  try {
    const bid = await find(ctx.params.id);
    if (!bid) ctx.throw(404, 'Not found'); // ok: control-flow-exception-swallowed
    ctx.body = bid;
  } catch (error) {
    ctx.status = error.status || 500;
    ctx.body = { message: 'Failed' };
  }
});

const app = new Koa();
app.use(router.routes());
app.listen(3000);
