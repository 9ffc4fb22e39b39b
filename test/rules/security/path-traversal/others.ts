// packages: fastify@5.0.0, hono@4.6.0, koa@2.15.0
import Fastify from 'fastify';
import { Hono } from 'hono';
import fs from 'fs';
import path from 'path';

const fastify = Fastify();
const hono = new Hono();

fastify.get('/file', async (request) => fs.readFileSync(path.join('files', (request.query as any).name))); // expect: path-traversal
fastify.get('/safe', async (request, reply) => reply.send(fs.readFileSync(path.join('files', path.basename((request.query as any).name))))); // ok: path-traversal
hono.get('/file', (c) => c.body(fs.readFileSync(`files/${c.req.query('name')}`))); // expect: path-traversal
hono.get('/safe', (c) => c.body(fs.readFileSync(`files/${Number(c.req.query('id'))}`))); // ok: path-traversal
