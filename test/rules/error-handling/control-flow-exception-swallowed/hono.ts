// packages: hono@4.6.0
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { find } from './orders';

const app = new Hono();

app.get('/orders/:id', async (c) => {
  try {
    const order = await find(c.req.param('id'));
    if (!order) throw new HTTPException(404, { message: 'Not found' }); // expect: control-flow-exception-swallowed
    return c.json(order);
  } catch (error) {
    console.error(error);
    return c.json({ message: 'Failed' }, 500);
  }
});

app.get('/bids/:id', async (c) => {
  try {
    const bid = await find(c.req.param('id'));
    if (!bid) throw new HTTPException(404, { message: 'Not found' }); // ok: control-flow-exception-swallowed
    return c.json(bid);
  } catch (error) {
    if (error instanceof HTTPException) return error.getResponse();
    return c.json({ message: 'Failed' }, 500);
  }
});

export default app;
