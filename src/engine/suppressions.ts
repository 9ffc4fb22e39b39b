import type { Finding, Severity } from '../model/finding';
import type { TextEdit } from '../model/fix';
import type { FixProposal } from '../model/rule';
import type { Directive } from './directives';
import { didYouMean, nearest } from './nearest';
import { isOwnRule, ownFindings, type OwnDraft, type OwnRuleId } from './ownRules';

/** What applying suppressions depends on besides findings and comments. */
export interface SuppressionOptions {
  /** Ids of all rules and checks of this version. */
  knownRules: readonly string[];
  /** Did this rule judge the file? Only then can a suppression of it be unused. Absent means all that are not off. */
  ran?: (rule: string) => boolean;
  /** Severity that the project gives a rule, `off` included; undefined leaves the rule's own. */
  setting?: (rule: string) => Severity | 'off' | undefined;
}

/** A finding about a comment, with the fixes that can be built for it. */
export interface DirectiveFinding {
  finding: Finding;
  proposals: FixProposal[];
}

/** Findings of one file after its comments were heeded. */
export interface SuppressionResult {
  /** The same findings in the same order, some of them marked as suppressed. */
  findings: Finding[];
  /** What is wrong with the comments themselves. */
  extra: DirectiveFinding[];
}

interface Draft extends OwnDraft {
  proposals: FixProposal[];
}

function covers(directive: Directive, finding: Finding): boolean {
  if (directive.misplaced !== undefined || finding.outcome !== 'gap' || isOwnRule(finding.rule)) return false;
  if (!directive.rules.some(({ id }) => id === finding.rule)) return false;
  return directive.reach === 'file' || directive.line === finding.location.line;
}

/**
 * Marks the findings of one file that its comments suppress, and reports comments that suppress nothing or lack the
 * reason that an error needs. Pure; `findings` must all be in the file that the directives were read from.
 */
export function applySuppressions(
  findings: readonly Finding[],
  directives: readonly Directive[],
  options: SuppressionOptions,
): SuppressionResult {
  if (directives.length === 0) return { findings: [...findings], extra: [] };
  const used = new Map<Directive, Set<string>>(directives.map((directive) => [directive, new Set()]));
  const unexplained = new Map<Directive, Set<string>>();
  const marked = findings.map((finding): Finding => {
    const covering = directives.filter((directive) => covers(directive, finding));
    for (const directive of covering) used.get(directive)!.add(finding.rule);
    if (covering.length === 0) return finding;
    const reason = covering.find((directive) => directive.reason !== undefined)?.reason;
    if (finding.severity === 'error' && reason === undefined) {
      for (const directive of covering) unexplained.set(directive, (unexplained.get(directive) ?? new Set()).add(finding.rule));
      return finding;
    }
    return { ...finding, status: 'suppressed', ...(reason === undefined ? {} : { statusReason: reason }) };
  });
  const drafts = directives.flatMap((directive) => [
    ...withoutReason(directive, unexplained.get(directive)),
    ...withoutUse(directive, used.get(directive)!, options),
  ]);
  return { findings: marked, extra: complete(directives[0]!.location.file, drafts, options) };
}

function complete(file: string, drafts: readonly Draft[], { setting }: SuppressionOptions): DirectiveFinding[] {
  const wanted = drafts.flatMap((draft): Draft[] => {
    const severity = setting?.(draft.rule);
    return severity === 'off' ? [] : [severity === undefined ? draft : { ...draft, severity }];
  });
  return ownFindings(file, wanted).map((finding, index) => ({ finding, proposals: wanted[index]!.proposals }));
}

function draft(
  rule: OwnRuleId,
  directive: Directive,
  place: Pick<Directive, 'span' | 'location'>,
  message: string,
  proposals: FixProposal[],
): Draft {
  const code = directive.text.slice(place.span.start - directive.span.start, place.span.end - directive.span.start);
  const fixes = proposals.map(({ id, kind, title }) => ({ id, kind, title }));
  return { rule, span: place.span, location: place.location, code, message, fixes, proposals };
}

