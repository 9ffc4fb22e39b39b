// packages: express@4.21.0, koa@2.15.0, @koa/router@13.0.0, jsonwebtoken@9.0.0, @prisma/client@6.1.0, passport@0.7.0

// file: src/auth.js
const jwt = require('jsonwebtoken');
const verify = (req, res, next) => { try { req.user = jwt.verify(req.headers.authorization, process.env.S); next(); } catch { res.sendStatus(401); } };
const hasRole = (role) => (req, res, next) => { if (req.user.role !== role) return res.sendStatus(403); next(); };
const auth = (role) => [verify, hasRole(role)];
function authorize(roles = []) { if (typeof roles === 'string') roles = [roles]; return [verify, (req, res, next) => { if (roles.length && !roles.includes(req.user.role)) { return res.status(401).json({ message: 'Unauthorized' }); } next(); }]; }
const log = (name) => [(req, res, next) => { console.log(name); next(); }];
const andNext = (req, res, next) => { if (!req.user) res.sendStatus(401); req.user && next(); };
const andOnly = (req, res, next) => { req.isAuthenticated() ? next() : res.sendStatus(401); };
const andNext2 = (req, res, next) => { const ok = jwt.verify(req.headers.authorization, process.env.S); ok && next(); };
const orTrue = (req, res, next) => { const user = req.user || true; if (!user) return res.sendStatus(401); next(); };
const orTrue2 = (req, res, next) => { if (!(req.user || true)) return res.sendStatus(401); next(); };
const roleIf = (req, res, next) => { if (req.user) { if (req.user.role !== 'admin') return res.sendStatus(403); } next(); };
const roleIf2 = (req, res, next) => { if (req.user && req.user.role !== 'admin') return res.sendStatus(403); next(); };
const orRefuse = (req, res, next) => { req.user || res.sendStatus(401); next(); };
const orRefuse2 = (req, res, next) => req.user ? next() : res.sendStatus(401);
const andNext3 = (req, res, next) => { req.isAuthenticated() && next(); };
const andNext4 = (req, res, next) => req.session.user && next();
const andNext5 = (req, res, next) => { (req.session.user && next()) || res.sendStatus(401); };
const guest = (req, res, next) => { const user = req.user || { name: 'guest' }; if (!user) return res.sendStatus(401); next(); };
const floating = async (req, res, next) => { checkAsync(req); next(); };
async function checkAsync(req) { if (!req.user) throw new Error('x'); }
const awaited = async (req, res, next) => { await checkAsync(req); next(); };
const perm = (...p) => { const check = (req, res, next) => { if (!p.includes(req.user.role)) return res.sendStatus(403); next(); }; return [verify, check]; };
module.exports = { verify, auth, authorize, log, andNext, andOnly, andNext2, orTrue, orTrue2, roleIf, roleIf2, orRefuse, orRefuse2, andNext3, andNext4, andNext5, guest, floating, awaited, perm };

