import type { RouteRow } from '../../src/engine/api';
import type { Fact, FactKind } from '../../src/model/facts';
import { lineStartsOfText, positionAt } from '../../src/syntax/ranges';
import type { Files } from './project';

/** Fields that say where a fact stands, or that every fact of its file shares. */
const places = new Set(['kind', 'file', 'span', 'fn', 'scope', 'inRequestPath']);

/** One route on one line: what it is, how it is guarded, what is known of its other protections, what it reaches. */
export function routeLine(row: RouteRow): string {
  const guards = row.guards.map(
    ({ kind, level, name, file, line }) => `${name} ${kind}${level === 'NONE' ? '' : ` ${level}`} ${file}:${line}`,
  );
  const roles = Object.entries(row.roles)
    .filter(([kind]) => kind !== 'authentication')
    .map(([kind, presence]) => `${kind} ${presence}`);
  return [
    `${row.framework} ${row.method} ${row.path} ${row.file}:${row.line}`,
    `authentication ${row.authentication} ${row.level}${row.reason === undefined ? '' : ` (${row.reason})`}`,
    `guards [${guards.join(', ')}]`,
    ...(roles.length > 0 ? [roles.sort().join(', ')] : []),
    `sinks [${[...row.sinks].sort().join(', ')}]`,
  ].join(' | ');
}

/** One fact on one line: place, kind, and every field that says something. Spans become lines. */
export function factLine(fact: Fact, files: Files): string {
  const lineStarts = lineStartsOfText(files[fact.file] ?? '');
  const lineOf = (offset: number): number => positionAt(lineStarts, offset).line;
  const print = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(print).join(', ')}]`;
    if (typeof value === 'string') return /^[\w./:#()<>*@-]+$/.test(value) ? value : JSON.stringify(value);
    if (typeof value !== 'object' || value === null) return String(value);
    if (isSpan(value)) return `line ${lineOf(value.start)}`;
    return `{${fields(value).join(' ')}}`;
  };
  const fields = (object: object, left?: ReadonlySet<string>): string[] =>
    Object.entries(object)
      .filter(([key, value]) => !left?.has(key) && value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => (value === true ? key : `${key}=${print(value)}`));
  return [`${fact.file}:${lineOf(fact.span.start)}`, fact.kind, ...fields(fact, places)].join(' ');
}

function isSpan(value: object): value is { start: number; end: number } {
  return 'start' in value && 'end' in value && Object.keys(value).length === 2;
}

/** Facts as lines, by file and place. Routes and mounts are left out: the route lines show what becomes of them; settings that are read tell nothing of a library. */
export function factLines(facts: readonly Fact[], files: Files, kinds?: readonly FactKind[]): string[] {
  const left = new Set<string>(['route', 'mount', 'linkedRoute', 'settingRead']);
  return facts
    .filter(({ kind }) => (kinds ? kinds.includes(kind) : !left.has(kind)))
    .map((fact) => ({ file: fact.file, start: fact.span.start, line: factLine(fact, files) }))
    .sort((a, b) => compare(a.file, b.file) || a.start - b.start || compare(a.line, b.line))
    .map(({ line }) => line);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
