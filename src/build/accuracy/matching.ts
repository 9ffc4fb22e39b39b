import { groupedBy } from '../../model/grouping';
import type { Verdict } from './verdicts';

/** A finding in an application. */
export interface Hit {
  repository: string;
  /** Commit of the copy that was analysed, where it is known. */
  commit?: string;
  rule: string;
  path: string;
  line: number;
  endLine: number;
  fingerprint: string;
  severity: string;
  confidence: string;
  message: string;
}

/** An application that was analysed. */
export interface Analysed {
  repository: string;
  commit?: string;
}

/** What became of verdicts in the applications at hand. */
export interface Matching {
  /** Hits with the verdict on them. */
  judged: { hit: Hit; verdict: Verdict }[];
  unjudged: Hit[];
  /** Verdicts on applications at hand that no hit belongs to. */
  silent: Verdict[];
  /** Verdicts on applications that were not analysed. */
  elsewhere: Verdict[];
  /** Applications whose commit is not the one that some verdict was given on. */
  otherCommit: { repository: string; judged: string; present: string; verdicts: number }[];
  /** Applications with verdicts of whose copy no commit is known. */
  unknownCommit: string[];
}

/** Lines that code may have moved by when nothing but the line says that it is the same place. */
const tolerance = { sameCommit: 0, otherCommit: 10 };

/**
 * Gives every hit the verdict on its place: same repository, rule and file, then the same fingerprint, the same line, or
 * (in another or an unknown commit) the nearest line. A verdict belongs to one hit at most. What `checks` names speaks of a project or
 * package as a whole, wherever it is shown: there any file will do, the nearest first.
 */
export function matchVerdicts(
  hits: readonly Hit[],
  verdicts: readonly Verdict[],
  analysed: readonly Analysed[],
  checks: ReadonlySet<string> = new Set(),
): Matching {
  const placeOf = ({ repository, rule, path }: { repository: string; rule: string; path: string }): string =>
    [repository, rule, ...(checks.has(rule) ? [] : [path])].join('\0');
  const applications = new Map(analysed.map((application) => [application.repository, application]));
  const here = verdicts.filter(({ repository }) => applications.has(repository));
  const hitsByFile = groupedBy(hits, placeOf);
  const judged = new Map<Hit, Verdict>();
  const silent: Verdict[] = [];
  for (const [place, said] of groupedBy(here, placeOf)) {
    const open = { hits: new Set(hitsByFile.get(place) ?? []), verdicts: new Set(said) };
    const pair = (hit: Hit, verdict: Verdict): void => {
      judged.set(hit, verdict);
      open.hits.delete(hit);
      open.verdicts.delete(verdict);
    };
    // Fingerprints of places that look alike count them, and shift when one goes silent: one that is another's says less than the line.
    const others = new Set(said.map(({ fingerprint }) => fingerprint));
    for (const verdict of said) {
      const present = applications.get(verdict.repository)?.commit;
      const same =
        present !== undefined && present === verdict.commit
          ? [...open.hits].find(({ path, line, fingerprint }) => path === verdict.path && line === verdict.line && others.has(fingerprint))
          : undefined;
      if (same) pair(same, verdict);
    }
    for (const verdict of open.verdicts) {
      const same =
        verdict.fingerprint === undefined ? undefined : [...open.hits].find(({ fingerprint }) => fingerprint === verdict.fingerprint);
      if (same) pair(same, verdict);
    }
    for (const { hit, verdict } of byDistance([...open.hits], [...open.verdicts], applications, checks)) {
      if (open.hits.has(hit) && open.verdicts.has(verdict)) pair(hit, verdict);
    }
    silent.push(...open.verdicts);
  }
  return {
    judged: hits.flatMap((hit) => {
      const verdict = judged.get(hit);
      return verdict ? [{ hit, verdict }] : [];
    }),
    unjudged: hits.filter((hit) => !judged.has(hit)),
    silent,
    elsewhere: verdicts.filter(({ repository }) => !applications.has(repository)),
    ...commitsOf(here, applications),
  };
}