// file: src/index.js
const express = require('express');
const { PrismaClient } = require('@prisma/client');
const db = new PrismaClient();
const { verify, auth, authorize, log, andNext, andOnly, andNext2, orTrue, orTrue2, roleIf, roleIf2, orRefuse, orRefuse2, andNext3, andNext4, andNext5, guest, floating, awaited, perm } = require('./auth');
const work = async (req, res) => { res.json(await db.x.deleteMany()); };
const app = express();
// endpoint: GET /1 present ROLE
app.get('/1', auth('admin'), work);
// endpoint: GET /2 present ROLE
app.get('/2', ...auth('admin'), work);
// endpoint: GET /3 present AUTHENTICATED|ROLE
app.get('/3', authorize(), work);
// endpoint: GET /4 present ROLE
app.get('/4', authorize('admin'), work);
// endpoint: GET /5 absent
app.get('/5', log('x'), work);
// endpoint: GET /6 present AUTHENTICATED
app.get('/6', andNext, work);
// endpoint: GET /7 present AUTHENTICATED
app.get('/7', andOnly, work);
// endpoint: GET /8 present AUTHENTICATED
app.get('/8', andNext2, work);
// endpoint: GET /9 absent
app.get('/9', orTrue, work);
// endpoint: GET /10 absent
app.get('/10', orTrue2, work);
// endpoint: GET /11 absent
app.get('/11', roleIf, work);
// endpoint: GET /12 absent
app.get('/12', roleIf2, work);
// endpoint: GET /13 absent
app.get('/13', orRefuse, work);
// endpoint: GET /14 present AUTHENTICATED
app.get('/14', orRefuse2, work);
// endpoint: GET /15 present AUTHENTICATED
app.get('/15', andNext3, work);
// endpoint: GET /16 present AUTHENTICATED
app.get('/16', andNext4, work);
// endpoint: GET /17 present AUTHENTICATED
app.get('/17', andNext5, work);
// endpoint: GET /18 absent
app.get('/18', guest, work);
// endpoint: GET /19 absent
app.get('/19', floating, work);
// endpoint: GET /20 present AUTHENTICATED
app.get('/20', awaited, work);
// endpoint: GET /21 present ROLE
app.get('/21', perm('admin'), work);
function Ctl(db) { this.list = function (req, res) { res.json(db.x.deleteMany()); }; this.own = function (req, res) { if (!req.user) return res.sendStatus(401); res.json({}); }; }
Ctl.prototype.proto = function (req, res) { if (!req.user) return res.sendStatus(401); res.json({}); };
const c = new Ctl(db);
// endpoint: GET /22 absent
app.get('/22', c.list);
// endpoint: GET /23 present AUTHENTICATED
app.get('/23', c.own);
// endpoint: GET /24 present AUTHENTICATED
app.get('/24', c.proto);
// endpoint: GET /25 absent
app.get('/25', (req, res) => { if (req.user) { if (req.user.role !== 'admin') return res.sendStatus(403); } work(req, res); });
// endpoint: GET /26 absent
app.get('/26', (req, res) => { const user = req.user || 'guest'; if (!user) return res.sendStatus(401); res.json({}); });
// endpoint: GET /27 present AUTHENTICATED
app.get('/27', [verify], work);
app.listen(1);
const assert = require('assert'); const invariant = require('tiny-invariant').default;
// endpoint: GET /28 present AUTHENTICATED
app.get('/28', (req, res) => { assert(req.user); res.json({}); });
// endpoint: GET /29 present AUTHENTICATED
app.get('/29', (req, res) => { assert.ok(req.user, 'x'); res.json({}); });
// endpoint: GET /30 present AUTHENTICATED
app.get('/30', (req, res) => { invariant(req.user, 'x'); res.json({}); });
// endpoint: GET /31 absent
app.get('/31', (req, res) => { invariant(req.body.name, 'x'); res.json({ u: req.user }); });
// endpoint: GET /32 absent
app.get('/32', (req, res) => { invariant(!req.user, 'x'); res.json({ u: req.user }); });
// endpoint: GET /33 absent
app.get('/33', (req, res) => { req.user && res.redirect('/home'); res.json({ u: 1 }); });
// endpoint: GET /34 absent
app.get('/34', (req, res) => { if (req.headers.authorization && req.headers.authorization !== process.env.KEY) return res.sendStatus(401); res.json({ u: 1 }); });
// endpoint: GET /35 present AUTHENTICATED
app.get('/35', async (req, res) => { const user = (await find(req)) || null; if (!user) return res.sendStatus(401); res.json({ u: 1 }); });
async function find(req) { if (!req.session.userId) return null; return db.user.findUnique({ where: { id: req.session.userId } }); }
// endpoint: GET /36 absent
app.get('/36', async (req, res) => { const user = find(req); if (!user) return res.sendStatus(401); res.json({ u: 1 }); });
// endpoint: GET /37 absent
app.get('/37', async (req, res) => { const user = await find(req); if (user && user.role !== 'admin') return res.sendStatus(403); res.json({ u: 1 }); });
// endpoint: GET /38 present ROLE
app.get('/38', async (req, res) => { const user = await find(req); if (!user || user.role !== 'admin') return res.sendStatus(403); res.json({ u: 1 }); });
// endpoint: GET /39 present AUTHENTICATED
app.get('/39', async (req, res) => { const p = find(req); const user = await p; if (!user) return res.sendStatus(403); res.json({ u: 1 }); });
// endpoint: GET /40 absent
app.get('/40', async (req, res) => { if (!req.user && !req.body.guest) return res.sendStatus(403); res.json({ u: 1 }); });
// endpoint: GET /41 present
app.get('/41', async (req, res) => { if (!req.user && req.body.secret !== process.env.SECRET) return res.sendStatus(403); res.json({ u: 1 }); });
// endpoint: GET /42 present
app.get('/42', async (req, res) => { const user = await find(req); if (!user && !req.session.adminId) return res.sendStatus(403); res.json({ u: 1 }); });
// endpoint: GET /43 present AUTHENTICATED
app.get('/43', async (req, res) => { const user = req.user || (await find(req)); if (!user) return res.sendStatus(403); res.json({ u: 1 }); });
// endpoint: GET /44 present AUTHENTICATED
app.get('/44', async (req, res) => { const { id } = req.user || {}; if (!id) return res.sendStatus(403); res.json({ u: 1 }); });
// endpoint: GET /45 absent
app.get('/45', async (req, res) => { const id = req.user?.id || 'anon'; if (!id) return res.sendStatus(403); res.json({ u: 1 }); });
// endpoint: GET /46 present ROLE
app.get('/46', async (req, res) => { const role = req.user?.role || 'user'; if (role !== 'admin') return res.sendStatus(403); res.json({ u: 1 }); });
// endpoint: GET /47 present ROLE
app.get('/47', async (req, res) => { const user = await find(req); const role = user?.role ?? 'guest'; if (role !== 'admin') return res.sendStatus(403); res.json({ u: 1 }); });
// endpoint: GET /48 present ROLE
app.get('/48', async (req, res) => { const role = (await find(req))?.role ?? 'guest'; if (!['admin', 'staff'].includes(role)) return res.sendStatus(403); res.json({ u: 1 }); });
// endpoint: GET /49 absent
app.get('/49', async (req, res) => { const user = (await find(req)) ?? { role: 'guest' }; if (!user) return res.sendStatus(403); res.json({ u: 1 }); });
// endpoint: GET /50 present ROLE
app.get('/50', async (req, res) => { if (((await find(req))?.role ?? 'guest') !== 'admin') return res.sendStatus(403); res.json({ u: 1 }); });

