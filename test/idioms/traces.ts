// packages: @prisma/client@6.1.0

// file: express/package.json
{"name": "express-app", "dependencies": {"express": "4.21.0", "morgan": "1.10.0", "pino-http": "10.3.0", "pino": "9.5.0", "winston": "3.17.0", "express-winston": "4.2.0", "express-pino-logger": "7.0.0", "@sentry/node": "8.40.0", "@prisma/client": "6.1.0"}}

// file: express/src/db.ts
import { PrismaClient } from '@prisma/client';
export const db = new PrismaClient();

// file: express/src/logger.ts
import winston from 'winston';
export const logger = winston.createLogger({ transports: [new winston.transports.Console()] });

// file: express/src/morgan.ts
import express from 'express';
import morgan from 'morgan';
import { db } from './db';
import { logger } from './logger';
const app = express();
app.use(morgan('combined', { stream: { write: (line) => logger.info(line.trim()) } }));
// endpoint: POST /m1 logged
app.post('/m1', async (req, res) => { await db.post.deleteMany({}); res.json({}); });

// file: express/src/when.ts
import express from 'express';
import morgan from 'morgan';
import { db } from './db';
const app = express();
if (process.env.NODE_ENV === 'development') app.use(morgan('dev'));
// endpoint: POST /m2 unlogged (never in production)
app.post('/m2', async (req, res) => { await db.post.deleteMany({}); res.json({}); });

// file: express/src/unlessTest.ts
import express from 'express';
import morgan from 'morgan';
import { db } from './db';
const app = express();
if (process.env.NODE_ENV !== 'test') app.use(morgan('combined'));
// endpoint: POST /m3 logged
app.post('/m3', async (req, res) => { await db.post.deleteMany({}); res.json({}); });

// file: express/src/pino.ts
import express from 'express';
import { pinoHttp } from 'pino-http';
import pino from 'pino';
import { db } from './db';
const app = express();
// endpoint: POST /p0 unlogged (registered in front of it)
app.post('/p0', async (req, res) => { await db.post.deleteMany({}); res.json({}); });
app.use(pinoHttp({ logger: pino() }));
// endpoint: POST /p1 logged
app.post('/p1', async (req, res) => { await db.post.deleteMany({}); res.json({}); });

// file: express/src/expressWinston.ts
import express from 'express';
import expressWinston from 'express-winston';
import winston from 'winston';
import { db } from './db';
const app = express();
app.use(expressWinston.logger({ transports: [new winston.transports.Console()] }));
// endpoint: POST /w1 logged
app.post('/w1', async (req, res) => { await db.post.deleteMany({}); res.json({}); });

// file: express/src/own.ts
import express from 'express';
import { db } from './db';
const app = express();
app.use((req, res, next) => { const start = Date.now(); res.on('finish', () => { console.log(`${req.method} ${req.path} ${res.statusCode} in ${Date.now() - start}ms`); }); next(); });
// endpoint: POST /o1 logged
app.post('/o1', async (req, res) => { await db.post.deleteMany({}); res.json({}); });

// file: express/src/requestLogger.ts
import { logger } from './logger';
export function requestLogger(req: any, res: any, next: any) { logger.info('request', { method: req.method, path: req.path }); next(); }
export function onlyFailures(req: any, res: any, next: any) { if (!req.headers.host) { logger.warn('no host'); return res.status(400).end(); } next(); }
export function afterwards(req: any, res: any, next: any) { res.on('finish', () => logger.info(`${req.method} ${res.statusCode}`)); next(); }

