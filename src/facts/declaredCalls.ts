import { ts } from 'ts-morph';
import type { AccessPath, DeclaredKind, FunctionRef } from '../model/facts';
import type { CallRole } from '../model/library';
import { bare } from '../syntax/nodes';

/** What a call does, because the team says so of what is called. */
const roles: Record<Exclude<DeclaredKind, 'authentication'>, CallRole> = {
  validation: { validates: { arg: 0 } },
  'rate-limit': { verify: { kind: 'rate-limit', level: 'NONE', fails: 'replies' } },
  logging: { log: { level: 'info', style: 'message-first' } },
};

type Declared = (ref: FunctionRef | undefined, name: string | undefined) => DeclaredKind | undefined;

/** The role of a call of something that the configuration names: a function, or a method of an object that logs. */
export function declaredRole(
  expression: ts.Expression,
  callee: AccessPath | undefined,
  declared: Declared,
): (CallRole & { library: string }) | undefined {
  const called = bare(expression);
  const isMember = ts.isPropertyAccessExpression(called);
  const name = isMember ? called.name.text : ts.isIdentifier(called) ? called.text : undefined;
  if (name === undefined) return undefined;
  const ref = refIn(callee);
  const kind = declared(ref, name) ?? (isMember ? ofReceiver(bare(called.expression), ref, declared) : undefined);
  if (kind === undefined || kind === 'authentication') return undefined;
  const role = roles[kind];
  // `audit.error(…)` says itself how bad it is.
  const level = kind === 'logging' && /^(trace|debug|info|warn|error|fatal)$/.test(name) ? name : undefined;
  return { ...role, ...(level === undefined ? {} : { log: { ...role.log!, level } }), library: 'declared' };
}

function ofReceiver(receiver: ts.Expression, ref: FunctionRef | undefined, declared: Declared): DeclaredKind | undefined {
  const kind = ts.isIdentifier(receiver)
    ? declared(ref, receiver.text)
    : ts.isPropertyAccessExpression(receiver)
      ? declared(ref, receiver.name.text)
      : undefined;
  return kind === 'logging' ? kind : undefined;
}

/** The function or object of a project file that a path begins with. */
function refIn(path: AccessPath | undefined): FunctionRef | undefined {
  if (!path?.startsWith('file:')) return undefined;
  const at = path.indexOf('#');
  return {
    file: path.slice(5, at),
    id: path
      .slice(at + 1)
      .replace(/^class /, '')
      .replace(/\(.*$/, ''),
  };
}