function withoutReason(directive: Directive, rules: ReadonlySet<string> | undefined): Draft[] {
  if (!rules) return [];
  const message = `${list([...rules])} is an error here: it is only suppressed with a reason, written after " -- ".`;
  return [draft('suppression-without-reason', directive, directive, message, [])];
}

function withoutUse(directive: Directive, used: ReadonlySet<string>, options: SuppressionOptions): Draft[] {
  const removeAll = [
    removal(
      directive,
      directive.rules.map(({ id }) => id),
    ),
  ];
  if (directive.rules.length === 0) {
    return [draft('unused-suppression', directive, directive, 'This suppression names no rule, so it suppresses nothing.', removeAll)];
  }
  if (directive.misplaced !== undefined) {
    return [draft('unused-suppression', directive, directive, `This suppression has no effect: ${directive.misplaced}.`, removeAll)];
  }
  const known = new Set(options.knownRules);
  const unknown = directive.rules.filter(({ id }) => !known.has(id) && !isOwnRule(id));
  const unused = directive.rules.filter(
    ({ id }) => isOwnRule(id) || (known.has(id) && !used.has(id) && (options.ran?.(id) ?? options.setting?.(id) !== 'off')),
  );
  const drafts = unknown.map((rule) => {
    const message = `There is no rule "${rule.id}".${didYouMean(rule.id, options.knownRules)}`;
    const guess = nearest(rule.id, options.knownRules);
    const rename = guess === undefined ? [] : [renaming(directive, rule.span, guess)];
    return draft('unused-suppression', directive, rule, message, [...rename, removal(directive, [rule.id])]);
  });
  if (unused.length === directive.rules.length) {
    const message = `Nothing is reported here that this comment could suppress (${list(unused.map(({ id }) => id))}).`;
    return [draft('unused-suppression', directive, directive, message, removeAll)];
  }
  for (const rule of unused) {
    drafts.push(
      draft('unused-suppression', directive, rule, `"${rule.id}" reports nothing here, so it needs no suppression.`, [
        removal(directive, [rule.id]),
      ]),
    );
  }
  return drafts;
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]!}`;
}

/** Applies only to the comment as it was read: after other edits the finding is computed anew anyway. */
function proposal(
  directive: Directive,
  id: string,
  kind: 'fix' | 'suggestion',
  title: string,
  edit: (text: string) => TextEdit,
): FixProposal {
  return {
    id,
    kind,
    title,
    build: ({ file, text }) =>
      text.slice(directive.span.start, directive.span.end) === directive.text ? [{ file, edits: [edit(text)] }] : undefined,
  };
}

function renaming(directive: Directive, span: Directive['span'], id: string): FixProposal {
  return proposal(directive, `rename-to-${id}`, 'suggestion', `Change to "${id}"`, () => ({ ...span, newText: id }));
}

function removal(directive: Directive, ids: readonly string[]): FixProposal {
  const rest = directive.rules.filter(({ id }) => !ids.includes(id));
  const title = rest.length === 0 ? 'Remove this suppression' : `Remove ${list(ids)} from this suppression`;
  return proposal(directive, `remove-${ids.join('-') || 'all'}`, 'fix', title, (text) => {
    if (rest.length === 0) return removeComment(text, directive);
    const first = directive.rules[0]!.span.start;
    const last = directive.rules[directive.rules.length - 1]!.span.end;
    return { start: first, end: last, newText: rest.map(({ id }) => id).join(', ') };
  });
}

/** Removes a comment, with the line that it leaves empty or the blanks that set it apart. */
function removeComment(text: string, directive: Directive): TextEdit {
  const { start, end } = directive.container ?? directive.span;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const lineEnd = newline < 0 ? text.length : newline + 1;
  const before = text.slice(lineStart, start);
  const after = text.slice(end, lineEnd);
  if (before.trim() !== '') return { start: lineStart + before.trimEnd().length, end, newText: '' };
  if (after.trim() === '') return { start: lineStart, end: lineEnd, newText: '' };
  return { start, end: end + after.length - after.trimStart().length, newText: '' };
}
