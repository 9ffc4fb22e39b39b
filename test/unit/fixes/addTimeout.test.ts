import type { OutboundCall } from '../../../src/model/facts';
import { addTimeout } from '../../../src/fixes/addTimeout';
import { check, facts, type Case } from './support';

function timeout(before: string, after: string | undefined, more: Partial<OutboundCall> = {}, rest: Partial<Case> = {}): void {
  check({ before, after, make: (spans) => addTimeout(facts.outboundCall(spans[0]!, more)), ...rest });
}

const axios = { library: 'axios', label: 'axios.get' };

describe('fixes: addTimeout', () => {
  it('adds options to a plain fetch', () => {
    timeout('const r = await «fetch(url)»;\n', 'const r = await «fetch(url, { signal: AbortSignal.timeout(10_000) })»;\n');
  });
  it('adds a property to options on one line', () => {
    timeout(
      "await «fetch(url, { method: 'POST', body })»;\n",
      "await «fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(10_000) })»;\n",
    );
  });
  it('keeps tight braces', () => {
    timeout(
      "const a = {b: 1};\nawait «fetch(url, {method: 'POST'})»;\n",
      "const a = {b: 1};\nawait «fetch(url, {method: 'POST', signal: AbortSignal.timeout(10_000)})»;\n",
    );
    timeout('const a = {b: 1};\nawait «fetch(url)»;\n', 'const a = {b: 1};\nawait «fetch(url, {signal: AbortSignal.timeout(10_000)})»;\n');
  });
  it('adds a line to options on several lines, behind a trailing comma', () => {
    timeout(
      `async function f() {
  return «fetch(url, {
    method: 'POST',
    body: JSON.stringify(order), // the order
  })»;
}
`,
      `async function f() {
  return «fetch(url, {
    method: 'POST',
    body: JSON.stringify(order), // the order
    signal: AbortSignal.timeout(10_000),
  })»;
}
`,
    );
  });
  it('adds a comma in front of a comment when there is none', () => {
    timeout(
      `async function f() {
  await «fetch(url, {
    method: 'POST',
    body // the order
  })»;
}
`,
      `async function f() {
  await «fetch(url, {
    method: 'POST',
    body, // the order
    signal: AbortSignal.timeout(10_000)
  })»;
}
`,
    );
  });
  it('fills an empty options object', () => {
    timeout('await «fetch(url, {})»;\n', 'await «fetch(url, { signal: AbortSignal.timeout(10_000) })»;\n');
  });
  it('keeps a signal that is there', () => {
    timeout(
      'await «fetch(url, { signal: controller.signal })»;\n',
      'await «fetch(url, { signal: AbortSignal.any([controller.signal, AbortSignal.timeout(10_000)]) })»;\n',
    );
    timeout(
      'const signal = controller.signal;\nawait «fetch(url, { signal })»;\n',
      'const signal = controller.signal;\nawait «fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]) })»;\n',
    );
  });
  it('does not hand an absent signal to AbortSignal.any', () => {
    timeout(
      `async function get(url: string, signal?: AbortSignal) {
  return «fetch(url, { signal })»;
}
`,
      `async function get(url: string, signal?: AbortSignal) {
  return «fetch(url, { signal: signal ? AbortSignal.any([signal, AbortSignal.timeout(10_000)]) : AbortSignal.timeout(10_000) })»;
}
`,
    );
    timeout(
      'await «fetch(url, { signal: options?.signal })»;\n',
      'await «fetch(url, { signal: options?.signal ? AbortSignal.any([options?.signal, AbortSignal.timeout(10_000)]) : AbortSignal.timeout(10_000) })»;\n',
    );
  });
  it('leaves a signal with a time limit alone', () => {
    timeout('await «fetch(url, { signal: AbortSignal.timeout(500) })»;\n', undefined);
  });
  it('edits the options literal of the same block', () => {
    timeout(
      `async function f() {
  const options = { method: 'POST' };
  await «fetch(url, options)»;
}
`,
      `async function f() {
  const options = { method: 'POST', signal: AbortSignal.timeout(10_000) };
  await «fetch(url, options)»;
}
`,
    );
  });
  it('never starts one clock for several calls', () => {
    timeout(
      `const options = { method: 'POST' };
async function f() {
  await «fetch(url, options)»;
}
`,
      `const options = { method: 'POST' };
async function f() {
  await «fetch(url, { ...options, signal: AbortSignal.timeout(10_000) })»;
}
`,
    );
    timeout(
      `async function f() {
  const options = { method: 'POST' };
  for (const url of urls) {
    await «fetch(url, options)»;
  }
}
`,
      `async function f() {
  const options = { method: 'POST' };
  for (const url of urls) {
    await «fetch(url, { ...options, signal: AbortSignal.timeout(10_000) })»;
  }
}
`,
    );
  });
  it('keeps the signal of options that come from the caller', () => {
    timeout(
      `async function get(url: string, init?: RequestInit) {
  return «fetch(url, init)»;
}
`,
      `async function get(url: string, init?: RequestInit) {
  return «fetch(url, { ...init, signal: init?.signal ? AbortSignal.any([init?.signal, AbortSignal.timeout(10_000)]) : AbortSignal.timeout(10_000) })»;
}
`,
    );
  });
  it('uses a limit that the file names', () => {
    timeout(
      'const HTTP_TIMEOUT_MS = 8_000;\nawait «fetch(url)»;\n',
      'const HTTP_TIMEOUT_MS = 8_000;\nawait «fetch(url, { signal: AbortSignal.timeout(HTTP_TIMEOUT_MS) })»;\n',
    );
  });
  it('finds the call in an awaited span, a nested callback and JSX', () => {
    timeout('const r = «await fetch(url)»;\n', 'const r = «await fetch(url, { signal: AbortSignal.timeout(10_000) })»;\n');
    timeout(
      'export default async function Page() {\n  const r = await «fetch(`${base}/x`)»;\n  return <p>{await r.text()}</p>;\n}\n',
      'export default async function Page() {\n  const r = await «fetch(`${base}/x`, { signal: AbortSignal.timeout(10_000) })»;\n  return <p>{await r.text()}</p>;\n}\n',
      {},
      { file: 'app/page.tsx' },
    );
    timeout(
      'const all = ids.map((id) => «fetch(`${base}/${id}`)»);\n',
      'const all = ids.map((id) => «fetch(`${base}/${id}`, { signal: AbortSignal.timeout(10_000) })»);\n',
    );
  });
  it('puts arguments on their own lines where the others are', () => {
    timeout(
      `async function f() {
  await «fetch(
    url
  )»;
}
`,
      `async function f() {
  await «fetch(
    url,
    { signal: AbortSignal.timeout(10_000) }
  )»;
}
`,
    );
  });
  it('knows where axios takes its configuration', () => {
    timeout('await «axios.get(url)»;\n', 'await «axios.get(url, { timeout: 10_000 })»;\n', axios);
    timeout('await «axios.post(url, body)»;\n', 'await «axios.post(url, body, { timeout: 10_000 })»;\n', axios);
    timeout('await «axios.post(url)»;\n', 'await «axios.post(url, undefined, { timeout: 10_000 })»;\n', axios);
    timeout('await «axios.post(url, body, { headers })»;\n', 'await «axios.post(url, body, { headers, timeout: 10_000 })»;\n', axios);
    timeout("await «axios({ method: 'get', url })»;\n", "await «axios({ method: 'get', url, timeout: 10_000 })»;\n", axios);
    timeout('const api = «axios.create()»;\n', 'const api = «axios.create({ timeout: 10_000 })»;\n', axios);
    timeout('await «axios.get(url, config)»;\n', 'await «axios.get(url, { timeout: 10_000, ...config })»;\n', axios);
    timeout('await «axios.get(url, { timeout: 500 })»;\n', undefined, axios);
  });
  it('knows other clients', () => {
    timeout('await «got(url)»;\n', 'await «got(url, { timeout: { request: 10_000 } })»;\n', { library: 'got' });
    timeout('const ai = «new OpenAI()»;\n', 'const ai = «new OpenAI({ timeout: 60_000 })»;\n', { library: 'openai' });
    timeout('const ai = «new OpenAI»;\n', 'const ai = «new OpenAI({ timeout: 60_000 })»;\n', { library: 'openai' });
    timeout('const stripe = «new Stripe(key)»;\n', 'const stripe = «new Stripe(key, { timeout: 20_000 })»;\n', { library: 'stripe' });
    timeout(
      'const pool = «new Pool({ connectionString })»;\n',
      'const pool = «new Pool({ connectionString, connectionTimeoutMillis: 5_000 })»;\n',
      { library: 'pg' },
    );
  });
  it('gives language models more time', () => {
    timeout(
      "await «fetch('https://api.openai.com/v1/chat/completions', { method })»;\n",
      "await «fetch('https://api.openai.com/v1/chat/completions', { method, signal: AbortSignal.timeout(60_000) })»;\n",
    );
    timeout(
      "const url = 'https://api.groq.com/openai/v1/x';\nawait «fetch(url)»;\n",
      "const url = 'https://api.groq.com/openai/v1/x';\nawait «fetch(url, { signal: AbortSignal.timeout(60_000) })»;\n",
    );
  });
  it('gives files time', () => {
    timeout(
      'await «axios.put(url, file, { maxBodyLength: Infinity })»;\n',
      'await «axios.put(url, file, { maxBodyLength: Infinity, timeout: 300_000 })»;\n',
      axios,
    );
    timeout(
      "await «axios.get(url, { responseType: 'stream' })»;\n",
      "await «axios.get(url, { responseType: 'stream', timeout: 300_000 })»;\n",
      axios,
    );
  });
  it('tells packages of one library apart by their imports', () => {
    const clients = { library: 'http-clients' };
    timeout(
      "import got from 'got';\nawait «got(url)»;\n",
      "import got from 'got';\nawait «got(url, { timeout: { request: 10_000 } })»;\n",
      clients,
    );
    timeout(
      "import { ofetch as load } from 'ofetch';\nawait «load(url)»;\n",
      "import { ofetch as load } from 'ofetch';\nawait «load(url, { timeout: 10_000 })»;\n",
      clients,
    );
    timeout(
      "const { request } = require('undici');\nawait «request(url)»;\n",
      "const { request } = require('undici');\nawait «request(url, { signal: AbortSignal.timeout(10_000) })»;\n",
      clients,
      { file: 'src/a.js' },
    );
    timeout(
      "import Anthropic from '@anthropic-ai/sdk';\nconst ai = «new Anthropic()»;\n",
      "import Anthropic from '@anthropic-ai/sdk';\nconst ai = «new Anthropic({ timeout: 60_000 })»;\n",
      { library: 'llm' },
    );
  });
  it('refuses streams, spread arguments and libraries it does not know', () => {
    timeout('await «fetch(url)»;\n', undefined, { streaming: true });
    timeout('await «fetch(...args)»;\n', undefined);
    timeout('await «thing(url)»;\n', undefined, { library: 'unheard-of' });
    timeout('await «fetch(url)»;\n', undefined, { timeout: { presence: 'present' } });
  });
});
