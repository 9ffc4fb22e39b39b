// packages: fastify@5.1.0, fastify-plugin@5.0.0, jsonwebtoken@9.0.0, @fastify/auth@5.0.0, pg@8.13.0

// file: src/guard.ts
import jwt from 'jsonwebtoken';
export const signedInOnly = function (request, reply, done) {
  const token = request.headers.authorization?.split(' ')[1];
  if (token) {
    const payload = jwt.verify(token, process.env.SECRET!);
    if (payload !== null) {
      request.who = payload;
      return done();
    }
  }
  return reply.code(401).send(new Error('Who are you?'));
};
export const unseenOnly = function (request, reply, done) {
  const payload = this.tokens.verifyToken(request.headers.authorization);
  if (payload !== null) return done();
  return reply.send(new Error('Who are you?'));
};
export const noteOnly = function (request, reply, done) {
  request.log.info(request.id);
  done();
};

// file: src/plugins.ts
import fp from 'fastify-plugin';
import { noteOnly, signedInOnly, unseenOnly } from './guard';
export const plugins = fp(async (server) => {
  server.decorate('signedInOnly', signedInOnly);
  server.decorate('unseenOnly', unseenOnly);
  server.decorate('verifyNothing', noteOnly);
  server.decorate('verifyJwt', async function (request, reply) {
    try {
      await request.jwtVerify();
    } catch (error) {
      reply.send(error);
    }
  });
});

// file: src/other.ts
import fp from 'fastify-plugin';
import { noteOnly, signedInOnly } from './guard';
export const twice = fp(async (server) => {
  if (process.env.STRICT) server.decorate('sometimes', signedInOnly);
  else server.decorate('sometimes', noteOnly);
});

// file: src/orders.ts
import type { FastifyPluginCallback } from 'fastify';
import { pool } from './db';
export const orders: FastifyPluginCallback = (fastify, _opts, done) => {
  // endpoint: GET /orders present (a plugin has added the guard)
  fastify.route({ method: 'GET', url: '/orders', preHandler: fastify.signedInOnly, handler: async () => pool.query('select * from orders limit 9') });
  // endpoint: GET /orders/listed present (the same in a list)
  fastify.get('/orders/listed', { preHandler: [fastify.signedInOnly] }, async () => pool.query('select * from orders limit 9'));
  // endpoint: GET /orders/jwt present (an added function that verifies a token)
  fastify.get('/orders/jwt', { onRequest: [fastify.verifyJwt] }, async () => pool.query('select * from orders limit 9'));
  // endpoint: GET /orders/unseen unknown (something that nobody can find verifies a token)
  fastify.get('/orders/unseen', { onRequest: [fastify.unseenOnly] }, async () => pool.query('select * from orders limit 9'));
  // endpoint: GET /orders/noted absent (whatever it is called, it verifies nothing)
  fastify.get('/orders/noted', { onRequest: [fastify.verifyNothing] }, async () => pool.query('select * from orders limit 9'));
  // endpoint: GET /orders/elsewhere unknown (nobody has added it where anybody could see)
  fastify.get('/orders/elsewhere', { onRequest: [fastify.fromElsewhere] }, async () => pool.query('select * from orders limit 9'));
  // endpoint: GET /orders/sometimes unknown (two are added under one name)
  fastify.get('/orders/sometimes', { onRequest: [fastify.sometimes] }, async () => pool.query('select * from orders limit 9'));
  // endpoint: GET /orders/open absent (nothing stands in front)
  fastify.get('/orders/open', async () => pool.query('select * from orders limit 9'));
  done();
};

// file: src/hooked.ts
import type { FastifyInstance } from 'fastify';
import { pool } from './db';
export async function hooked(fastify: FastifyInstance) {
  fastify.addHook('preHandler', fastify.signedInOnly);
  // endpoint: GET /hooked present (the added guard is a hook of its context)
  fastify.get('/hooked', async () => pool.query('select * from orders limit 9'));
}

// file: src/db.ts
import { Pool } from 'pg';
export const pool = new Pool();

// file: src/app.ts
import fastify from 'fastify';
import { hooked } from './hooked';
import { orders } from './orders';
import { twice } from './other';
import { plugins } from './plugins';
const app = fastify({ logger: true });
app.register(plugins);
app.register(twice);
app.register(orders);
app.register(hooked);
app.listen({ port: 3000 });
