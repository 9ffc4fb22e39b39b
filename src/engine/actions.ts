import type { ProjectModel } from '../facts/projectModel';
import type { RouteTree } from '../facts/routeTree';
import type { Tables } from '../facts/tables';
import type { CheckFix } from '../model/check';
import type { FileFacts, Route } from '../model/facts';
import type { Finding } from '../model/finding';
import type { FileEdit, Fix, TextEdit } from '../model/fix';
import type { FixSource } from '../model/rule';
import { harden } from '../fixes/harden';
import { setParents } from '../syntax/parents';
import { positionAt } from '../syntax/ranges';
import { isSourceFile } from '../project/classify';
import { parse } from '../syntax/trees';
import type { Action, ActionInput, Span } from './api';
import { declareActions, resolveDeclare } from './declare';
import { idiomsOf } from './idioms';
import { namedFixes } from './namedFixes';
import type { ProjectFiles } from './project';
import type { CheckTrial } from './projectChecks';
import type { Judged } from './verdicts';
import { suppressLine } from './suppressLine';
import { factsIn, handlerOf, idOf, touches } from './actionTargets';

/** What actions need of the session. */
export interface ActionHost {
  tables: Tables;
  files: ProjectFiles;
  model: ProjectModel;
  tree: RouteTree;
  /** Offsets of line starts of a file that was read. */
  lineStarts(file: string): readonly number[] | undefined;
  judged(file: string): Judged | undefined;
  /** Libraries whose loggers write nothing, where a file stands. */
  silent(file: string): readonly string[];
  /** Rules that stay silent where this one reports. */
  speaksFor(rule: string): readonly string[];
  /** Rules behind whose gaps a rule has nothing to say. */
  follows(rule: string): readonly string[];
  /** Judges a file with another text and leaves everything as it was. */
  trial(file: string, text: string): { judged: Judged; facts: FileFacts; routes: readonly Route[] } | undefined;
  /** Open findings of checks that stand in a file, with their fixes. */
  offered(file: string): { finding: Finding; proposals: readonly CheckFix[] }[];
  /** What there is with the edits of a check's fix carried out. Leaves everything as it was. */
  trialOfCheck(fix: CheckFix, edits: readonly FileEdit[]): CheckTrial;
}

/** Lists and carries out what a person can do at a place. Nothing is kept between calls but the latest judgement of a file. */
export class Actions {
  constructor(private readonly host: ActionHost) {}

  list(file: string, span: Span): Action[] {
    const ofChecks = this.ofChecks(file, span);
    const judged = this.host.judged(file);
    if (!judged) return ofChecks;
    const actions: Action[] = ofChecks.filter(({ kind }) => kind !== 'explain');
    const here = judged.result.findings.filter((finding) => finding.status === 'open' && touches(finding.span, span, this.lineOf(file)));
    for (const finding of here) {
      const raw = judged.raw.find((entry) => entry.finding.rule === finding.rule && entry.finding.span.start === finding.span.start);
      for (const proposal of raw?.proposals ?? []) {
        actions.push({
          id: `fix:${finding.fingerprint}:${proposal.id}`,
          title: proposal.title,
          kind: proposal.kind,
          finding: idOf(finding),
          isPreferred: proposal.kind === 'fix' && proposal === raw!.proposals[0],
        });
      }
    }
    const handler = this.handlerAt(file, span);
    if (handler) actions.push({ id: `harden:${handler.start}`, title: 'Harden this handler', kind: 'harden', isPreferred: false });
    actions.push(...declareActions(file, span, here, this.host));
    for (const finding of here)
      actions.push({
        id: `suppress:${finding.fingerprint}`,
        title: `Suppress ${finding.rule} on this line`,
        kind: 'suppress',
        finding: idOf(finding),
        isPreferred: false,
      });
    for (const finding of here)
      actions.push({
        id: `explain:${finding.rule}`,
        title: `Explain ${finding.rule}`,
        kind: 'explain',
        finding: idOf(finding),
        isPreferred: false,
      });
    return [...actions, ...ofChecks.filter(({ kind }) => kind === 'explain')];
  }

  /** What can be done about findings of checks on a line. */
  private ofChecks(file: string, span: Span): Action[] {
    // What has no lines was not read: findings there stand for the project, on the first one.
    const line = Math.max(this.lineOf(file)(span.start), 1);
    return this.host.offered(file).flatMap(({ finding, proposals }): Action[] => {
      if (finding.location.line !== line) return [];
      const fixes = proposals.map(({ id, title, kind }): Action => ({
        id: `fix:${finding.fingerprint}:${id}`,
        title,
        kind,
        finding: idOf(finding),
        isPreferred: false,
      }));
      return [
        ...fixes,
        { id: `explain:${finding.rule}`, title: `Explain ${finding.rule}`, kind: 'explain', finding: idOf(finding), isPreferred: false },
      ];
    });
  }

