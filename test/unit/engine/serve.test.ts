import assert from 'node:assert/strict';
import type { RuleDescription, Session } from '../../../src/engine/api';
import { applyFileDelta, type ShownResult } from '../../../src/engine/delta';
import { workerMessageSchema, type HostMessage, type WorkerMessage } from '../../../src/engine/protocol';
import { Server } from '../../../src/engine/serve';
import type { ReadinessFile, Scorecard } from '../../../src/model/readiness';
import { FakeSession, finding } from '../../harness/fakeSession';

const folder = 'file:///project';
const check: RuleDescription = {
  id: 'ci-pipeline',
  kind: 'check',
  dimension: 'operational-readiness',
  title: '',
  severity: 'warning',
  confidence: 'high',
  fixKinds: [],
  cwe: [],
  owasp: [],
  since: '0.1.0',
  maturity: 'stable',
  helpUri: '',
};
const emptyCard: Scorecard = { dimensions: [], stage: 'Demo', next: [], unverified: 1 };

/** A server with fakes around it, and what it said. */
function setUp(session = new FakeSession(), settle = 5) {
  const said: WorkerMessage[] = [];
  const cards: { readiness: ReadinessFile | undefined; isComplete: boolean }[] = [];
  const server = new Server(
    {
      open: (): Session => session,
      rules: [check],
      scorecard: ({ readiness, isComplete }) => {
        cards.push({ readiness, isComplete });
        return { ...emptyCard, unverified: cards.length };
      },
      post: (message) => said.push(structuredClone(message)),
      heapUsed: () => 12_000_000,
    },
    { settle, score: 5 },
  );
  const send = (message: HostMessage): void => server.receive(message);
  send({ type: 'open', folder, session: 1, root: '/project', exclude: [] });
  return { server, session, said, cards, send };
}

