import picomatch from 'picomatch';
import type { Finding } from '../model/finding';
import type { Waiver } from '../model/readiness';
import { fingerprintHead } from './fingerprint';
import { isOwnRule } from './ownRules';

type Matcher = (file: string) => boolean;

/** Globs take long to compile, and sessions ask for every file with the same waivers. */
const compiled = new WeakMap<readonly Waiver[], Matcher[]>();

function matchersOf(waivers: readonly Waiver[]): Matcher[] {
  let matchers = compiled.get(waivers);
  if (!matchers) {
    matchers = waivers.map(({ files }) => (files === undefined ? () => true : picomatch(files, { dot: true })));
    compiled.set(waivers, matchers);
  }
  return matchers;
}

/** Does this waiver accept this finding? An id alone accepts the rule everywhere. */
function accepts(waiver: Waiver, finding: Finding, isInFiles: Matcher): boolean {
  if (waiver.rule !== finding.rule || !isInFiles(finding.location.file)) return false;
  if (waiver.fingerprint === undefined) return true;
  return waiver.fingerprint === finding.fingerprint || waiver.fingerprint === fingerprintHead(finding.fingerprint);
}

/**
 * Marks open findings that a waiver accepts. Takes waivers that are in force (`readConfig` leaves expired ones out), gives
 * new findings in the same order. What the engine says about its own configuration is never waived.
 */
export function applyWaivers(findings: readonly Finding[], waivers: readonly Waiver[]): Finding[] {
  if (waivers.length === 0) return [...findings];
  const matchers = matchersOf(waivers);
  return findings.map((finding): Finding => {
    if (finding.outcome !== 'gap' || finding.status !== 'open' || isOwnRule(finding.rule)) return finding;
    const waiver = waivers.find((candidate, index) => accepts(candidate, finding, matchers[index]!));
    if (!waiver) return finding;
    const until = waiver.expires === undefined ? '' : `, until ${waiver.expires}`;
    return { ...finding, status: 'waived', statusReason: `${waiver.reason}: ${waiver.note} (${waiver.owner}${until})` };
  });
}
