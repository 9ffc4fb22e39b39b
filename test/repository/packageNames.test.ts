import { strict as assert } from 'node:assert';
import { sourceTree } from '../../src/build/generation/tree';
import { libraries } from '../../src/libraries';
import { allowances, namedPackages, packageNameProblems } from './packageNames';

const tree = sourceTree(process.cwd());

describe('what is known of packages', () => {
  for (const folder of ['src/facts', 'src/engine', 'src/rules', 'src/checks', 'src/syntax'])
    it(`is stated in src/libraries and not in ${folder}`, () => {
      const problems = tree
        .list(folder)
        .filter((file) => file.endsWith('.ts'))
        .flatMap((file) => packageNameProblems(file, tree.read(file)!, libraries));
      assert.deepEqual(problems, [], `\n${problems.join('\n')}`);
    });

  it('is allowed in files that are there', () => {
    assert.deepEqual(
      Object.keys(allowances).filter((file) => tree.read(file) === undefined),
      [],
    );
  });
});

describe('the test of names of packages finds', () => {
  const names = (text: string): string[] => namedPackages('src/facts/a.ts', text, libraries).map(({ name }) => name);
  const bad: [string, string, string][] = [
    ['a framework that a mount is compared with', "export const a = (mount: { framework: string }) => mount.framework !== 'koa';", 'koa'],
    ['a framework whose name is a word', "export const a = (route: { framework: string }) => route.framework === 'next';", 'next'],
    ['frameworks in a list', "export const a = new Set(['supabase-edge']);", 'supabase-edge'],
    ['a framework in a switch', "export function a(framework: string) { switch (framework) { case 'web': return 1; } return 0; }", 'web'],
    ['a package in a list', "export const a = ['mongoose'];", 'mongoose'],
    ['the beginning of a path', "export const a = (path: string) => path.startsWith('express#');", 'express'],
    ['a path of a word', "export const a = 'next#args';", 'next'],
    ['an import that is asked for', "export const a = (imports: Set<string>) => imports.has('ws');", 'ws'],
    ['a dependency that is asked for', 'export const a = (dependencies: Record<string, string>) => dependencies.express;', 'express'],
    ['frameworks in a pattern', 'export const a = /^(node:.+|hono)$/;', 'hono'],
    ['packages as keys', "export const a = { pino: 'object-first' };", 'pino'],
  ];
  for (const [what, text, name] of bad) it(what, () => assert.deepEqual(names(text), [name]));

  const good: [string, string][] = [
    ['a kind of call', "export const a = (role: { kind: string }) => role.kind === 'mail';"],
    ['the name of a parameter', "export const a = (name: string) => name === 'next';"],
    ['a comment', '// Koa keeps what a router runs: koa, express.\nexport const a = 1;'],
    ['an import', "import { b } from './express';\nexport const a = b;"],
    ['a method', 'export const a = (b: { next(): number }) => b.next();'],
  ];
  for (const [what, text] of good) it(`nothing in ${what}`, () => assert.deepEqual(names(text), []));

  it('a file that is allowed more than it needs', () => {
    assert.deepEqual(packageNameProblems('src/facts/recognise/resultUses.ts', 'export const a = 1;', libraries), [
      'src/facts/recognise/resultUses.ts need not be allowed react any more',
    ]);
  });
});