/** Pairs that may be the same place, nearest first; at one distance in the order of the text. */
function byDistance(
  hits: readonly Hit[],
  verdicts: readonly Verdict[],
  applications: ReadonlyMap<string, Analysed>,
  checks: ReadonlySet<string>,
): { hit: Hit; verdict: Verdict }[] {
  return hits
    .flatMap((hit) =>
      verdicts.map((verdict) => ({
        hit,
        verdict,
        distance: hit.path === verdict.path ? Math.abs(hit.line - verdict.line) : elsewhere + foldersApart(hit.path, verdict.path),
      })),
    )
    .filter(({ verdict, distance }) => {
      if (checks.has(verdict.rule)) return true;
      const present = applications.get(verdict.repository)?.commit;
      return distance <= (present !== undefined && present === verdict.commit ? tolerance.sameCommit : tolerance.otherCommit);
    })
    .sort((a, b) => a.distance - b.distance || a.hit.line - b.hit.line || a.verdict.line - b.verdict.line);
}

/** Any place in the same file is nearer than one in another. */
const elsewhere = 1_000_000;

/** How many folders have to be left and entered to come from one file to the other. */
function foldersApart(a: string, b: string): number {
  const [from, to] = [a.split('/').slice(0, -1), b.split('/').slice(0, -1)];
  const parting = from.findIndex((folder, index) => folder !== to[index]);
  const shared = parting === -1 ? from.length : parting;
  return from.length + to.length - 2 * shared;
}

function commitsOf(
  verdicts: readonly Verdict[],
  applications: ReadonlyMap<string, Analysed>,
): Pick<Matching, 'otherCommit' | 'unknownCommit'> {
  const other = new Map<string, Matching['otherCommit'][number]>();
  const unknown = new Set<string>();
  for (const { repository, commit } of verdicts) {
    const present = applications.get(repository)?.commit;
    if (present === undefined) unknown.add(repository);
    else if (commit !== undefined && commit !== present) {
      const key = `${repository}\0${commit}`;
      const entry = other.get(key) ?? { repository, judged: commit, present, verdicts: 0 };
      entry.verdicts++;
      other.set(key, entry);
    }
  }
  return { otherCommit: [...other.values()], unknownCommit: [...unknown].sort() };
}

/** A verdict that the present product answers otherwise than when it was written down. */
export interface Flip {
  /** `lost`: a true one is silent. `mended`: a false or unclear one is silent. `back`, `found`: what was silent is reported again. */
  kind: 'lost' | 'mended' | 'back' | 'found';
  verdict: Verdict;
}

/** What changed since the verdicts were written down. */
export function flipsOf({ judged, silent }: Matching): Flip[] {
  return [
    ...silent
      .filter(({ reported }) => reported === undefined)
      .map((verdict): Flip => ({ kind: verdict.verdict === 'true' ? 'lost' : 'mended', verdict })),
    ...judged
      .filter(({ verdict }) => verdict.reported === false)
      .map(({ verdict }): Flip => ({ kind: verdict.verdict === 'true' ? 'found' : 'back', verdict })),
  ];
}

/** Verdicts as they stand now: with the fingerprints and lines of the hits, the commit that was analysed, whether they are reported, and whether with low confidence. */
export function updatedVerdicts(verdicts: readonly Verdict[], matching: Matching): Verdict[] {
  const hits = new Map(matching.judged.map(({ hit, verdict }) => [verdict, hit]));
  const silent = new Set(matching.silent);
  return verdicts.map((verdict) => {
    const { reported: _reported, low: _low, ...rest } = verdict;
    const hit = hits.get(verdict);
    if (hit)
      return {
        ...rest,
        ...(hit.commit === undefined ? {} : { commit: hit.commit, path: hit.path, line: hit.line }),
        fingerprint: hit.fingerprint,
        ...(hit.confidence === 'low' ? { low: true as const } : {}),
      };
    return silent.has(verdict) ? { ...rest, reported: false } : verdict;
  });
}
