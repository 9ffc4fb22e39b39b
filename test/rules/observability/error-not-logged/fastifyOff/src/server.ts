import Fastify from 'fastify';
import { orders } from './orders';

const app = Fastify({ trustProxy: true });
app.register(orders);
app.listen({ port: 3000 });
