import assert from 'node:assert/strict';
import { readDirectives } from '../../../src/engine/directives';
import { applySuppressions, type SuppressionOptions, type SuppressionResult } from '../../../src/engine/suppressions';
import type { Finding } from '../../../src/model/finding';
import type { FixSource } from '../../../src/model/rule';
import { parse } from '../../../src/syntax/trees';
import { applied, gapAt } from './samples';

const knownRules = ['rule-a', 'rule-b', 'missing-auth-guard'];

function directivesOf(file: string, text: string): ReturnType<typeof readDirectives> {
  return readDirectives(file, text, /\.[jt]sx?$/.test(file) ? parse(file, text) : undefined);
}

function suppress(file: string, text: string, findings: Finding[], options: Partial<SuppressionOptions> = {}): SuppressionResult {
  return applySuppressions(findings, directivesOf(file, text), { knownRules, ...options });
}

/** Status of a finding of rule-a on `bad()`. */
function statusIn(text: string, file = 'src/a.ts', severity: Finding['severity'] = 'warning'): string {
  return suppress(file, text, [gapAt(file, text, 'bad()', 'rule-a', { severity })]).findings[0]!.status;
}

/** The text after the fix number `index` of the only comment finding. */
function fixed(text: string, file = 'src/a.ts', findings: Finding[] = [], index = 0): string {
  const { extra } = suppress(file, text, findings);
  assert.equal(extra.length, 1);
  const source = { file, text, tree: undefined } as unknown as FixSource;
  return applied(text, extra[0]!.proposals[index]!.build(source)![0]!.edits);
}

