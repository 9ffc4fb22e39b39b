import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { analyse } from '../../../src/build/accuracy/analyse';
import { applicationsIn, parseList, repositoriesIn, repositoryOfRemote } from '../../../src/build/accuracy/applications';
import { answeredCategories, rulesOfCategory } from '../../../src/build/accuracy/categories';
import { gitCommits } from '../../../src/build/accuracy/commits';
import { fixRows, renderFixes } from '../../../src/build/accuracy/fixes';
import { parseExamples, scoreExamples, tabulate, type Commits, type Example } from '../../../src/build/accuracy/examples';
import { flipsOf, matchVerdicts, updatedVerdicts, type Hit } from '../../../src/build/accuracy/matching';
import { readOptions, WrongUsage } from '../../../src/build/accuracy/options';
import { renderCommits, renderExamples, renderFlips, renderRules, ruleRows, sampleOf } from '../../../src/build/accuracy/report';
import {
  BadVerdict,
  judgement,
  parseVerdicts,
  readVerdicts,
  renderVerdicts,
  writeVerdicts,
  type Verdict,
} from '../../../src/build/accuracy/verdicts';
import { checks } from '../../../src/checks';
import { rules } from '../../../src/rules';

const first = 'a'.repeat(40);
const second = 'b'.repeat(40);
const hit = (line: number, more: Partial<Hit> = {}): Hit => ({
  repository: 'acme/shop',
  commit: first,
  rule: 'swallowed-error',
  path: 'src/a.ts',
  line,
  endLine: line,
  fingerprint: `f${line}`,
  severity: 'warning',
  confidence: 'medium',
  message: 'lost',
  ...more,
});
const verdict = (line: number, more: Partial<Verdict> = {}): Verdict => ({
  repository: 'acme/shop',
  commit: first,
  path: 'src/a.ts',
  line,
  rule: 'swallowed-error',
  verdict: 'true',
  why: 'nobody hears of it',
  ...more,
});
const shop = { repository: 'acme/shop', commit: first };

