import Fastify from 'fastify';
import { orders } from './orders';

const app = Fastify({ trustProxy: true, logger: { level: 'info' } });
app.register(orders);
app.listen({ port: 3000 });
