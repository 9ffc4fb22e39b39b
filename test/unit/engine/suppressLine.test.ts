import assert from 'node:assert/strict';
import { readDirectives } from '../../../src/engine/directives';
import { suppressLine, type SuppressOutcome } from '../../../src/engine/suppressLine';
import { parse } from '../../../src/syntax/trees';
import { applied } from './samples';

function lineOf(text: string, code: string): number {
  return text.slice(0, text.indexOf(code)).split('\n').length;
}

function suppress(text: string, file = 'src/a.tsx', rules = ['rule-a'], reason = 'why', code = 'bad'): SuppressOutcome {
  const tree = /\.[jt]sx?$/.test(file) ? parse(file, text) : undefined;
  return suppressLine({ file, text, line: lineOf(text, code), rules, reason, tree });
}

function result(...parameters: Parameters<typeof suppress>): string {
  const outcome = suppress(...parameters);
  assert.ok('edit' in outcome, JSON.stringify(outcome));
  const after = applied(parameters[0], outcome.edit.edits);
  // Whatever is written must be read back as a suppression of the line.
  const file = parameters[1] ?? 'src/a.tsx';
  const directives = readDirectives(file, after, /\.[jt]sx?$/.test(file) ? parse(file, after) : undefined);
  const line = lineOf(after, parameters[4] ?? 'bad');
  const covered = directives.filter((directive) => directive.line === line).flatMap((directive) => directive.rules.map(({ id }) => id));
  for (const rule of parameters[2] ?? ['rule-a']) assert.ok(covered.includes(rule), `${rule} is not covered in\n${after}`);
  return after;
}

function refusal(...parameters: Parameters<typeof suppress>): string {
  const outcome = suppress(...parameters);
  assert.ok('refused' in outcome, JSON.stringify(outcome));
  return outcome.refused;
}

