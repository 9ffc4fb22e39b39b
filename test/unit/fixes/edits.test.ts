import assert from 'node:assert/strict';
import { ts } from 'ts-morph';
import { applyEdits, Draft, EditSequence, mergeEdits } from '../../../src/fixes/edits';
import { addObjectProperty, addParameter, insertArgument, removeProperty } from '../../../src/fixes/expressions';
import { addImport, importSymbol } from '../../../src/fixes/imports';
import { allBelow, isTaken } from '../../../src/fixes/nodes';
import { insertAfter, insertBefore, wrapStatements } from '../../../src/fixes/statements';
import { quoted, styleOf } from '../../../src/fixes/style';
import { isFunctionNode } from '../../../src/syntax/outline';
import { idioms, sourceOf, symbol } from './support';

function edit(text: string, change: (draft: Draft) => void, file = 'src/a.ts'): string {
  const draft = new Draft(sourceOf(file, text, idioms()));
  change(draft);
  const edits = draft.finish();
  return edits ? applyEdits(text, edits[0]!.edits) : 'refused';
}

const imports = (wanted: Parameters<typeof addImport>[1]) => (draft: Draft) => void addImport(draft, wanted);
const z = { name: 'z', module: 'zod' };
const first = <T extends ts.Node>(draft: Draft, test: (node: ts.Node) => node is T): T => allBelow(draft.tree, test)[0]!;

describe('fixes: edits', () => {
  it('orders, joins and drops edits', () => {
    assert.deepEqual(
      mergeEdits([
        { start: 5, end: 5, newText: 'b' },
        { start: 1, end: 2, newText: 'a' },
        { start: 5, end: 5, newText: 'b' },
        { start: 5, end: 6, newText: 'c' },
        { start: 9, end: 9, newText: '' },
      ]),
      [
        { start: 1, end: 2, newText: 'a' },
        { start: 5, end: 6, newText: 'bc' },
      ],
    );
  });
  it('refuses overlaps', () => {
    assert.equal(
      mergeEdits([
        { start: 1, end: 4, newText: 'a' },
        { start: 3, end: 5, newText: 'b' },
      ]),
      undefined,
    );
    assert.throws(
      () =>
        applyEdits('abcdef', [
          { start: 1, end: 4, newText: 'a' },
          { start: 2, end: 2, newText: 'b' },
        ]),
      /Overlapping/,
    );
    assert.equal(
      edit('f(1);\n', (draft) => {
        draft.replace(0, 4, 'g()');
        draft.insert(2, 'x');
      }),
      'refused',
    );
  });
  it('refuses what does not parse, and what changes nothing', () => {
    assert.equal(
      edit('f(1);\n', (draft) => draft.insert(1, '(')),
      'refused',
    );
    assert.equal(
      edit('f(1);\n', (draft) => draft.replace(0, 1, 'f')),
      'refused',
    );
    assert.equal(
      edit('f(1);\n', (draft) => draft.giveUp()),
      'refused',
    );
  });
  it('makes one edit set of edits that build on each other', () => {
    const text = 'one two three four';
    const sequence = new EditSequence(text);
    sequence.apply([
      { start: 4, end: 7, newText: 'zwei' },
      { start: 0, end: 0, newText: '> ' },
    ]);
    assert.equal(sequence.text, '> one zwei three four');
    sequence.apply([
      { start: 7, end: 10, newText: 'OO' },
      { start: 16, end: 16, newText: '!' },
    ]);
    assert.equal(sequence.text, '> one zOO three! four');
    sequence.apply([{ start: 0, end: 2, newText: '' }]);
    assert.equal(sequence.text, 'one zOO three! four');
    assert.deepEqual(sequence.edits(), [
      { start: 4, end: 7, newText: 'zOO' },
      { start: 13, end: 13, newText: '!' },
    ]);
    assert.equal(applyEdits(text, sequence.edits()), sequence.text);
    assert.deepEqual(new EditSequence(text).edits(), []);
  });
});

