import type { RouteRow } from '../../engine/api';
import type { GuardKind, Presence } from '../../model/facts';
import { groupedBy } from '../../model/grouping';
import { endpointRoles } from '../../model/roles';
import type { Icon } from '../readinessView/icons';
import type { Target } from '../readinessView/model';
import { endpointId, endpointKey, shortAuthentication, verdictText, verdictsOf } from './text';

/** Which endpoints are shown. */
export const endpointFilters = ['all', 'unprotected', 'unknown', 'writes', 'changed'] as const;

export type EndpointFilter = (typeof endpointFilters)[number];

/** One line of the tree, as plain data. */
export interface EndpointNode {
  id: string;
  kind: 'folder' | 'package' | 'prefix' | 'endpoint' | 'guard' | 'role';
  folder: string;
  label: string;
  /** Shown after the label; says the verdicts in words. */
  description?: string;
  /** Plain text, line by line. */
  tooltip: string;
  icon: Icon;
  /** What a screen reader says in place of label and description. */
  spoken: string;
  target?: Target;
  isExpanded?: boolean;
  children: EndpointNode[];
}

/** Words for people, in their language. */
export interface EndpointWords {
  role: Record<GuardKind, string>;
  presence: Record<Presence, string>;
  /** Short for an endpoint that asks for nobody, and for one of which that is not known: there is little room on its line. */
  noAuthentication: string;
  unknownAuthentication: string;
  public: string;
  delegated: string;
  changed: string;
  endpoints(count: number): string;
  unprotected(count: number): string;
  /** Name of the package that is the folder itself. */
  ownPackage: string;
}

/** Endpoints of one workspace folder. */
export interface FolderEndpoints {
  folder: string;
  name: string;
  rows: readonly RouteRow[];
  /** Verdicts of each endpoint when this window first listed them. */
  before: ReadonlyMap<string, string>;
}

/** With more endpoints than this, prefixes are closed at first. */
const fewEnough = 40;

const icons: Record<RouteRow['authentication'], Icon> = {
  present: { name: 'lock', color: 'testing.iconPassed' },
  absent: { name: 'unlock', color: 'problemsErrorIcon.foreground' },
  unknown: { name: 'question' },
  public: { name: 'globe' },
  delegated: { name: 'database', color: 'testing.iconPassed' },
};

const presenceIcons: Record<Presence, Icon> = { present: { name: 'check' }, absent: { name: 'dash' }, unknown: { name: 'question' } };
export const shownRoles = ['authentication', ...endpointRoles] as const;

/** Verdicts that stand on the line of an endpoint itself; there is little room. */
export const mainRoles = ['authentication', 'validation', 'rate-limit'] as const;

function isChanged(row: RouteRow, before: ReadonlyMap<string, string>): boolean {
  return before.get(endpointKey(row)) !== verdictsOf(row);
}

/** Is an endpoint shown? Writing is changing data, running commands, and spending money. */
export function isShown(row: RouteRow, filter: EndpointFilter, before: ReadonlyMap<string, string>): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'unprotected':
      return row.authentication === 'absent';
    case 'unknown':
      return row.authentication === 'unknown';
    case 'writes':
      return row.sinks.some((sink) => sink === 'write' || sink === 'privileged' || sink === 'exec' || sink === 'paid');
    case 'changed':
      return isChanged(row, before);
  }
}

/** Where the function that answers stands, or the registration where it is not known. */
export function endpointTarget(folder: string, row: RouteRow): Target {
  return { folder, file: row.handler?.file ?? row.file, line: row.handler?.line ?? row.line };
}

/** The whole tree: packages where there are several, prefixes of paths, endpoints, and what guards each. */
export function buildEndpoints(folders: readonly FolderEndpoints[], filter: EndpointFilter, words: EndpointWords): EndpointNode[] {
  const shown = folders
    .map((state) => ({ ...state, rows: state.rows.filter((row) => isShown(row, filter, state.before)) }))
    .filter(({ rows }) => rows.length > 0);
  const isExpanded = shown.reduce((sum, { rows }) => sum + rows.length, 0) <= fewEnough;
  if (folders.length === 1) return shown.flatMap((state) => packageNodes(state, isExpanded, words));
  return shown.map((state): EndpointNode =>
    group('folder', state.folder, state.folder, state.name, 'root-folder', state.rows, packageNodes(state, isExpanded, words), true, words),
  );
}

function group(
  kind: EndpointNode['kind'],
  id: string,
  folder: string,
  label: string,
  icon: string,
  rows: readonly RouteRow[],
  children: EndpointNode[],
  isExpanded: boolean,
  words: EndpointWords,
): EndpointNode {
  const open = rows.filter(({ authentication }) => authentication === 'absent').length;
  const description = [words.endpoints(rows.length), ...(open > 0 ? [words.unprotected(open)] : [])].join(' · ');
  return {
    id,
    kind,
    folder,
    label,
    description,
    tooltip: `${label}\n${description}`,
    icon: { name: icon },
    spoken: `${label}, ${description}`,
    isExpanded,
    children,
  };
}

