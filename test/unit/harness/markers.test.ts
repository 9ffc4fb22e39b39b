import { strict as assert } from 'node:assert';
import { readMarkers } from '../../harness/markers';
import { withoutMarkers } from '../../harness/strip';

const text = (...lines: string[]): string => lines.join('\n');

describe('comments of fixtures', () => {
  it('expect a rule on the line they end', () => {
    const { expectations, mistakes } = readMarkers(text("import a from 'a';", '', 'a.b(); // expect: some-rule, other-rule(warning low)'));
    assert.deepEqual(mistakes, []);
    assert.deepEqual(expectations, [
      { rule: 'some-rule', line: 3, qualities: [] },
      { rule: 'other-rule', line: 3, qualities: ['warning', 'low'] },
    ]);
  });

  it('are read in SQL, YAML, HTML and JSX', () => {
    for (const line of [
      'select 1; -- expect: some-rule',
      'key: 1 # expect: some-rule',
      '<p> <!-- expect: some-rule -->',
      '<p> {/* expect: some-rule */}',
      'a(); /* expect: some-rule */',
    ]) {
      assert.deepEqual(readMarkers(line).expectations, [{ rule: 'some-rule', line: 1, qualities: [] }], line);
    }
  });

  it('keep a block open before them', () => {
    const line = 'if (a) { // expect: some-rule';
    assert.equal(readMarkers(line).expectations.length, 1);
    assert.equal(withoutMarkers(line), 'if (a) {');
  });

  it('can name the next line, where a comment at its end would be text', () => {
    const { expectations, pointers, mistakes } = readMarkers(
      text('  // expect-next-line: some-rule', '  db.query(`', '  // ^^ what it says', '`);'),
    );
    assert.deepEqual(mistakes, []);
    assert.deepEqual(expectations, [{ rule: 'some-rule', line: 2, qualities: [] }]);
    assert.deepEqual(pointers, [{ line: 2, column: 6, endColumn: 8, message: 'what it says' }]);
  });

  it('point at columns with carets, from the comment opener on when nothing is between', () => {
    const { pointers } = readMarkers(text('fetch(url); // expect: some-rule', '//^^^', '//    ^^^ the address'));
    assert.deepEqual(pointers, [
      { line: 1, column: 3, endColumn: 6, message: '', fromOpener: 1 },
      { line: 1, column: 7, endColumn: 10, message: 'the address' },
    ]);
  });

  it('head the file with its place, its packages and the fix to apply', () => {
    const { file, packages, fix, mistakes } = readMarkers(
      text(
        '// file: app/api/orders/route.ts',
        '// packages: next@15.0.0, @scope/name@1.2.3',
        '// fix: add-guard',
        'code();',
        '// file: not/this.ts',
      ),
    );
    assert.deepEqual(mistakes, []);
    assert.equal(file, 'app/api/orders/route.ts');
    assert.deepEqual(packages, { next: '15.0.0', '@scope/name': '1.2.3' });
    assert.equal(fix, 'add-guard');
  });

  it('mark lines that must stay silent', () => {
    assert.deepEqual(readMarkers('code(); // ok: some-rule').silent, [{ rule: 'some-rule', line: 1 }]);
  });

  const mistaken: [string, string][] = [
    ['an id that is none', 'code(); // expect: Some Rule'],
    ['a quality that is none', 'code(); // expect: some-rule(loud)'],
    ['no id at all', 'code(); // expect:'],
    ['an expectation without code', '// expect: some-rule'],
    ['a silent line without code', '// ok: some-rule'],
    ['nothing after the line that names the next', '// expect-next-line: some-rule'],
    ['carets under no expectation', text('code();', '// ^^^')],
    ['a package without a version', text('// packages: express', 'code();')],
  ];
  for (const [what, fixture] of mistaken) {
    it(`are mistaken with ${what}`, () => assert.equal(readMarkers(fixture).mistakes.length, 1));
  }

  it('are left out of the text that fixes see', () => {
    const fixture = text(
      '// packages: express@5.1.0',
      '',
      '// A note of a person.',
      'a(); // expect: some-rule',
      '// ^^^ message',
      'b(); // kept',
      '// expect-next-line: some-rule',
      'c(); // ok: some-rule',
      '',
    );
    assert.equal(withoutMarkers(fixture), text('// A note of a person.', 'a();', 'b(); // kept', 'c();', ''));
  });
});
