import { rules as allRules } from '../../src/rules';
import { importedSpecifiers } from '../../src/build/generation/fixtureLibraries';
import type { Session } from '../../src/engine/api';
import type { SessionOptions } from '../../src/engine/session';
import type { Finding } from '../../src/model/finding';
import type { Fix, TextEdit } from '../../src/model/fix';
import { memoryWorkspace } from '../../src/project/memoryWorkspace';
import { createResolver } from '../../src/project/moduleResolution';
import { analyse, importedPackages, type Analysis, type Files } from './project';
import { isScript, syntaxErrors } from './syntax';

/** Fixes of one project carried out until none is left. */
export interface Fixed {
  files: Files;
  /** The fixes in the order in which they were applied. */
  applied: Fix[];
  /** What is wrong with the result, one sentence each. */
  problems: string[];
}

/** More fixes than findings mean that fixing never ends. */
const moreThanEnough = 5;

function openGaps({ result }: Analysis, rule?: string): Finding[] {
  return result.findings.filter(
    (finding) => finding.outcome === 'gap' && finding.status === 'open' && (rule === undefined || finding.rule === rule),
  );
}

/** Text with edits applied that all refer to it as it is. Throws when two of them overlap or one lies outside. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at || edit.end < edit.start || edit.end > text.length)
      throw new Error(`The edit at ${edit.start} overlaps another or lies outside the text.`);
    result += text.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** Files after a fix. Throws when it creates what is there or changes what is not. */
export function applyFix(files: Files, fix: Fix): Files {
  const changed: Record<string, string> = { ...files };
  for (const { file, create = false, edits } of fix.edits) {
    const text = changed[file];
    if (create ? text !== undefined : text === undefined)
      throw new Error(`${fix.id} ${create ? 'creates' : 'changes'} ${file}, which is ${create ? 'there already' : 'not there'}.`);
    changed[file] = applyEdits(text ?? '', edits);
  }
  return changed;
}

/** Where a person would ask for a fix. Findings of checks have a line and no span. */
function placeOf({ location: { file, line }, span }: Finding, files: Files): Finding['span'] {
  if (span.end > 0) return span;
  const start = (files[file] ?? '')
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, text) => sum + text.length + 1, 0);
  return { start, end: start };
}

/** The first fix that a finding is offered, or the one of the given id; undefined when there is none. */
export function fixFor(session: Session, finding: Finding, files: Files, id?: string): Fix | undefined {
  const actions = session
    .actions(finding.location.file, placeOf(finding, files))
    .filter(
      (action) =>
        ['fix', 'suggestion', 'scaffold'].includes(action.kind) &&
        action.finding?.rule === finding.rule &&
        action.finding.fingerprint === finding.fingerprint &&
        action.disabled === undefined,
    );
  for (const action of actions) {
    const fix = session.resolve(finding.location.file, action.id);
    if (fix && (id === undefined || fix.id === id)) return fix;
    if (id === undefined) return undefined;
  }
  return undefined;
}

/**
 * Fixes the findings of a rule one by one, each in a session of its own, and checks what came out: it parses, the
 * findings are gone, no rule reports more than before, new imports resolve, and there is nothing left to apply.
 */
export async function fixAll(files: Files, rule: string, id?: string, options: SessionOptions = {}): Promise<Fixed> {
  const before = await analyse(files, options);
  const problems: string[] = [];
  const applied: Fix[] = [];
  let current = files;
  let analysis = before;
  const limit = openGaps(before, rule).length + moreThanEnough;
  for (;;) {
    const fix = openGaps(analysis, rule)
      .map((finding) => fixFor(analysis.session, finding, current, id))
      .find((candidate) => candidate !== undefined);
    if (!fix) break;
    if (applied.length === limit) {
      problems.push(`${rule} still offers "${fix.title}" after ${limit} fixes: applying it again changes the text again`);
      break;
    }
    current = applyFix(current, fix);
    applied.push(fix);
    analysis = await analyse(current, options);
  }
  const remaining = openGaps(analysis, rule).length;
  const allowed = openGaps(before, rule).length - applied.length;
  if (remaining > allowed)
    problems.push(`${rule} reports ${remaining} times after ${applied.length} fixes; ${Math.max(allowed, 0)} were left to report`);
  problems.push(...newFindings(before, analysis, rule), ...brokenFiles(files, current), ...unresolvedImports(files, current));
  return { files: current, applied, problems };
}

/** Rules other than the fixed one, and those that have nothing to say until it is fixed, that report more often after than before, one sentence each. */
export function newFindings(before: Analysis, after: Analysis, fixed: string): string[] {
  const count = (analysis: Analysis, rule: string) => openGaps(analysis).filter((finding) => finding.rule === rule).length;
  const rules = new Set(openGaps(after).map(({ rule }) => rule));
  const follows = (rule: string) => allRules.some(({ id, follows: before }) => id === rule && before?.includes(fixed));
  return [...rules]
    .filter((rule) => rule !== fixed && !follows(rule) && count(after, rule) > count(before, rule))
    .map((rule) => {
      const places = openGaps(after)
        .filter((finding) => finding.rule === rule)
        .map(({ location, message }) => `${location.file}:${location.line} "${message}"`);
      return `${rule} reports ${count(after, rule)} times after the fix and ${count(before, rule)} times before: ${places.join('; ')}`;
    });
}

function changedScripts(before: Files, after: Files): string[] {
  return Object.keys(after).filter((file) => isScript(file) && after[file] !== before[file]);
}

function brokenFiles(before: Files, after: Files): string[] {
  return changedScripts(before, after).flatMap((file) =>
    syntaxErrors(file, after[file]!).map((error) => `the fixed text does not parse: ${error}`),
  );
}

function unresolvedImports(before: Files, after: Files): string[] {
  const resolver = createResolver(memoryWorkspace({ ...after }), Object.keys(after));
  const manifest = after['package.json'];
  const { dependencies = {}, devDependencies = {} } = (manifest === undefined ? {} : JSON.parse(manifest)) as Record<
    string,
    Record<string, string>
  >;
  return changedScripts(before, after).flatMap((file) => {
    const known = new Set(importedSpecifiers(before[file] ?? ''));
    const added = importedSpecifiers(after[file]!).filter((specifier) => !known.has(specifier));
    return added.flatMap((specifier) => {
      if ('unresolved' in resolver.resolve(file, specifier)) return [`${file} imports "${specifier}", which is not there`];
      const missing = importedPackages(`import '${specifier}';`).filter(
        (name) => manifest !== undefined && !(name in dependencies) && !(name in devDependencies),
      );
      return missing.map((name) => `${file} imports ${name}, which the project does not depend on`);
    });
  });
}
