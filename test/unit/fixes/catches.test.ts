import type { CatchFact } from '../../../src/model/facts';
import { handleSwallowedError } from '../../../src/fixes/handleSwallowedError';
import { logError } from '../../../src/fixes/logError';
import { check, facts, idioms, pino, winston, type Case } from './support';

function log(before: string, after: string | undefined, more: Partial<CatchFact> = {}, rest: Partial<Case> = {}): void {
  check({ before, after, make: (spans) => logError(facts.catch(spans[0]!, more)), ...rest });
}

function handle(before: string, after: string | undefined, more: Partial<CatchFact> = {}, rest: Partial<Case> = {}): void {
  check({ before, after, make: (spans) => handleSwallowedError(facts.catch(spans[0]!, more)), ...rest });
}

const callback: Partial<CatchFact> = { form: 'callback' };

describe('fixes: logError', () => {
  it('writes a line at the start of the clause', () => {
    log(
      `async function f() {
  try {
    await run();
  } «catch (e) {
    // Try again later.
    retry();
  }»
}
`,
      `async function f() {
  try {
    await run();
  } «catch (e) {
    console.error('run failed', e);
    // Try again later.
    retry();
  }»
}
`,
      { tried: { writes: false, probe: false, cleanup: false, label: 'run' } },
    );
  });
  it('adds a binding to a clause without one', () => {
    log(
      'function f() {\n  try {\n    run();\n  } «catch {\n    retry();\n  }»\n}\n',
      "function f() {\n  try {\n    run();\n  } «catch (err) {\n    console.error('f failed', err);\n    retry();\n  }»\n}\n",
    );
  });
  it('avoids a name that the clause uses for something else', () => {
    log(
      'function f(err) {\n  try {\n    run();\n  } «catch {\n    retry(err);\n  }»\n}\n',
      "function f(err) {\n  try {\n    run();\n  } «catch (error) {\n    console.error('f failed', error);\n    retry(err);\n  }»\n}\n",
    );
  });
  it('fills an empty clause and keeps its comment', () => {
    log(
      'function f() {\n  try {\n    run();\n  } «catch (e) {}»\n}\n',
      "function f() {\n  try {\n    run();\n  } «catch (e) {\n    console.error('f failed', e);\n  }»\n}\n",
    );
    log(
      'function f() {\n  try {\n    run();\n  } «catch (e) {\n    // never mind\n  }»\n}\n',
      "function f() {\n  try {\n    run();\n  } «catch (e) {\n    // never mind\n    console.error('f failed', e);\n  }»\n}\n",
    );
    log(
      'function f() {\n  try { run() } «catch (e) { /* never mind */ }»\n  go()\n}\n',
      "function f() {\n  try { run() } «catch (e) { /* never mind */\n    console.error('f failed', e)\n  }»\n  go()\n}\n",
    );
  });
  it('knows the logger of the project, of the file and of the class', () => {
    log(
      "import { a } from './a';\nfunction f() {\n  try {\n    run();\n  } «catch (err) {\n    a();\n  }»\n}\n",
      "import { a } from './a';\nimport { logger } from '../logger';\nfunction f() {\n  try {\n    run();\n  } «catch (err) {\n    logger.error({ err }, 'f failed');\n    a();\n  }»\n}\n",
      {},
      { project: idioms({ logger: pino }) },
    );
    log(
      'const log = pino().child({ a });\nfunction f() {\n  try {\n    run();\n  } «catch (e) {\n    a();\n  }»\n}\n',
      "const log = pino().child({ a });\nfunction f() {\n  try {\n    run();\n  } «catch (e) {\n    log.error({ err: e }, 'f failed');\n    a();\n  }»\n}\n",
      {},
      { project: idioms({ logger: pino }) },
    );
    log(
      'class Jobs {\n  private readonly logger = new Logger(Jobs.name);\n  run() {\n    try {\n      go();\n    } «catch (e) {\n      a();\n    }»\n  }\n}\n',
      "class Jobs {\n  private readonly logger = new Logger(Jobs.name);\n  run() {\n    try {\n      go();\n    } «catch (e) {\n      this.logger.error('run failed', e instanceof Error ? e.stack : e);\n      a();\n    }»\n  }\n}\n",
    );
  });
  it('writes as the file writes to its logger', () => {
    const body = (line: string) => `function f() {\n  try {\n    run();\n  } «catch (e) {\n${line}    a();\n  }»\n}\n`;
    const head = (use: string) => `import { logger } from './log';\n${use}\n`;
    for (const [use, line] of [
      ["logger.error('x', problem);", "logger.error('f failed', e);"],
      ["logger.error({ err: problem }, 'x');", "logger.error({ err: e }, 'f failed');"],
      ["logger.error('x', { problem });", "logger.error('f failed', { err: e instanceof Error ? e.stack : e });"],
    ]) {
      log(head(use!) + body(''), head(use!) + body(`    ${line}\n`));
    }
  });
  it('keeps the stack for loggers that take the message first', () => {
    log(
      "const { a } = require('./a');\nfunction f() {\n  try {\n    run();\n  } «catch (e) {\n    a();\n  }»\n}\n",
      "const { a } = require('./a');\nconst { logger } = require('../logger');\nfunction f() {\n  try {\n    run();\n  } «catch (e) {\n    logger.error('f failed', { err: e instanceof Error ? e.stack : e });\n    a();\n  }»\n}\n",
      {},
      { project: idioms({ logger: winston }), file: 'src/jobs.js' },
    );
  });
  it('does not bring the server’s logger into the browser', () => {
    log(
      'function f() {\n  try {\n    run();\n  } «catch (e) {\n    a();\n  }»\n}\n',
      "function f() {\n  try {\n    run();\n  } «catch (e) {\n    console.error('f failed', e);\n    a();\n  }»\n}\n",
      { role: 'client' },
      { project: idioms({ logger: pino }) },
    );
  });
  it('opens callbacks', () => {
    log(
      'function f() {\n  return run().«catch(() => null)»;\n}\n',
      "function f() {\n  return run().catch((err) => {\n    console.error('f failed', err);\n    return null;\n  });\n}\n",
      callback,
      {},
    );
    log(
      'function f() {\n  run().catch(«(e) => {}»);\n}\n',
      "function f() {\n  run().catch(«(e) => {\n    console.error('f failed', e);\n  }»);\n}\n",
      callback,
    );
    log(
      'function f() {\n  run().catch(«e => ({ rows: [] })»);\n}\n',
      "function f() {\n  run().catch(e => {\n    console.error('f failed', e);\n    return { rows: [] };\n  });\n}\n",
      callback,
    );
    log(
      'function f() {\n  run().catch(«function () {\n    stop();\n  }»);\n}\n',
      "function f() {\n  run().catch(function (err) {\n    console.error('f failed', err);\n    stop();\n  });\n}\n",
      callback,
    );
  });
  it('finds the callback of a statement without a semicolon', () => {
    log(
      'const stop = () => {\n  «scanner.stop().catch(() => {\n    retry()\n  })»\n}\n',
      "const stop = () => {\n  scanner.stop().catch((err) => {\n    console.error('stop failed', err)\n    retry()\n  })\n}\n",
      callback,
    );
    log('const stop = () => {\n  «scanner.stop().catch(ignore)»\n}\n', undefined, callback);
  });
  it('leaves what is logged, or taken apart on the spot, alone', () => {
    log('function f() {\n  try {\n    run();\n  } «catch (e) {\n    console.warn(e);\n  }»\n}\n', undefined);
    log('function f() {\n  try {\n    run();\n  } «catch ({ message }) {\n    a();\n  }»\n}\n', undefined);
    log('function f() {\n  try {\n    run();\n  } «catch (e) {\n    a();\n  }»\n}\n', undefined, { logs: 'tracker' });
  });
});

