// packages: fastify@5.1.0, fastify-plugin@5.0.0, @fastify/jwt@9.0.0, pg@8.13.0

// file: src/auth.ts
import fp from 'fastify-plugin';
import jwt from '@fastify/jwt';
export default fp(async (app) => {
  await app.register(jwt, { secret: process.env.JWT_SECRET! });
  app.addHook('onRequest', async (request) => {
    const config = request.routeOptions.config ?? {};
    if (config.requireAuth === false) return;
    try {
      await request.jwtVerify();
    } catch {
      throw new Error('who are you?');
    }
  });
});

// file: src/db.ts
import { Pool } from 'pg';
export const pool = new Pool();

// file: src/figures.ts
import fp from 'fastify-plugin';
import type { FastifyInstance } from 'fastify';
import { pool } from './db';
export function figures(options: { path?: string; requireAuth?: boolean } = {}) {
  return fp(async (app: FastifyInstance) => {
    // endpoint: GET /figures absent (its settings say so unless somebody asks otherwise)
    app.get('/figures', { config: { requireAuth: options.requireAuth ?? false } }, async () => pool.query('select count(*) from visits'));
  });
}

// file: src/app.ts
import fastify, { FastifyInstance } from 'fastify';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import auth from './auth';
import { figures } from './figures';
import { pool } from './db';

async function registerRoutes(app: FastifyInstance) {
  const folder = join(__dirname, 'routes');
  for (const file of readdirSync(folder)) {
    if (!(file.endsWith('router.ts') || file.endsWith('router.js'))) continue;
    const loaded = await import(join(folder, file));
    if (loaded?.default) await app.register(loaded.default);
  }
}

export async function build() {
  const app = fastify();
  // endpoint: DELETE /early/:id present AUTHENTICATED (hooks hold for all of their context, whatever the order)
  app.delete('/early/:id', async (request) => pool.query('delete from early where id = $1', [(request.params as any).id]));
  await app.register(auth);
  await app.register(figures());
  await registerRoutes(app);
  return app;
}

export async function open() {
  const app = fastify();
  readdirSync(join(__dirname, 'open')).filter((name) => name !== 'index.js').forEach((name) => app.register(require(`${join(__dirname, 'open')}/${name}`)));
  return app;
}

// file: src/routes/orders.router.ts
import type { FastifyPluginAsync } from 'fastify';
import { pool } from '../db';
const routes: FastifyPluginAsync = async (app) => {
  // endpoint: POST /orders present AUTHENTICATED
  app.post('/orders', async () => pool.query('insert into orders default values'));
  // endpoint: POST /orders/guests absent
  app.post('/orders/guests', { config: { requireAuth: false } }, async () => pool.query('insert into orders default values'));
  // endpoint: POST /orders/members present AUTHENTICATED
  app.post('/orders/members', { config: { requireAuth: true } }, async () => pool.query('insert into orders default values'));
  // endpoint: POST /orders/limited present AUTHENTICATED (another setting)
  app.post('/orders/limited', { config: { requireTenant: false } }, async () => pool.query('insert into orders default values'));
};
export default routes;

// file: src/routes/notes.ts
import type { FastifyPluginAsync } from 'fastify';
import { pool } from '../db';
const routes: FastifyPluginAsync = async (app) => {
  // endpoint: POST /notes unknown (its name ends in something else, and nothing loads it)
  app.post('/notes', async () => pool.query('insert into notes default values'));
};
export default routes;

// file: src/open/things.ts
import type { FastifyInstance } from 'fastify';
import { pool } from '../db';
export default async function things(app: FastifyInstance) {
  // endpoint: POST /things absent
  app.post('/things', async () => pool.query('insert into things default values'));
}

// file: src/open/index.ts
import type { FastifyInstance } from 'fastify';
import { pool } from '../db';
export default async function index(app: FastifyInstance) {
  // endpoint: POST /index unknown (left out by its name)
  app.post('/index', async () => pool.query('insert into things default values'));
}