describe('suppression comments', () => {
  it('cover the next line of code and no other', () => {
    assert.equal(statusIn('// production-gap-ignore-next-line rule-a -- why\nbad();\n'), 'suppressed');
    assert.equal(statusIn('// production-gap-ignore-next-line rule-a -- why\ngood();\nbad();\n'), 'open');
    assert.equal(statusIn('bad();\n// production-gap-ignore-next-line rule-a -- why\ngood();\n'), 'open');
  });

  it('look past blank lines and comments of other tools', () => {
    assert.equal(
      statusIn('// production-gap-ignore-next-line rule-a -- why\n// eslint-disable-next-line no-undef\n\nbad();\n'),
      'suppressed',
    );
    assert.equal(statusIn('// production-gap-ignore-next-line rule-a -- why\n/*\n * Long.\n */\nbad();\n'), 'suppressed');
  });

  it('cover their own line', () => {
    assert.equal(statusIn('bad(); // production-gap-ignore-line rule-a -- why\n'), 'suppressed');
    assert.equal(statusIn('// production-gap-ignore-line rule-a -- why\nbad();\n'), 'open');
  });

  it('cover a file from its first lines only', () => {
    assert.equal(statusIn('/* production-gap-ignore-file rule-a -- generated */\n\n\nbad();\n'), 'suppressed');
    const late = `${'\n'.repeat(30)}// production-gap-ignore-file rule-a -- generated\nbad();\n`;
    assert.equal(statusIn(late), 'open');
    assert.match(suppress('src/a.ts', late, []).extra[0]!.finding.message, /first 20 lines/);
  });

  it('name rules: another rule stays open, several may be named', () => {
    assert.equal(statusIn('// production-gap-ignore-next-line rule-b -- why\nbad();\n'), 'open');
    assert.equal(statusIn('// production-gap-ignore-next-line rule-b, rule-a -- why\nbad();\n'), 'suppressed');
    assert.equal(statusIn('// production-gap-ignore-next-line rule-b rule-a — why\nbad();\n'), 'suppressed');
    assert.equal(statusIn('// production-gap-ignore-next-line\nbad();\n'), 'open');
  });

  it('keep the reason, from one line or several', () => {
    const reasonOf = (text: string): string | undefined => directivesOf('src/a.ts', text)[0]!.reason;
    assert.equal(reasonOf('// production-gap-ignore-next-line rule-a -- guarded by the -- gateway\nbad();'), 'guarded by the -- gateway');
    assert.equal(reasonOf('/*\n * production-gap-ignore-next-line rule-a -- guarded\n *   upstream\n */\nbad();'), 'guarded upstream');
    assert.equal(reasonOf('// production-gap-ignore-next-line rule-a -- \nbad();'), undefined);
    const text = '// production-gap-ignore-next-line rule-a -- why\nbad();';
    assert.equal(suppress('src/a.ts', text, [gapAt('src/a.ts', text, 'bad()', 'rule-a')]).findings[0]!.statusReason, 'why');
  });

  it('suppress an error only with a reason, and say so', () => {
    const bare = '// production-gap-ignore-next-line rule-a\nbad();\n';
    assert.equal(statusIn(bare, 'src/a.ts', 'warning'), 'suppressed');
    assert.equal(statusIn(bare, 'src/a.ts', 'error'), 'open');
    assert.equal(statusIn('// production-gap-ignore-next-line rule-a -- why\nbad();\n', 'src/a.ts', 'error'), 'suppressed');
    const { extra } = suppress('src/a.ts', bare, [gapAt('src/a.ts', bare, 'bad()', 'rule-a', { severity: 'error' })]);
    assert.deepEqual(
      extra.map(({ finding }) => [finding.rule, finding.severity, finding.location.line]),
      [['suppression-without-reason', 'warning', 1]],
    );
  });

  it('are comments, not words in a text', () => {
    const hidden = [
      'const s = "// production-gap-ignore-next-line rule-a -- why";\nbad();\n',
      'const s = `\n// production-gap-ignore-next-line rule-a -- why\n`; bad();\n',
      'const r = /\\/\\/ production-gap-ignore-line rule-a -- why/; bad();\n',
      '// See production-gap-ignore-next-line rule-a -- why\nbad();\n',
      '// production-gap-ignore-next-lines rule-a -- why\nbad();\n',
    ];
    for (const text of hidden) assert.deepEqual(directivesOf('src/a.ts', text), [], text);
  });

  it('work inside a hole of a template, between arguments and among attributes', () => {
    assert.equal(statusIn('const s = `a ${\n  // production-gap-ignore-next-line rule-a -- why\n  bad()\n} b`;\n'), 'suppressed');
    assert.equal(statusIn('call(\n  1,\n  // production-gap-ignore-next-line rule-a -- why\n  bad(),\n);\n'), 'suppressed');
    assert.equal(
      statusIn('const x = <A\n  // production-gap-ignore-next-line rule-a -- why\n  b={bad()}\n/>;\n', 'src/a.tsx'),
      'suppressed',
    );
  });

  it('work as children in JSX, where the text of an element is no comment', () => {
    assert.equal(
      statusIn('const x = (\n  <div>\n    {/* production-gap-ignore-next-line rule-a -- why */}\n    {bad()}\n  </div>\n);\n', 'src/a.tsx'),
      'suppressed',
    );
    assert.equal(
      statusIn('const x = (\n  <div>\n    // production-gap-ignore-next-line rule-a -- why\n    {bad()}\n  </div>\n);\n', 'src/a.tsx'),
      'open',
    );
  });

  it('work in YAML, .env, Dockerfile, SQL and Prisma files', () => {
    assert.equal(
      statusIn('jobs:\n  # production-gap-ignore-next-line rule-a -- why\n  run: bad()\n', '.github/workflows/ci.yml'),
      'suppressed',
    );
    assert.equal(statusIn('jobs:\n  run: bad() # production-gap-ignore-line rule-a -- why\n', 'a.yaml'), 'suppressed');
    assert.equal(statusIn('# production-gap-ignore-next-line rule-a -- why\nKEY=bad()\n', '.env.production'), 'suppressed');
    assert.equal(statusIn('# production-gap-ignore-file rule-a -- why\nFROM node\nRUN bad()\n', 'docker/Dockerfile'), 'suppressed');
    assert.equal(
      statusIn('-- production-gap-ignore-next-line rule-a -- public by design\ncreate policy bad();\n', 'supabase/migrations/1.sql'),
      'suppressed',
    );
    assert.equal(statusIn("select '-- production-gap-ignore-line rule-a -- why', bad();\n", 'a.sql'), 'open');
    assert.equal(statusIn('/// production-gap-ignore-next-line rule-a -- why\nmodel bad() {}\n', 'schema.prisma'), 'suppressed');
    assert.equal(statusIn('note: "# production-gap-ignore-line rule-a -- why" bad()\n', 'a.yml'), 'open');
  });

  it('work with Windows line ends', () => {
    assert.equal(statusIn('// production-gap-ignore-next-line rule-a -- why\r\n\r\nbad();\r\n'), 'suppressed');
    assert.equal(directivesOf('a.yml', '# production-gap-ignore-next-line rule-a -- why\r\nb: 1\r\n')[0]!.reason, 'why');
  });
});