  resolve(file: string, actionId: string, input: ActionInput = {}): Fix | undefined {
    const [kind, first, second] = actionId.split(':') as [string, string, string | undefined];
    if (kind === 'declare') return resolveDeclare(actionId, input.reason, this.host);
    const ofCheck = kind === 'fix' ? this.host.offered(file).find(({ finding }) => finding.fingerprint === first) : undefined;
    if (ofCheck) return this.resolveOfCheck(file, ofCheck, second ?? '');
    const judged = this.host.judged(file);
    if (!judged) return undefined;
    if (kind === 'fix') return this.resolveFix(file, judged, first, second ?? '');
    if (kind === 'harden') return this.resolveHarden(file, Number(first));
    if (kind === 'suppress') return this.resolveSuppress(file, judged, first, input.reason);
    return undefined;
  }

  /** Findings with the names of those fixes alone that may give an edit. */
  named(findings: readonly Finding[]): Finding[] {
    return namedFixes(findings, this.host, (file, text) => this.source(file, text));
  }

  private lineOf(file: string): (offset: number) => number {
    const lineStarts = this.host.lineStarts(file);
    return (offset) => (lineStarts ? positionAt(lineStarts, offset).line : 0);
  }

  private source(file: string, text: string, idioms = idiomsOf(file, this.host)): FixSource {
    const read = (other: string) => this.host.files.text(other);
    const addressOf = (head: string) => this.addressOf(file, head);
    if (!isSourceFile(file)) return { file, text, tree: undefined, idioms, read };
    const kept = this.host.files.trees.get(file);
    const tree = kept?.text === text ? kept : parse(file, text);
    // Fixes look at parents; a tree that was only parsed has none yet.
    if ((tree.statements[0] as { parent?: unknown } | undefined)?.parent === undefined) setParents(tree);
    return { file, text, tree, idioms, read, addressOf };
  }

  private addressOf(file: string, head: string): string | undefined {
    const text = this.host.files.text(file) ?? '';
    const found = this.host.tree.routes(file).filter(({ span }) =>
      text
        .slice(span.start, Math.min(span.end, span.start + 300))
        .replace(/\s+/g, '')
        .startsWith(`${head},`),
    );
    const [route] = found;
    // A prefix that cannot be read is written with a star.
    if (
      !route ||
      route.isOneOfMany ||
      (route.path.includes('*') && !head.includes('*')) ||
      found.some(({ path, method }) => path !== route.path || method !== route.method)
    )
      return undefined;
    return `${route.method} ${route.path}`;
  }

  private resolveFix(file: string, judged: Judged, fingerprint: string, proposalId: string): Fix | undefined {
    const finding = judged.result.findings.find((candidate) => candidate.fingerprint === fingerprint);
    const raw =
      finding && judged.raw.find((entry) => entry.finding.rule === finding.rule && entry.finding.span.start === finding.span.start);
    const proposal = raw?.proposals.find((candidate) => candidate.id === proposalId);
    const text = this.host.files.text(file);
    if (!finding || !proposal || text === undefined) return undefined;
    const edits = proposal.build(this.source(file, text));
    if (!edits || edits.length === 0 || !this.isSound(file, text, edits, judged, finding)) return undefined;
    return { id: proposal.id, kind: proposal.kind, title: proposal.title, edits };
  }

  private resolveOfCheck(
    file: string,
    { finding, proposals }: ReturnType<ActionHost['offered']>[number],
    proposalId: string,
  ): Fix | undefined {
    const proposal = proposals.find(({ id }) => id === proposalId);
    const edits = proposal?.build(this.source(file, this.host.files.text(file) ?? ''));
    if (!proposal || !edits || edits.length === 0) return undefined;
    const { before, findings, holds, changed } = this.host.trialOfCheck(proposal, edits);
    // What is left must not be the same again, at the same place or another one.
    if (!holds || findings.some(({ rule }) => rule === finding.rule) || !this.isNoWorse(before, findings)) return undefined;
    const isSound = changed.every(
      ({ before: old, isBroken, after }) => after && !isBroken && this.isNoWorse(old?.result.findings ?? [], after.judged.result.findings),
    );
    if (!isSound) return undefined;
    return { id: proposal.id, kind: proposal.kind, title: proposal.title, edits };
  }

