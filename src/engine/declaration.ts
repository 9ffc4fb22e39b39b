import type { Config } from '../model/config';
import type { DeclaredKind } from '../model/facts';
import { withEntry } from './configText';

/** Lists of the configuration that name functions, by what a function in them does. */
export const declaredLists = {
  authentication: 'guards',
  validation: 'validators',
  'rate-limit': 'rateLimiters',
  logging: 'loggers',
} as const satisfies Record<DeclaredKind, keyof Config>;

/** Id of the action that names a function in the configuration. */
export function symbolAction(kind: DeclaredKind, name: string): string {
  return `declare:${kind}:${name}`;
}

/** Id of the action that declares an endpoint open. */
export function publicAction(method: string, path: string): string {
  return `declare:public:${method} ${path}`;
}

/**
 * The text of a configuration in which an action of the two kinds is carried out; `before` is undefined when there is no
 * file. Nothing for another action, and for an open endpoint without a reason. Throws when the text can't be understood.
 */
export function declaredText(action: string, before: string | undefined, reason: string | undefined): string | undefined {
  const [, what, subject] = /^declare:([\w-]+):(.*)$/s.exec(action) ?? [];
  if (what === undefined || subject === undefined) return undefined;
  if (what === 'public') return reason ? withEntry(before, 'publicRoutes', { ...openPlace(subject), reason }) : undefined;
  const list = declaredLists[what as DeclaredKind] as string | undefined;
  return list === undefined ? undefined : withEntry(before, list, { name: subject, ...(reason ? { note: reason } : {}) });
}

function openPlace(subject: string): { path: string; methods?: string[] } {
  const at = subject.indexOf(' ');
  const method = subject.slice(0, at);
  // Paths are globs: what a framework writes in brackets is meant as it stands.
  const path = subject.slice(at + 1).replace(/[\\*?[\]{}()!+@|]/g, '\\$&');
  return { path, ...(method === 'ALL' || method === 'ACTION' ? {} : { methods: [method] }) };
}

/** The smallest piece in which two texts differ, as an edit of the first. */
export function difference(before: string, after: string): { start: number; end: number; newText: string } {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before[before.length - 1 - end] === after[after.length - 1 - end])
    end++;
  return { start, end: before.length - end, newText: after.slice(start, after.length - end) };
}
