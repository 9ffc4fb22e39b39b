import assert from 'node:assert/strict';
import { renderGithub } from '../../../src/report/github';
import { renderSarif } from '../../../src/report/sarif';
import { gap, input, rules } from './samples';

interface Result {
  ruleId: string;
  ruleIndex?: number;
  level: string;
  locations: { physicalLocation: { artifactLocation: { uri: string }; region: object } }[];
  relatedLocations?: { message: { text: string } }[];
  partialFingerprints: Record<string, string>;
  suppressions: { kind: string; justification?: string }[];
  baselineState?: string;
}

interface Run {
  tool: {
    driver: {
      name: string;
      version: string;
      rules: { id: string; help?: { markdown: string }; properties: { tags: string[]; precision: string } }[];
    };
  };
  automationDetails?: { id: string };
  invocations: { toolExecutionNotifications: { message: { text: string } }[] }[];
  results: Result[];
}

function runs(...inputs: ReturnType<typeof input>[]): Run[] {
  const log = JSON.parse(renderSarif(inputs)) as { version: string; runs: Run[] };
  assert.equal(log.version, '2.1.0');
  return log.runs;
}

describe('SARIF', () => {
  it('describes every rule, with its page where it was found', () => {
    const [run] = runs(input([gap()], { page: (rule) => `# ${rule}` }));
    const [auth, swallowed] = run!.tool.driver.rules;
    assert.deepEqual([run!.tool.driver.version, auth!.id, swallowed!.id], ['1.2.3', ...rules.map(({ id }) => id)]);
    assert.ok(auth!.properties.tags.includes('external/cwe/cwe-306') && auth!.properties.tags.includes('security'));
    assert.equal(auth!.help, undefined);
    assert.equal(swallowed!.help!.markdown, '# swallowed-error');
  });

  it('points each result at its rule and place', () => {
    const [run] = runs(
      input([gap({ rule: 'swallowed-error', file: 'app/[id]/a b.ts', severity: 'info' }), gap({ rule: 'not-described' })], {
        prefix: 'apps/web',
      }),
    );
    const [first, second] = run!.results;
    assert.deepEqual([first!.ruleId, first!.ruleIndex, first!.level], ['swallowed-error', 1, 'note']);
    assert.equal(first!.locations[0]!.physicalLocation.artifactLocation.uri, 'apps/web/app/%5Bid%5D/a%20b.ts');
    assert.deepEqual(first!.locations[0]!.physicalLocation.region, { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 });
    assert.equal(second!.ruleIndex, undefined);
  });

  it('carries fingerprints that do not depend on the line', () => {
    const finding = gap({ fingerprint: '0123456789abcdef-76543210' });
    const [run] = runs(input([finding]));
    assert.deepEqual(run!.results[0]!.partialFingerprints, {
      'productionGap/v1': '0123456789abcdef-76543210',
      primaryLocationLineHash: '0123456789abcdef:1',
    });
  });

  it('marks what does not count and drops nothing', () => {
    const statuses = ['open', 'suppressed', 'waived', 'baselined'] as const;
    const [run] = runs(
      input(statuses.map((status, line) => gap({ status, line: line + 1, ...(status === 'open' ? {} : { statusReason: 'why' }) }))),
    );
    assert.deepEqual(
      run!.results.map(({ suppressions }) => suppressions.map(({ kind }) => kind).join()),
      ['', 'inSource', 'external', 'external'],
    );
    assert.deepEqual(
      run!.results.map(({ baselineState }) => baselineState),
      ['new', 'new', 'new', 'unchanged'],
    );
    assert.equal(run!.results[1]!.suppressions[0]!.justification, 'why');
  });

  it('says nothing about a baseline when there is none', () => {
    assert.ok(!('baselineState' in runs(input([gap()]))[0]!.results[0]!));
  });

  it('has one run per project, told apart by folder', () => {
    const [one, two] = runs(input([], { prefix: 'apps/web' }), input([], { prefix: '' }));
    assert.notEqual(one!.automationDetails!.id, two!.automationDetails!.id);
    assert.equal(runs(input([]))[0]!.automationDetails, undefined);
  });

  it('lists files that were not analysed', () => {
    const [run] = runs(input([], { files: { analysed: [], skipped: [{ file: 'a.js', reason: 'minified' }] } }));
    assert.equal(run!.invocations[0]!.toolExecutionNotifications[0]!.message.text, 'Not analysed: minified');
  });

  it('relates other places', () => {
    const related = [{ file: 'src/b.ts', line: 1, column: 1, endLine: 1, endColumn: 2, message: 'A sibling is guarded here.' }];
    assert.equal(runs(input([gap({ related })]))[0]!.results[0]!.relatedLocations![0]!.message.text, 'A sibling is guarded here.');
  });
});

describe('GitHub annotations', () => {
  it('are workflow commands for open gaps, escaped', () => {
    const text = renderGithub([
      input(
        [
          gap({ severity: 'error', message: '50% of:\ncalls', file: 'a,b.ts' }),
          gap({ severity: 'info', file: 'c.ts' }),
          gap({ status: 'waived' }),
        ],
        { prefix: 'web' },
      ),
    ]);
    assert.deepEqual(text.split('\n'), [
      '::error file=web/a%2Cb.ts,line=3,endLine=3,col=5,endColumn=9,title=Production Gap%3A swallowed-error::50%25 of:%0Acalls',
      '::notice file=web/c.ts,line=3,endLine=3,col=5,endColumn=9,title=Production Gap%3A swallowed-error::The failure of this call is dropped.',
      '',
    ]);
  });

  it('give no columns for a range over several lines', () => {
    const location = { file: 'a.ts', line: 1, column: 2, endLine: 4, endColumn: 1 };
    assert.match(renderGithub([input([gap({ location })])]), /line=1,endLine=4,title/);
    assert.equal(renderGithub([input([])]), '');
  });
});
