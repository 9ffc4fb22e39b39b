import type { ShownFinding } from '../model/finding';
import { shapeLimit, shapeOf } from '../report/shapes';

/** Places that an entry lists besides its own. */
const listed = 10;

interface Group {
  count: number;
  /** The one that stands for all: the first by path and line, so that it stays the same. */
  first: ShownFinding;
  files: Set<string>;
  findings: ShownFinding[];
}

/**
 * Which findings of a folder are one entry in lists: of more than 15 of one shape, the first stands for all. Files that are
 * open show all of theirs; that is for whoever shows them to heed.
 */
export class Aggregates {
  private groups = new Map<string, Group>();

  /** Takes the present findings of the whole folder; gives the files whose entries have to be shown anew. */
  update(findings: Iterable<ShownFinding>): string[] {
    const groups = new Map<string, Group>();
    for (const finding of findings) {
      const shape = shapeOf(finding);
      if (shape === undefined) continue;
      const group = groups.get(shape);
      if (group) add(group, finding);
      else groups.set(shape, { count: 1, first: finding, files: new Set([finding.location.file]), findings: [finding] });
    }
    for (const [shape, { count }] of groups) if (count <= shapeLimit) groups.delete(shape);
    const before = this.groups;
    this.groups = groups;
    const changed = new Set<string>();
    for (const shape of new Set([...before.keys(), ...groups.keys()]))
      for (const file of changedFiles(before.get(shape), groups.get(shape))) changed.add(file);
    return [...changed];
  }

  /** Is the finding told by another one, in lists? */
  isTold(finding: ShownFinding): boolean {
    const group = this.groups.get(shapeOf(finding) ?? '');
    return group !== undefined && group.first.fingerprint !== finding.fingerprint;
  }

  /** How many findings this one stands for besides itself, and where some of them are; undefined when it stands for itself. */
  othersOf(finding: ShownFinding): { count: number; some: ShownFinding[] } | undefined {
    const group = this.groups.get(shapeOf(finding) ?? '');
    if (group?.first.fingerprint !== finding.fingerprint) return undefined;
    const others = group.findings.filter((other) => other !== group.first).sort((a, b) => (isBefore(a, b) ? -1 : 1));
    return { count: group.count - 1, some: others.slice(0, listed) };
  }
}

function add(group: Group, finding: ShownFinding): void {
  group.count++;
  group.files.add(finding.location.file);
  group.findings.push(finding);
  if (isBefore(finding, group.first)) group.first = finding;
}

function isBefore({ location: a }: ShownFinding, { location: b }: ShownFinding): boolean {
  if (a.file !== b.file) return a.file < b.file;
  return a.line !== b.line ? a.line < b.line : a.column < b.column;
}

function changedFiles(before: Group | undefined, after: Group | undefined): Iterable<string> {
  if (!before || !after) return (before ?? after)?.files ?? [];
  if (before.first.fingerprint !== after.first.fingerprint) return [before.first.location.file, after.first.location.file];
  return before.count === after.count ? [] : [after.first.location.file];
}