describe('Verdicts on findings', () => {
  it('belong to the hit on the same line of the same commit and to no other', () => {
    const { judged, unjudged, silent } = matchVerdicts(
      [hit(7), hit(9), hit(7, { path: 'src/b.ts' }), hit(7, { rule: 'error-detail-leak' })],
      [verdict(7)],
      [shop],
    );
    assert.deepEqual(
      judged.map((pair) => [pair.hit.path, pair.hit.line, pair.hit.rule]),
      [['src/a.ts', 7, 'swallowed-error']],
    );
    assert.equal(unjudged.length, 3);
    assert.equal(silent.length, 0);
  });

  it('do not move to another line of the same commit', () => {
    const { judged, silent } = matchVerdicts([hit(9)], [verdict(7)], [shop]);
    assert.deepEqual([judged.length, silent.length], [0, 1]);
  });

  it('follow the fingerprint however far the code has moved', () => {
    const { judged } = matchVerdicts([hit(7), hit(400, { fingerprint: 'kept' })], [verdict(7, { fingerprint: 'kept' })], [shop]);
    assert.deepEqual(
      judged.map((pair) => pair.hit.line),
      [400],
    );
  });

  it('stay on their lines when fingerprints that count places shift', () => {
    const said = [
      verdict(1, { fingerprint: 'same-1' }),
      verdict(5, { fingerprint: 'same-2', verdict: 'false' }),
      verdict(9, { fingerprint: 'same-3' }),
    ];
    const { judged, silent } = matchVerdicts([hit(1, { fingerprint: 'same-1' }), hit(9, { fingerprint: 'same-2' })], said, [shop]);
    assert.deepEqual(
      judged.map((pair) => [pair.hit.line, pair.verdict.line]),
      [
        [1, 1],
        [9, 9],
      ],
    );
    assert.deepEqual(
      silent.map(({ line }) => line),
      [5],
    );
  });

  it('go to the nearest hits of another commit, each to one, and say that the commit differs', () => {
    const other = { ...shop, commit: second };
    const matching = matchVerdicts([hit(12), hit(10), hit(40)], [verdict(10), verdict(11), verdict(60)], [other]);
    assert.deepEqual(
      matching.judged.map((pair) => [pair.hit.line, pair.verdict.line]),
      [
        [12, 11],
        [10, 10],
      ],
    );
    assert.deepEqual(
      matching.silent.map(({ line }) => line),
      [60],
    );
    assert.deepEqual(matching.otherCommit, [{ repository: 'acme/shop', judged: first, present: second, verdicts: 3 }]);
    assert.match(renderCommits(matching), /3 verdicts are on commit aaaaaaaaaa, this copy is bbbbbbbbbb/);
  });

  it('on checks stay with the project or package when the finding points elsewhere', () => {
    const check = { rule: 'missing-ci' };
    const checks = new Set(['missing-ci']);
    const said = [verdict(7, check), verdict(9, { ...check, path: 'apps/web/src/b.ts', verdict: 'false' })];
    const hits = [hit(3, { ...check, path: 'apps/web/src/c.ts' }), hit(7, { ...check, path: 'src/server/d.ts' })];
    const matching = matchVerdicts(hits, said, [shop], checks);
    assert.deepEqual(
      matching.judged.map((pair) => [pair.hit.path, pair.verdict.path]),
      [
        ['apps/web/src/c.ts', 'apps/web/src/b.ts'],
        ['src/server/d.ts', 'src/a.ts'],
      ],
    );
    assert.deepEqual(
      updatedVerdicts(said, matching).map(({ path: file, line }) => [file, line]),
      [
        ['src/server/d.ts', 7],
        ['apps/web/src/c.ts', 3],
      ],
    );
    const exact = matchVerdicts([hit(9, check), hit(1, { ...check, path: 'src/b.ts' })], [verdict(7, check)], [shop], checks);
    assert.deepEqual(
      exact.judged.map((pair) => [pair.hit.path, pair.hit.line]),
      [['src/a.ts', 9]],
    );
    assert.deepEqual(matchVerdicts(hits, said, [shop]).judged, [], 'findings of rules do not wander');
  });

  it('say when the commit of a copy is not known, and count those on other applications', () => {
    const matching = matchVerdicts([hit(7)], [verdict(8), verdict(1, { repository: 'acme/blog' })], [{ repository: 'acme/shop' }]);
    assert.equal(matching.judged.length, 1);
    assert.deepEqual(matching.unknownCommit, ['acme/shop']);
    assert.deepEqual(
      matching.elsewhere.map(({ repository }) => repository),
      ['acme/blog'],
    );
    assert.match(
      renderCommits(matching),
      /commit of these copies is not known.*acme\/shop\.\n1 verdicts are on applications that were not given/s,
    );
  });

  it('show what flipped, and only that', () => {
    const said = [
      verdict(1),
      verdict(2, { verdict: 'false' }),
      verdict(3, { reported: false }),
      verdict(4, { verdict: 'unclear', reported: false }),
      verdict(5),
      verdict(6, { reported: false }),
    ];
    const matching = matchVerdicts([hit(3), hit(4), hit(5)], said, [shop]);
    assert.deepEqual(
      flipsOf(matching).map(({ kind, verdict: { line } }) => [kind, line]),
      [
        ['lost', 1],
        ['mended', 2],
        ['found', 3],
        ['back', 4],
      ],
    );
    assert.match(
      renderFlips(matching),
      /^Judged true, no longer reported: 1\n  swallowed-error  acme\/shop  src\/a\.ts:1  \(nobody hears of it\)$/m,
    );
  });

  it('remember after an update where they stand and what is silent, so that nothing flips twice', () => {
    const said = [
      verdict(1),
      verdict(2, { fingerprint: 'moved' }),
      verdict(3, { reported: false }),
      verdict(9, { repository: 'acme/blog' }),
    ];
    const hits = [hit(3), hit(20, { fingerprint: 'moved' })];
    const updated = updatedVerdicts(said, matchVerdicts(hits, said, [shop]));
    assert.deepEqual(updated[0], { ...said[0], reported: false });
    assert.deepEqual([updated[1]!.line, updated[1]!.fingerprint], [20, 'moved']);
    assert.deepEqual([updated[2]!.fingerprint, updated[2]!.reported], ['f3', undefined]);
    assert.equal(updated[3], said[3]);
    const shown = [verdict(1), verdict(2, { low: true })];
    const weak = updatedVerdicts(shown, matchVerdicts([hit(1, { confidence: 'low' }), hit(2)], shown, [shop]));
    assert.deepEqual(
      weak.map(({ low }) => low),
      [true, undefined],
    );
    assert.deepEqual(flipsOf(matchVerdicts(hits, updated, [shop])), []);
  });

  it('are read strictly and written in one order, a file per rule', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'gap-'));
    try {
      writeVerdicts(folder, [verdict(9), verdict(2), verdict(1, { rule: 'error-detail-leak' })]);
      assert.deepEqual(
        readVerdicts(folder).map(({ rule, line }) => [rule, line]),
        [
          ['error-detail-leak', 1],
          ['swallowed-error', 2],
          ['swallowed-error', 9],
        ],
      );
      const text = readFileSync(path.join(folder, 'swallowed-error.jsonl'), 'utf8');
      assert.equal(renderVerdicts(parseVerdicts(text, 'x')), text);
      // What says the same stays as somebody has written it.
      const turned = `${text.trim().split('\n').reverse().join('\n')}\n`;
      writeFileSync(path.join(folder, 'swallowed-error.jsonl'), turned);
      writeVerdicts(folder, [verdict(2), verdict(9)]);
      assert.equal(readFileSync(path.join(folder, 'swallowed-error.jsonl'), 'utf8'), turned);
      writeFileSync(path.join(folder, 'sql-injection.jsonl'), text);
      assert.throws(() => readVerdicts(folder), /sql-injection\.jsonl: a verdict on swallowed-error belongs into swallowed-error\.jsonl/);
    } finally {
      rmSync(folder, { recursive: true });
    }
    assert.throws(() => parseVerdicts('{"repository": "acme/shop"', 'a.jsonl'), BadVerdict);
    assert.throws(() => parseVerdicts(JSON.stringify({ ...verdict(1), verdict: 'maybe' }), 'a.jsonl'), /a\.jsonl:1: verdict:/);
    assert.throws(
      () => parseVerdicts(`${JSON.stringify(verdict(1))}\n\n${JSON.stringify(verdict(1))}`, 'a.jsonl'),
      /a\.jsonl:3: this place was judged in line 1 already/,
    );
  });

  it('say on the page of a rule how often it was right, by what is reported now', () => {
    const said = [
      verdict(1),
      verdict(2),
      verdict(3, { verdict: 'false' }),
      verdict(4, { verdict: 'unclear' }),
      verdict(5, { verdict: 'false', reported: false }),
    ];
    assert.equal(judgement(said), '2 of 3 findings were real gaps, 1 could not be decided (1 application)');
    assert.equal(
      judgement([...said, verdict(6, { repository: 'acme/site', verdict: 'false', low: true })]),
      '2 of 3 findings were real gaps, 1 could not be decided; with low confidence 0 of 1 finding was a real gap (2 applications)',
    );
    assert.equal(judgement([verdict(1, { low: true })]), 'with low confidence 1 of 1 finding was a real gap (1 application)');
    assert.equal(judgement([verdict(1, { reported: false })]), undefined);
  });

  it('that are kept in this repository can be read and are on rules and checks that there are', () => {
    const kept = readVerdicts('test/verdicts');
    assert.ok(kept.length > 400);
    assert.deepEqual(
      kept.filter(({ rule }) => ![...rules, ...checks].some(({ id }) => id === rule)),
      [],
    );
  });
});