  /** The edit must parse, take its finding away and bring no new one. */
  private isSound(file: string, text: string, edits: readonly FileEdit[], judged: Judged, finding: Finding): boolean {
    const own = edits.filter((edit) => edit.file === file && !edit.create).flatMap((edit) => edit.edits);
    if (own.length === 0) return true;
    const after = this.host.trial(file, applyAll(text, own));
    if (!after || (after.facts.broken && !this.host.model.peek(file)?.broken)) return false;
    const before = judged.result.findings;
    const now = after.judged.result.findings;
    return countOf(now, finding.rule) < countOf(before, finding.rule) && this.isNoWorse(before, now);
  }

  /** Does no rule report more than before? Of rules that speak for each other, another one may be the one to speak now, and so may one that follows a gap that is closed. */
  private isNoWorse(before: readonly Finding[], now: readonly Finding[]): boolean {
    const isClosed = (rule: string): boolean => countOf(now, rule) < countOf(before, rule);
    return [...new Set(now.map((other) => other.rule))].every((rule) => {
      if (this.host.follows(rule).some(isClosed)) return true;
      const family = [rule, ...this.host.speaksFor(rule)];
      const all = (list: readonly Finding[]) => family.reduce((sum, member) => sum + countOf(list, member), 0);
      return all(now) <= all(before);
    });
  }

  private handlerAt(file: string, span: Span): Span | undefined {
    return handlerOf(this.host.model.peek(file), this.host.tree.handledIn(file), span.start)?.span;
  }

  private resolveHarden(file: string, offset: number): Fix | undefined {
    const text = this.host.files.text(file);
    const facts = this.host.model.peek(file);
    const handler = handlerOf(facts, this.host.tree.handledIn(file), offset);
    if (text === undefined || !facts || !handler) return undefined;
    // What the project has does not change while one of its files is edited.
    const source = this.source(file, text);
    const result = harden({
      source,
      facts: factsIn(facts, handler.id),
      ...(handler.route ? { route: handler.route } : {}),
      handlerId: handler.id,
      gaps: this.gapsIn(file, handler),
      reanalyse: (next) => {
        const after = this.host.trial(file, next);
        if (!after || after.facts.broken) return undefined;
        const again = after.facts.functions.find((fn) => fn.id === handler.id);
        if (!again) return undefined;
        const route = after.routes.find((candidate) => candidate.handler?.id === handler.id);
        return { source: this.source(file, next, source.idioms), facts: factsIn(after.facts, handler.id), ...(route ? { route } : {}) };
      },
    });
    if (!result || result.edits.length === 0) return undefined;
    return { id: `harden:${offset}`, kind: 'suggestion', title: 'Harden this handler', edits: result.edits, skipped: result.skipped };
  }

  /** Rules with an open finding on a handler or on its registration. */
  private gapsIn(file: string, handler: { span: Span; route?: Route }): ReadonlySet<string> {
    const places = [{ file, span: handler.span }, ...(handler.route ? [{ file: handler.route.file, span: handler.route.span }] : [])];
    return new Set(
      places.flatMap((place) =>
        (this.host.judged(place.file)?.result.findings ?? [])
          .filter((finding) => finding.status === 'open' && finding.span.start >= place.span.start && finding.span.start <= place.span.end)
          .map((finding) => finding.rule),
      ),
    );
  }

  private resolveSuppress(file: string, judged: Judged, fingerprint: string, reason: string | undefined): Fix | undefined {
    const finding = judged.result.findings.find((candidate) => candidate.fingerprint === fingerprint);
    const text = this.host.files.text(file);
    if (!finding || text === undefined) return undefined;
    const tree = this.host.files.tree(file);
    const outcome = suppressLine({
      file,
      text,
      line: finding.location.line,
      rules: [finding.rule],
      ...(reason !== undefined ? { reason } : {}),
      ...(tree ? { tree } : {}),
    });
    return 'edit' in outcome
      ? { id: 'suppress', kind: 'suggestion', title: `Suppress ${finding.rule} on this line`, edits: [outcome.edit] }
      : undefined;
  }
}

function countOf(findings: readonly Finding[], rule: string): number {
  return findings.filter((finding) => finding.rule === rule && finding.status === 'open').length;
}

/** Applies edits that all refer to the same text. */
export function applyAll(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  return result + text.slice(at);
}
