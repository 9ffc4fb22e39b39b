import assert from 'node:assert/strict';
import type { Finding } from '../../../src/model/finding';
import { renderCheckText, renderRulesText, renderText } from '../../../src/report/text';
import { renderMarkdown } from '../../../src/report/markdown';
import { emptyReadiness } from '../../../src/readiness/store';
import { buildScorecard } from '../../../src/readiness/score';
import { defaultConfig } from '../../../src/model/config';
import { dimensions } from '../../../src/model/dimension';
import { gap, input, rules } from './samples';

const plain = { color: false } as const;

function withScorecard(given: ReturnType<typeof input>): ReturnType<typeof input> {
  const scorecard = buildScorecard({
    result: given.result,
    readiness: emptyReadiness,
    config: defaultConfig,
    today: '2026-06-15',
    ranRules: [],
  });
  return { ...given, scorecard };
}

describe('the report for people', () => {
  it('lists one plain line per finding under its file', () => {
    const text = renderText(
      input([gap({ file: 'src/b.ts', severity: 'error' }), gap({ line: 120 }), gap({ line: 7, severity: 'info' })]),
      plain,
    );
    assert.deepEqual(text.split('\n').slice(0, 7), [
      'src/a.ts',
      '    7:5  info     The failure of this call is dropped.  swallowed-error',
      '  120:5  warning  The failure of this call is dropped.  swallowed-error',
      '',
      'src/b.ts',
      '  3:5  error    The failure of this call is dropped.  swallowed-error',
      '',
    ]);
    assert.match(text, /\n3 open gaps \(1 error, 1 warning, 1 note\) in 2 files; 2 files analysed\.\n/);
  });

  it('shows all eight dimensions, with or without gaps', () => {
    const text = renderText(input([gap()]), plain);
    for (const { title } of dimensions) assert.ok(text.includes(`  ${title} `), title);
    assert.match(text, /Error handling +1 warning\n/);
    assert.match(text, /Security +no gap found\n/);
  });

  it('says beside the gaps how much of the checklist was decided', () => {
    const text = renderText(withScorecard(input([gap()])), plain);
    assert.match(text, /\n {2}Error handling {9}1 warning {5}0 of 7 items met, 5 unknown\n/);
    assert.match(text, /\n {2}Security {15}no gap found {2}0 of 8 items met, [67] unknown\n/);
  });

  it('does not call a dimension free of gaps whose gaps were accepted', () => {
    const accepted = input([gap({ status: 'baselined' }), gap({ status: 'waived' })]);
    assert.match(renderText(accepted, plain), /Error handling +none open, 2 accepted\n/);
    assert.match(renderMarkdown([accepted]), /\| Error handling \| none open, 2 accepted \|/);
  });

  it('has colours only when told', () => {
    assert.ok(!renderText(input([gap()]), plain).includes('\u001b'));
    assert.ok(renderText(input([gap()]), { color: true }).includes('\u001b[33mwarning'));
  });

  it('never calls a project ready for production', () => {
    const clean = withScorecard(input([]));
    for (const text of [renderText(clean, plain), renderMarkdown([clean]), renderText(withScorecard(input([gap()])), plain)]) {
      assert.doesNotMatch(text, /production[- ]ready|ready for production/i);
      assert.match(text, /Stage: \**Demo/);
      assert.match(text, /\d+ % of the checklist has not been verified/);
    }
  });

  it('does not take silence for success when nothing was read', () => {
    const text = renderText(input([], { files: { analysed: [], skipped: [] } }), plain);
    assert.match(text, /Nothing was analysed/);
    assert.doesNotMatch(text, /no gap found|Stage/i);
    assert.doesNotMatch(
      renderText({ ...withScorecard(input([])), result: input([], { files: { analysed: [], skipped: [] } }).result }, plain),
      /Stage/,
    );
  });

  it('counts what it does not list', () => {
    const text = renderText(
      input([gap({ status: 'suppressed' }), gap({ status: 'waived' }), gap({ status: 'baselined' }), gap({ confidence: 'low' })]),
      plain,
    );
    assert.match(text, /Not listed: 1 suppressed, 1 waived, 1 in the baseline, 1 of low confidence/);
    assert.ok(!text.includes('swallowed-error'));
    assert.match(text, /\n1 open gap/);
  });

  it('lists findings of low confidence when they decide the exit code', () => {
    const unsure = input([gap({ confidence: 'low' })]);
    assert.match(renderText(unsure, { color: false, failOn: 'warning' }), /dropped\. \(low confidence\)  swallowed-error/);
    assert.ok(!renderText(unsure, { color: false, failOn: 'error' }).includes('swallowed-error'));
    assert.ok(!renderText(unsure, { color: false, failOn: 'never' }).includes('swallowed-error'));
  });

  it('tells more than fifteen findings of one shape once, with where the others are', () => {
    const findings = Array.from({ length: 18 }, (_, index) =>
      gap({ shape: 'gap', file: `src/${'abcdef'[index % 6]}.ts`, line: index + 1, message: `Call ${index} can wait for ever.` }),
    );
    const other = gap({ shape: 'other', file: 'src/b.ts', line: 90, message: 'Another thing.' });
    const text = renderText(input([...findings, other]), plain);
    assert.match(
      text,
      /^src\/a\.ts\n {2}1:5 {2}warning {2}Call 0 can wait for ever\. {2}swallowed-error\n {16}… and 17 more like it in src\/b\.ts \(3\), src\/c\.ts \(3\), src\/d\.ts \(3\) and 3 more files\n\nsrc\/b\.ts\n {2}90:5 .*Another thing/m,
    );
    assert.equal(text.match(/can wait for ever/g)!.length, 1);
    assert.match(text, /19 open gaps \(19 warnings\)/);
    assert.match(text, /--all lists them all/);
    const complete = renderText(input([...findings, other]), { ...plain, all: true });
    assert.equal(complete.match(/can wait for ever/g)!.length, 18);
    assert.ok(!complete.includes('more like it') && !complete.includes('--all'));
  });

  it('lists fifteen of one shape one by one, and keeps shapes, severities and rules apart', () => {
    const fifteen = (more: Partial<Finding>) => Array.from({ length: 15 }, (_, index) => gap({ shape: 'gap', line: index + 1, ...more }));
    const text = renderText(
      input([
        ...fifteen({}),
        ...fifteen({ shape: 'other' }),
        ...fifteen({ severity: 'error' }),
        ...fifteen({ rule: 'missing-auth-guard' }),
      ]),
      plain,
    );
    assert.equal(text.match(/The failure of this call is dropped/g)!.length, 60);
    assert.ok(!text.includes('more like it'));
  });

  it('says what was not analysed and why, ten of many', () => {
    const skipped = Array.from({ length: 12 }, (_, index) => ({ file: `src/big${index}.js`, reason: 'larger than 1 MB' }));
    const text = renderText(input([], { files: { analysed: ['src/a.ts'], skipped } }), plain);
    assert.match(text, /Not analysed: 12 files\./);
    assert.match(text, /src\/big9\.js {2}larger than 1 MB/);
    assert.ok(!text.includes('big10'));
    assert.match(text, /and 2 more/);
  });

  it('keeps a message on its line and free of control characters', () => {
    const text = renderText(input([gap({ message: 'One\n  two \u001b[31mred\u0007' })]), plain);
    assert.match(text, /One two \[31mred {2}swallowed-error/);
    assert.ok(!text.includes('\u001b') && !text.includes('\u0007'));
  });

  it('names the folder of each of several projects, and paths as seen from the present folder', () => {
    const one = input([gap()], { prefix: 'apps/web' });
    const text = renderCheckText([one, input([])], plain);
    assert.equal(text.match(/^== \/work\/shop$/gm)!.length, 2);
    assert.match(text, /^apps\/web\/src\/a\.ts$/m);
    assert.ok(!renderCheckText([one], plain).includes('=='));
  });
});

describe('rules for people', () => {
  it('stand under their dimensions', () => {
    assert.match(renderRulesText(rules, plain), /Security\n {2}missing-auth-guard {2}error {4}Endpoint without authentication\n/);
  });
});

describe('the Markdown report', () => {
  it('has a table of all dimensions and a list by file', () => {
    const text = renderMarkdown([withScorecard(input([gap({ severity: 'error' }), gap({ status: 'waived' })]))]);
    for (const { title } of dimensions) assert.ok(text.includes(`| ${title} |`), title);
    assert.match(text, /\| Error handling \| 1 error \| 0 of 7 \| \d+ \|/);
    assert.match(text, /### `src\/a\.ts`\n\n- \*\*error\*\*, line 3: The failure of this call is dropped\. \(`swallowed-error`\)/);
    assert.match(text, /1 open gap in 2 analysed files; 1 more suppressed, waived or in the baseline\./);
  });

  it('folds the places of many findings of one shape away', () => {
    const findings = Array.from({ length: 17 }, (_, index) =>
      gap({ shape: 'gap', file: index < 2 ? 'src/a.ts' : 'src/b.ts', line: index + 1 }),
    );
    const text = renderMarkdown([input(findings)]);
    assert.equal(text.match(/is dropped/g)!.length, 1);
    assert.match(
      text,
      /<summary>… and 16 more like it<\/summary>\n\n {2}- `src\/a\.ts`: line 2\n {2}- `src\/b\.ts`: lines 3, 4, .*17\n\n {2}<\/details>/,
    );
  });

  it('keeps what messages quote from becoming Markdown', () => {
    const text = renderMarkdown([input([gap({ message: 'a | <b> *c* `d`\n# e', file: 'src/`x`.ts' })])]);
    assert.ok(text.includes('a \\| \\<b\\> \\*c\\* \\`d\\` \\# e'));
    assert.ok(text.includes('### `` src/`x`.ts ``'));
  });

  it('names each of several projects', () => {
    assert.equal(renderMarkdown([input([]), input([])]).match(/^# Production Gap: `\/work\/shop`$/gm)!.length, 2);
  });
});