describe('Figures per rule', () => {
  it('count hits per 1,000 lines and take precision from what was decided', () => {
    const hits = [hit(1), hit(2), hit(3), hit(4, { confidence: 'low' })];
    const said = [
      verdict(1),
      verdict(2, { verdict: 'false' }),
      verdict(3, { verdict: 'unclear' }),
      verdict(4, { verdict: 'false' }),
      verdict(8),
    ];
    const analysis = { ...shop, folder: 'shop', files: 1, lines: 2_000, hits, failures: [], milliseconds: 1 };
    const [row, none] = ruleRows(['swallowed-error', 'sql-injection'], [analysis], matchVerdicts(hits, said, [shop]));
    assert.deepEqual(row, {
      rule: 'swallowed-error',
      hits: 4,
      perThousandLines: 2,
      shown: { hits: 3, true: 1, false: 1, unclear: 1, precision: 0.5 },
      low: { hits: 1, true: 0, false: 1, unclear: 0, precision: 0 },
      silent: { true: 1, false: 0, unclear: 0 },
    });
    assert.equal(none!.shown.precision, undefined);
    assert.match(
      renderRules([row!, none!]),
      /swallowed-error +4 +2\.00 +3 +1\/1\/1 +50 % +1 +0\/1\/0 +0 % +1\/0\/0\nsql-injection .* – .* – +0\/0\/0$/,
    );
  });

  it('draw the same sample for the same seed, and keep it when a hit elsewhere goes', () => {
    const hits = Array.from({ length: 50 }, (_, index) => hit(index + 1));
    const drawn = sampleOf('swallowed-error', hits, 5, 'one');
    assert.deepEqual(sampleOf('swallowed-error', [...hits].reverse(), 5, 'one'), drawn);
    assert.notDeepEqual(sampleOf('swallowed-error', hits, 5, 'two'), drawn);
    const without = hits.find((candidate) => !drawn.includes(candidate))!;
    assert.deepEqual(
      sampleOf(
        'swallowed-error',
        hits.filter((candidate) => candidate !== without),
        5,
        'one',
      ),
      drawn,
    );
    assert.deepEqual(sampleOf('sql-injection', hits, 5, 'one'), []);
  });
});

