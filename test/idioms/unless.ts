// packages: @prisma/client@6.1.0

// file: koa/package.json
{"name": "koa-app", "dependencies": {"koa": "2.15.0", "@koa/router": "13.0.0", "koa-jwt": "4.0.4", "@prisma/client": "6.1.0"}}

// file: koa/src/db.ts
import { PrismaClient } from '@prisma/client';
export const db = new PrismaClient();

// file: koa/src/paths.ts
import Koa from 'koa';
import Router from '@koa/router';
import jwt from 'koa-jwt';
import { db } from './db';
const app = new Koa();
app.use(jwt({ secret: process.env.JWT_SECRET! }).unless({ path: ['/login', /^\/open/] }));
const router = new Router();
// endpoint: POST /login public NONE
router.post('/login', async (ctx) => { ctx.body = await db.post.deleteMany({}); });
// endpoint: POST /open/a absent NONE
router.post('/open/a', async (ctx) => { ctx.body = await db.post.deleteMany({}); });
// endpoint: POST /closed present AUTHENTICATED
router.post('/closed', async (ctx) => { ctx.body = await db.post.deleteMany({}); });
app.use(router.routes());

// file: koa/src/pairs.ts
import Koa from 'koa';
import Router from '@koa/router';
import jwt from 'koa-jwt';
import { db } from './db';
const app = new Koa();
app.use(jwt({ secret: process.env.JWT_SECRET! }).unless({ path: ['/', { url: '/items', methods: ['GET', 'OPTIONS'] }] }));
const router = new Router();
// endpoint: GET / absent NONE
router.get('/', async (ctx) => { ctx.body = await db.post.findMany({ take: 20 }); });
// endpoint: GET /items absent NONE (for this method it is passed over)
router.get('/items', async (ctx) => { ctx.body = await db.post.findMany({ take: 20 }); });
// endpoint: POST /items present AUTHENTICATED
router.post('/items', async (ctx) => { ctx.body = await db.post.deleteMany({}); });
// endpoint: POST /others present AUTHENTICATED
router.post('/others', async (ctx) => { ctx.body = await db.post.deleteMany({}); });
app.use(router.routes());

// file: koa/src/custom.ts
import Koa from 'koa';
import Router from '@koa/router';
import jwt from 'koa-jwt';
import { db } from './db';
import { isOpen, open } from './open';
const app = new Koa();
app.use(jwt({ secret: process.env.JWT_SECRET! }).unless({ custom: (ctx) => isOpen(ctx.path) }));
const router = new Router();
// endpoint: POST /custom unknown (a function decides)
router.post('/custom', async (ctx) => { ctx.body = await db.post.deleteMany({}); });
app.use(router.routes());

// file: koa/src/open.ts
declare const settings: any;
export const open = settings.open;
export const isOpen = (path: string): boolean => settings.isOpen(path);

// file: express/package.json
{"name": "express-app", "dependencies": {"express": "4.21.0", "express-jwt": "8.4.1", "@prisma/client": "6.1.0"}}

// file: express/src/app.ts
import express from 'express';
import { expressjwt } from 'express-jwt';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const app = express();
app.use(expressjwt({ secret: process.env.JWT_SECRET!, algorithms: ['HS256'] }).unless({ path: ['/token', { url: '/posts', methods: ['GET'] }, /^\/feeds\/.*/] }));
// endpoint: POST /token public NONE
app.post('/token', async (req, res) => { res.json(await db.post.deleteMany({})); });
// endpoint: POST /token/revoke present AUTHENTICATED
app.post('/token/revoke', async (req, res) => { res.json(await db.post.deleteMany({})); });
// endpoint: GET /posts/:id present AUTHENTICATED
app.get('/posts/:id', async (req, res) => { res.json(await db.post.findUnique({ where: { id: req.params.id } })); });
// endpoint: GET /posts absent NONE
app.get('/posts', async (req, res) => { res.json(await db.post.findMany({ take: 20 })); });
// endpoint: POST /posts present AUTHENTICATED
app.post('/posts', async (req, res) => { res.json(await db.post.deleteMany({})); });
// endpoint: POST /feeds/own absent NONE
app.post('/feeds/own', async (req, res) => { res.json(await db.post.deleteMany({})); });
// endpoint: POST /closed present AUTHENTICATED
app.post('/closed', async (req, res) => { res.json(await db.post.deleteMany({})); });
