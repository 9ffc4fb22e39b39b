import { dimensions } from '../../model/dimension';
import type { Severity, ShownFinding } from '../../model/finding';
import type { DimensionState, ItemState, ItemStatus, Scorecard } from '../../model/readiness';
import { blockedIcon, statusIcons, type Icon } from './icons';
import { evidenceNodes, findingNodes } from './findings';

/** A place that a node opens; lines and columns are 1-based. */
export interface Target {
  folder: string;
  file: string;
  line: number;
  column?: number;
}

/** One line of the tree, as plain data. Ids stay the same from one state to the next. */
export interface TreeNode {
  id: string;
  kind: 'folder' | 'stage' | 'step' | 'dimension' | 'item' | 'question' | 'finding' | 'evidence' | 'more';
  folder: string;
  label: string;
  /** Shown after the label; says the state in words. */
  description?: string;
  /** Markdown. */
  tooltip?: string;
  icon: Icon;
  /** What a screen reader says in place of label and description. */
  spoken: string;
  /** Is it ticked? Absent where nothing can be ticked. */
  isTicked?: boolean;
  /** What menus are offered; see `when` clauses in the manifest. */
  context: string;
  /** Item of the checklist that it stands for. */
  item?: string;
  fingerprint?: string;
  target?: Target;
  isExpanded?: boolean;
  children: TreeNode[];
}

/** Words for people, in their language. */
export interface TreeWords {
  dimensionTitle(id: string): string;
  status: Record<ItemStatus, string>;
  severity: Record<Severity, string>;
  met(met: number, applicable: number): string;
  gaps(count: number): string;
  blocking(count: number): string;
  stage(name: string): string;
  stepsTo(count: number): string;
  unverified(percent: number): string;
  question: string;
  more(count: number): string;
  /** Findings that say the same of other places. */
  likeIt(count: number): string;
}

/** What the tree shows for one workspace folder. */
export interface FolderState {
  folder: string;
  name: string;
  scorecard: Scorecard;
  findings: ReadonlyMap<string, ShownFinding>;
}

const stepLimit = 5;

/** The whole tree. One folder shows its dimensions at the top; several folders are a level of their own. */
export function buildTree(folders: readonly FolderState[], words: TreeWords): TreeNode[] {
  if (folders.length === 1) return folderChildren(folders[0]!, words);
  return folders.map((state): TreeNode => {
    const { folder, name, scorecard } = state;
    const description = words.stage(scorecard.stage);
    return {
      id: folder,
      kind: 'folder',
      folder,
      label: name,
      description,
      icon: { name: 'root-folder' },
      spoken: `${name}, ${description}`,
      context: 'folder',
      isExpanded: true,
      children: folderChildren(state, words),
    };
  });
}

function folderChildren(state: FolderState, words: TreeWords): TreeNode[] {
  const byId = new Map(state.scorecard.dimensions.map((dimension) => [dimension.dimension, dimension]));
  const nodes = dimensions.flatMap(({ id, meaning }) => {
    const dimension = byId.get(id);
    return dimension ? dimensionNode(state, dimension, meaning, words) : [];
  });
  return [stageNode(state, words), ...nodes];
}

function stageNode({ folder, scorecard }: FolderState, words: TreeWords): TreeNode {
  const label = words.stage(scorecard.stage);
  const id = `${folder}#stage`;
  const steps = scorecard.next.slice(0, stepLimit).map(({ item, title, reason }): TreeNode => ({
    id: `${id}/${item}`,
    kind: 'step',
    folder,
    item,
    label: title,
    description: reason,
    tooltip: `**${title}**\n\n${reason}`,
    icon: { name: 'arrow-right' },
    spoken: `${title}. ${reason}`,
    context: 'step',
    children: [],
  }));
  const description = scorecard.next.length > 0 ? words.stepsTo(scorecard.next.length) : undefined;
  return {
    id,
    kind: 'stage',
    folder,
    label,
    ...(description === undefined ? {} : { description }),
    tooltip: [label, description, words.unverified(Math.round(scorecard.unverified * 100))]
      .filter((part) => part !== undefined)
      .join('\n\n'),
    icon: { name: 'milestone' },
    spoken: [label, description].filter((part) => part !== undefined).join(', '),
    context: 'stage',
    children: steps,
  };
}

