// packages: express@4.21.0, hono@4.6.0, next@15.1.0, @prisma/client@6.1.0

// file: src/db.ts
import { PrismaClient } from '@prisma/client';
export const db = new PrismaClient();

// file: src/app.ts
import express from 'express';
import { timingSafeEqual } from 'node:crypto';
import { db } from './db';
const app = express();
const SECRET = process.env.CRON_SECRET;
const FALLBACK = process.env.CRON_SECRET || 'dev-secret';
// Without the setting, everybody gets in: whether it is set, no code tells.
// endpoint: POST /s1 unknown
app.post('/s1', async (req, res) => { if (SECRET && req.headers['x-key'] !== SECRET) return res.status(401).json({}); await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /s2 unknown
app.post('/s2', async (req, res) => { if (process.env.API_KEY) { if (req.headers['x-key'] !== process.env.API_KEY) return res.status(401).json({}); } await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /s3 unknown
app.post('/s3', (req, res, next) => { if (!SECRET) return next(); if (req.get('x-key') !== SECRET) return res.sendStatus(401); next(); }, async (req, res) => { await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /s4 present SECRET
app.post('/s4', async (req, res) => { if (!SECRET || req.headers['x-key'] !== SECRET) return res.status(401).json({}); await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /s5 present SECRET
app.post('/s5', async (req, res) => { if (!SECRET) return res.status(500).json({}); if (req.headers['x-key'] !== SECRET) return res.status(401).json({}); await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /s6 present SECRET
app.post('/s6', async (req, res) => { if (SECRET && req.headers['x-key'] === SECRET) { await db.post.deleteMany({}); return res.json({}); } res.sendStatus(401); });
// endpoint: POST /s7 present SECRET
app.post('/s7', async (req, res) => { if (SECRET) { if (req.headers['x-key'] === SECRET) { await db.post.deleteMany({}); return res.json({}); } } return res.status(401).json({}); });
// endpoint: POST /s8 present SECRET
app.post('/s8', async (req, res) => { if (FALLBACK && req.headers['x-key'] !== FALLBACK) return res.status(401).json({}); await db.post.deleteMany({}); res.json({}); });
const keyGuard: express.RequestHandler = (req, res, next) => { const key = process.env.ADMIN_KEY; if (key && req.header('x-admin-key') !== key) { res.status(401).json({}); return; } next(); };
// endpoint: POST /s9 unknown
app.post('/s9', keyGuard, async (req, res) => { await db.post.deleteMany({}); res.json({}); });
const keyGuardOpen: express.RequestHandler = (req, res, next) => { const key = process.env.ADMIN_KEY; if (!key) { console.warn('no key'); return next(); } if (req.header('x-admin-key') !== key) { res.status(401).json({}); return; } next(); };
// endpoint: POST /s10 unknown
app.post('/s10', keyGuardOpen, async (req, res) => { await db.post.deleteMany({}); res.json({}); });
const keyGuardShut: express.RequestHandler = (req, res, next) => { const key = process.env.ADMIN_KEY; if (!key) { res.status(500).end(); return; } if (req.header('x-admin-key') !== key) { res.status(401).json({}); return; } next(); };
// endpoint: POST /s11 present SECRET
app.post('/s11', keyGuardShut, async (req, res) => { await db.post.deleteMany({}); res.json({}); });
function isCron(req: express.Request): boolean { const secret = process.env.CRON_SECRET; if (!secret) return true; return req.headers.authorization === `Bearer ${secret}`; }
function isCronShut(req: express.Request): boolean { const secret = process.env.CRON_SECRET; if (!secret) return false; return req.headers.authorization === `Bearer ${secret}`; }
const isCronShort = (req: express.Request) => !process.env.CRON_SECRET || req.headers.authorization === `Bearer ${process.env.CRON_SECRET}`;
// endpoint: POST /s12 unknown
app.post('/s12', async (req, res) => { if (!isCron(req)) return res.sendStatus(401); await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /s13 present SECRET
app.post('/s13', async (req, res) => { if (!isCronShut(req)) return res.sendStatus(401); await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /s14 unknown
app.post('/s14', async (req, res) => { if (!isCronShort(req)) return res.sendStatus(401); await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /s15 unknown
app.post('/s15', async (req, res) => { const valid = !SECRET || req.headers['x-key'] === SECRET; if (!valid) return res.sendStatus(401); await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /s16 unknown
app.post('/s16', async (req, res) => { if (SECRET) { const given = req.get('x-key') ?? ''; if (!timingSafeEqual(Buffer.from(given), Buffer.from(SECRET))) { return res.sendStatus(401); } } await db.post.deleteMany({}); res.json({}); });
function mustBeCron(req: express.Request) { if (process.env.CRON_SECRET && req.headers.authorization !== `Bearer ${process.env.CRON_SECRET}`) throw new Error('no'); }
// endpoint: POST /s17 unknown
app.post('/s17', async (req, res) => { mustBeCron(req); await db.post.deleteMany({}); res.json({}); });
function asserted(req: express.Request): void { if (!process.env.CRON_SECRET) return; if (req.headers.authorization !== `Bearer ${process.env.CRON_SECRET}`) { throw new Error('no'); } }
// endpoint: POST /s18 unknown
app.post('/s18', async (req, res) => { asserted(req); await db.post.deleteMany({}); res.json({}); });
function isCronOrLocal(req: express.Request): boolean { const secret = process.env.CRON_SECRET; if (!secret) { return process.env.NODE_ENV === 'development'; } return req.headers.authorization === `Bearer ${secret}`; }
// endpoint: POST /s19 present SECRET
app.post('/s19', async (req, res) => { if (!isCronOrLocal(req)) return res.sendStatus(401); await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /s20 unknown (a field that is missing says nothing of who calls)
app.post('/s20', async (req, res) => { if (SECRET) { if (req.get('x-key') !== SECRET) return res.sendStatus(401); } if (!req.body.id) return res.sendStatus(400); await db.post.deleteMany({}); res.json({}); });

// file: app/api/job/route.ts
import { db } from '../../../src/db';
// endpoint: POST /api/job unknown
export async function POST(request: Request) { const secret = process.env.CRON_SECRET; if (secret && request.headers.get('authorization') !== `Bearer ${secret}`) { return Response.json({}, { status: 401 }); } await db.post.deleteMany({}); return Response.json({}); }
// endpoint: GET /api/job unknown
export async function GET(request: Request) { return POST(request); }

// file: src/guarded.ts
import express from 'express';
import { db } from './db';
const admin = express();
admin.use((req, res, next) => { if (process.env.API_KEY && req.headers['x-api-key'] !== process.env.API_KEY) { return res.status(401).json({}); } next(); });
// endpoint: POST /t1 unknown
admin.post('/t1', async (req, res) => { await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /t2 present AUTHENTICATED|ROLE
admin.post('/t2', async (req: any, res) => { if (!req.user) return res.sendStatus(401); await db.post.deleteMany({}); res.json({}); });

// file: src/hono.ts
import { Hono } from 'hono';
import { db } from './db';
const web = new Hono();
web.use('/h1', async (c, next) => { const key = process.env.API_KEY; if (key && c.req.header('x-key') !== key) return c.json({}, 401); await next(); });
web.use('/h2', async (c, next) => { const key = process.env.API_KEY; if (!key || c.req.header('x-key') !== key) return c.json({}, 401); await next(); });
web.use('/h3', async (c, next) => { if (!process.env.API_KEY) return next(); if (c.req.header('x-key') !== process.env.API_KEY) return c.json({}, 401); await next(); });
// endpoint: POST /h1 unknown
web.post('/h1', async (c) => c.json(await db.post.deleteMany({})));
// endpoint: POST /h2 present SECRET
web.post('/h2', async (c) => c.json(await db.post.deleteMany({})));
// endpoint: POST /h3 unknown
web.post('/h3', async (c) => c.json(await db.post.deleteMany({})));
