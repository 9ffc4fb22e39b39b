import type { ShownFinding } from '../../model/finding';
import type { ItemState } from '../../model/readiness';
import { entriesOf } from '../../report/shapes';
import { severityIcons, statusIcons } from './icons';
import { baseName, rest, type TreeNode, type TreeWords } from './model';

/** More findings and pieces of evidence than this are not listed one by one. */
const findingLimit = 50;

const evidenceLimit = 10;

export function findingNodes(folder: string, parent: string, findings: readonly ShownFinding[], words: TreeWords): TreeNode[] {
  // Each status apart: what was accepted does not stand for what is open.
  const isOpen = (finding: ShownFinding): boolean => finding.status === 'open';
  const entries = [...entriesOf(findings.filter(isOpen)), ...entriesOf(findings.filter((finding) => !isOpen(finding)))];
  const nodes = entries.slice(0, findingLimit).map(({ finding, more }): TreeNode => {
    const node = findingNode(folder, parent, finding, words);
    if (more.length === 0) return node;
    const others = words.likeIt(more.length);
    return {
      ...node,
      description: `${node.description ?? ''} · ${others}`,
      tooltip: `${node.tooltip ?? ''}\n\n${others}`,
      spoken: `${node.spoken} ${others}`,
      children: [
        ...more.slice(0, findingLimit).map((other) => findingNode(folder, node.id, other, words)),
        ...rest(folder, node.id, 'more', more.length - findingLimit, words),
      ],
    };
  });
  return [...nodes, ...rest(folder, parent, 'more', entries.length - findingLimit, words)];
}

function findingNode(folder: string, parent: string, finding: ShownFinding, words: TreeWords): TreeNode {
  const { file, line, column } = finding.location;
  const place = `${baseName(file)}:${line}`;
  const isOpen = finding.status === 'open';
  const reason = finding.statusReason === undefined ? [] : [finding.statusReason];
  return {
    id: `${parent}/${finding.fingerprint}`,
    kind: 'finding',
    folder,
    label: finding.message,
    description: [place, ...reason].join(' · '),
    tooltip: [finding.message, `\`${finding.rule}\` · ${words.severity[finding.severity]}`, `${file}:${line}`, ...reason].join('\n\n'),
    icon: isOpen ? severityIcons[finding.severity] : statusIcons.waived,
    spoken: `${words.severity[finding.severity]}: ${finding.message} ${place}`,
    context: isOpen ? 'finding.open' : 'finding',
    fingerprint: finding.fingerprint,
    target: { folder, file, line, column },
    children: [],
  };
}

export function evidenceNodes(folder: string, parent: string, { evidence }: ItemState, words: TreeWords): TreeNode[] {
  const nodes = evidence.slice(0, evidenceLimit).map(({ note, file, line }, index): TreeNode => {
    const place = file === undefined ? undefined : line === undefined ? baseName(file) : `${baseName(file)}:${line}`;
    return {
      id: `${parent}/evidence/${index}`,
      kind: 'evidence',
      folder,
      label: note,
      ...(place === undefined ? {} : { description: place }),
      tooltip: file === undefined ? note : `${note}\n\n${file}`,
      icon: { name: place === undefined ? 'note' : 'check' },
      spoken: place === undefined ? note : `${note} ${place}`,
      context: 'evidence',
      ...(file === undefined ? {} : { target: { folder, file, line: line ?? 1 } }),
      children: [],
    };
  });
  return [...nodes, ...rest(folder, `${parent}/evidence`, 'evidence', evidence.length - evidenceLimit, words)];
}
