import assert from 'node:assert/strict';
import { renderCheckText, renderRulesText, renderText } from '../../../src/report/text';
import { renderMarkdown } from '../../../src/report/markdown';
import { emptyReadiness } from '../../../src/readiness/store';
import { buildScorecard } from '../../../src/readiness/score';
import { defaultConfig } from '../../../src/model/config';
import { dimensions } from '../../../src/model/dimension';
import { gap, input, rules } from './samples';

const plain = { color: false } as const;

function withScorecard(given: ReturnType<typeof input>): ReturnType<typeof input> {
  const scorecard = buildScorecard({ result: given.result, readiness: emptyReadiness, config: defaultConfig, today: '2026-06-15', ranRules: [] });
  return { ...given, scorecard };
}

describe('the report for people', () => {
  it('lists one plain line per finding under its file', () => {
    const text = renderText(input([gap({ file: 'src/b.ts', severity: 'error' }), gap({ line: 120 }), gap({ line: 7, severity: 'info' })]), plain);
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
    assert.doesNotMatch(renderText({ ...withScorecard(input([])), result: input([], { files: { analysed: [], skipped: [] } }).result }, plain), /Stage/);
  });

  it('counts what it does not list', () => {
    const text = renderText(input([gap({ status: 'suppressed' }), gap({ status: 'waived' }), gap({ status: 'baselined' }), gap({ confidence: 'low' })]), plain);
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

  it('keeps what messages quote from becoming Markdown', () => {
    const text = renderMarkdown([input([gap({ message: 'a | <b> *c* `d`\n# e', file: 'src/`x`.ts' })])]);
    assert.ok(text.includes('a \\| \\<b\\> \\*c\\* \\`d\\` \\# e'));
    assert.ok(text.includes('### `` src/`x`.ts ``'));
  });

  it('names each of several projects', () => {
    assert.equal(renderMarkdown([input([]), input([])]).match(/^# Production Gap: `\/work\/shop`$/gm)!.length, 2);
  });
});