function dimensionNode(state: FolderState, dimension: DimensionState, meaning: string, words: TreeWords): TreeNode {
  const title = words.dimensionTitle(dimension.dimension);
  const applicable = dimension.items.filter(({ status }) => status !== 'notApplicable').length;
  // What matters most comes first: the rest may not fit.
  const worst = dimension.blockers > 0 ? [words.blocking(dimension.blockers)] : dimension.gaps > 0 ? [words.gaps(dimension.gaps)] : [];
  const parts = [...worst, words.met(dimension.met, applicable)];
  const id = `${state.folder}#${dimension.dimension}`;
  return {
    id,
    kind: 'dimension',
    folder: state.folder,
    label: title,
    description: parts.join(' · '),
    tooltip: `**${title}**\n\n${meaning}\n\n${parts.join(' · ')}`,
    icon: dimensionIcon(dimension, applicable),
    spoken: `${title}: ${parts.join(', ')}`,
    context: 'dimension',
    children: dimension.items.map((item) => itemNode(state, id, item, words)),
  };
}

function dimensionIcon({ blockers, gaps, met }: DimensionState, applicable: number): Icon {
  if (blockers > 0) return blockedIcon;
  if (gaps > 0) return statusIcons.gap;
  return met === applicable ? statusIcons.pass : statusIcons.unknown;
}

function itemNode(state: FolderState, parent: string, entry: ItemState, words: TreeWords): TreeNode {
  const { item, status, detail, attestation, expired } = entry;
  const id = `${parent}/${item.id}`;
  const findings = entry.findings.flatMap((print) => state.findings.get(print) ?? []);
  const isBlocked =
    status === 'gap' &&
    findings.some((finding) => finding.severity === 'error' && finding.status === 'open' && finding.confidence !== 'low');
  const word = words.status[status];
  const canTick = item.type !== 'auto' && status !== 'notApplicable';
  const isTicked = attestation !== undefined && expired !== true;
  const said = [
    ...(attestation ? [isTicked ? 'ticked' : 'expired'] : []),
    ...(status === 'notApplicable' || status === 'waived' ? [status] : []),
  ];
  return {
    id,
    kind: 'item',
    folder: state.folder,
    item: item.id,
    label: item.title,
    description: `${word} · ${detail}`,
    tooltip: [`**${item.id}** ${item.title}`, `${word} · ${detail}`, ...(item.question === undefined ? [] : [`*${item.question}*`])].join(
      '\n\n',
    ),
    icon: isBlocked ? blockedIcon : statusIcons[status],
    spoken: `${item.title}. ${word}. ${detail}`,
    ...(canTick ? { isTicked } : {}),
    context: ['item', item.type, ...said].join('.'),
    children: [
      ...questionNodes(state.folder, id, entry, words),
      ...findingNodes(state.folder, id, findings, words),
      ...evidenceNodes(state.folder, id, entry, words),
    ],
  };
}

function questionNodes(folder: string, parent: string, { item }: ItemState, words: TreeWords): TreeNode[] {
  if (item.question === undefined) return [];
  const { question } = item;
  return [
    {
      id: `${parent}/question`,
      kind: 'question',
      folder,
      item: item.id,
      label: question,
      tooltip: question,
      icon: { name: 'comment' },
      spoken: `${words.question}: ${question}`,
      context: 'question',
      children: [],
    },
  ];
}

export function rest(folder: string, parent: string, kind: 'more' | 'evidence', count: number, words: TreeWords): TreeNode[] {
  if (count <= 0) return [];
  const label = words.more(count);
  return [{ id: `${parent}/more`, kind, folder, label, icon: { name: 'ellipsis' }, spoken: label, context: 'more', children: [] }];
}

export function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

export { changedNodes, nodesById } from '../trees';
