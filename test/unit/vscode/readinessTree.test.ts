import assert from 'node:assert/strict';
import type { Finding } from '../../../src/model/finding';
import { dimensionIds } from '../../../src/model/dimension';
import type { Item, ItemState, Scorecard } from '../../../src/model/readiness';
import {
  buildTree,
  changedNodes,
  nodesById,
  type FolderState,
  type TreeNode,
  type TreeWords,
} from '../../../src/vscode/readinessView/model';
import { finding } from '../../harness/fakeSession';

const words: TreeWords = {
  dimensionTitle: (id) => `<${id}>`,
  status: { pass: 'Met', gap: 'Gap', unknown: 'Unknown', notApplicable: 'Not applicable', manual: 'To confirm', waived: 'Accepted' },
  severity: { error: 'Error', warning: 'Warning', info: 'Information' },
  met: (met, applicable) => `${met}/${applicable} met`,
  gaps: (count) => `${count} gaps`,
  blocking: (count) => `${count} blocking`,
  stage: (name) => `Stage ${name}`,
  stepsTo: (count) => `${count} missing`,
  unverified: (percent) => `${percent} % unverified`,
  question: 'Question',
  more: (count) => `${count} more`,
  likeIt: (count) => `${count} like it`,
};

const item = (id: string, over: Partial<Item> = {}): Item => ({
  id,
  dimension: 'security',
  title: `Title of ${id}`,
  type: 'auto',
  weight: 1,
  backedBy: [],
  ...over,
});
const state = (over: Partial<ItemState> & { item: Item }): ItemState => ({
  status: 'unknown',
  detail: 'Nothing checks this yet',
  findings: [],
  evidence: [],
  ...over,
});

function folder(items: ItemState[], findings: Finding[] = [], over: Partial<Scorecard> = {}): FolderState {
  const blockers = findings.filter(({ severity }) => severity === 'error').length;
  const scorecard: Scorecard = {
    dimensions: dimensionIds.map((dimension) => {
      const own = dimension === 'security' ? items : [];
      return {
        dimension,
        items: own,
        met: own.filter(({ status }) => status === 'pass').length,
        gaps: own.length > 0 ? findings.length : 0,
        blockers: own.length > 0 ? blockers : 0,
        unknown: 0,
        score: 0,
      };
    }),
    stage: 'Demo',
    next: [{ item: 'SEC-1', title: 'Title of SEC-1', reason: '2 gaps' }],
    unverified: 0.384,
    ...over,
  };
  return { folder: 'file:///p', name: 'p', scorecard, findings: new Map(findings.map((entry) => [entry.fingerprint, entry])) };
}

function security(roots: readonly TreeNode[]): TreeNode {
  return [...nodesById(roots).values()].find(({ kind, label }) => kind === 'dimension' && label === '<security>')!;
}