describe('suppressions without use', () => {
  it('are reported as information, but not while they are used', () => {
    const text = '// production-gap-ignore-next-line rule-a -- why\nbad();\n';
    const { extra } = suppress('src/a.ts', text, []);
    assert.deepEqual(
      extra.map(({ finding }) => [finding.rule, finding.severity, finding.fixes.map(({ kind }) => kind)]),
      [['unused-suppression', 'info', ['fix']]],
    );
    assert.deepEqual(suppress('src/a.ts', text, [gapAt('src/a.ts', text, 'bad()', 'rule-a')]).extra, []);
  });

  it('stay quiet when the rule did not run, and when the project switched the report off', () => {
    const text = '// production-gap-ignore-next-line rule-a -- why\nbad();\n';
    assert.deepEqual(suppress('src/a.ts', text, [], { ran: (rule) => rule !== 'rule-a' }).extra, []);
    assert.deepEqual(suppress('src/a.ts', text, [], { setting: (rule) => (rule === 'rule-a' ? 'off' : undefined) }).extra, []);
    assert.deepEqual(suppress('src/a.ts', text, [], { setting: (rule) => (rule === 'unused-suppression' ? 'off' : undefined) }).extra, []);
    assert.equal(suppress('src/a.ts', text, [], { setting: () => 'error' }).extra[0]!.finding.severity, 'error');
  });

  it('are removed with their line, or with the blank before them', () => {
    assert.equal(fixed('a();\n  // production-gap-ignore-next-line rule-a -- why\n  b();\n'), 'a();\n  b();\n');
    assert.equal(fixed('a(); // production-gap-ignore-line rule-a -- why\nb();\n'), 'a();\nb();\n');
    assert.equal(fixed('a();\r\n// production-gap-ignore-next-line rule-a\r\nb();\r\n'), 'a();\r\nb();\r\n');
    assert.equal(fixed('  /* production-gap-ignore-line rule-a */ b();\n'), '  b();\n');
  });

  it('are removed with their braces in JSX, but never with the braces of a block', () => {
    assert.equal(
      fixed('const x = <p>\n  {/* production-gap-ignore-next-line rule-a */}\n  {b}\n</p>;\n', 'src/a.tsx'),
      'const x = <p>\n  {b}\n</p>;\n',
    );
    assert.equal(fixed('try { a(); } catch { /* production-gap-ignore-line rule-a */ }\n'), 'try { a(); } catch { }\n');
  });

  it('lose only the rules that are of no use', () => {
    const text = '// production-gap-ignore-next-line rule-b, rule-a -- why\nbad();\n';
    const gap = gapAt('src/a.ts', text, 'bad()', 'rule-a');
    assert.equal(fixed(text, 'src/a.ts', [gap]), '// production-gap-ignore-next-line rule-a -- why\nbad();\n');
    const [{ finding }] = suppress('src/a.ts', text, [gap]).extra as [SuppressionResult['extra'][0]];
    assert.equal(text.slice(finding.span.start, finding.span.end), 'rule-b');
  });

  it('name the rule that was probably meant, and offer it', () => {
    const text = '// production-gap-ignore-next-line missing-auth-gaurd -- why\nbad();\n';
    const { finding } = suppress('src/a.ts', text, []).extra[0]!;
    assert.equal(finding.message, 'There is no rule "missing-auth-gaurd". Did you mean "missing-auth-guard"?');
    assert.equal(fixed(text), text.replace('gaurd', 'guard'));
    assert.equal(fixed(text, 'src/a.ts', [], 1), 'bad();\n');
  });

  it('build no edit for a text that has changed', () => {
    const text = '// production-gap-ignore-next-line rule-a -- why\nb();\n';
    const { proposals } = suppress('src/a.ts', text, []).extra[0]!;
    assert.equal(proposals[0]!.build({ file: 'src/a.ts', text: `\n${text}` } as FixSource), undefined);
  });

  it('cannot be suppressed themselves', () => {
    const text = '// production-gap-ignore-next-line unused-suppression -- why\nbad();\n';
    assert.equal(suppress('src/a.ts', text, []).extra[0]!.finding.rule, 'unused-suppression');
  });

  it('have fingerprints of their own even when they read the same', () => {
    const text = '// production-gap-ignore-next-line rule-a\na();\n// production-gap-ignore-next-line rule-a\nb();\n';
    const prints = suppress('src/a.ts', text, []).extra.map(({ finding }) => finding.fingerprint);
    assert.equal(new Set(prints).size, 2);
  });
});
