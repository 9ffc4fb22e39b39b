import { findNodeAtLocation, getNodeValue, type Node } from 'jsonc-parser';
import type { z } from 'zod';
import { configSchema, defaultConfig, type Config } from '../model/config';
import type { Finding, Severity, Span } from '../model/finding';
import { waiverSchema } from '../model/readiness';
import { lineStartsOfText, locate } from '../syntax/ranges';
import { readJson, spanOfNode } from './jsonText';
import { didYouMean } from './nearest';
import { ownFindings, ownRules, type OwnDraft, type OwnRuleId } from './ownRules';

/** Path of the configuration, relative to the project's root. */
export const configFile = '.production-gap/config.json';

/** What was read from a configuration file: everything valid in it, and findings for the rest. */
export interface ConfigReading {
  config: Config;
  findings: Finding[];
}

/** What reading a configuration depends on. */
export interface ConfigOptions {
  /** Ids of all rules and checks of this version. */
  knownRules: readonly string[];
  /** Present date as YYYY-MM-DD. */
  today: string;
  /** Path for the findings; `configFile` when absent. */
  file?: string;
}

type Path = readonly (string | number)[];
type Issue = z.core.$ZodIssue;

/** Collects findings on one JSON text. */
class Reporter {
  private readonly drafts: OwnDraft[] = [];
  private readonly lineStarts: number[];

  constructor(
    private readonly file: string,
    private readonly text: string,
  ) {
    this.lineStarts = lineStartsOfText(text);
  }

  add(rule: OwnRuleId, span: Span, message: string, severity?: Severity): void {
    const location = locate(this.file, this.lineStarts, span);
    this.drafts.push({ rule, location, span, code: this.text.slice(span.start, span.end), message, severity });
  }

  findings(): Finding[] {
    return ownFindings(this.file, this.drafts);
  }
}

/** The node at a path, or the nearest one around it. */
function nodeAt(root: Node, path: Path): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node) return node;
  }
  return root;
}