describe('suppressing a line', () => {
  it('writes a comment above it with the same indentation and line end', () => {
    assert.equal(
      result('f() {\n\t  bad();\n}\n', 'src/a.ts'),
      'f() {\n\t  // production-gap-ignore-next-line rule-a -- why\n\t  bad();\n}\n',
    );
    assert.equal(result('a();\r\nbad();\r\n'), 'a();\r\n// production-gap-ignore-next-line rule-a -- why\r\nbad();\r\n');
    assert.equal(result('bad();', 'src/a.ts', ['rule-a', 'rule-b'], ''), '// production-gap-ignore-next-line rule-a, rule-b\nbad();');
  });

  it('adds to the comment that is there and never stacks a second one', () => {
    const once = result('bad();\n');
    const twice = result(once, 'src/a.ts', ['rule-b'], 'other reason');
    assert.equal(twice, '// production-gap-ignore-next-line rule-a, rule-b -- why; other reason\nbad();\n');
    assert.equal(result(once, 'src/a.ts', ['rule-b']), '// production-gap-ignore-next-line rule-a, rule-b -- why\nbad();\n');
    assert.equal(
      result('bad(); // production-gap-ignore-line rule-b -- old\n'),
      'bad(); // production-gap-ignore-line rule-b, rule-a -- old; why\n',
    );
    assert.equal(
      result('/* production-gap-ignore-next-line rule-b */\nbad();\n'),
      '/* production-gap-ignore-next-line rule-b, rule-a -- why */\nbad();\n',
    );
  });

  it('adds a missing reason, and refuses when nothing is left to add', () => {
    assert.equal(
      result('// production-gap-ignore-next-line rule-a\nbad();\n'),
      '// production-gap-ignore-next-line rule-a -- why\nbad();\n',
    );
    assert.match(refusal('// production-gap-ignore-next-line rule-a -- why\nbad();\n'), /already/);
    assert.match(refusal('// production-gap-ignore-next-line rule-a -- why\nbad();\n', 'src/a.ts', ['rule-a'], ''), /already/);
  });

  it('leaves the comment of another tool next to its line', () => {
    assert.equal(
      result('  // @ts-expect-error odd types\n  bad();\n'),
      '  // production-gap-ignore-next-line rule-a -- why\n  // @ts-expect-error odd types\n  bad();\n',
    );
    assert.match(result('// A remark.\nbad();\n'), /^\/\/ A remark\.\n\/\/ production-gap/);
  });

  it('writes a JSX comment where a child of an element stands', () => {
    const jsx = (line: string): string => `const x = (\n  <div>\n    ${line}\n  </div>\n);\n`;
    const comment = '    {/* production-gap-ignore-next-line rule-a -- why */}\n    ';
    assert.equal(result(jsx('{bad()}')), jsx('{bad()}').replace('    {bad', `${comment}{bad`));
    assert.equal(result(jsx('<p>{bad()}</p>')), jsx('<p>{bad()}</p>').replace('    <p>', `${comment}<p>`));
    const again = result(result(jsx('{bad()}')), 'src/a.tsx', ['rule-b']);
    assert.equal(again.match(/production-gap/g)!.length, 1);
    assert.match(again, /\{\/\* production-gap-ignore-next-line rule-a, rule-b -- why \*\/\}/);
  });

  it('writes a plain comment where JSX holds code or attributes', () => {
    const code = 'const x = (\n  <div>\n    {items.map((item) => {\n      bad();\n      return item;\n    })}\n  </div>\n);\n';
    assert.match(result(code), /\n {6}\/\/ production-gap/);
    assert.match(result('const x = (\n  <Form\n    action={bad}\n  />\n);\n'), /\n {4}\/\/ production-gap/);
    assert.match(result('const x = (\n  <bad.Form />\n);\n'), /\n {2}\/\/ production-gap/);
  });

  it('refuses inside text: of an element, of a template, of an attribute', () => {
    assert.match(refusal('const x = (\n  <p>\n    Hello {bad()}\n  </p>\n);\n'), /shown to people/);
    assert.match(refusal('const x = `\n  a ${bad()}\n`;\n'), /inside a text/);
    assert.match(refusal('const x = <p title="a\n  bad">b</p>;\n'), /inside a text/);
    assert.match(refusal('run:\n  - script: |\n      echo a\n      bad\n', 'ci.yml'), /inside a text/);
  });

  it('may start where a template starts or its hole holds code', () => {
    assert.match(result('const x = f(\n  `bad ${a}`,\n);\n'), /\n {2}\/\/ production-gap.*\n {2}`bad/);
    assert.match(result('const x = `a ${\n  bad()\n}`;\n'), /\n {2}\/\/ production-gap.*\n {2}bad/);
  });

  it('knows the comments of other files, and refuses files without', () => {
    assert.equal(result('jobs:\n  run: bad\n', 'ci.yml'), 'jobs:\n  # production-gap-ignore-next-line rule-a -- why\n  run: bad\n');
    assert.equal(result('FROM node\nRUN bad\n', 'Dockerfile'), 'FROM node\n# production-gap-ignore-next-line rule-a -- why\nRUN bad\n');
    assert.equal(result('create policy bad;\n', 'a.sql'), '-- production-gap-ignore-next-line rule-a -- why\ncreate policy bad;\n');
    assert.match(refusal('{ "bad": 1 }', 'package.json'), /waiver/);
  });

  it('keeps a reason on one line and inside its comment', () => {
    assert.equal(
      result('/* production-gap-ignore-next-line rule-a */\nbad();\n', 'src/a.ts', ['rule-a'], 'ends */ early\nor not'),
      '/* production-gap-ignore-next-line rule-a -- ends * / early or not */\nbad();\n',
    );
  });

  it('refuses a line without code', () => {
    assert.match(refusal('a();\n\nbad();\n', 'src/a.ts', ['rule-a'], 'why', '\nbad'), /no code/);
    assert.ok('refused' in suppressLine({ file: 'a.yml', text: 'a: 1\n', line: 9, rules: ['rule-a'] }));
  });
});