describe('fixes: handleSwallowedError', () => {
  it('throws again where nobody is there to answer', () => {
    handle(
      'async function f() {\n  try {\n    await save();\n  } «catch (e) {}»\n}\n',
      "async function f() {\n  try {\n    await save();\n  } «catch (e) {\n    console.error('save failed', e);\n    throw e;\n  }»\n}\n"
        .replace('«', '')
        .replace('»', ''),
      { empty: true, tried: { writes: true, probe: false, cleanup: false, label: 'save' } },
    );
  });
  it('adds nothing but what is missing', () => {
    handle(
      'async function f() {\n  try {\n    await save();\n  } «catch (e) {\n    console.log(e);\n  }»\n}\n',
      'async function f() {\n  try {\n    await save();\n  } catch (e) {\n    console.log(e);\n    throw e;\n  }\n}\n',
      { logs: 'console' },
    );
  });
  it('replaces a pretended success', () => {
    handle(
      `export async function POST(request: Request) {
  try {
    await save(await request.json());
    return NextResponse.json({ ok: true });
  } «catch {
    return NextResponse.json({ ok: true });
  }»
}
`,
      `export async function POST(request: Request) {
  try {
    await save(await request.json());
    return NextResponse.json({ ok: true });
  } catch (err) {
    console.error('POST /api/orders failed', err);
    return Response.json({ error: 'Internal server error' }, { status: 500 });
  }
}
`,
      { returns: 'success', role: 'handler' },
      { file: 'src/app/api/orders/route.ts' },
    );
    handle(
      `router.get('/', async (req, res) => {
  try {
    res.json(await list());
  } «catch (error) {
    res.json([]);
  }»
});
`,
      `router.get('/', async (req, res) => {
  try {
    res.json(await list());
  } catch (error) {
    console.error('GET / failed', error);
    return res.status(500).json({ error: 'Internal server error' });
  }
});
`,
      { role: 'handler', returns: 'default' },
    );
  });
  it('hands the error to next where there is one', () => {
    handle(
      `router.delete('/:id', async (req, res, next) => {
  try {
    await cancel(req.params.id);
  } «catch (error) {
    // already cancelled
  }»
  res.json({ success: true });
});
`,
      `router.delete('/:id', async (req, res, next) => {
  try {
    await cancel(req.params.id);
  } catch (error) {
    // already cancelled
    console.error('DELETE /:id failed', error);
    return next(error);
  }
  res.json({ success: true });
});
`,
      { role: 'handler', empty: true },
    );
  });
  it('throws where the framework answers, and in jobs', () => {
    handle(
      `import { Hono } from 'hono';
app.post('/x', async (c) => {
  try {
    await save();
  } «catch (e) {
    return c.json({ ok: true });
  }»
});
`,
      `import { Hono } from 'hono';
app.post('/x', async (c) => {
  try {
    await save();
  } catch (e) {
    console.error('POST /x failed', e);
    throw e;
  }
});
`,
      { role: 'handler', returns: 'success' },
    );
    handle(
      "new Worker('mail', async (job) => {\n  try {\n    await send(job);\n  } «catch (e) {\n    return;\n  }»\n});\n",
      "new Worker('mail', async (job) => {\n  try {\n    await send(job);\n  } catch (e) {\n    console.error('Unexpected error', e);\n    throw e;\n  }\n});\n",
      { role: 'job' },
    );
  });
  it('keeps a fallback that callers count on', () => {
    handle(
      'async function find(id) {\n  try {\n    return await load(id);\n  } «catch {\n    return null;\n  }»\n}\n',
      "async function find(id) {\n  try {\n    return await load(id);\n  } catch (err) {\n    console.error('find failed', err);\n    return null;\n  }\n}\n",
      { returns: 'default' },
    );
    handle(
      'async function save(id) {\n  try {\n    await store(id);\n    return true;\n  } «catch {\n    return true;\n  }»\n}\n',
      "async function save(id) {\n  try {\n    await store(id);\n    return true;\n  } catch (err) {\n    console.error('save failed', err);\n    throw err;\n  }\n}\n",
      { returns: 'success' },
    );
  });
  it('only logs in user interface code and in callbacks that give a default', () => {
    handle(
      'function f() {\n  try {\n    run();\n  } «catch (e) {}»\n}\n',
      "function f() {\n  try {\n    run();\n  } «catch (e) {\n    console.error('f failed', e);\n  }»\n}\n",
      { role: 'client' },
    );
    handle(
      'const rows = await list().«catch(() => [])»;\n',
      "const rows = await list().catch((err) => {\n  console.error('Unexpected error', err);\n  return [];\n});\n",
      callback,
      { spacesOnly: true },
    );
  });
  it('leaves what passes the failure on alone', () => {
    handle('function f() {\n  try {\n    run();\n  } «catch (e) {\n    throw e;\n  }»\n}\n', undefined, { rethrows: true });
    handle('function f() {\n  try {\n    run();\n  } «catch (e) {\n    next(e);\n  }»\n}\n', undefined, { forwards: true });
  });
});