describe('fixes: style', () => {
  const style = (text: string, file = 'a.ts') => styleOf(new Draft(sourceOf(file, text, idioms())).tree);
  it('reads it off the file', () => {
    assert.deepEqual(style('import a from "a"\r\nfunction f() {\r\n\tif (a) {\r\n\t\tf({a: 1})\r\n\t}\r\n}\r\n', 'a.js'), {
      newline: '\r\n',
      indent: '\t',
      quote: '"',
      semicolons: false,
      trailingComma: true,
      spacedBraces: false,
      modules: 'esm',
      typescript: false,
    });
    assert.equal(style('function f() {\n    g();\n}\n').indent, '    ');
    assert.equal(style('const a = require("a");\n', 'a.js').modules, 'cjs');
    assert.equal(style('f({\n  a: 1,\n  b: 2\n});\n').trailingComma, false);
    assert.equal(style('', 'a.cjs').modules, 'cjs');
  });
  it('is not misled by comments, templates and JSX', () => {
    const text =
      'function f() {\n  /*\n      a\n      b\n  */\n  return <a href="x" title="y">{`\n        c\n        d\n`}</a>;\n}\nconst g = \'g\';\n';
    const { indent, quote } = style(text, 'a.tsx');
    assert.deepEqual([indent, quote], ['  ', "'"]);
  });
  it('quotes text safely', () => {
    const one = style('');
    assert.equal(quoted("it's", one), `"it's"`);
    assert.equal(quoted('both \' and "', one), `'both \\' and "'`);
    assert.equal(quoted('a\\b\nc', one), "'a\\\\b\\nc'");
  });
});

