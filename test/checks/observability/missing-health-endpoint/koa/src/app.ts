import Koa from 'koa';
import { orders } from './orders';

const app = new Koa();
app.use(orders.routes()).use(orders.allowedMethods());
app.listen(3000);
