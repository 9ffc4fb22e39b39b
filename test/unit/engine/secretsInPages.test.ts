import assert from 'node:assert/strict';
import { analyse, type Files } from '../../harness/project';

// Put together at run time, so that no scanner takes this file for a leak.
const key = ['Harbour', '2031', 'Lanterns', 'x7Qe'].join('');
const source = `const ENCRYPTION_KEY = '${key}';\n\nexport const seal = (text: string) => btoa(ENCRYPTION_KEY + text);\n`;

async function fixesOf(file: string, dependencies: Record<string, string>): Promise<string[]> {
  const files: Files = { 'package.json': JSON.stringify({ name: 'notes', dependencies }), [file]: source };
  const { session, result } = await analyse(files);
  const found = result.findings.find(({ rule }) => rule === 'hardcoded-secret');
  assert.ok(found, 'the key is told of');
  return session.actions(file, found.span).flatMap(({ id, kind }) => (kind === 'suggestion' || kind === 'fix' ? id.split(':')[2]! : []));
}

describe('engine: secrets in what browsers download', () => {
  it('does not read a setting where there is no environment', async () => {
    assert.deepEqual(await fixesOf('src/lib/seal.ts', { react: '19.0.0', vite: '6.0.0' }), []);
  });
  it('reads one where a server may run the file', async () => {
    assert.deepEqual(await fixesOf('src/lib/seal.ts', { react: '19.0.0', next: '15.0.0' }), ['move-secret-to-env']);
    assert.deepEqual(await fixesOf('server/seal.ts', { react: '19.0.0', vite: '6.0.0', express: '5.1.0' }), ['move-secret-to-env']);
    assert.deepEqual(await fixesOf('supabase/functions/seal/index.ts', { react: '19.0.0', vite: '6.0.0' }), ['move-secret-to-env']);
  });
});
