import type { Finding } from '../model/finding';
import type { FixProposal, FixSource } from '../model/rule';
import type { ActionHost } from './actions';

/**
 * Findings with the names of those fixes alone that may give an edit. What often declines says so by itself (`mayBuild`), of the text as it is; to build
 * and to prove all of them would take as long as the scan.
 */
export function namedFixes(
  findings: readonly Finding[],
  host: Pick<ActionHost, 'files' | 'judged'>,
  makeSource: (file: string, text: string) => FixSource,
): Finding[] {
  const sources = new Map<string, FixSource>();
  const sourceOf = (file: string, text: string): FixSource => {
    const known = sources.get(file) ?? makeSource(file, text);
    sources.set(file, known);
    return known;
  };
  return findings.map((finding) => {
    const { file } = finding.location;
    const text = finding.fixes.length > 0 ? host.files.text(file) : undefined;
    const judged = text === undefined ? undefined : host.judged(file);
    const raw = judged?.raw.find((gap) => gap.finding.rule === finding.rule && gap.finding.span.start === finding.span.start);
    if (text === undefined || !raw?.proposals.some(({ mayBuild }) => mayBuild)) return finding;
    const gone = new Set(raw.proposals.filter((proposal) => declines(proposal, () => sourceOf(file, text))).map(({ id }) => id));
    return gone.size === 0 ? finding : { ...finding, fixes: finding.fixes.filter(({ id }) => !gone.has(id)) };
  });
}

/** One that fails gives nothing, and takes no other finding with it. */
function declines({ mayBuild }: FixProposal, source: () => FixSource): boolean {
  if (!mayBuild) return false;
  try {
    return !mayBuild(source());
  } catch {
    return true;
  }
}