const quiet = "import express from 'express';\nconst app = express();\napp.get('/', (req, res) => res.json({ up: true }));\n";
const swallowing =
  "import { save } from './save';\nexport async function store(order: object) {\n  try {\n    await save(order);\n  } catch {}\n}\n";
const saving =
  "import { Pool } from 'pg';\nconst pool = new Pool();\nexport async function save(order: object) {\n  await pool.query('insert into orders values ($1)', [order]);\n}\n";

function commitsOf(files: Record<string, string>, known = first): Commits {
  return {
    has: (_, commit) => commit === known,
    list: (_, __, folder) => Object.keys(files).filter((file) => folder === '' || folder === '.' || file.startsWith(`${folder}/`)),
    read: (_, __, wanted) => new Map(wanted.flatMap((file) => (files[file] === undefined ? [] : [[file, files[file]!] as const]))),
  };
}
const example = (file: string, line: number | null, label: Example['label'], more: Partial<Example> = {}): Example => ({
  repo: 'acme/rules',
  commit: first,
  path: file,
  line,
  label,
  category: 'empty-catch',
  rule: 'theirs',
  ...more,
});
const score = async (examples: Example[], files: Record<string, string>) =>
  (await scoreExamples(examples, commitsOf(files))).map((one) => ('left' in one ? one.left : one.hit !== undefined));

