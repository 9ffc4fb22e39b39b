import type { AsyncCallback } from '../../../src/model/facts';
import { wrapWithTryCatch } from '../../../src/fixes/wrapWithTryCatch';
import { check, facts, idioms, pino, symbol, type Case } from './support';

/** The first mark is the callback, further ones are its unprotected awaits. */
function wrap(before: string, after: string | undefined, more: Partial<AsyncCallback> = {}, rest: Partial<Case> = {}): void {
  check({
    project: idioms({ dependencies: { express: '4.21.2' } }),
    before,
    after,
    make: (spans) => wrapWithTryCatch(facts.asyncCallback(spans[0]!, { framework: 'express', unprotected: spans.slice(1), ...more })),
    ...rest,
  });
}

const other: Partial<AsyncCallback> = { framework: undefined, role: 'emitter', label: '', target: 'socket.on' };

describe('fixes: wrapWithTryCatch', () => {
  it('adds next and a boundary, keeps comments', () => {
    wrap(
      `import { Router } from 'express';
const router = Router();

// Places an order.
router.post('/orders', «async (req, res) => {
  // Taken from the cart.
  const order = await db.order.create({ data: req.body }); // slow

  /* The answer
     of the shop. */
  res.json(order);
  // Done.
}»);
`,
      `import { Router } from 'express';
const router = Router();

// Places an order.
router.post('/orders', «async (req, res, next) => {
  try {
    // Taken from the cart.
    const order = await db.order.create({ data: req.body }); // slow

    /* The answer
       of the shop. */
    res.json(order);
    // Done.
  } catch (err) {
    next(err);
  }
}»);
`,
    );
  });
  it('uses the next that is there and the file’s name for errors', () => {
    wrap(
      `router.get('/a', async (req, res) => { try { await a(); } catch (error) { res.end(); } });
router.get('/b', «async (req, res, done) => {
  res.json(await b());
}»);
`,
      `router.get('/a', async (req, res) => { try { await a(); } catch (error) { res.end(); } });
router.get('/b', «async (req, res, done) => {
  try {
    res.json(await b());
  } catch (error) {
    done(error);
  }
}»);
`,
    );
  });
  it('adds the type of next', () => {
    wrap(
      `import express, { Request, Response } from 'express';
export const create = «async (req: Request, res: Response) => {
  res.json(await make());
}»;
`,
      `import express, { Request, Response, NextFunction } from 'express';
export const create = «async (req: Request, res: Response, next: NextFunction) => {
  try {
    res.json(await make());
  } catch (err) {
    next(err);
  }
}»;
`,
    );
    wrap(
      `import type { Request, Response } from "express";
export async function create(req: Request, res: Response) {
  res.json("a" + «await make()»);
}
`
        .replace('export async', '«export async')
        .replace('}\n', '}»\n'),
      `import type { Request, Response, NextFunction } from "express";
export async function create(req: Request, res: Response, next: NextFunction) {
  try {
    res.json("a" + await make());
  } catch (err) {
    next(err);
  }
}
`,
    );
    wrap(
      `import * as express from 'express';
app.get('/', «async (req: express.Request, res: express.Response) => {
  res.json(await make());
}»);
`,
      `import * as express from 'express';
app.get('/', «async (req: express.Request, res: express.Response, next: express.NextFunction) => {
  try {
    res.json(await make());
  } catch (err) {
    next(err);
  }
}»);
`,
    );
  });
  it('writes blocks for expression bodies and one-liners', () => {
    wrap(
      `app.get('/', «async (req, res) => res.json(await make())»);
`,
      `app.get('/', «async (req, res, next) => {
  try {
    res.json(await make());
  } catch (err) {
    next(err);
  }
}»);
`,
      {},
      { spacesOnly: true },
    );
    wrap(
      `app.get('/', «async (req, res) => { const a = await make(); res.json(a); }»);
`,
      `app.get('/', «async (req, res, next) => {
  try {
    const a = await make();
    res.json(a);
  } catch (err) {
    next(err);
  }
}»);
`,
      {},
      { spacesOnly: true },
    );
  });
  it('gives missing parameters names', () => {
    wrap(
      `app.get('/', «async () => {
  await make();
}»);
`,
      `app.get('/', «async (_req, _res, next) => {
  try {
    await make();
  } catch (err) {
    next(err);
  }
}»);
`,
    );
    wrap(
      `app.get('/', «async req => {
  await make(req);
}»);
`,
      `app.get('/', «async (req, _res, next) => {
  try {
    await make(req);
  } catch (err) {
    next(err);
  }
}»);
`,
    );
  });
  it('follows files without semicolons', () => {
    wrap(
      `const router = Router()
router.get('/', «async (req, res) => {
  const a = await make()
  ;[1, 2].forEach(log)
  res.json(a)
}»)
`,
      `const router = Router()
router.get('/', «async (req, res, next) => {
  try {
    const a = await make()
    ;[1, 2].forEach(log)
    res.json(a)
  } catch (err) {
    next(err)
  }
}»)
`,
    );
  });
  it('never touches the inside of template literals', () => {
    wrap(
      `router.get('/', «async (req, res) => {
  const sql = \`
  select *
    from t
  where a = \${
    req.query.a
  }
\`;
  res.json(await db.query(sql));
}»);
`,
      `router.get('/', «async (req, res, next) => {
  try {
    const sql = \`
  select *
    from t
  where a = \${
    req.query.a
  }
\`;
    res.json(await db.query(sql));
  } catch (err) {
    next(err);
  }
}»);
`,
    );
  });
  it('leaves function expressions, methods and nested callbacks as they are', () => {
    wrap(
      `router.get('/', «async function list(req, res) {
  const rows = await all();
  res.json(rows.map(async (row) => {
    return row.id;
  }));
}»);
`,
      `router.get('/', «async function list(req, res, next) {
  try {
    const rows = await all();
    res.json(rows.map(async (row) => {
      return row.id;
    }));
  } catch (err) {
    next(err);
  }
}»);
`,
    );
    wrap(
      `export class Orders {
  «async create(req, res) {
    res.json(await make());
  }»
}
`,
      `export class Orders {
  «async create(req, res, next) {
    try {
      res.json(await make());
    } catch (err) {
      next(err);
    }
  }»
}
`,
    );
  });
  it('extends a try to the awaits before it', () => {
    wrap(
      `router.get('/', «async (req, res, next) => {
  const id = req.params.id;
  // Who asks?
  const user = await load(id);
  // Everything else.
  try {
    res.json(await make(user));
  } catch (err) {
    next(err);
  }
}»);
`,
      `router.get('/', «async (req, res, next) => {
  const id = req.params.id;
  try {
    // Who asks?
    const user = await load(id);
    // Everything else.
    res.json(await make(user));
  } catch (err) {
    next(err);
  }
}»);
`,
    );
  });
  it('refuses to take a name away from the catch clause', () => {
    wrap(
      `router.get('/', «async (req, res, next) => {
  const user = await load();
  try {
    res.json(await make(user));
  } catch (err) {
    log(user);
    next(err);
  }
}»);
`,
      undefined,
    );
  });
  it('does not extend a clause that blames the client', () => {
    wrap(
      `router.post('/', «async (req, res) => {
  const user = await load();
  try {
    res.json(await parse(user));
  } catch {
    res.status(400).json({ error: 'Invalid file' });
  }
}»);
`,
      `router.post('/', «async (req, res, next) => {
  try {
    const user = await load();
    try {
      res.json(await parse(user));
    } catch {
      res.status(400).json({ error: 'Invalid file' });
    }
  } catch (err) {
    next(err);
  }
}»);
`,
    );
  });
  it('wraps everything when the try is not the last thing', () => {
    wrap(
      `router.get('/', «async (req, res) => {
  let a;
  try {
    a = await first();
  } catch {
    a = 1;
  }
  res.json(await second(a));
}»);
`,
      `router.get('/', «async (req, res, next) => {
  try {
    let a;
    try {
      a = await first();
    } catch {
      a = 1;
    }
    res.json(await second(a));
  } catch (err) {
    next(err);
  }
}»);
`,
    );
  });
  it('leaves what is caught alone', () => {
    wrap(
      `router.get('/', «async (req, res, next) => {
  try {
    res.json(await make());
  } catch (err) {
    next(err);
  }
}»);
`,
      undefined,
    );
    wrap('router.get("/", «async (req, res) => { res.json(await make()); }»);\n', undefined, { rejection: 'handled-by-framework' });
    wrap(
      'router.get("/", «async (req, res) => { res.json(await make()); }»);\n',
      undefined,
      {},
      { project: idioms({ dependencies: { express: '5.1.0' } }) },
    );
  });
  it('awaits returned promises inside the boundary', () => {
    wrap(
      `router.get('/', «async (req, res) => {
  return «controller.list(req, res)»;
}»);
`,
      `router.get('/', async (req, res, next) => {
  try {
    return await controller.list(req, res);
  } catch (err) {
    next(err);
  }
});
`,
    );
  });
  it('ends promise chains with catch(next)', () => {
    wrap(
      `router.get('/', «(req, res) => {
  return «service.list()
    .then((rows) => res.json(rows))»;
}»);
`,
      `router.get('/', (req, res, next) => {
  return service.list()
    .then((rows) => res.json(rows))
    .catch(next);
});
`,
    );
    wrap(
      "router.get('/', «(req, res) => «list().then((rows) => res.json(rows))»»);\n",
      "router.get('/', (req, res, next) => list().then((rows) => res.json(rows)).catch(next));\n",
      {},
      { spacesOnly: true },
    );
  });
  it('prefers the wrapper of the project', () => {
    const project = idioms({ dependencies: { express: '4.21.2' }, asyncWrapper: symbol('asyncHandler', 'src/lib/async.ts') });
    wrap(
      `import { Router } from 'express';
const router = Router();
router.get('/', auth, «async (req, res) => {
  res.json(await make());
}»);
`,
      `import { Router } from 'express';
import { asyncHandler } from '../lib/async';
const router = Router();
router.get('/', auth, asyncHandler(async (req, res) => {
  res.json(await make());
}));
`,
      {},
      { project },
    );
    wrap(
      `const { Router } = require('express');
const router = Router();
«async function list(req, res) {
  res.json(await make());
}»
router.get('/', list);
`,
      `const { Router } = require('express');
const { asyncHandler } = require('../lib/async');
const router = Router();
async function list(req, res) {
  res.json(await make());
}
router.get('/', asyncHandler(list));
`,
      {},
      { project, file: 'src/routes.js' },
    );
  });
  it('finds the function behind a registration and behind a name', () => {
    wrap(
      `«router.get('/', auth, async (req, res) => {
  res.json(await make());
})»;
`,
      `router.get('/', auth, async (req, res, next) => {
  try {
    res.json(await make());
  } catch (err) {
    next(err);
  }
});
`,
    );
    wrap(
      `const list = async (req, res) => {
  res.json(await make());
};
router.get('/', «list»);
`,
      `const list = async (req, res, next) => {
  try {
    res.json(await make());
  } catch (err) {
    next(err);
  }
};
router.get('/', «list»);
`,
    );
  });
  it('logs what an emitter or timer would lose', () => {
    wrap(
      `socket.on('message', «async (message) => {
  await store(message);
}»);
`,
      `socket.on('message', «async (message) => {
  try {
    await store(message);
  } catch (err) {
    console.error('socket.on failed', err);
  }
}»);
`,
      other,
    );
    wrap(
      `import { io } from './io';

setInterval(«async () => sweep()»«», 1000);
`.replace('«»', ''),
      `import { io } from './io';
import { logger } from '../logger';

setInterval(async () => {
  try {
    sweep();
  } catch (err) {
    logger.error({ err }, 'sweep failed');
  }
}, 1000);
`,
      { ...other, role: 'timer', label: 'sweep' },
      { project: idioms({ logger: pino }), spacesOnly: true },
    );
  });
  it('awaits iterations and rejects promises', () => {
    wrap(
      `async function send(users) {
  users.forEach(«async (user) => {
    await mail(user);
  }»);
}
`,
      `async function send(users) {
  await Promise.all(users.map(async (user) => {
    await mail(user);
  }));
}
`,
      { ...other, role: 'iteration' },
    );
    wrap(
      `const p = new Promise(«async (resolve, reject) => {
  resolve(await read());
}»);
`,
      `const p = new Promise(«async (resolve, reject) => {
  try {
    resolve(await read());
  } catch (err) {
    reject(err);
  }
}»);
`,
      { ...other, role: 'promise-executor' },
    );
  });
  it('works in JavaScript and with double quotes', () => {
    wrap(
      `const express = require("express");
const app = express();
app.post("/x", «async (req, res) => {
    res.json(await make());
}»);
`,
      `const express = require("express");
const app = express();
app.post("/x", «async (req, res, next) => {
    try {
        res.json(await make());
    } catch (err) {
        next(err);
    }
}»);
`,
      {},
      { file: 'server.js', spacesOnly: true },
    );
  });
  it('changes nothing in statements that do not parse, and others all the same', () => {
    wrap('router.get("/", «async (req, res) => {\n  res.json(await make());\n»', undefined);
    wrap(
      'const a = ;\nrouter.get("/", «async (req, res) => {\n  res.json(await make());\n}»);\n',
      'const a = ;\nrouter.get("/", «async (req, res, next) => {\n  try {\n    res.json(await make());\n  } catch (err) {\n    next(err);\n  }\n}»);\n',
    );
  });
});
