import assert from 'node:assert/strict';
import * as protocol from '../../../src/engine/protocol';
import { EngineClient, EngineGone, type EngineState, type ThreadEvents } from '../../../src/vscode/engineClient';

/** A client with threads that the test speaks for. */
function setUp(pauses: readonly number[] = [5, 5]) {
  const threads: { events: ThreadEvents; posted: Record<string, unknown>[]; isStopped: boolean }[] = [];
  const states: EngineState[] = [];
  const logged: string[] = [];
  const messages: unknown[] = [];
  let ready = 0;
  const client = new EngineClient(
    (events) => {
      const thread = { events, posted: [] as Record<string, unknown>[], isStopped: false };
      threads.push(thread);
      return { post: (message) => thread.posted.push(message as Record<string, unknown>), stop: () => (thread.isStopped = true) };
    },
    () => Promise.resolve(protocol),
    {
      onReady: () => ready++,
      onMessage: (message) => messages.push(message),
      onState: (state) => states.push(state),
      log: (_level, message) => logged.push(message),
    },
    pauses,
  );
  const sayReady = () => threads.at(-1)!.events.onMessage({ type: 'ready', rules: [] });
  return { client, threads, states, logged, messages, sayReady, readyCount: () => ready };
}

async function until(what: string, probe: () => unknown): Promise<void> {
  for (let i = 0; i < 400; i++) {
    if (probe()) return;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  throw new Error(`Waited in vain for ${what}.`);
}

describe('The client of the engine', () => {
  it('starts no thread before it is needed, and one only', async () => {
    const { client, threads, states, sayReady } = setUp();
    assert.equal(threads.length, 0);
    client.start();
    client.start();
    assert.equal(threads.length, 1);
    sayReady();
    await until('running', () => client.state === 'running');
    assert.deepEqual(states, ['starting', 'running']);
    client.dispose();
    assert.equal(threads[0]!.isStopped, true);
  });

  it('gives each answer to who asked', async () => {
    const { client, threads, sayReady } = setUp();
    client.start();
    sayReady();
    await until('running', () => client.state === 'running');
    const first = client.request('diagnostics', {});
    const second = client.request('actions', { folder: 'f', file: 'a.ts', version: 1, span: { start: 0, end: 0 }, thorough: false });
    const [one, two] = threads[0]!.posted;
    threads[0]!.events.onMessage({ type: 'reply', id: two!['id'], value: [] });
    threads[0]!.events.onMessage({ type: 'reply', id: one!['id'], value: 'fine' });
    assert.deepEqual(await second, []);
    assert.equal(await first, 'fine');
    client.dispose();
  });

  it('rejects an error, and an answer of the wrong kind', async () => {
    const { client, threads, sayReady } = setUp();
    client.start();
    sayReady();
    await until('running', () => client.state === 'running');
    const failing = client.request('scan', { folder: 'f' });
    const wrong = client.request('diagnostics', {});
    threads[0]!.events.onMessage({ type: 'reply', id: threads[0]!.posted[0]!['id'], error: 'no' });
    threads[0]!.events.onMessage({ type: 'reply', id: threads[0]!.posted[1]!['id'], value: 42 });
    await assert.rejects(failing, /^Error: no$/);
    await assert.rejects(wrong, /was not understood/);
    client.dispose();
  });

  it('tells the engine to stop what nobody waits for', async () => {
    const { client, threads, sayReady } = setUp();
    client.start();
    sayReady();
    await until('running', () => client.state === 'running');
    const abort = new AbortController();
    const scan = client.request('scan', { folder: 'f' }, abort.signal);
    abort.abort();
    const [request, cancel] = threads[0]!.posted;
    assert.deepEqual(cancel, { type: 'cancel', id: request!['id'] });
    threads[0]!.events.onMessage({ type: 'reply', id: request!['id'], error: 'cancelled' });
    await assert.rejects(scan, /cancelled/);
    client.dispose();
  });

  it('asks nobody while there is no engine', async () => {
    const { client } = setUp();
    await assert.rejects(client.request('diagnostics', {}), EngineGone);
  });

  it('starts again after a crash, and fails what was asked before', async () => {
    const { client, threads, states, logged, sayReady, readyCount } = setUp();
    client.start();
    sayReady();
    await until('running', () => client.state === 'running');
    const lost = client.request('diagnostics', {});
    threads[0]!.events.onExit('out of memory');
    await assert.rejects(lost, EngineGone);
    assert.equal(client.state, 'waiting');
    await until('a second thread', () => threads.length === 2);
    sayReady();
    await until('running again', () => readyCount() === 2);
    assert.deepEqual(states, ['starting', 'running', 'waiting', 'starting', 'running']);
    assert.match(logged[0]!, /out of memory/);
    client.dispose();
  });

  it('gives up after the last pause, until a person restarts it', async () => {
    const { client, threads, sayReady } = setUp([1]);
    client.start();
    threads[0]!.events.onExit('one');
    await until('a second thread', () => threads.length === 2);
    threads[1]!.events.onExit('two');
    assert.equal(client.state, 'failed');
    client.start();
    assert.equal(threads.length, 2);
    client.restart();
    assert.equal(threads.length, 3);
    sayReady();
    await until('running', () => client.state === 'running');
    client.dispose();
  });

  it('hears nothing more from a thread that it ended', async () => {
    const { client, threads, messages, sayReady } = setUp();
    client.start();
    sayReady();
    await until('running', () => client.state === 'running');
    client.restart();
    threads[0]!.events.onMessage({ type: 'log', level: 'info', message: 'late' });
    threads[0]!.events.onExit('terminated');
    threads[1]!.events.onMessage({ type: 'log', level: 'info', message: 'now' });
    await until('the message', () => messages.length > 0);
    assert.deepEqual(messages, [{ type: 'log', level: 'info', message: 'now' }]);
    assert.equal(client.state, 'starting');
    client.dispose();
  });

  it('logs what it does not understand, and goes on', async () => {
    const { client, threads, logged, sayReady } = setUp();
    client.start();
    sayReady();
    threads[0]!.events.onMessage({ type: 'results', folder: 'f', session: 1, files: 'all' });
    await until('a log line', () => logged.length > 0);
    assert.match(logged[0]!, /was not understood/);
    assert.equal(client.state, 'running');
    client.dispose();
  });
});
