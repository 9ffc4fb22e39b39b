import assert from 'node:assert/strict';
import type { SecretLiteral } from '../../../src/model/facts';
import { moveSecretToEnv } from '../../../src/fixes/moveSecretToEnv';
import { applyEdits } from '../../../src/fixes/edits';
import { check, facts, type Case } from './support';

// Put together at run time, so that no scanner takes this file for a leak.
const key = ['sk', 'live', 'x'.repeat(24)].join('_');

function move(before: string, after: string | undefined, more: Partial<SecretLiteral> = {}, rest: Partial<Case> = {}) {
  const fill = (text: string) => text.replaceAll('KEY', key);
  const others = check({ before: fill(before), after: after, make: (spans) => moveSecretToEnv(facts.secret(spans[0]!, more)), ...rest });
  for (const edit of others) for (const { newText } of edit.edits) assert.ok(!newText.includes(key), 'the value goes nowhere');
  return others;
}

describe('fixes: moveSecretToEnv', () => {
  it('reads a constant from the environment', () => {
    move("const stripeSecretKey = «'KEY'»;\n", 'const stripeSecretKey = process.env.STRIPE_SECRET_KEY!;\n');
    move('const stripeSecretKey = «"KEY"»\n', 'const stripeSecretKey = process.env.STRIPE_SECRET_KEY\n', {}, { file: 'src/pay.js' });
    move('const stripeSecretKey = «`KEY`» as const;\n', 'const stripeSecretKey = process.env.STRIPE_SECRET_KEY!;\n');
  });
  it('makes a name from the provider where the code says little', () => {
    move("const stripe = new Stripe(«'KEY'»);\n", 'const stripe = new Stripe(process.env.STRIPE_SECRET_KEY!);\n');
    move("call({ apiKey: «'KEY'» });\n", 'call({ apiKey: process.env.OPENAI_API_KEY! });\n', { provider: 'openai' });
    move("const token = «'KEY'»;\n", 'const token = process.env.GITHUB_TOKEN!;\n', { provider: 'github-token' });
    move("const password = «'KEY'»;\n", 'const password = process.env.APP_PASSWORD!;\n', { provider: 'generic' });
    move("const url = «'KEY'»;\n", 'const url = process.env.DATABASE_URL!;\n', { provider: 'postgres' });
  });
  it('keeps the scheme in front of a credential', () => {
    move(
      "const headers = { Authorization: «'Bearer KEY'» };\n",
      'const headers = { Authorization: `Bearer ${process.env.OPENAI_API_KEY}` };\n',
      { provider: 'openai' },
    );
  });
  it('uses the environment of the file', () => {
    move("const apiKey = «'KEY'»;\nDeno.serve(run);\n", "const apiKey = Deno.env.get('STRIPE_SECRET_KEY')!;\nDeno.serve(run);\n");
    move(
      "const base = import.meta.env.BASE_URL;\nconst apiKey = «'KEY'»;\n",
      'const base = import.meta.env.BASE_URL;\nconst apiKey = import.meta.env.STRIPE_SECRET_KEY;\n',
    );
  });
  it('takes a fallback away', () => {
    move("const JWT_SECRET = process.env.JWT_SECRET || «'KEY'»;\n", 'const JWT_SECRET = process.env.JWT_SECRET!;\n', {
      certainty: 'fallback',
    });
    move(
      "const JWT_SECRET = process.env.JWT_SECRET ?? «'KEY'»;\n",
      'const JWT_SECRET = process.env.JWT_SECRET;\n',
      { certainty: 'fallback' },
      { file: 'a.mjs' },
    );
    move("const url = Deno.env.get('DB_URL') ?? «'KEY'»;\n", "const url = Deno.env.get('DB_URL')!;\n", { certainty: 'fallback' });
  });
  it('works in JSX and in code of several lines', () => {
    move(
      'const a = <Pay secret=«"KEY"» />;\n',
      'const a = <Pay secret={process.env.STRIPE_SECRET_KEY!} />;\n',
      { name: 'secret' },
      { file: 'src/a.tsx' },
    );
    move('const pem = «`-----BEGIN\nKEY\n-----END`»;\n', 'const pem = process.env.PEM!;\n', { provider: 'private-key' });
  });
  it('appends a line to the example file', () => {
    const [edit] = move(
      "const apiKey = «'KEY'»;\n",
      'const apiKey = process.env.STRIPE_SECRET_KEY!;\n',
      {},
      { file: 'apps/api/src/pay.ts', files: { 'apps/api/package.json': '{}', '.env.example': 'A=1' } },
    );
    assert.equal(edit!.file, '.env.example');
    assert.equal(applyEdits('A=1', edit!.edits), 'A=1\nSTRIPE_SECRET_KEY=\n');
  });
  it('creates the example file beside the package', () => {
    const [edit] = move(
      "const apiKey = «'KEY'»;\n",
      'const apiKey = process.env.STRIPE_SECRET_KEY!;\n',
      {},
      { file: 'apps/api/src/pay.ts', files: { 'apps/api/package.json': '{}' } },
    );
    assert.deepEqual(edit, { file: 'apps/api/.env.example', create: true, edits: [{ start: 0, end: 0, newText: 'STRIPE_SECRET_KEY=\n' }] });
  });
  it('does not repeat a line of the example file', () => {
    assert.deepEqual(
      move(
        "const apiKey = «'KEY'»;\n",
        'const apiKey = process.env.STRIPE_SECRET_KEY!;\n',
        {},
        { files: { '.env.example': '# pay\nSTRIPE_SECRET_KEY=\n' } },
      ),
      [],
    );
  });
  it('refuses where a variable would be as public, and where only a literal may stand', () => {
    move("'use client';\nconst apiKey = «'KEY'»;\n", undefined);
    move("const url = import.meta.env.VITE_URL;\nconst apiKey = «'KEY'»;\n", undefined);
    move('const url = «`https://user:KEY@${host}/`»;\n', undefined);
    move("type Key = «'KEY'»;\n", undefined);
    move("import a from «'KEY'»;\n", undefined);
  });
});