describe('The checklist as a tree', () => {
  it('always shows the stage and all eight dimensions, in their order', () => {
    const roots = buildTree([folder([])], words);
    assert.deepEqual(
      roots.map(({ label }) => label),
      ['Stage Demo', ...dimensionIds.map((id) => `<${id}>`)],
    );
    assert.equal(roots[0]!.tooltip?.includes('38 % unverified'), true);
    assert.deepEqual(
      roots[0]!.children.map(({ label, description }) => [label, description]),
      [['Title of SEC-1', '2 gaps']],
    );
  });

  it('puts folders above the dimensions when there are several', () => {
    const roots = buildTree([folder([]), { ...folder([]), folder: 'file:///q', name: 'q' }], words);
    assert.deepEqual(
      roots.map(({ label, children }) => [label, children.length]),
      [
        ['p', 9],
        ['q', 9],
      ],
    );
    const all: string[] = [];
    const visit = (node: TreeNode): void => {
      all.push(node.id);
      node.children.forEach(visit);
    };
    roots.forEach(visit);
    assert.equal(new Set(all).size, all.length, 'Ids are unique.');
  });

  it('says the state in words, to eyes and to screen readers, besides the icon', () => {
    const error = finding({ severity: 'error' });
    const roots = buildTree(
      [
        folder(
          [
            state({ item: item('SEC-1'), status: 'gap', detail: '1 gap in 1 file', findings: [error.fingerprint] }),
            state({ item: item('SEC-2'), status: 'pass', detail: 'No gap in 4 places' }),
          ],
          [error],
        ),
      ],
      words,
    );
    const [first, second] = security(roots).children;
    assert.deepEqual(
      [first!.description, first!.spoken, first!.icon.name],
      ['Gap · 1 gap in 1 file', 'Title of SEC-1. Gap. 1 gap in 1 file', 'error'],
    );
    assert.deepEqual([second!.description, second!.icon.name], ['Met · No gap in 4 places', 'pass']);
    assert.deepEqual([security(roots).description, security(roots).icon.name], ['1 blocking · 1/2 met', 'error']);
    const icons = (['pass', 'gap', 'unknown', 'notApplicable', 'manual', 'waived'] as const).map(
      (status) => security(buildTree([folder([state({ item: item('X'), status })])], words)).children[0]!.icon.name,
    );
    assert.equal(new Set(icons).size, icons.length, `Shapes differ: ${icons.join(', ')}`);
  });

  it('has boxes only on what a person can know, ticked while the tick counts', () => {
    const attestation = { item: 'B', by: 'Ann', on: '2026-01-01' };
    const boxes = security(
      buildTree(
        [
          folder([
            state({ item: item('A') }),
            state({ item: item('B', { type: 'mixed' }), attestation }),
            state({ item: item('C', { type: 'manual' }) }),
            state({ item: item('D', { type: 'manual' }), attestation, expired: true }),
            state({ item: item('E', { type: 'manual' }), status: 'notApplicable' }),
          ]),
        ],
        words,
      ),
    ).children;
    assert.deepEqual(
      boxes.map(({ isTicked }) => isTicked),
      [undefined, true, false, false, undefined],
    );
    assert.deepEqual(
      boxes.map(({ context }) => context),
      ['item.auto', 'item.mixed.ticked', 'item.manual', 'item.manual.expired', 'item.manual.notApplicable'],
    );
  });

  it('leads from an item to its question, findings and evidence, each at its line', () => {
    const open = finding({
      line: 31,
      message: 'Open.',
      severity: 'error',
      location: { file: 'src/app.ts', line: 31, column: 3, endLine: 31, endColumn: 9 },
    });
    const waived = finding({ status: 'waived', statusReason: 'accepted-risk: fine (Ann)', message: 'Known.' });
    const entry = state({
      item: item('SEC-3', { type: 'mixed', question: 'Is it so?' }),
      status: 'gap',
      findings: [open.fingerprint, 'unknown', waived.fingerprint],
      evidence: [{ note: 'Guarded', file: 'src/a.ts', line: 7 }, { note: 'https://example.com' }],
    });
    const children = security(buildTree([folder([entry], [open, waived])], words)).children[0]!.children;
    assert.deepEqual(
      children.map(({ kind }) => kind),
      ['question', 'finding', 'finding', 'evidence', 'evidence'],
    );
    assert.deepEqual(children[1]!.target, { folder: 'file:///p', file: 'src/app.ts', line: 31, column: 3 });
    assert.deepEqual(
      [children[1]!.context, children[1]!.description, children[1]!.spoken],
      ['finding.open', 'app.ts:31', 'Error: Open. app.ts:31'],
    );
    assert.deepEqual([children[2]!.context, children[2]!.icon.name], ['finding', 'shield']);
    assert.deepEqual(children[3]!.target, { folder: 'file:///p', file: 'src/a.ts', line: 7 });
    assert.equal(children[4]!.target, undefined);
  });

  it('lists many findings of one shape below the first of them, those that were accepted apart', () => {
    const open = Array.from({ length: 70 }, (_, index) => finding({ shape: 'gap', line: index + 1 }));
    const waived = Array.from({ length: 3 }, () => finding({ shape: 'gap', status: 'waived' }));
    const all = [...open, ...waived];
    const children = security(
      buildTree([folder([state({ item: item('SEC-1'), status: 'gap', findings: all.map(({ fingerprint }) => fingerprint) })], all)], words),
    ).children[0]!.children;
    assert.deepEqual(
      children.map(({ fingerprint }) => fingerprint),
      [open[0]!.fingerprint, ...waived.map(({ fingerprint }) => fingerprint)],
    );
    const [first] = children;
    assert.equal(first!.description, 'a.ts:1 · 69 like it');
    assert.match(first!.spoken, /69 like it$/);
    assert.equal(first!.children.length, 51);
    assert.deepEqual([first!.children[0]!.target?.line, first!.children[50]!.label], [2, '19 more']);
    assert.equal(new Set(nodesById(children).keys()).size, children.length + 51);
  });

  it('does not list hundreds of findings one by one', () => {
    const many = Array.from({ length: 60 }, () => finding());
    const children = security(
      buildTree(
        [folder([state({ item: item('SEC-1'), status: 'gap', findings: many.map(({ fingerprint }) => fingerprint) })], many)],
        words,
      ),
    ).children[0]!.children;
    assert.equal(children.length, 51);
    assert.equal(children[50]!.label, '10 more');
  });
});

describe('Showing a tree anew', () => {
  const first = folder([state({ item: item('SEC-1') }), state({ item: item('SEC-2') })]);

  it('touches nothing when nothing changed', () => {
    assert.deepEqual(changedNodes(buildTree([first], words), buildTree([first], words)), []);
  });

  it('touches only the item whose state changed', () => {
    const after = folder([state({ item: item('SEC-1') }), state({ item: item('SEC-2'), detail: 'Something else' })]);
    assert.deepEqual(changedNodes(buildTree([first], words), buildTree([after], words)), ['file:///p#security/SEC-2']);
  });

  it('takes the dimension when its own counts changed', () => {
    const after = folder([state({ item: item('SEC-1') }), state({ item: item('SEC-2'), status: 'pass' })]);
    assert.deepEqual(changedNodes(buildTree([first], words), buildTree([after], words)), ['file:///p#security']);
  });

  it('takes the item when a finding under it came', () => {
    const gap = finding();
    const before = state({ item: item('SEC-1'), detail: 'same', findings: [gap.fingerprint] });
    const without = { ...folder([before]), findings: new Map<string, Finding>() };
    const withFinding = { ...folder([before]), findings: new Map([[gap.fingerprint, gap]]) };
    assert.deepEqual(changedNodes(buildTree([without], words), buildTree([withFinding], words)), ['file:///p#security/SEC-1']);
  });

  it('takes the whole tree when a folder came', () => {
    assert.equal(changedNodes(buildTree([first], words), buildTree([first, { ...first, folder: 'file:///q' }], words)), undefined);
    assert.equal(changedNodes([], buildTree([first], words)), undefined);
  });
});
