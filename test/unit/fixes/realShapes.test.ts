import { addGuard } from '../../../src/fixes/addGuard';
import { checkResultError } from '../../../src/fixes/checkResultError';
import { handleSwallowedError } from '../../../src/fixes/handleSwallowedError';
import { hideErrorDetail } from '../../../src/fixes/hideErrorDetail';
import { logError } from '../../../src/fixes/logError';
import { wrapWithTryCatch } from '../../../src/fixes/wrapWithTryCatch';
import { check, facts, idioms, symbol } from './support';

/** Shapes that fixes got wrong in real applications. */
describe('fixes: shapes of real applications', () => {
  it('does not read an error that the author says is not there', () => {
    const make = (spans: { start: number; end: number }[]) =>
      checkResultError(facts.resultUse(spans[0]!, { error: 'omitted', effect: 'read' }));
    check({
      before: "async function f() {\n  const { data } = «await db.rpc('total')» as { data: number };\n  return data;\n}\n",
      after: undefined,
      make,
    });
    check({
      before: "async function f() {\n  const { data }: { data: number } = «await db.rpc('total')»;\n  return data;\n}\n",
      after: undefined,
      make,
    });
    check({
      before: "async function f() {\n  const { data } = «await db.rpc('total')» as Total;\n  return data;\n}\n",
      after:
        "async function f() {\n  const { data, error } = await db.rpc('total') as Total;\n  if (error) throw error;\n  return data;\n}\n",
      make,
    });
  });
  it('does not ask a query that is still being built', () => {
    const make = (spans: { start: number; end: number }[]) =>
      checkResultError(facts.resultUse(spans[0]!, { error: 'unread', effect: 'read' }));
    const before = (value: string) => `async function f(all, query) {\n  if (!all) {\n    query = ${value};\n  }\n  return query;\n}\n`;
    check({ before: before("«query.eq('open', true)»"), after: undefined, make });
    check({ before: "async function f() {\n  let query = «db.from('orders').select()»;\n  return query;\n}\n", after: undefined, make });
    check({
      before: before("«await query.eq('open', true)»"),
      after: before("await query.eq('open', true)").replace('true);', 'true);\n    if (query.error) throw query.error;'),
      make,
    });
  });
  it('names a query in a log line without what the author told the compiler', () => {
    check({
      before: "async function f() {\n  await «(db as any).from('audit_logs').insert(row)»;\n}\n",
      after:
        "async function f() {\n  const { error } = await (db as any).from('audit_logs').insert(row);\n  if (error) console.error('db.from(audit_logs).insert failed', error);\n}\n",
      make: (spans: { start: number; end: number }[]) =>
        checkResultError(facts.resultUse(spans[0]!, { label: "(db as any).from('audit_logs').insert" })),
    });
  });
  it('does not fail for a line in a table of log lines', () => {
    const make = (spans: { start: number; end: number }[]) => checkResultError(facts.resultUse(spans[0]!, { label: 'audit_logs.insert' }));
    check({
      before: "async function f() {\n  await «db.from('audit_logs').insert(row)»;\n}\n",
      after:
        "async function f() {\n  const { error } = await db.from('audit_logs').insert(row);\n  if (error) console.error('audit_logs.insert failed', error);\n}\n",
      make,
    });
    check({
      before: "async function f() {\n  await «db.from('orders').insert(row)»;\n}\n",
      after: "async function f() {\n  const { error } = await db.from('orders').insert(row);\n  if (error) throw error;\n}\n",
      make,
    });
  });
  it('goes on with the next one where the clause does', () => {
    check({
      before:
        'async function f() {\n  for (const page of pages) {\n    try {\n      await read(page);\n    } «catch (error) {\n      continue;\n    }»\n  }\n}\n',
      after:
        "async function f() {\n  for (const page of pages) {\n    try {\n      await read(page);\n    } «catch (error) {\n      console.error('read failed', error);\n      continue;\n    }»\n  }\n}\n",
      make: (spans) =>
        handleSwallowedError(facts.catch(spans[0]!, { tried: { writes: false, probe: false, cleanup: false, label: 'read' } })),
    });
  });
  it('logs below the answers that blame the client', () => {
    const clause = (lines: string) =>
      `async function f(res) {\n  try {\n    await run();\n  } «catch (error) {\n${lines.replace(/^/gm, '    ')}\n  }»\n}\n`;
    const blame = "if (error instanceof ZodError) {\n  return res.status(400).json({ error: 'Invalid' });\n}";
    const fail = "res.status(500).json({ error: 'Failed' });";
    const make = (spans: { start: number; end: number }[]) =>
      logError(facts.catch(spans[0]!, { tried: { writes: false, probe: false, cleanup: false, label: 'run' } }));
    check({ before: clause(`${blame}\n${fail}`), after: clause(`${blame}\nconsole.error('run failed', error);\n${fail}`), make });
    // What may as well be a failure is logged like one.
    const either = 'if (error instanceof DatabaseError) return res.status(503).end();';
    check({ before: clause(`${either}\n${fail}`), after: clause(`console.error('run failed', error);\n${either}\n${fail}`), make });
  });
  it('makes a callback asynchronous that has to wait', () => {
    const make = (spans: { start: number; end: number }[]) =>
      wrapWithTryCatch(
        facts.asyncCallback(spans[0]!, {
          framework: undefined,
          role: 'timer',
          label: '',
          target: 'setTimeout',
          unprotected: spans.slice(1),
        }),
      );
    check({
      before: 'setTimeout(«() => «take(1)»», 1000);\n',
      after:
        "setTimeout(async () => {\n  try {\n    await take(1);\n  } catch (err) {\n    console.error('setTimeout failed', err);\n  }\n}, 1000);\n",
      make,
      spacesOnly: true,
    });
    check({ before: 'setTimeout(«(): Promise<void> => «take(1)»», 1000);\n', after: undefined, make });
  });
  it('takes a variable away that held nothing but the text of an error', () => {
    const handler = (lines: string) =>
      `router.get('/orders', async (req, res) => {\n  try {\n    res.json(await list());\n  } catch (err) {\n${lines.replace(/^/gm, '    ')}\n  }\n});\n`;
    const log = "console.error('failed', err);";
    const message = "const message = err instanceof Error ? err.message : 'Unknown error';";
    const make = (spans: { start: number; end: number }[]) => hideErrorDetail(facts.errorLeak(spans[0]!, spans[1]!, { status: 500 }));
    const answer = '«res.status(500).json({ error: «message» })»;';
    const general = "res.status(500).json({ error: 'Internal server error' });";
    check({ before: handler(`${log}\n${message}\n${answer}`), after: handler(`${log}\n${general}`), make });
    check({
      before: handler(`${message}\nconsole.error('failed', message);\n${answer}`),
      after: handler(`${message}\nconsole.error('failed', message);\n${general}`),
      make,
    });
    // A comment about it stays, and what it is about.
    check({
      before: handler(`${log}\n// For the client.\n${message}\n${answer}`),
      after: handler(`${log}\n// For the client.\n${message}\n${general}`),
      make,
    });
  });
  it('asks for a role only where nothing weaker is as near', () => {
    const open = symbol('requireUser', 'src/auth.ts', { uses: 20_000 });
    const role = symbol('requireAdmin', 'src/auth.ts', { uses: 30_000, level: 'ROLE' });
    const before = "«router.post('/uploads', «(req, res) => res.json(save())»)»;\n";
    const after = (guard: string) =>
      `import { ${guard} } from '../auth';\n\nrouter.post('/uploads', ${guard}, (req, res) => res.json(save()));\n`;
    const guard = (guards: (typeof open)[], path: string, expected: string | undefined): void => {
      const file = 'src/routes.ts';
      check({
        project: idioms({ guards: () => guards }),
        before,
        after: expected,
        make: (spans) => addGuard(facts.route(spans[0]!, { file, path, handler: { file, id: 'handler' }, handlerSpan: spans[1]! })),
      });
    };
    guard([role, open], '/uploads', undefined);
    guard([role, { ...open, uses: 300 }], '/uploads', after('requireAdmin'));
    guard([{ ...open, uses: 40_000 }, role], '/uploads', after('requireUser'));
    guard([role, open], '/admin/uploads', after('requireAdmin'));
  });
  it('quotes imports as the other imports are quoted', () => {
    check({
      project: idioms({ guards: () => [symbol('requireUser', 'src/auth.ts')] }),
      before: "import { a } from \"a\";\nconst one = 'one';\nconst two = 'two';\n«router.get('/', «(req, res) => res.json(a)»)»;\n",
      after:
        "import { a } from \"a\";\nimport { requireUser } from \"../auth\";\nconst one = 'one';\nconst two = 'two';\nrouter.get('/', requireUser, (req, res) => res.json(a));\n",
      make: (spans) =>
        addGuard(
          facts.route(spans[0]!, { file: 'src/routes.ts', handler: { file: 'src/routes.ts', id: 'handler' }, handlerSpan: spans[1]! }),
        ),
    });
  });
});