describe('fixes: imports', () => {
  it('goes behind the last import', () => {
    assert.equal(
      edit("import a from 'a'; // first\n\nf();\n", imports(z)),
      "import a from 'a'; // first\nimport { z } from 'zod';\n\nf();\n",
    );
    assert.equal(
      edit('import a from "a"\nimport {b} from "b"\nf()\n', imports(z)),
      'import a from "a"\nimport {b} from "b"\nimport {z} from "zod"\nf()\n',
    );
    assert.equal(edit("import a from 'a';\r\nf();\r\n", imports(z)), "import a from 'a';\r\nimport { z } from 'zod';\r\nf();\r\n");
    assert.equal(edit("import {\n  a,\n} from 'a';\nf();", imports(z)), "import {\n  a,\n} from 'a';\nimport { z } from 'zod';\nf();");
  });
  it('goes behind directives, shebangs and comments of the file', () => {
    assert.equal(
      edit("'use server';\n\nexport async function f() {}\n", imports(z)),
      "'use server';\n\nimport { z } from 'zod';\n\nexport async function f() {}\n",
    );
    assert.equal(edit('#!/usr/bin/env node\nf();\n', imports(z)), "#!/usr/bin/env node\nimport { z } from 'zod';\n\nf();\n");
    assert.equal(
      edit('/* Copyright */\n\n// About f.\nf();\n', imports(z)),
      "/* Copyright */\nimport { z } from 'zod';\n\n// About f.\nf();\n",
    );
    assert.equal(edit('// About f.\nf();\n', imports(z)), "import { z } from 'zod';\n\n// About f.\nf();\n");
    assert.equal(edit('// @ts-check\nf();\n', imports(z)), "// @ts-check\nimport { z } from 'zod';\n\nf();\n");
    assert.equal(
      edit("import './env';\nimport a from 'a';\nrun();\nimport b from 'b';\n", imports(z)),
      "import './env';\nimport a from 'a';\nimport { z } from 'zod';\nrun();\nimport b from 'b';\n",
    );
  });
  it('merges into an import of the same module', () => {
    assert.equal(edit("import { ZodError } from 'zod';\nf();\n", imports(z)), "import { ZodError, z } from 'zod';\nf();\n");
    assert.equal(
      edit("import {\n  ZodError, // why\n  ZodType,\n} from 'zod';\nf();\n", imports(z)),
      "import {\n  ZodError, // why\n  ZodType,\n  z,\n} from 'zod';\nf();\n",
    );
    assert.equal(edit("import zod from 'zod';\nf();\n", imports(z)), "import zod, { z } from 'zod';\nf();\n");
    assert.equal(edit("import * as all from 'zod';\nf();\n", imports(z)), "import * as all from 'zod';\nimport { z } from 'zod';\nf();\n");
    assert.equal(
      edit("import type { ZodType } from 'zod';\nf();\n", imports(z)),
      "import type { ZodType } from 'zod';\nimport { z } from 'zod';\nf();\n",
    );
  });
  it('knows imports of types', () => {
    const next = { name: 'NextFunction', module: 'express', typeOnly: true };
    assert.equal(
      edit("import type { Request } from 'express';\nf();\n", imports(next)),
      "import type { Request, NextFunction } from 'express';\nf();\n",
    );
    assert.equal(
      edit("import express, { type Request } from 'express';\nf();\n", imports(next)),
      "import express, { type Request, type NextFunction } from 'express';\nf();\n",
    );
    assert.equal(
      edit("import express from 'express';\nf();\n", imports(next)),
      "import express, { type NextFunction } from 'express';\nf();\n",
    );
    assert.equal(
      edit("import a from 'a';\nf();\n", imports(next)),
      "import a from 'a';\nimport type { NextFunction } from 'express';\nf();\n",
    );
  });
  it('writes require where the file does', () => {
    assert.equal(
      edit("'use strict';\nconst a = require('a');\nconst b = 1;\n", imports(z), 'a.js'),
      "'use strict';\nconst a = require('a');\nconst { z } = require('zod');\nconst b = 1;\n",
    );
    assert.equal(edit("const { ZodError } = require('zod')\nf()\n", imports(z), 'a.js'), "const { ZodError, z } = require('zod')\nf()\n");
    assert.equal(edit('exports.f = 1;\n', imports({ ...z, isDefault: true }), 'a.js'), "const z = require('zod');\n\nexports.f = 1;\n");
  });
  it('is content with what is there', () => {
    assert.equal(edit("import { z } from 'zod';\nf();\n", imports(z)), 'refused');
    assert.equal(edit("const { z } = require('zod');\nf();\n", imports(z), 'a.js'), 'refused');
    assert.equal(
      edit('f();\n', (draft) => {
        addImport(draft, z);
        addImport(draft, z);
      }),
      "import { z } from 'zod';\n\nf();\n",
    );
    assert.equal(
      edit("import { a } from 'a';\nf();\n", (draft) => {
        addImport(draft, { name: 'b', module: 'a' });
        addImport(draft, { name: 'c', module: 'a' });
      }),
      "import { a, b, c } from 'a';\nf();\n",
    );
  });
  it('avoids names that the file uses for something else', () => {
    let local = '';
    assert.equal(
      edit('const z = 1;\nf(z);\n', (draft) => {
        local = addImport(draft, z);
      }),
      "import { z as zImport } from 'zod';\n\nconst z = 1;\nf(z);\n",
    );
    assert.equal(local, 'zImport');
  });
  it('imports symbols of the project by their path, and none from the file itself', () => {
    assert.equal(
      edit("import a from 'a';\nf();\n", (draft) => void importSymbol(draft, symbol('guard', 'src/lib/guard.ts'))),
      "import a from 'a';\nimport { guard } from '../lib/guard';\nf();\n",
    );
    assert.equal(
      edit("import a from 'a';\nf();\n", (draft) => void importSymbol(draft, symbol('guard', 'src/a.ts'))),
      'refused',
    );
    assert.equal(
      edit(
        "import a from 'a';\nf();\n",
        (draft) => void importSymbol(draft, { ...symbol('x', ''), from: { package: 'pkg' }, isDefault: true }),
      ),
      "import a from 'a';\nimport x from 'pkg';\nf();\n",
    );
  });
});