async function until(what: string, probe: () => unknown): Promise<void> {
  for (let i = 0; i < 400; i++) {
    if (probe()) return;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  throw new Error(`Waited in vain for ${what}.`);
}

/** State of the receiver after all that was said. */
function known(said: readonly WorkerMessage[]): Map<string, ShownResult> {
  const files = new Map<string, ShownResult>();
  for (const message of said)
    if (message.type === 'results') for (const delta of message.files) files.set(delta.file, applyFileDelta(files.get(delta.file), delta));
  return files;
}

const replyTo = (said: readonly WorkerMessage[], id: number) =>
  said.find((message) => message.type === 'reply' && message.id === id) as Extract<WorkerMessage, { type: 'reply' }> | undefined;
const lines = (result: ShownResult | undefined): number[] | undefined => result?.findings.map(({ location }) => location.line);

describe('Serving sessions', () => {
  it('answers a text with its findings, and judges dependents when typing pauses', async () => {
    const { server, session, said, send } = setUp();
    session.dependents = [{ file: 'b.ts', version: 0, findings: [finding({ line: 7 })] }];
    send({ type: 'setText', folder, file: 'a.ts', text: 'ok\ngap', version: 1 });
    await until('results of a.ts', () => known(said).has('a.ts'));
    assert.deepEqual(lines(known(said).get('a.ts')), [2]);
    assert.equal(known(said).has('b.ts'), false);
    await until('results of b.ts', () => known(said).has('b.ts'));
    assert.deepEqual(lines(known(said).get('b.ts')), [7]);
    server.dispose();
  });

  it('judges no text before the files of the project are listed, and goes on when they can not be', async () => {
    const session = new FakeSession();
    let fail = (_error: Error): void => undefined;
    session.preparing = new Promise((_resolve, reject) => (fail = reject));
    const { server, said, send } = setUp(session);
    send({ type: 'setText', folder, file: 'a.ts', text: 'gap', version: 1 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.deepEqual(session.calls, ['prepare']);
    fail(new Error('The disk is gone.'));
    await until('results of a.ts', () => known(said).has('a.ts'));
    assert.match(said.flatMap((message) => (message.type === 'log' ? message.message : [])).join('\n'), /The disk is gone/);
    server.dispose();
  });

  it('analyses only the newest of the texts that wait', async () => {
    const { server, session, said, send } = setUp();
    for (let version = 1; version <= 20; version++) send({ type: 'setText', folder, file: 'a.ts', text: `gap ${version}`, version });
    await until('the last version', () => known(said).get('a.ts')?.version === 20);
    assert.deepEqual(
      session.calls.filter((call) => call.startsWith('setText')),
      ['setText a.ts 20'],
    );
    server.dispose();
  });

  it('sends differences only', async () => {
    const { server, said, send } = setUp();
    send({ type: 'setText', folder, file: 'a.ts', text: 'gap one\ngap two', version: 1 });
    await until('version 1', () => known(said).get('a.ts')?.version === 1);
    send({ type: 'editText', folder, file: 'a.ts', edits: [{ start: 0, end: 0, newText: 'first\n' }], version: 2 });
    await until('version 2', () => known(said).get('a.ts')?.version === 2);
    const last = said.filter((message) => message.type === 'results').at(-1)!;
    assert.ok(
      last.type === 'results' && last.files[0]!.findings.every((entry) => typeof entry === 'object' && 'was' in entry),
      JSON.stringify(last),
    );
    assert.deepEqual(lines(known(said).get('a.ts')), [2, 3]);
    server.dispose();
  });

  it('scans with progress, keeps what checks found beside what rules found, and then says that all is read', async () => {
    const session = new FakeSession({ 'a.ts': 'gap', 'package.json': '{}' });
    session.checkFindings = [
      finding({ rule: 'ci-pipeline', location: { file: 'package.json', line: 1, column: 1, endLine: 1, endColumn: 2 } }),
    ];
    const { server, said, cards, send } = setUp(session);
    send({ type: 'scan', id: 1, folder });
    await until('the reply', () => replyTo(said, 1));
    assert.deepEqual((replyTo(said, 1)?.value as { complete: boolean; analysed: number }).complete, true);
    assert.deepEqual(
      said.filter((message) => message.type === 'progress').map((message) => message.type === 'progress' && message.done),
      [1, 2],
    );
    assert.deepEqual(
      known(said)
        .get('package.json')
        ?.findings.map(({ rule }) => rule),
      ['ci-pipeline'],
    );
    send({ type: 'setText', folder, file: 'package.json', text: '{ }', version: 4 });
    await until('version 4', () => known(said).get('package.json')?.version === 4);
    assert.deepEqual(
      known(said)
        .get('package.json')
        ?.findings.map(({ rule }) => rule),
      ['ci-pipeline'],
    );
    await until('a complete scorecard', () => cards.at(-1)?.isComplete);
    session.checkFindings = [];
    send({ type: 'setText', folder, file: 'a.ts', text: 'ok', version: 1 });
    await until('the check to be satisfied', () => known(said).get('package.json')?.findings.length === 0);
    assert.equal(known(said).get('package.json')?.version, 4);
    server.dispose();
  });

  it('ends a scan early when it is cancelled', async () => {
    const session = new FakeSession(Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`f${index}.ts`, 'gap'])));
    session.pause = () => new Promise((resolve) => setTimeout(resolve, 1));
    const { server, said, send } = setUp(session);
    send({ type: 'scan', id: 1, folder });
    await until('some progress', () => said.some(({ type }) => type === 'progress'));
    send({ type: 'cancel', id: 1 });
    await until('the reply', () => replyTo(said, 1));
    const summary = replyTo(said, 1)?.value as { complete: boolean; analysed: number };
    assert.equal(summary.complete, false);
    assert.ok(summary.analysed < 500);
    assert.ok(known(said).size === summary.analysed, 'What was found so far stays.');
    server.dispose();
  });

  it('does not offer a fix that fails its checks, and checks each once', async () => {
    const session = new FakeSession();
    session.actionList = [
      { id: 'good', title: 'Good', kind: 'fix', isPreferred: true },
      { id: 'bad', title: 'Bad', kind: 'fix', isPreferred: false },
      { id: 'harden', title: 'Harden', kind: 'harden', isPreferred: false },
      { id: 'suppress', title: 'Suppress', kind: 'suppress', isPreferred: false },
    ];
    session.fixes.set('good', { id: 'good', kind: 'fix', title: 'Good', edits: [] });
    // Judging dependents in between is a new state, for which edits are checked anew.
    const { server, said, send } = setUp(session, 60_000);
    send({ type: 'setText', folder, file: 'a.ts', text: 'gap', version: 1 });
    const ask = (id: number, thorough: boolean) =>
      send({ type: 'actions', id, folder, file: 'a.ts', version: 1, span: { start: 0, end: 0 }, thorough });
    ask(1, false);
    ask(2, true);
    send({ type: 'resolve', id: 3, folder, file: 'a.ts', version: 1, action: 'good' });
    await until('the replies', () => replyTo(said, 3));
    const offered = (id: number) =>
      (replyTo(said, id)?.value as { id: string; disabled?: string }[]).map(
        (action) => `${action.id}${action.disabled ? ' disabled' : ''}`,
      );
    assert.deepEqual(offered(1), ['good', 'harden', 'suppress']);
    assert.deepEqual(offered(2), ['good', 'harden disabled', 'suppress']);
    assert.equal(session.calls.filter((call) => call === 'resolve a.ts good').length, 1);
    server.dispose();
  });

  it('gives nothing for a text that has moved on, and passes reasons on', async () => {
    const session = new FakeSession();
    const { server, said, send } = setUp(session);
    send({ type: 'setText', folder, file: 'a.ts', text: 'gap', version: 2 });
    send({ type: 'resolve', id: 1, folder, file: 'a.ts', version: 1, action: 'x' });
    send({ type: 'actions', id: 2, folder, file: 'a.ts', version: 1, span: { start: 0, end: 0 }, thorough: false });
    send({ type: 'resolve', id: 3, folder, file: 'a.ts', version: 2, action: 'x', reason: 'why' });
    await until('the replies', () => replyTo(said, 3));
    assert.equal(replyTo(said, 1)?.value, undefined);
    assert.deepEqual(replyTo(said, 2)?.value, []);
    assert.deepEqual(
      session.calls.filter((call) => call.startsWith('resolve')),
      ['resolve a.ts x because why'],
    );
    server.dispose();
  });

  it('joins the safe fixes of a file', async () => {
    const session = new FakeSession();
    const { server, said, send } = setUp(session);
    session.setText('a.ts', 'gap 1\ngap 2', 1).findings.forEach((gap, index) => {
      gap.fixes = [{ id: 'f', kind: 'fix', title: 'Fix' }];
      session.actionList.push({
        id: `fix${index}`,
        title: 'Fix',
        kind: 'fix',
        isPreferred: true,
        finding: { fingerprint: gap.fingerprint, rule: gap.rule },
      });
      session.fixes.set(`fix${index}`, {
        id: `fix${index}`,
        kind: 'fix',
        title: 'Fix',
        edits: [{ file: 'a.ts', edits: [{ start: index * 6, end: index * 6 + 3, newText: 'ok' }] }],
      });
    });
    session.dependents = [session.result('a.ts')!];
    send({ type: 'filesChanged', folder, changes: [] });
    await until('the results', () => known(said).has('a.ts'));
    send({ type: 'fixAll', id: 1, folder, file: 'a.ts', version: 1 });
    send({ type: 'fixAll', id: 2, folder, file: 'a.ts', version: 1, rule: 'another-rule' });
    await until('the replies', () => replyTo(said, 2));
    assert.deepEqual((replyTo(said, 1)?.value as { edits: unknown }).edits, [
      {
        file: 'a.ts',
        edits: [
          { start: 0, end: 3, newText: 'ok' },
          { start: 6, end: 9, newText: 'ok' },
        ],
      },
    ]);
    assert.equal(replyTo(said, 2)?.value, undefined);
    server.dispose();
  });

  it('takes away at once what stood in a deleted file or folder', async () => {
    const session = new FakeSession({ 'src/a.ts': 'gap', 'src/b.ts': 'gap', 'srcs.ts': 'gap' });
    const { server, said, send } = setUp(session);
    send({ type: 'scan', id: 1, folder });
    await until('the reply', () => replyTo(said, 1));
    send({ type: 'filesChanged', folder, changes: [{ file: 'src', type: 'deleted' }] });
    await until('empty results', () => known(said).get('src/b.ts')?.findings.length === 0);
    assert.equal(known(said).get('src/a.ts')?.findings.length, 0);
    assert.equal(known(said).get('srcs.ts')?.findings.length, 1);
    assert.ok(session.calls.includes('filesChanged deleted src, deleted src/a.ts, deleted src/b.ts'), session.calls.join('\n'));
    server.dispose();
  });

  it('goes on with the text of the editor when its file is deleted on disk, until it is closed', async () => {
    const session = new FakeSession();
    const { server, said, send } = setUp(session);
    send({ type: 'setText', folder, file: 'a.ts', text: 'gap', version: 3 });
    send({ type: 'filesChanged', folder, changes: [{ file: 'a.ts', type: 'deleted' }] });
    await until('the event to arrive', () => session.calls.includes('filesChanged deleted a.ts'));
    assert.equal(known(said).get('a.ts')?.findings.length, 1);
    assert.equal(known(said).get('a.ts')?.version, 3);
    send({ type: 'release', folder, file: 'a.ts' });
    await until('the end of its findings', () => known(said).get('a.ts')?.findings.length === 0);
    server.dispose();
  });

  it('computes the checklist from what people said', async () => {
    const { server, said, cards, send } = setUp();
    const content: ReadinessFile = {
      version: 1,
      attestations: [{ item: 'OPS-6', by: 'Ann', on: '2026-01-01' }],
      notApplicable: [],
      acceptedRisks: [],
    };
    send({ type: 'readiness', folder, content });
    await until('a scorecard', () => said.some(({ type }) => type === 'scorecard'));
    assert.deepEqual(cards, [{ readiness: content, isComplete: false }]);
    server.dispose();
  });

  it('goes on after a failure, which is logged', async () => {
    const { server, said, send } = setUp();
    send({ type: 'setText', folder, file: 'a.ts', text: 'throw', version: 1 });
    server.receive({ type: 'setText', folder, file: 42 });
    send({ type: 'scan', id: 1, folder: 'file:///other' });
    send({ type: 'setText', folder, file: 'b.ts', text: 'gap', version: 1 });
    await until('results of b.ts', () => known(said).has('b.ts'));
    const errors = said.flatMap((message) => (message.type === 'log' && message.level === 'error' ? message.message : []));
    assert.equal(errors.length, 3);
    assert.match(errors.join('\n'), /was not understood/);
    assert.match(errors.join('\n'), /can not read this/);
    assert.match(replyTo(said, 1)?.error ?? '', /not open/);
    server.dispose();
  });

  it('lists endpoints while somebody looks, once the project was read', async () => {
    const { server, session, said, send } = setUp();
    const row = {
      framework: 'express',
      method: 'GET',
      path: '/a',
      file: 'a.ts',
      line: 1,
      guards: [],
      authentication: 'absent' as const,
      level: 'NONE' as const,
      roles: {},
      evidence: {},
      sinks: [],
      package: '',
      group: 'app',
    };
    session.routes = () => [row];
    const listed = () =>
      said.flatMap((message) => (message.type === 'routes' ? message.files.map(({ file, rows }) => `${file} ${rows.length}`) : []));
    send({ type: 'watchRoutes', folder, on: true });
    send({ type: 'scan', id: 1, folder });
    await until('the endpoints', () => listed().length > 0);
    assert.deepEqual(listed(), ['a.ts 1']);
    for (const message of said) assert.ok(workerMessageSchema.safeParse(message).success, message.type);
    server.dispose();
  });

  it('describes itself for reports', async () => {
    const { server, said, send } = setUp();
    send({ type: 'diagnostics', id: 1 });
    await until('the reply', () => replyTo(said, 1));
    assert.equal(replyTo(said, 1)?.value, `Engine: 1 rules, heap 12 MB\n${folder}: 0 files analysed, 0 skipped, 0 findings ()`);
    server.dispose();
  });

  it('ends the session of a closed folder', async () => {
    const { server, session, said, send } = setUp();
    send({ type: 'close', folder });
    send({ type: 'setText', folder, file: 'a.ts', text: 'gap', version: 1 });
    await until('the end', () => session.isDisposed);
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(
      said.some(({ type }) => type === 'results'),
      false,
    );
    server.dispose();
  });
});
