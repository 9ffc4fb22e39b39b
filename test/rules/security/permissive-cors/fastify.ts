// packages: fastify@5.0.0, @fastify/cors@11.0.0, @fastify/helmet@13.0.0
import Fastify from 'fastify';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';

const app = Fastify();
await app.register(helmet, { global: true });
await app.register(cors, { origin: true, credentials: true }); // expect: permissive-cors
await app.register(cors, { origin: ['https://app.example.com'], credentials: true }); // ok: permissive-cors
await app.register(cors, { origin: process.env.ORIGIN || true, credentials: true }); // expect: permissive-cors(warning medium)
// Here a star in a list stands for all, and falls open.
await app.register(cors, { origin: (process.env.ORIGINS || '*').split(','), credentials: true }); // expect: permissive-cors(warning medium)
await app.register(cors); // ok: permissive-cors
