import type { RouteRow } from '../../engine/api';
import type { GuardKind } from '../../model/facts';
import { mainRoles, shownRoles, type EndpointWords } from './model';

/** Names an endpoint in its folder, however often lines move. */
export function endpointKey({ file, method, path }: RouteRow): string {
  return `${file} ${method} ${path}`;
}

/** Id of the node of an endpoint. */
export function endpointId(folder: string, row: RouteRow): string {
  return `${folder}#endpoint/${endpointKey(row)}`;
}

/** All verdicts of an endpoint in one text, to see whether any has changed. */
export function verdictsOf({ authentication, level, roles }: RouteRow): string {
  return JSON.stringify([authentication, level, shownRoles.map((role) => roles[role] ?? 'unknown')]);
}

/** The verdict on one role in words: by what it is there, or that it is not. */
export function verdictText(row: RouteRow, role: GuardKind, words: EndpointWords): string {
  const names = [
    ...new Set(
      row.guards
        .filter(({ kind, level }) => kind === role && (role !== 'authentication' || level !== 'PRESENCE_ONLY'))
        .map(({ name }) => name),
    ),
  ];
  const by = names.length > 2 ? `${names.slice(0, 2).join(', ')}, …` : names.join(', ');
  if (role === 'authentication') {
    if (row.authentication === 'public') return words.public;
    if (row.authentication === 'delegated') return words.delegated;
    return row.authentication === 'present' && by !== '' ? by : words.presence[row.authentication];
  }
  const presence = row.roles[role] ?? 'unknown';
  return presence === 'present' && by !== '' ? by : words.presence[presence];
}

/** Who may call, first on the line: what stands further right may be cut off. */
export function shortAuthentication(row: RouteRow, words: EndpointWords): string {
  if (row.authentication === 'absent') return words.noAuthentication;
  return row.authentication === 'unknown' ? words.unknownAuthentication : verdictText(row, 'authentication', words);
}

/** An endpoint with its main verdicts in one line, as shown above its handler. */
export function endpointLine(row: RouteRow, words: EndpointWords): string {
  const verdicts = mainRoles.slice(0, 2).map((role) => `${words.role[role]}: ${verdictText(row, role, words)}`);
  return [`${row.method} ${row.path}`, ...verdicts].join(' · ');
}