// file: src/koa.js
const Koa = require('koa'); const Router = require('@koa/router');
const app = new Koa(); const router = new Router();
// endpoint: GET /k1 present AUTHENTICATED
router.get('/k1', async (ctx) => { ctx.assert(ctx.state.user, 401); ctx.body = {}; });
// endpoint: GET /k2 absent
router.get('/k2', async (ctx) => { ctx.assert(ctx.request.body.name, 400); ctx.body = {}; });
// endpoint: GET /k3 present AUTHENTICATED
router.get('/k3', async (ctx, next) => { ctx.assert(ctx.state.user, 401, 'x'); await next(); }, async (ctx) => { ctx.body = {}; });
// endpoint: GET /k4 present ROLE
router.get('/k4', async (ctx) => { ctx.assert(ctx.state.user && ctx.state.user.role === 'admin', 403); ctx.body = {}; });
// endpoint: GET /k5 present AUTHENTICATED
router.get('/k5', async (ctx) => { if (!ctx.isAuthenticated()) ctx.throw(401); ctx.body = {}; });
app.use(router.routes()).listen(3);

// file: src/late.js
const express = require('express');
const { verify } = require('./auth');
let app;
function start() { app = express(); app.use(express.json()); routes(); app.listen(2); }
function routes() {
  // endpoint: GET /l1 absent
  app.get('/l1', (req, res) => res.json({}));
  // endpoint: GET /l2 present
  app.get('/l2', verify, (req, res) => res.json({}));
}
start();

// file: src/wrap.js
class Errors {
  static caught(fn) { return (req, res, next) => { Promise.resolve(fn(req, res, next)).catch(next); }; }
}
const wrap = (fn) => (req, res, next) => Promise.resolve(fn(req, res, next)).catch(next);
module.exports = { Errors, wrap };

// file: src/fields.js
const { Errors, wrap } = require('./wrap');
const { verifyToken } = require('./auth');
class Base {
  shared = wrap(async (req, res) => { if (!req.user) return res.sendStatus(401); res.json({}); });
}
class Fields extends Base {
  list = wrap(async (req, res) => { res.json({}); });
  mine = Errors.caught(async (req, res) => { if (!req.user) return res.sendStatus(401); res.json({}); });
  plain = async (req, res) => { if (!req.user) return res.sendStatus(401); res.json({}); };
  static all = wrap(async (req, res) => { if (!req.user) return res.sendStatus(401); res.json({}); });
}
module.exports = { Fields };

// file: src/fieldRoutes.js
const express = require('express');
const { Fields } = require('./fields');
const { wrap } = require('./wrap');
const fields = new Fields();
const app = express();
// endpoint: GET /f1 absent (nothing is asked in the field)
app.get('/f1', fields.list);
// endpoint: GET /f2 present AUTHENTICATED (asked in the function that a static wrapper is handed)
app.get('/f2', fields.mine);
// endpoint: GET /f3 present AUTHENTICATED
app.get('/f3', fields.plain);
// endpoint: GET /f4 present AUTHENTICATED (of the class above)
app.get('/f4', fields.shared);
// endpoint: GET /f5 present AUTHENTICATED
app.get('/f5', Fields.all);
// endpoint: GET /f6 unknown (there is no such field)
app.get('/f6', fields.gone);
class Own {
  only = wrap(async (req, res) => { if (!req.user) return res.sendStatus(401); res.json({}); });
  constructor() {
    // endpoint: GET /f7 present AUTHENTICATED (of the class itself)
    app.get('/f7', this.only);
  }
}
new Own();
app.listen(4);