describe('Scoring labelled examples', () => {
  const files = {
    'tests/lost/store.ts': swallowing,
    'tests/lost/save.ts': saving,
    'tests/lost/quiet.ts': quiet,
    'tests/other/store.ts': swallowing,
  };

  it('judges a sample with its folder and away from names that say "test"', async () => {
    assert.deepEqual(
      await score(
        [example('tests/lost/store.ts', 5, 'bad'), example('tests/lost/store.ts', null, 'bad'), example('tests/lost/quiet.ts', 3, 'ok')],
        files,
      ),
      [true, true, false],
    );
  });

  it('accepts a finding two lines off and no further, and gives it to the nearest label', async () => {
    assert.deepEqual(await score([example('tests/lost/store.ts', 3, 'bad')], files), [true]);
    assert.deepEqual(await score([example('tests/lost/store.ts', 2, 'bad')], files), [false]);
    assert.deepEqual(await score([example('tests/lost/store.ts', 3, 'ok'), example('tests/lost/store.ts', 5, 'bad')], files), [
      false,
      true,
    ]);
    assert.deepEqual(await score([example('tests/lost/store.ts', 5, 'ok')], files), [true]);
  });

  it('judges a place that was mended within its whole repository', async () => {
    const whole = {
      'package.json': '{"dependencies": {"pg": "8.0.0"}}',
      'src/jobs/store.ts': swallowing.replace('./save', '../data/save'),
      'src/data/save.ts': saving,
    };
    assert.deepEqual(await score([example('src/jobs/store.ts', null, 'bad', { fix: second })], whole), [true]);
  });

  it('judges all lines of a place, those that only words tell included', async () => {
    assert.deepEqual(await score([example('tests/lost/store.ts', 1, 'bad', { endLine: 3 })], files), [true]);
    assert.deepEqual(await score([example('tests/lost/store.ts', 1, 'bad', { endLine: 2 })], files), [false]);
    const said = (more: Partial<Example>) =>
      parseExamples(JSON.stringify(example('tests/lost/store.ts', null, 'bad', { note: 'lines 4-9', ...more })))[0]!;
    assert.deepEqual([said({ fix: second }).line, said({ fix: second }).endLine], [4, 9]);
    assert.equal(said({}).line, null);
  });

  it('says of each fixing commit whether it was flagged before and is silent after', async () => {
    const mended = swallowing.replace('catch {}', 'catch (error) {\n    console.error(error);\n    throw error;\n  }');
    const whole = { 'package.json': '{"dependencies": {"pg": "8.0.0"}}', 'src/save.ts': saving };
    const trees: Record<string, Record<string, string>> = {
      [first]: { ...whole, 'src/store.ts': swallowing, 'src/same.ts': swallowing, 'src/quiet.ts': quiet },
      [second]: { ...whole, 'src/store.ts': mended, 'src/same.ts': swallowing, 'src/quiet.ts': quiet },
    };
    const commits: Commits = {
      has: (_, commit) => commit in trees,
      list: (_, commit) => Object.keys(trees[commit]!),
      read: (_, commit, wanted) => new Map(wanted.map((file) => [file, trees[commit]![file]!])),
    };
    const pair = (file: string, fix: string): Example[] => [
      example(file, 3, 'bad', { endLine: 8, fix }),
      example(file, 3, 'ok', { endLine: 8, fix, commit: second }),
    ];
    const third = 'c'.repeat(40);
    const rows = fixRows(
      await scoreExamples(
        [
          ...pair('src/store.ts', second),
          ...pair('src/same.ts', third),
          ...pair('src/quiet.ts', 'd'.repeat(40)),
          example('src/gone.ts', 1, 'bad', { fix: 'e'.repeat(40) }),
        ],
        commits,
      ),
    );
    assert.deepEqual(
      rows.map(({ place, before, low, after }) => ({ place, before, low, after })),
      [
        { place: 'src/store.ts:3', before: ['swallowed-error'], low: [], after: [] },
        { place: 'src/same.ts:3', before: ['swallowed-error'], low: [], after: ['swallowed-error'] },
        { place: 'src/quiet.ts:3', before: [], low: [], after: [] },
      ],
    );
    const text = renderFixes(rows);
    assert.match(
      text,
      /^Fixing commits: 3 scored, the parent is flagged in 2 \(0 with low confidence only\), and the fix is silent in 1 of these: 33 % of all\./,
    );
    assert.match(text, /silenced: swallowed-error {2}empty-catch {2}acme\/rules@/);
    assert.match(text, /still: swallowed-error/);
    assert.match(text, /missed {2}empty-catch/);
    assert.equal(renderFixes([]), '');
  });

  it('says why an example is not scored', async () => {
    assert.deepEqual(await score([example('tests/lost/store.ts', null, 'bad', { category: 'zebra' })], files), [
      'no rule for this category yet',
    ]);
    assert.deepEqual(await score([example('tests/lost/store.md', null, 'bad')], files), ['not a kind of file that is analysed']);
    assert.deepEqual(await score([example('tests/lost/gone.ts', 1, 'bad')], files), ['the file is not at hand']);
    assert.deepEqual(await score([example('tests/lost/store.ts', 1, 'bad', { commit: second })], files), ['the commit is not at hand']);
    const both = [example('tests/lost/store.ts', null, 'bad'), example('tests/lost/store.ts', null, 'ok')];
    assert.deepEqual(await score(both, files), Array(2).fill('samples stand in strings of one file'));
  });

  it('counts recall, alarms and what was left, per category and source', async () => {
    const examples = [
      example('tests/lost/store.ts', 5, 'bad'),
      example('tests/lost/quiet.ts', 3, 'bad'),
      example('tests/other/store.ts', 5, 'ok', { repo: 'acme/lint' }),
      example('tests/lost/quiet.ts', 1, 'ok', { category: 'zebra' }),
    ];
    const rows = tabulate(await scoreExamples(examples, commitsOf(files)));
    assert.deepEqual(rows, [
      { category: 'empty-catch', source: 'acme/lint', bad: 0, found: 0, ok: 1, alarms: 1, left: 0 },
      { category: 'empty-catch', source: 'acme/rules', bad: 2, found: 1, ok: 0, alarms: 0, left: 0 },
      { category: 'zebra', source: 'acme/rules', bad: 0, found: 0, ok: 0, alarms: 0, left: 1 },
    ]);
    assert.match(renderExamples(rows), /empty-catch +all +1\/2 +50 % +1\/1 +0/);
  });

  it('reads the lines as they are kept, and asks rules that there are', () => {
    assert.equal(parseExamples(`${JSON.stringify({ ...example('a.ts', null, 'bad'), note: 'more' })}\n\n`).length, 1);
    assert.throws(() => parseExamples('{"repo": "acme/rules"}'));
    for (const category of answeredCategories) {
      for (const id of rulesOfCategory(category))
        assert.ok(
          rules.some((rule) => rule.id === id),
          `${category} asks ${id}`,
        );
    }
    assert.deepEqual(rulesOfCategory('constructor'), []);
  });
});

