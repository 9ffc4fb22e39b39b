// packages: @prisma/client@6.1.0

// file: express/package.json
{"name": "express-app", "dependencies": {"express": "4.21.0", "express-session": "1.18.0", "cors": "2.8.5", "cookie-parser": "1.4.6", "csurf": "1.11.0", "@dr.pogodin/csurf": "1.14.0", "csrf-csrf": "4.0.3", "csrf-sync": "4.2.1", "lusca": "1.7.0", "tiny-csrf": "1.1.6", "csrf": "3.1.0", "@prisma/client": "6.1.0"}}

// file: express/src/db.ts
import { PrismaClient } from '@prisma/client';
export const db = new PrismaClient();

// file: express/src/double.ts
import express from 'express';
import cookieParser from 'cookie-parser';
import { doubleCsrf } from 'csrf-csrf';
import { db } from './db';
const { doubleCsrfProtection, generateCsrfToken } = doubleCsrf({ getSecret: () => process.env.CSRF_SECRET!, getSessionIdentifier: (req) => req.session.id });
const app = express();
app.use(cookieParser());
// endpoint: POST /d1 forgeable (registered in front of the protection)
app.post('/d1', async (req, res) => { await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /d2 unforgeable
app.post('/d2', doubleCsrfProtection, async (req, res) => { await db.post.deleteMany({}); res.json({}); });
app.use(doubleCsrfProtection);
// endpoint: POST /d3 unforgeable
app.post('/d3', async (req, res) => { await db.post.deleteMany({}); res.json({}); });
// endpoint: GET /d4 forgeable (GET is not asked for a token, and this one changes data)
app.get('/d4', async (req, res) => { await db.post.deleteMany({}); res.json({}); });

// file: express/src/token.ts
import express from 'express';
import { doubleCsrf } from 'csrf-csrf';
import { db } from './db';
const { generateCsrfToken } = doubleCsrf({ getSecret: () => process.env.CSRF_SECRET!, getSessionIdentifier: (req) => req.session.id });
const app = express();
app.get('/token', (req, res) => res.json({ token: generateCsrfToken(req, res) })); // endpoint: GET /token
// endpoint: POST /d5 forgeable (a token is handed out, and nobody asks for it)
app.post('/d5', async (req, res) => { await db.post.deleteMany({}); res.json({}); });

// file: express/src/member.ts
import express from 'express';
import { csrfSync } from 'csrf-sync';
import { doubleCsrf } from 'csrf-csrf';
import csurf from '@dr.pogodin/csurf';
import lusca from 'lusca';
import tinyCsrf from 'tiny-csrf';
import { db } from './db';
const { csrfSynchronisedProtection } = csrfSync();
const csrf = doubleCsrf({ getSecret: () => 'x', getSessionIdentifier: () => '' });
const app = express();
// endpoint: POST /m1 unforgeable
app.post('/m1', csrfSynchronisedProtection, async (req, res) => { await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /m2 unforgeable
app.post('/m2', csrf.doubleCsrfProtection, async (req, res) => { await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /m3 unforgeable
app.post('/m3', csurf({ cookie: true }), async (req, res) => { await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /m4 unforgeable
app.post('/m4', lusca.csrf(), async (req, res) => { await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /m5 unforgeable
app.post('/m5', lusca({ csrf: true, xframe: 'SAMEORIGIN' }), async (req, res) => { await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /m6 forgeable (only headers of answers)
app.post('/m6', lusca({ xframe: 'SAMEORIGIN', nosniff: true }), async (req, res) => { await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /m7 unforgeable
app.post('/m7', tinyCsrf('12345678901234567890123456789012'), async (req, res) => { await db.post.deleteMany({}); res.json({}); });
// endpoint: DELETE /m7 forgeable (it asks POST, PUT and PATCH alone)
app.delete('/m7', tinyCsrf('12345678901234567890123456789012'), async (req, res) => { await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /m8 forgeable (`false` turns it off)
app.post('/m8', lusca({ csrf: false }), async (req, res) => { await db.post.deleteMany({}); res.json({}); });

// file: express/src/hand.ts
import cors from 'cors';
import express from 'express';
import { db } from './db';
const app = express();
const allowedOrigins = ['https://app.example.com'];
// endpoint: POST /h1 absent NONE unforgeable
app.post('/h1', async (req, res) => { if (req.headers['x-csrf-token'] !== req.cookies.csrfToken) return res.status(403).json({}); await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /h2 unforgeable
app.post('/h2', async (req, res) => { if (req.headers.origin !== process.env.APP_ORIGIN) return res.status(403).json({}); await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /h3 unforgeable
app.post('/h3', async (req, res) => { const origin = req.get('origin'); if (!origin || !allowedOrigins.includes(origin)) return res.status(403).json({}); await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /h4 forgeable (that a header is there, in a body: pages of others may send it)
app.post('/h4', async (req, res) => { if (!req.body._csrf) return res.status(403).json({}); await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /h5 forgeable (it is only written down)
app.post('/h5', async (req, res) => { if (req.headers.origin !== process.env.APP_ORIGIN) console.warn('foreign'); await db.post.deleteMany({}); res.json({}); });
function verifyCsrf(req: any, res: any, next: any) { const token = req.headers['x-csrf-token'] || req.body._csrf; if (!token || token !== req.session.csrfToken) return res.status(403).json({ error: 'Invalid CSRF token' }); next(); }
// endpoint: POST /h6 absent NONE unforgeable (a session without anybody has such a token, too)
app.post('/h6', verifyCsrf, async (req, res) => { await db.post.deleteMany({}); res.json({}); });
function sameOrigin(req: any, res: any, next: any) { const source = req.headers.origin || req.headers.referer; if (!source || new URL(source).host !== req.headers.host) { return res.status(403).end(); } next(); }
// endpoint: POST /h12 present AUTHENTICATED unforgeable (it asks for both)
app.post('/h12', async (req, res) => { if (!req.user || req.headers['x-csrf-token'] !== req.session.csrfToken) return res.status(403).json({}); await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /h13 present SECRET (a secret that a header brings is one, whatever else is asked)
app.post('/h13', async (req, res) => { if (req.headers['x-api-key'] !== process.env.API_KEY) return res.status(403).json({}); await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /h7 unforgeable
app.post('/h7', sameOrigin, async (req, res) => { await db.post.deleteMany({}); res.json({}); });
function lenient(req: any, res: any, next: any) { const origin = req.headers.origin; if (origin && !allowedOrigins.includes(origin)) { return res.status(403).end(); } next(); }
// endpoint: POST /h8 unforgeable (browsers send the origin along with whatever is no GET)
app.post('/h8', lenient, async (req, res) => { await db.post.deleteMany({}); res.json({}); });
function withCors(req: any, res: any, next: any) { const origin = req.headers.origin; if (origin && allowedOrigins.includes(origin)) { res.setHeader('Access-Control-Allow-Origin', origin); } next(); }
// endpoint: POST /h9 forgeable (who may read the answer is something else)
app.post('/h9', withCors, async (req, res) => { await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /h14 forgeable (who may read the answer, again)
app.post('/h14', cors((req: any, callback: any) => { const origin = req.header('origin'); if (allowedOrigins.includes(origin)) { callback(null, { origin: true }); return; } callback(null, { origin: false }); }), async (req, res) => { await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /h15 forgeable (whoever comes from there is answered otherwise, and nobody is refused)
app.post('/h15', async (req, res) => { await db.post.deleteMany({}); if (allowedOrigins.includes(req.headers.origin!)) { return res.json({ own: true }); } return res.json({}); });
// endpoint: POST /h16 unforgeable
app.post('/h16', async (req, res) => { const origin = req.get('origin') || ''; const isOwn = process.env.APP_URL ? origin.startsWith(process.env.APP_URL) : origin.includes('localhost'); if (!isOwn) return res.status(403).json({}); await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /h17 forgeable (where it comes from is where it is sent back to)
app.post('/h17', async (req, res) => { const session = await makeSession({ success: `${req.headers.origin}/thanks` }); if (!session.url) return res.status(500).json({}); await db.post.deleteMany({}); res.json({}); });
declare function makeSession(options: any): Promise<any>;
// endpoint: POST /h10 unforgeable (a header of one's own makes browsers ask first)
app.post('/h10', async (req, res) => { if (req.headers['x-requested-with'] !== 'XMLHttpRequest') return res.status(403).json({}); await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /h11 unforgeable
app.post('/h11', async (req, res) => { if (req.headers['sec-fetch-site'] !== 'same-origin') return res.status(403).json({}); await db.post.deleteMany({}); res.json({}); });

// file: express/src/tokens.ts
import express from 'express';
import Tokens from 'csrf';
import { db } from './db';
const tokens = new Tokens();
const app = express();
// endpoint: POST /t1 absent NONE unforgeable
app.post('/t1', async (req, res) => { if (!tokens.verify(req.session.secret, req.headers['x-csrf-token'])) return res.status(403).json({}); await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /t2 forgeable (nobody looks at what it says)
app.post('/t2', async (req, res) => { tokens.verify(req.session.secret, req.headers['x-csrf-token']); await db.post.deleteMany({}); res.json({}); });

// file: bearer/package.json
{"name": "bearer-app", "dependencies": {"express": "4.21.0", "jsonwebtoken": "9.0.0", "@prisma/client": "6.1.0"}}

// file: bearer/src/app.ts
import express from 'express';
import jwt from 'jsonwebtoken';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const app = express();
function auth(req: any, res: any, next: any) {
  const token = req.headers.authorization?.split(' ')[1];
  if (!token) return res.status(401).json({});
  try { req.user = jwt.verify(token, process.env.JWT_SECRET!); next(); } catch { res.status(401).json({}); }
}
// endpoint: POST /a1 present AUTHENTICATED unforgeable (browsers do not send that header along)
app.post('/a1', auth, async (req, res) => { await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /a2 absent NONE forgeable (anybody may do it anyway)
app.post('/a2', async (req, res) => { await db.post.deleteMany({}); res.json({}); });

// file: split/package.json
{"name": "split-app", "dependencies": {"express": "4.21.0", "jsonwebtoken": "9.0.0", "@prisma/client": "6.1.0"}}

// file: split/src/auth.ts
import jwt from 'jsonwebtoken';
export function auth(req: any, res: any, next: any) {
  const token = req.headers.authorization?.split(' ')[1];
  if (!token) return res.status(401).json({});
  try { req.user = jwt.verify(token, process.env.JWT_SECRET!); next(); } catch { res.status(401).json({}); }
}

// file: split/src/app.ts
import express from 'express';
import { PrismaClient } from '@prisma/client';
import { auth } from './auth';
const db = new PrismaClient();
const app = express();
// endpoint: POST /s1 present AUTHENTICATED unforgeable
app.post('/s1', auth, async (req, res) => { await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /s2 present SECRET unforgeable (browsers do not have it)
app.post('/s2', async (req, res) => { if (req.headers['x-api-key'] !== process.env.API_KEY) return res.status(401).json({}); await db.post.deleteMany({}); res.json({}); });

// file: either/package.json
{"name": "either-app", "dependencies": {"express": "4.21.0", "express-session": "1.18.0", "@prisma/client": "6.1.0"}}

// file: either/src/app.ts
import express from 'express';
import session from 'express-session';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const app = express();
app.use(session({ secret: process.env.SESSION_SECRET! }));
function either(req: any, res: any, next: any) { if (req.headers['x-api-key'] === process.env.API_KEY || req.session.userId) return next(); res.status(401).end(); }
// endpoint: POST /e1 forgeable (a session does as well)
app.post('/e1', either, async (req, res) => { await db.post.deleteMany({}); res.json({}); });

// file: sessions/package.json
{"name": "session-app", "dependencies": {"express": "4.21.0", "jsonwebtoken": "9.0.0", "passport": "0.7.0", "@prisma/client": "6.1.0"}}

// file: sessions/src/app.ts
import express from 'express';
import jwt from 'jsonwebtoken';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const app = express();
function auth(req: any, res: any, next: any) {
  const token = req.headers.authorization?.split(' ')[1];
  if (!token) return res.status(401).json({});
  try { req.user = jwt.verify(token, process.env.JWT_SECRET!); next(); } catch { res.status(401).json({}); }
}
// endpoint: POST /i1 present AUTHENTICATED forgeable (Passport's sessions are known by a cookie)
app.post('/i1', async (req, res) => { if (!req.isAuthenticated()) return res.status(401).json({}); await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /i2 present AUTHENTICATED forgeable (what else lets people in here is known by a cookie: nobody can tell that this does not)
app.post('/i2', auth, async (req, res) => { await db.post.deleteMany({}); res.json({}); });

// file: cookies/package.json
{"name": "cookie-app", "dependencies": {"express": "4.21.0", "jsonwebtoken": "9.0.0", "cookie-parser": "1.4.6", "@prisma/client": "6.1.0"}}

// file: cookies/src/app.ts
import express from 'express';
import jwt from 'jsonwebtoken';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const app = express();
function auth(req: any, res: any, next: any) {
  const token = req.cookies.token || req.headers.authorization?.split(' ')[1];
  if (!token) return res.status(401).json({});
  try { req.user = jwt.verify(token, process.env.JWT_SECRET!); next(); } catch { res.status(401).json({}); }
}
// endpoint: POST /b1 present AUTHENTICATED forgeable (a cookie is enough)
app.post('/b1', auth, async (req, res) => { await db.post.deleteMany({}); res.json({}); });

// file: fast/package.json
{"name": "fast", "dependencies": {"fastify": "5.1.0", "@fastify/csrf-protection": "7.0.0", "@fastify/cookie": "11.0.0", "@prisma/client": "6.1.0"}}

// file: fast/src/hooked.ts
import Fastify from 'fastify';
import csrf from '@fastify/csrf-protection';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const app = Fastify();
await app.register(csrf);
// endpoint: POST /f1 unforgeable
app.post('/f1', { preHandler: app.csrfProtection }, async () => db.post.deleteMany({}));
// endpoint: POST /f2 unforgeable
app.route({ method: 'POST', url: '/f2', preHandler: [app.csrfProtection], handler: async () => db.post.deleteMany({}) });
app.register(async (forms) => {
  forms.addHook('preHandler', forms.csrfProtection);
  // endpoint: POST /f3 unforgeable
  forms.post('/f3', async () => db.post.deleteMany({}));
});
// endpoint: POST /f4 forgeable (the hook belongs to another context)
app.post('/f4', async () => db.post.deleteMany({}));

// file: koa/package.json
{"name": "koa-app", "dependencies": {"koa": "2.15.0", "@koa/router": "13.0.0", "koa-csrf": "5.0.1", "koa-session": "6.4.0", "koa-bodyparser": "4.4.0", "@prisma/client": "6.1.0"}}

// file: koa/src/app.ts
import Koa from 'koa';
import Router from '@koa/router';
import CSRF from 'koa-csrf';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const app = new Koa();
const open = new Router();
const router = new Router();
// endpoint: POST /k1 forgeable
open.post('/k1', async (ctx) => { ctx.body = await db.post.deleteMany({}); });
// endpoint: POST /k2 unforgeable
router.post('/k2', async (ctx) => { ctx.body = await db.post.deleteMany({}); });
app.use(open.routes());
app.use(new CSRF({ errorHandler: (ctx: any) => ctx.throw(403, 'Invalid CSRF token') }));
app.use(router.routes());

// file: hono/package.json
{"name": "hono-app", "dependencies": {"hono": "4.6.0", "@prisma/client": "6.1.0"}}

// file: hono/src/app.ts
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const app = new Hono();
app.use('/forms/*', csrf({ origin: 'https://app.example.com' }));
// endpoint: POST /forms/a unforgeable
app.post('/forms/a', async (c) => c.json(await db.post.deleteMany({})));
// endpoint: POST /other forgeable
app.post('/other', async (c) => c.json(await db.post.deleteMany({})));
// endpoint: POST /by-hand unforgeable
app.post('/by-hand', async (c) => { const origin = c.req.header('origin'); if (origin !== new URL(c.req.url).origin) return c.json({}, 403); return c.json(await db.post.deleteMany({})); });

// file: fastify/package.json
{"name": "fastify-app", "dependencies": {"fastify": "5.2.0", "@prisma/client": "6.1.0"}}

// file: fastify/src/app.ts
import Fastify from 'fastify';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const app = Fastify();
app.addHook('preHandler', async (request, reply) => {
  if (request.routeOptions.config.csrf === false) return;
  if (request.headers.origin !== process.env.APP_ORIGIN) return reply.code(403).send({});
});
// endpoint: POST /f1 unforgeable
app.post('/f1', async () => db.post.deleteMany({}));
// endpoint: POST /f2 forgeable (its settings have the check pass over it)
app.post('/f2', { config: { csrf: false } }, async () => db.post.deleteMany({}));
// endpoint: POST /f3 unforgeable (it asks for what is there)
app.post('/f3', { config: { csrf: true } }, async () => db.post.deleteMany({}));
