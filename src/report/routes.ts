import type { RouteRow } from '../engine/api';
import type { Presence } from '../model/facts';
import { endpointRoles, type EndpointRole } from '../model/roles';
import { code, escape } from './markdown';
import { painter, plain, type Style, type TextOptions } from './terminalText';

const authenticationWords: Record<RouteRow['authentication'], string> = {
  present: 'guarded',
  absent: 'open',
  unknown: 'unknown',
  public: 'public on purpose',
  delegated: 'row level security',
};
const authenticationStyle: Record<RouteRow['authentication'], Style> = {
  present: 'green',
  absent: 'red',
  unknown: 'yellow',
  public: 'dim',
  delegated: 'green',
};
const presenceWords: Record<Presence, string> = { present: 'yes', absent: 'none', unknown: 'unknown' };

/** Names of roles in English, for headings. */
export const roleTitles: Record<EndpointRole, string> = {
  validation: 'validation',
  'rate-limit': 'rate limit',
  signature: 'signature or secret',
  csrf: 'CSRF',
  'body-limit': 'body limit',
  'error-handling': 'error handling',
  logging: 'logging',
};

/** What stands in front, by name; what only writes requests down keeps nobody out. */
function guardNames(row: RouteRow): string[] {
  return [...new Set(row.guards.flatMap(({ name, kind }) => (kind === 'logging' ? [] : [name])))];
}

function verdict(row: RouteRow, role: EndpointRole): string {
  return presenceWords[row.roles[role] ?? 'unknown'];
}

/** Endpoints for people: two lines each, what it is and how its caller is known, and the other protections. */
export function renderRoutesText(rows: readonly RouteRow[], { color }: Pick<TextOptions, 'color'>): string {
  if (rows.length === 0) return 'No endpoint was found.\n';
  const paint = painter(color);
  const widthOf = (cell: (row: RouteRow) => string): number => rows.reduce((width, row) => Math.max(width, cell(row).length), 0);
  const methodWidth = widthOf(({ method }) => method);
  const pathWidth = Math.min(
    60,
    widthOf(({ path }) => path),
  );
  const wordWidth = widthOf(({ authentication }) => authenticationWords[authentication]);
  const lines = rows.flatMap((row) => {
    const guards = guardNames(row).join(', ');
    const word = paint(authenticationStyle[row.authentication], authenticationWords[row.authentication].padEnd(wordWidth));
    const parts = [row.method.padEnd(methodWidth), plain(row.path).padEnd(pathWidth), word, paint('dim', `${plain(row.file)}:${row.line}`)];
    const roles = endpointRoles.map((role) => `${roleTitles[role]} ${verdict(row, role)}`).join(', ');
    return [[...parts, ...(guards === '' ? [] : [plain(guards)])].join('  '), `${' '.repeat(methodWidth)}  ${paint('dim', roles)}`];
  });
  return `${lines.join('\n')}\n`;
}

/** A piece of code in a cell of a table. */
function cell(text: string): string {
  return code(plain(text)).replaceAll('|', '\\|');
}

/** Endpoints as a Markdown table, for descriptions of changes and pages of a wiki. */
export function renderRoutesMarkdown(rows: readonly RouteRow[]): string {
  if (rows.length === 0) return 'No endpoint was found.\n';
  const heads = [
    'Endpoint',
    'Authentication',
    ...endpointRoles.map((role) => `${roleTitles[role].charAt(0).toUpperCase()}${roleTitles[role].slice(1)}`),
    'Place',
  ];
  const lines = rows.map((row) => {
    const by = [
      ...new Set(row.guards.filter(({ kind }) => kind === 'authentication' || kind === 'signature').map(({ name }) => cell(name))),
    ];
    const reason = row.reason === undefined || by.length > 0 ? '' : `: ${escape(row.reason)}`;
    const who = `${authenticationWords[row.authentication]}${by.length > 0 ? ` (${by.join(', ')})` : reason}`;
    return [cell(`${row.method} ${row.path}`), who, ...endpointRoles.map((role) => verdict(row, role)), cell(`${row.file}:${row.line}`)];
  });
  return [heads, heads.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

/**
 * A value for a spreadsheet: RFC 4180, and never a formula. What begins like one gets an apostrophe, which spreadsheets
 * take as "this is text".
 */
function field(value: string): string {
  const text = plain(value);
  const safe = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
  return /[",;\s]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Endpoints for spreadsheets, with a line of headings. */
export function renderRoutesCsv(rows: readonly RouteRow[]): string {
  const heads = ['method', 'path', 'authentication', 'level', 'guards', ...endpointRoles, 'framework', 'package', 'file', 'line'];
  const lines = rows.map((row) => [
    row.method,
    row.path,
    row.authentication,
    row.level,
    guardNames(row).join('; '),
    ...endpointRoles.map((role) => row.roles[role] ?? 'unknown'),
    row.framework,
    row.package,
    row.file,
    String(row.line),
  ]);
  return [heads, ...lines].map((cells) => `${cells.map(field).join(',')}\r\n`).join('');
}