describe('fixes: statements and expressions', () => {
  it('inserts statements around others', () => {
    const call = (draft: Draft) => allBelow(draft.tree, ts.isExpressionStatement).find((s) => draft.textOf(s).startsWith('b('))!;
    const before = (draft: Draft) => insertBefore(draft, call(draft), ['x();']);
    const after = (draft: Draft) => insertAfter(draft, call(draft), ['x();', 'if (y) {', ['z();'], '}']);
    assert.equal(
      edit('function f() {\n  a();\n\n  // About b.\n  b(); // more\n}\n', before),
      'function f() {\n  a();\n\n  x();\n  // About b.\n  b(); // more\n}\n',
    );
    assert.equal(
      edit('function f() {\n  a();\n  // Of its own.\n\n  b();\n}\n', before),
      'function f() {\n  a();\n  // Of its own.\n\n  x();\n  b();\n}\n',
    );
    assert.equal(edit('function f() {\n\tb() // more\n}\n', after), 'function f() {\n\tb() // more\n\tx()\n\tif (y) {\n\t\tz()\n\t}\n}\n');
    assert.equal(edit('function f() { a(); b(); c(); }\n', before), 'function f() {\n  a();\n  x();\n  b();\n  c();\n}\n');
    assert.equal(edit('if (a) b();\nelse c();\n', after), 'if (a) {\n  b();\n  x();\n  if (y) {\n    z();\n  }\n}\nelse c();\n');
    assert.equal(
      edit('switch (a) {\n  case 1:\n    b();\n    break;\n}\n', before),
      'switch (a) {\n  case 1:\n    x();\n    b();\n    break;\n}\n',
    );
  });
  it('closes a line that the next one would continue', () => {
    const before = (draft: Draft) => insertBefore(draft, first(draft, isFunctionBody).statements[1]!, ['const x = y;']);
    assert.equal(edit('function f() {\n  a()\n  ;(b || c).d()\n}\n', before), 'function f() {\n  a()\n  const x = y\n  ;(b || c).d()\n}\n');
    const after = (draft: Draft) => insertAfter(draft, first(draft, isFunctionBody).statements[0]!, ['const x = y;']);
    assert.equal(
      edit('function f() {\n  a() // one\n  ;[b, c].forEach(d)\n}\n', after),
      'function f() {\n  a() // one\n  const x = y\n  ;[b, c].forEach(d)\n}\n',
    );
    assert.equal(
      edit('const s = 1\nfunction f() {\n  (b || c).d()\n}\n', (draft) =>
        insertBefore(draft, first(draft, isFunctionBody).statements[0]!, ['const x = y;']),
      ),
      'const s = 1\nfunction f() {\n  const x = y;\n  (b || c).d()\n}\n',
    );
  });
  it('wraps some of the statements of a block', () => {
    const wrap = (draft: Draft) => {
      const { statements } = first(draft, isFunctionBody);
      wrapStatements(draft, statements[1]!, statements[2]!, 'try {', ['} finally {', ['done();'], '}']);
    };
    assert.equal(
      edit('function f() {\n  a();\n  b();\n\n  c();\n  d();\n}\n', wrap),
      'function f() {\n  a();\n  try {\n    b();\n\n    c();\n  } finally {\n    done();\n  }\n  d();\n}\n',
    );
    assert.equal(
      edit('function f() { a(); b(); c(); d(); }\n', wrap),
      'function f() {\n  a();\n  try {\n    b();\n    c();\n  } finally {\n    done();\n  }\n  d();\n}\n',
    );
    assert.equal(
      edit('function f() {\n  a();\n  b(`x\n  y`, "a\\\n  b");\n  c(<p>\n    text\n  </p>);\n}\n', wrap, 'src/a.tsx'),
      'function f() {\n  a();\n  try {\n    b(`x\n  y`, "a\\\n  b");\n    c(<p>\n      text\n    </p>);\n  } finally {\n    done();\n  }\n}\n',
    );
  });
  it('adds arguments, parameters and properties', () => {
    const argument = (index: number) => (draft: Draft) => insertArgument(draft, first(draft, ts.isCallExpression), index, 'x');
    assert.equal(edit('f();\n', argument(0)), 'f(x);\n');
    assert.equal(edit('f(a, b);\n', argument(1)), 'f(a, x, b);\n');
    assert.equal(edit('f(a, b,);\n', argument(2)), 'f(a, b, x,);\n');
    assert.equal(edit('f(\n  a, // one\n  b // two\n);\n', argument(2)), 'f(\n  a, // one\n  b, // two\n  x\n);\n');
    assert.equal(edit('f({\n  a,\n});\n', argument(1)), 'f({\n  a,\n}, x);\n');
    const parameter = (draft: Draft) => addParameter(draft, first(draft, isFunctionNode), 'x');
    assert.equal(edit('const f = a => a;\n', parameter), 'const f = (a, x) => a;\n');
    assert.equal(edit('const f = async (a) => a;\n', parameter), 'const f = async (a, x) => a;\n');
    assert.equal(edit('const f = async () => 1;\n', parameter), 'const f = async (x) => 1;\n');
    assert.equal(edit('function f<T>(\n  a: T,\n) {}\n', parameter), 'function f<T>(\n  a: T,\n  x,\n) {}\n');
    assert.equal(edit('class A { m() {} }\n', parameter), 'class A { m(x) {} }\n');
    const property = (draft: Draft) => addObjectProperty(draft, first(draft, ts.isObjectLiteralExpression), 'x', '1');
    assert.equal(edit('f({});\n', property), 'f({ x: 1 });\n');
    assert.equal(edit('f({ /* none */ });\n', property), 'f({ x: 1, /* none */ });\n');
    assert.equal(edit('f({ a, ...b });\n', property), 'f({ a, ...b, x: 1 });\n');
    assert.equal(edit('f({ a: {\n  b: 1,\n} });\n', property), 'f({ a: {\n  b: 1,\n}, x: 1 });\n');
    assert.equal(edit('f({ x: 2 });\n', property), 'refused');
    assert.equal(edit("f({ 'x': 2 });\n", property), 'refused');
  });
  it('removes properties with their commas', () => {
    const remove = (index: number) => (draft: Draft) => {
      const object = first(draft, ts.isObjectLiteralExpression);
      removeProperty(draft, object, object.properties[index]!);
    };
    assert.equal(edit('f({ a: 1, b: 2, c: 3 });\n', remove(0)), 'f({ b: 2, c: 3 });\n');
    assert.equal(edit('f({ a: 1, b: 2, c: 3 });\n', remove(2)), 'f({ a: 1, b: 2 });\n');
    assert.equal(edit('f({ a: 1 });\n', remove(0)), 'f({});\n');
    assert.equal(edit('f({\n  a: 1,\n  b: 2, // two\n});\n', remove(1)), 'f({\n  a: 1,\n});\n');
    assert.equal(edit('f({\n  a: 1,\n  b: 2,\n});\n', remove(0)), 'f({\n  b: 2,\n});\n');
  });
  it('tells free names from taken ones', () => {
    const taken = (text: string, name: string) => {
      const draft = new Draft(sourceOf('a.ts', text, idioms()));
      const call = allBelow(draft.tree, ts.isCallExpression).find((c) => draft.textOf(c) === 'here()')!;
      return isTaken(name, call);
    };
    assert.equal(taken('function f() { here(); }', 'error'), false);
    assert.equal(taken('function f(error) { here(); }', 'error'), true);
    assert.equal(taken('function f() { const { error } = a; here(); }', 'error'), true);
    assert.equal(taken('function f() { here(); use(error); }', 'error'), true);
    assert.equal(taken('function f() { here(); a.error = { error: 1 }; }', 'error'), false);
    assert.equal(taken('function f() { here(); try {} catch (error) { use(error); } }', 'error'), false);
    assert.equal(taken('function f() { try {} catch (error) { here(); } }', 'error'), true);
    assert.equal(taken('function f() { here(); items.map((error) => error); }', 'error'), false);
  });
});

function isFunctionBody(node: ts.Node): node is ts.Block {
  return ts.isBlock(node) && isFunctionNode(node.parent);
}
