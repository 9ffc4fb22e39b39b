import assert from 'node:assert/strict';
import { fingerprintHead, fingerprints, normaliseCode } from '../../../src/engine/fingerprint';

function spanOf(text: string, code: string, from = 0): { start: number; end: number } {
  const start = text.indexOf(code, from);
  return { start, end: start + code.length };
}

function print(text: string, code: string, more: { rule?: string; scope?: string; file?: string } = {}): string {
  return fingerprints(more.file ?? 'src/a.ts', text, [{ rule: more.rule ?? 'r', scope: more.scope ?? 'f', span: spanOf(text, code) }])[0]!;
}

describe('fingerprints', () => {
  const text = 'function f() {\n  return db.query(`a`, { limit: 1 });\n}\n';
  const code = 'db.query(`a`, { limit: 1 })';

  it('survive edits above and a new indentation', () => {
    assert.equal(print(`import x from 'x';\n\n${text}`, code), print(text, code));
    assert.equal(print(text.replace('  return', '\t\treturn'), code), print(text, code));
  });

  it('survive what a formatter does', () => {
    const before = `call('a', {\n  b: "c", // why\n  d,\n});`;
    const after = `call("a", { b: 'c', /* why */ d })`;
    assert.equal(print(before, before), print(after, after));
  });

  it('change with rule, scope and code', () => {
    const other = text.replace('limit: 1', 'limit: 2');
    const all = [
      print(text, code),
      print(text, code, { rule: 's' }),
      print(text, code, { scope: 'g' }),
      print(other, code.replace('1', '2')),
    ];
    assert.equal(new Set(all.map(fingerprintHead)).size, 4);
  });

  it('tell identical code in one scope apart, and keep the first when another follows', () => {
    const twice = 'f();\nf();\n';
    const both = fingerprints('a.ts', twice, [
      { rule: 'r', scope: '', span: spanOf(twice, 'f()', 1) },
      { rule: 'r', scope: '', span: spanOf(twice, 'f()') },
    ]);
    assert.notEqual(both[0], both[1]);
    assert.equal(both[1], fingerprints('a.ts', 'f();\n', [{ rule: 'r', scope: '', span: { start: 0, end: 3 } }])[0]);
  });

  it('keep their head when the file moves, and differ as a whole', () => {
    const moved = print(text, code, { file: 'lib/b.ts' });
    assert.equal(fingerprintHead(moved), fingerprintHead(print(text, code)));
    assert.notEqual(moved, print(text, code));
  });

  it('do not change with an edit far inside a large function', () => {
    const body = Array.from({ length: 60 }, (_, index) => `  step${index}();`).join('\n');
    const large = `function f() {\n${body}\n}`;
    const edited = large.replace('step59', 'lastStep');
    assert.equal(print(edited, edited), print(large, large));
  });
});

describe('normaliseCode', () => {
  it('keeps words apart and texts as they are', () => {
    assert.equal(normaliseCode(`return  new Foo( 'a  // b' )`), 'return new Foo("a  // b")');
  });

  it('ends at the end of a text whose quote is never closed', () => {
    assert.equal(normaliseCode('f("abc'), 'f("ab"');
    assert.equal(normaliseCode('f(/* abc'), 'f(');
  });
});