function packageNodes(state: FolderEndpoints, isExpanded: boolean, words: EndpointWords): EndpointNode[] {
  const packages = groupedBy(state.rows, (row) => row.package);
  if (packages.size === 1) return prefixNodes(state, state.rows, `${state.folder}#endpoints`, isExpanded, words);
  return [...packages].sort(byName).map(([dir, rows]) => {
    const id = `${state.folder}#endpoints/${dir}`;
    return group(
      'package',
      id,
      state.folder,
      dir === '' ? words.ownPackage : dir,
      'package',
      rows,
      prefixNodes(state, rows, id, isExpanded, words),
      true,
      words,
    );
  });
}

function prefixNodes(
  state: FolderEndpoints,
  rows: readonly RouteRow[],
  parent: string,
  isExpanded: boolean,
  words: EndpointWords,
): EndpointNode[] {
  return [...groupedBy(rows, prefixOf)].sort(byName).map(([prefix, own]) => {
    const used = new Map<string, number>();
    const children = [...own].sort(inOrder).map((row) => endpointNode(state, row, used, words));
    return group('prefix', `${parent}:${prefix}`, state.folder, prefix, 'symbol-namespace', own, children, isExpanded, words);
  });
}

/** Segments that say where an API is, and not what it is about. */
const general = /^(api|apis|rest|rpc|trpc|functions|internal|public|v\d+(\.\d+)?)$/i;

/** What an endpoint is grouped by: the first telling segment of its path, the router of a procedure, the file of an action, the namespace of a message. */
export function prefixOf({ path, file }: Pick<RouteRow, 'path' | 'file'>): string {
  if (!path.startsWith('/')) return path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : file;
  const segments = path
    .replace(/ .*/, '')
    .split('/')
    .filter((segment) => segment !== '');
  const end = segments.findIndex((segment) => !general.test(segment));
  const kept = end === -1 ? segments : segments.slice(0, end + 1);
  const last = kept[kept.length - 1];
  // A parameter groups nothing.
  if (last !== undefined && /^[:[{*]/.test(last)) kept.pop();
  return `/${kept.join('/')}`;
}

function endpointNode(state: FolderEndpoints, row: RouteRow, used: Map<string, number>, words: EndpointWords): EndpointNode {
  // The same may be registered twice; the first answers, and both are shown.
  const key = endpointId(state.folder, row);
  const count = used.get(key) ?? 0;
  used.set(key, count + 1);
  const id = count === 0 ? key : `${key}#${count}`;
  const label = `${row.method} ${row.path}`;
  const verdict = (role: GuardKind): string => `${words.role[role]}: ${verdictText(row, role, words)}`;
  const marks = isChanged(row, state.before) ? [words.changed] : [];
  const because = (role: GuardKind): string => {
    const reason = role === 'authentication' ? row.reason : row.evidence[role];
    return reason === undefined || verdictText(row, role, words).includes(reason) ? '' : ` (${reason})`;
  };
  const target = endpointTarget(state.folder, row);
  return {
    id,
    kind: 'endpoint',
    folder: state.folder,
    label,
    description: [...marks, shortAuthentication(row, words), ...mainRoles.slice(1).map(verdict)].join(' · '),
    tooltip: [
      label,
      ...marks,
      '',
      ...shownRoles.map((role) => `${verdict(role)}${because(role)}`),
      '',
      `${target.file}:${target.line}`,
    ].join('\n'),
    icon: icons[row.authentication],
    spoken: [label, ...marks, ...shownRoles.map(verdict)].join('. '),
    target,
    children: [
      ...shownRoles.flatMap((role) => roleNodes(id, state.folder, row, role, words)),
      ...guardNodes(id, state.folder, row, 'cors', words),
      ...guardNodes(id, state.folder, row, 'headers', words),
    ],
  };
}

/** The guards that play a role; where there is none, that there is none. */
function roleNodes(parent: string, folder: string, row: RouteRow, role: GuardKind, words: EndpointWords): EndpointNode[] {
  const guards = guardNodes(parent, folder, row, role, words);
  if (guards.length > 0) return guards;
  const presence = row.roles[role] ?? 'unknown';
  const reason = role === 'authentication' ? row.reason : row.evidence[role];
  const text = verdictText(row, role, words);
  const description = reason === undefined ? text : `${text} · ${reason}`;
  return [
    {
      id: `${parent}/${role}`,
      kind: 'role',
      folder,
      label: words.role[role],
      description,
      tooltip: `${words.role[role]}: ${description}`,
      icon: presenceIcons[presence],
      spoken: `${words.role[role]}: ${description}`,
      children: [],
    },
  ];
}

function guardNodes(parent: string, folder: string, row: RouteRow, role: GuardKind, words: EndpointWords): EndpointNode[] {
  const seen = new Set<string>();
  return row.guards.flatMap(({ kind, name, file, line }) => {
    const key = `${name} ${file}:${line}`;
    if (kind !== role || seen.has(key)) return [];
    seen.add(key);
    const place = `${file.slice(file.lastIndexOf('/') + 1)}:${line}`;
    const id = `${parent}/${role}/${seen.size}`;
    const description = `${words.role[role]} · ${place}`;
    return [
      {
        id,
        kind: 'guard' as const,
        folder,
        label: name,
        description,
        tooltip: `${words.role[role]}: ${name}\n${file}:${line}`,
        icon: { name: 'shield' },
        spoken: `${words.role[role]}: ${name}, ${place}`,
        target: { folder, file, line },
        children: [],
      },
    ];
  });
}

const methodOrder = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

function inOrder(a: RouteRow, b: RouteRow): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return methodOrder.indexOf(a.method) - methodOrder.indexOf(b.method);
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