// file: express/src/shared.ts
import express from 'express';
import { db } from './db';
import { afterwards, onlyFailures, requestLogger } from './requestLogger';
const app = express();
// endpoint: POST /s1 logged
app.post('/s1', requestLogger, async (req, res) => { await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /s2 unlogged (of what it lets through nothing is written down)
app.post('/s2', onlyFailures, async (req, res) => { await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /s3 logged
app.post('/s3', afterwards, async (req, res) => { await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /s4 logged (failures are what one looks for)
app.post('/s4', async (req, res) => { try { await db.post.deleteMany({}); res.json({}); } catch (error) { console.error(error); res.status(500).end(); } });
const logged = (fn: any) => async (req: any, res: any, next: any) => { console.log('call', req.path); try { await fn(req, res); } catch (error) { next(error); } };
// endpoint: POST /s5 logged
app.post('/s5', logged(async (req: any, res: any) => { await db.post.deleteMany({}); res.json({}); }));

const reporting = (fn: any) => async (req: any, res: any, next: any) => { try { await fn(req, res); } catch (error) { console.error(error); next(error); } };
// endpoint: POST /s6 logged (what fails is written down where it is called)
app.post('/s6', reporting(async (req: any, res: any) => { await db.post.deleteMany({}); res.json({}); }));
const counting = (fn: any) => async (req: any, res: any, next: any) => { try { await db.hit.create({ data: {} }); } catch (error) { console.error('not counted', error); } try { await fn(req, res); } catch (error) { next(error); } };
// endpoint: POST /s7 unlogged (the line is about something else)
app.post('/s7', counting(async (req: any, res: any) => { await db.post.deleteMany({}); res.json({}); }));
function slow(req: any, res: any, next: any) { const start = Date.now(); res.on('finish', () => { if (Date.now() - start > 1000) console.warn('slow', req.path); }); next(); }
// endpoint: POST /s8 unlogged (only what takes long)
app.post('/s8', slow, async (req, res) => { await db.post.deleteMany({}); res.json({}); });
function graded(req: any, res: any, next: any) { res.on('finish', () => { if (res.statusCode >= 400) { console.warn(req.method, res.statusCode); } else { console.log(req.method, res.statusCode); } }); next(); }
// endpoint: POST /s9 logged
app.post('/s9', graded, async (req, res) => { await db.post.deleteMany({}); res.json({}); });
function apiOnly(req: any, res: any, next: any) { res.on('finish', () => { if (req.path.startsWith('/s')) { console.log(req.method, res.statusCode); } }); next(); }
// endpoint: POST /s10 logged
app.post('/s10', apiOnly, async (req, res) => { await db.post.deleteMany({}); res.json({}); });
function strangers(req: any, res: any, next: any) { if (req.user) { return next(); } console.warn('nobody'); next(); }
// endpoint: POST /s11 unlogged (those who are known pass before)
app.post('/s11', strangers, async (req, res) => { await db.post.deleteMany({}); res.json({}); });

// file: express/src/failures.ts
import express from 'express';
import { db } from './db';
const app = express();
// endpoint: POST /f1 unlogged (the last middleware writes down what fails, and of requests nothing)
app.post('/f1', async (req, res, next) => { try { await db.post.deleteMany({}); res.json({}); } catch (error) { next(error); } });
app.use((err: any, req: any, res: any, next: any) => { console.error(err); res.status(500).json({}); });

// file: express/src/early.ts
import express from 'express';
import { db } from './db';
const app = express();
app.use((err: any, req: any, res: any, next: any) => { console.error(err); res.status(500).json({}); });
// endpoint: POST /f2 unlogged (with four parameters it is not asked by requests that are well)
app.post('/f2', async (req, res) => { await db.post.deleteMany({}); res.json({}); });

// file: express/src/sentry.ts
import express from 'express';
import * as Sentry from '@sentry/node';
import { db } from './db';
Sentry.init({ dsn: process.env.SENTRY_DSN });
const app = express();
// endpoint: POST /y1 unlogged (Sentry hears of what fails)
app.post('/y1', async (req, res, next) => { try { await db.post.deleteMany({}); res.json({}); } catch (error) { next(error); } });
Sentry.setupExpressErrorHandler(app);

// file: fast/package.json
{"name": "fast", "dependencies": {"fastify": "5.1.0", "@prisma/client": "6.1.0"}}

// file: fast/src/on.ts
import Fastify from 'fastify';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const app = Fastify({ logger: true });
// endpoint: POST /x1 logged
app.post('/x1', async () => db.post.deleteMany({}));

// file: fast/src/off.ts
import Fastify from 'fastify';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const app = Fastify();
// endpoint: POST /x2 unlogged (it has no logger unless it is given one)
app.post('/x2', async () => db.post.deleteMany({}));

// file: fast/src/level.ts
import Fastify from 'fastify';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const app = Fastify({ logger: { level: process.env.LOG_LEVEL ?? 'info', transport: { target: 'pino-pretty' } } });
// endpoint: POST /x4 logged
app.post('/x4', async () => db.post.deleteMany({}));
const silent = Fastify({ logger: true, disableRequestLogging: true });
// endpoint: POST /x5 unlogged
silent.post('/x5', async () => db.post.deleteMany({}));
const chosen = Fastify({ logger: process.env.NODE_ENV !== 'test' });
// endpoint: POST /x6 log? (a setting decides)
chosen.post('/x6', async () => db.post.deleteMany({}));

// file: fast/src/hooks.ts
import Fastify from 'fastify';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const app = Fastify();
app.addHook('onResponse', async (request, reply) => { console.log(request.method, request.url, reply.statusCode); });
// endpoint: POST /x7 logged
app.post('/x7', async () => db.post.deleteMany({}));

// file: koa/package.json
{"name": "koa-app", "dependencies": {"koa": "2.15.0", "@koa/router": "13.0.0", "koa-logger": "3.2.1", "koa-morgan": "1.0.1", "koa-pino-logger": "4.0.0", "@prisma/client": "6.1.0"}}

// file: koa/src/app.ts
import Koa from 'koa';
import Router from '@koa/router';
import logger from 'koa-logger';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const app = new Koa();
const router = new Router();
app.use(logger());
// endpoint: POST /k1 logged
router.post('/k1', async (ctx) => { ctx.body = await db.post.deleteMany({}); });
app.use(router.routes());

// file: koa/src/own.ts
import Koa from 'koa';
import Router from '@koa/router';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const app = new Koa();
const router = new Router();
app.use(async (ctx, next) => { const start = Date.now(); await next(); console.log(`${ctx.method} ${ctx.url} - ${Date.now() - start}ms`); });
// endpoint: POST /k2 logged
router.post('/k2', async (ctx) => { ctx.body = await db.post.deleteMany({}); });
app.use(router.routes());

// file: koa/src/morgan.ts
import Koa from 'koa';
import Router from '@koa/router';
import morgan from 'koa-morgan';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const app = new Koa();
const router = new Router();
app.use(morgan('combined'));
// endpoint: POST /k3 logged
router.post('/k3', async (ctx) => { ctx.body = await db.post.deleteMany({}); });
app.use(router.routes());

// file: hono/package.json
{"name": "hono-app", "dependencies": {"hono": "4.6.0", "hono-pino": "0.7.0", "@prisma/client": "6.1.0"}}

// file: hono/src/app.ts
import { Hono } from 'hono';
import { logger } from 'hono/logger';
import { pinoLogger } from 'hono-pino';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const app = new Hono();
app.use('/a/*', logger());
app.use('/b/*', pinoLogger());
app.use('/c/*', async (c, next) => { console.log(c.req.method, c.req.path); await next(); });
// endpoint: POST /a/1 logged
app.post('/a/1', async (c) => c.json(await db.post.deleteMany({})));
// endpoint: POST /b/1 logged
app.post('/b/1', async (c) => c.json(await db.post.deleteMany({})));
// endpoint: POST /c/1 logged
app.post('/c/1', async (c) => c.json(await db.post.deleteMany({})));
// endpoint: POST /d/1 unlogged
app.post('/d/1', async (c) => c.json(await db.post.deleteMany({})));