/** `waivers[0].expires`, as people write it. */
function written(path: Path): string {
  return path.reduce<string>((text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`), '');
}

const kinds: Record<string, string> = {
  string: 'a text',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  number: 'a number',
  boolean: 'true or false',
};

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? kinds['array']! : (kinds[typeof value] ?? typeof value);
}

function invalidValue(issue: Issue, name: string, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return `${name} must be ${kinds[issue.expected] ?? issue.expected}, but is ${kindOf(value)}.`;
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      const guess = typeof value === 'string' ? didYouMean(value, allowed) : '';
      return `${name} must be one of ${allowed.map((entry) => `"${entry}"`).join(', ')}.${guess}`;
    }
    case 'too_small':
      return `${name} must not be empty.`;
    case 'invalid_format':
      return `${name} must be ${issue.message}.`;
    default:
      return `${name}: ${issue.message}.`;
  }
}

/** Says what is wrong at the place where it stands. */
function reportIssue(reporter: Reporter, root: Node, issue: Issue): void {
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys') {
    const around = nodeAt(root, path);
    const allowed = path.length === 0 ? Object.keys(configSchema.shape) : keysOfEntry(path[0] as string);
    for (const key of issue.keys) {
      const property = around.children?.find((child) => child.children?.[0]?.value === key);
      const span = spanOfNode(property?.children?.[0] ?? around);
      reporter.add('invalid-configuration', span, `There is no setting "${written([...path, key])}".${didYouMean(key, allowed)}`);
    }
    return;
  }
  const node = findNodeAtLocation(root, [...path]);
  if (!node) {
    const missing = String(path[path.length - 1]);
    const around = path.slice(0, -1);
    reporter.add('invalid-configuration', spanOfNode(nodeAt(root, around)), `"${missing}" is missing in ${written(around)}.`);
    return;
  }
  const name = path.length === 0 ? 'The configuration' : `"${written(path)}"`;
  reporter.add('invalid-configuration', spanOfNode(node), invalidValue(issue, name, getNodeValue(node)));
}

/** Names that an entry of a list may have, for guesses. */
function keysOfEntry(list: string): string[] {
  const schema = configSchema.shape[list as keyof typeof configSchema.shape];
  const entry = (schema as { unwrap?: () => { element?: { shape?: object } } } | undefined)?.unwrap?.().element;
  return Object.keys(entry?.shape ?? {});
}

/** Paths of what has to go so that the rest is valid: a setting, or one entry of a list or of `rules`. */
function invalidParts(issues: readonly Issue[]): Path[] {
  return issues.flatMap((issue): Path[] =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys.map((key) => [key]) : [(issue.path as Path).slice(0, 2)],
  );
}

function without(value: Record<string, unknown>, parts: readonly Path[]): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    const here = parts.filter((path) => path[0] === key);
    if (here.some((path) => path.length === 1)) continue;
    const gone = new Set(here.map((path) => path[1]));
    if (gone.size === 0) result[key] = inner;
    else if (Array.isArray(inner)) result[key] = inner.filter((_, index) => !gone.has(index));
    else result[key] = Object.fromEntries(Object.entries(inner as object).filter(([name]) => !gone.has(name)));
  }
  return result;
}

function reportUnknownRules(reporter: Reporter, root: Node, knownRules: readonly string[]): void {
  const known = new Set(knownRules);
  const check = (node: Node | undefined): void => {
    if (node?.type !== 'string' || known.has(node.value as string)) return;
    const id = node.value as string;
    reporter.add(
      'invalid-configuration',
      spanOfNode(node),
      `There is no rule "${id}" in this version.${didYouMean(id, knownRules)}`,
      'warning',
    );
  };
  const rules = findNodeAtLocation(root, ['rules']);
  if (rules?.type === 'object') for (const property of rules.children ?? []) check(property.children?.[0]);
  const waivers = findNodeAtLocation(root, ['waivers']);
  if (waivers?.type === 'array') waivers.children?.forEach((_, index) => check(findNodeAtLocation(root, ['waivers', index, 'rule'])));
}

/** Reports waivers that have expired and gives their paths. The last day itself still counts. */
function expiredWaivers(reporter: Reporter, root: Node, today: string): Path[] {
  const nodes = findNodeAtLocation(root, ['waivers'])?.children ?? [];
  return nodes.flatMap((node, index): Path[] => {
    const waiver = waiverSchema.safeParse(getNodeValue(node)).data;
    if (waiver?.expires === undefined || waiver.expires >= today) return [];
    const date = findNodeAtLocation(node, ['expires']) ?? node;
    reporter.add(
      'expired-waiver',
      spanOfNode(date),
      `The waiver of ${waiver.owner} for "${waiver.rule}" expired on ${waiver.expires} and no longer applies.`,
    );
    return [['waivers', index]];
  });
}

function parsed(value: unknown): { config: Config; issues: readonly Issue[] } {
  const result = configSchema.safeParse(value);
  return result.success ? { config: result.data, issues: [] } : { config: defaultConfig, issues: result.error.issues };
}

/**
 * Reads the text of a configuration file; `undefined` stands for a project without one.
 * Never throws: what cannot be understood becomes a finding at its place, and everything else applies. A list entry with
 * a mistake does not apply at all, since half a waiver might hide more than was meant.
 */
export function readConfig(text: string | undefined, options: ConfigOptions): ConfigReading {
  if (text === undefined) return { config: defaultConfig, findings: [] };
  const reporter = new Reporter(options.file ?? configFile, text);
  const { root, value: content, mistakes } = readJson(text);
  for (const { span, message } of mistakes) reporter.add('invalid-configuration', span, message);
  if (!root) return { config: defaultConfig, findings: reporter.findings() };
  if (root.type !== 'object') {
    reporter.add('invalid-configuration', spanOfNode(root), `The configuration must be an object, but is ${kindOf(content)}.`);
    return { config: defaultConfig, findings: reporter.findings() };
  }
  const value = content as Record<string, unknown>;
  const { issues } = parsed(value);
  for (const issue of issues) reportIssue(reporter, root, issue);
  reportUnknownRules(reporter, root, [...options.knownRules, ...ownRules.map((rule) => rule.id)]);
  const expired = expiredWaivers(reporter, root, options.today);
  const { config } = parsed(without(value, [...invalidParts(issues), ...expired]));
  const findings = reporter
    .findings()
    .filter((finding) => finding.rule === 'invalid-configuration' || config.rules[finding.rule] !== 'off');
  return { config, findings };
}
