import { strict as assert } from 'node:assert';
import { openSession } from '../../../src/engine/session';
import { libraries } from '../../../src/libraries';
import { defineLibrary } from '../../../src/model/library';
import { defineRule } from '../../../src/model/meta';
import { memoryWorkspace } from '../../../src/project/memoryWorkspace';
import { rules } from '../../../src/rules';
import { answersOf, guardedApplication, openLive, placesOf } from './liveProject';

const failing = defineRule({
  id: 'always-fails',
  dimension: 'security',
  title: 'Fails',
  severity: 'warning',
  confidence: 'high',
  fixKinds: [],
  since: '0.1.0',
  maturity: 'stable',
  messages: { gap: 'Never said.' },
  needs: ['linkedRoute'],
  linkedRoute(fact, context) {
    context.report(fact, { message: 'gap' });
    throw new Error('broken rule');
  },
});

/** A library that cannot stand files whose path names it. */
const failingLibrary = defineLibrary({
  id: 'failing',
  title: 'Failing',
  packages: [],
  fileRoutes: [
    {
      pattern: /breaks/,
      shape: 'methods',
      path: () => {
        throw new Error('broken library\nwith details');
      },
      entry: 'http',
      params: [],
    },
  ],
});

describe('A session when something goes wrong', () => {
  it('loses the findings of a rule that throws and no others, and tells of it once', async () => {
    const { session, failures } = await openLive(guardedApplication(), { rules: [failing, ...rules] });
    const { findings, outcomes } = session.project();
    assert.deepEqual(failures.length, 1);
    assert.match(failures[0]!, /^always-fails src\/\w+\.ts$/);
    assert.deepEqual(
      findings.filter(({ rule }) => rule === 'always-fails'),
      [],
    );
    assert.deepEqual(placesOf(findings, 'missing-auth-guard'), ['src/reports.ts:5']);
    assert.deepEqual(
      outcomes.filter(({ outcome }) => outcome === 'error').map(({ rule }) => rule),
      ['always-fails', 'always-fails', 'always-fails'],
    );
  });

  it('lists the file that a library throws on, and goes on with those that import it', async () => {
    const files: Record<string, string> = {
      ...guardedApplication(),
      'src/breaks.ts': "export const x = () => fetch('https://rates.example');\n",
    };
    files['src/reports.ts'] = `import { x } from './breaks';\n${files['src/reports.ts']}x();\n`;
    const { session, failures } = await openLive(files, { libraries: [...libraries, failingLibrary] });
    const project = session.project();
    assert.deepEqual(project.files.skipped, [{ file: 'src/breaks.ts', reason: 'not analysed: broken library' }]);
    assert.deepEqual(failures, ['engine src/breaks.ts']);
    assert.ok(project.files.analysed.includes('src/reports.ts'));
    assert.ok(!project.files.analysed.includes('src/breaks.ts'));
    assert.deepEqual(placesOf(project.findings, 'missing-auth-guard'), ['src/reports.ts:6']);
    assert.equal(session.result('src/breaks.ts')!.skipped, 'not analysed: broken library');
  });

  it('lists files that are too large, minified or no text, with the reason', async () => {
    const { session, write } = await openLive({
      ...guardedApplication(),
      'src/large.ts': `${'const a = 1;\n'.repeat(90_000)}`,
      'src/bundle.js': `var a=${'1+'.repeat(12_000)}1`,
      'src/data.ts': 'const a = "\u0000";\n',
    });
    assert.deepEqual(session.project().files.skipped, [
      { file: 'src/bundle.js', reason: 'minified' },
      { file: 'src/data.ts', reason: 'not text' },
      { file: 'src/large.ts', reason: 'too large (1.2 MB)' },
    ]);
    write({ 'src/large.ts': 'const a = 1;\n', 'src/bundle.js': undefined });
    await session.settle();
    assert.deepEqual(session.project().files.skipped, [{ file: 'src/data.ts', reason: 'not text' }]);
    assert.equal(session.setText('src/large.ts', 'x'.repeat(1_000_001), 1).skipped, 'too large (1.0 MB)');
  });

  it('stops a scan that is cancelled with what is done, and finishes it later', async () => {
    const files = {
      ...guardedApplication(),
      ...Object.fromEntries(
        Array.from({ length: 200 }, (_, index) => [
          `src/more/file${index}.ts`,
          guardedApplication()['src/reports.ts']!.replace('./db', '../db'),
        ]),
      ),
    };
    const disk = memoryWorkspace(files);
    const stop = new AbortController();
    const session = openSession(disk);
    const part = await session.scan({ signal: stop.signal, onProgress: () => stop.abort() });
    assert.ok(part.files.analysed.length < 200, `${part.files.analysed.length} files were judged after all`);
    const whole = await session.scan();
    assert.equal(whole.files.analysed.length, Object.keys(files).filter((file) => file.endsWith('.ts')).length);
    assert.ok(answersOf(session).includes('POST /items present'));
  });

  it('keeps what a cancelled settling left for the next one', async () => {
    const { session, type } = await openLive(guardedApplication());
    type('src/guards/session.ts', 'req.user = jwt.verify(req.headers.authorization, process.env.SECRET);', 'audit(req);');
    const stop = new AbortController();
    stop.abort();
    assert.deepEqual(await session.settle({ signal: stop.signal }), []);
    assert.equal(session.rejudged, 0);
    assert.deepEqual((await session.settle()).map(({ file }) => file).sort(), ['src/items.ts', 'src/orders.ts']);
  });
});
