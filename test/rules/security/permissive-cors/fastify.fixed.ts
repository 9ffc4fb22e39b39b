import Fastify from 'fastify';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';

const app = Fastify();
await app.register(helmet, { global: true });
await app.register(cors, { origin: process.env.ALLOWED_ORIGINS?.split(',') ?? [], credentials: true });
await app.register(cors, { origin: ['https://app.example.com'], credentials: true });
await app.register(cors, { origin: process.env.ORIGIN?.split(',') ?? [], credentials: true });
// Here a star in a list stands for all, and falls open.
await app.register(cors, { origin: (process.env.ORIGINS || '*').split(','), credentials: true });
await app.register(cors);
