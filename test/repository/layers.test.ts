import { strict as assert } from 'node:assert';
import { sourceTree } from '../../src/build/generation/tree';
import { layers, violations } from './layers';

describe('layers', () => {
  const tree = sourceTree(process.cwd());
  for (const folder of Object.keys(layers)) {
    it(`src/${folder} imports downwards only`, () => {
      const found = tree
        .list(`src/${folder}`)
        .filter((file) => /\.[cm]?tsx?$/.test(file))
        .flatMap((file) => violations(file, tree.read(file)!));
      assert.deepEqual(found, [], `\n${found.join('\n')}`);
    });
  }

  it('cover every folder of src', () => {
    const folders = new Set(tree.list('src').map((file) => file.split('/')[1]!));
    assert.deepEqual(
      [...folders].filter((folder) => !(folder in layers)),
      [],
    );
  });

  it('are described with an invariant, each in its section of docs/architecture.md', () => {
    const sections = tree.read('docs/architecture.md')!.split(/^### /m).slice(1);
    const described = sections
      .filter((section) => section.includes('Invariant:'))
      .flatMap((section) => [...section.matchAll(/\*\*`src\/(\w+)\/`\*\*/g)].map((match) => match[1]!));
    assert.deepEqual(described.sort(), Object.keys(layers).sort());
  });
});

describe('the test of layers finds', () => {
  const bad: [string, string, string][] = [
    ['an import upwards', 'src/facts/a.ts', "import { a } from '../engine/session';"],
    ['an import of types upwards', 'src/model/a.ts', "import type { A } from '../engine/api';"],
    ['an import inside a type', 'src/model/a.ts', "export type A = import('../facts/parts').A;"],
    ['a dynamic import upwards', 'src/rules/security/a.ts', "export const a = () => import('../../facts/parts');"],
    ['a re-export upwards', 'src/syntax/a.ts', "export * from '../facts/parts';"],
    ['more of an engine than its types', 'src/report/a.ts', "import { openSession } from '../engine/session';"],
    ['an import sideways', 'src/rules/security/a.ts', "import a from '../../checks/security/a';"],
    ['the editor outside its folder', 'src/engine/a.ts', "import * as vscode from 'vscode';"],
    ['a compiler in a library', 'src/libraries/a.ts', "import { ts } from 'ts-morph';"],
    ['structured edits outside fixes', 'src/syntax/a.ts', "import { Project } from 'ts-morph';"],
    ['the whole of a package where one name is allowed', 'src/syntax/a.ts', "import * as morph from 'ts-morph';"],
    ['the file system below the edge', 'src/engine/a.ts', "import { readFileSync } from 'node:fs';"],
    ['the file system in another workspace', 'src/project/a.ts', "import { readFileSync } from 'node:fs';"],
    ['the network', 'src/cli/a.ts', "import http from 'node:http';"],
    ['an old name of a built-in module', 'src/build/a.ts', "import fs from 'fs';"],
    ['a require', 'src/engine/a.ts', "const fs = require('node:fs');"],
    ['a test in the sources', 'src/engine/a.ts', "import a from '../../test/harness/a';"],
    ['the console', 'src/engine/a.ts', "console.log('a');"],
    ['the process', 'src/project/a.ts', 'export const a = process.env.A;'],
    ['a request', 'src/report/a.ts', "void fetch('https://example.com');"],
    ['text that becomes code', 'src/cli/a.ts', "new Function('return 1')();"],
    ['a folder that is no layer', 'src/other/a.ts', ''],
  ];
  for (const [what, file, text] of bad) it(what, () => assert.equal(violations(file, text).length, 1, violations(file, text).join('\n')));

  const good: [string, string, string][] = [
    ['neighbours', 'src/rules/security/a.ts', "import { a } from './b';\nimport { addGuard } from '../../fixes/addGuard';"],
    ['the compiler where trees are read', 'src/facts/a.ts', "import { ts } from 'ts-morph';\nimport type { ts as types } from 'ts-morph';"],
    ['the file system at the edge', 'src/project/nodeWorkspace.ts', "import { readFileSync } from 'node:fs';"],
    [
      'words that are no globals',
      'src/engine/a.ts',
      'const a = { console: 1, process: (fetch: string) => fetch };\nexport const b = a.process;\n',
    ],
    ['a variable of that name', 'src/facts/a.ts', 'export function a(b: { c: string }) {\n  const fetch = b.c;\n  return fetch;\n}'],
    ['an import of that name', 'src/libraries/a.ts', "import fetch from './fetch';\nexport const a = [fetch];"],
  ];
  for (const [what, file, text] of good) it(`nothing in ${what}`, () => assert.deepEqual(violations(file, text), []));
});