describe('Applications in a folder', () => {
  let folder: string;
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  const git = (where: string, ...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'init.defaultBranch=main', ...args], {
      cwd: path.join(folder, where),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();

  before(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'gap-'));
    write('shop/package.json', '{"dependencies": {"pg": "8.0.0"}}');
    write('shop/src/store.ts', swallowing);
    write('shop/src/save.ts', saving);
    write('acme+blog/package.json', '{}');
    write('mine/package.json', '{}');
    git('mine', 'init');
    git('mine', 'remote', 'add', 'origin', 'https://git.example.com/acme/mine.git');
    git('mine', 'add', '-A');
    git('mine', 'commit', '-m', 'first');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('are named by git, by a list, by their folder, or by what is known', () => {
    const list = parseList(`{"folder": "shop", "repository": "acme/store", "commit": "${second}"}\n`);
    const head = git('mine', 'rev-parse', 'HEAD');
    assert.deepEqual(
      applicationsIn(folder, [], ['acme/shop']).map(({ repository, commit }) => [repository, commit]),
      [
        ['acme/blog', undefined],
        ['acme/mine', head],
        ['acme/shop', undefined],
      ],
    );
    assert.deepEqual(
      applicationsIn(path.join(folder, 'shop'), list, []).map(({ repository, commit }) => [repository, commit]),
      [['acme/store', second]],
    );
    assert.deepEqual(
      applicationsIn(path.join(folder, 'shop'), [], ['acme/shop', 'other/shop']).map(({ repository }) => repository),
      ['shop'],
    );
    // A monorepo may have no manifest at its root.
    mkdirSync(path.join(folder, 'tower/web'), { recursive: true });
    assert.deepEqual(
      applicationsIn(path.join(folder, 'tower'), [], ['acme/tower']).map(({ repository }) => repository),
      ['acme/tower'],
    );
    assert.deepEqual(
      applicationsIn(path.join(folder, 'tower'), [], []).map(({ repository }) => repository),
      ['web'],
    );
    rmSync(path.join(folder, 'tower'), { recursive: true });
    assert.equal(repositoryOfRemote('git@example.com:acme/shop.git'), 'acme/shop');
  });

  it('are analysed with their lines counted', async () => {
    const { hits, lines, files, failures } = await analyse({ folder: path.join(folder, 'shop'), repository: 'acme/shop', commit: first });
    assert.deepEqual(
      hits.map(({ rule, path: file, line, commit }) => [rule, file, line, commit]),
      [
        ['missing-ci', 'package.json', 1, first],
        ['emitter-without-error-listener', 'src/save.ts', 2, first],
        ['external-call-without-timeout', 'src/save.ts', 2, first],
        ['swallowed-error', 'src/store.ts', 5, first],
      ],
    );
    assert.deepEqual([lines, files, failures], [11, 2, []]);
  });

  it('are read from git at a commit', () => {
    const repositories = repositoriesIn(folder);
    assert.deepEqual([...repositories.keys()], ['acme/mine']);
    const commits = gitCommits(repositories);
    const head = git('mine', 'rev-parse', 'HEAD');
    assert.equal(commits.has('acme/mine', head), true);
    assert.equal(commits.has('acme/mine', second), false);
    assert.equal(commits.has('acme/gone', head), false);
    assert.deepEqual(commits.list('acme/mine', head, ''), ['package.json']);
    assert.deepEqual([...commits.read('acme/mine', head, ['package.json', 'gone.ts'])], [['package.json', '{}']]);
  });
});

describe('Options of the accuracy run', () => {
  it('start paths where the person is and have defaults', () => {
    const { folders, sample, seed, examples, categories } = readOptions(
      ['apps', '--examples', 'e.jsonl', '--sample', '5', '--category', 'ssrf', '--category', 'xss'],
      path.resolve('/somewhere'),
    );
    assert.deepEqual(
      [folders, sample, seed, examples, categories],
      [[path.resolve('/somewhere/apps')], 5, '1', path.resolve('/somewhere/e.jsonl'), ['ssrf', 'xss']],
    );
  });

  it('are refused in words', () => {
    assert.throws(() => readOptions([], '.'), WrongUsage);
    assert.throws(() => readOptions(['a', '--sample', 'many'], '.'), /--sample takes a number, not "many"/);
    assert.throws(() => readOptions(['a', '--nonsense'], '.'), WrongUsage);
    assert.equal(readOptions(['--help'], '.').help, true);
  });
});
