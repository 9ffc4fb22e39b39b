import type { ClientRole, DatabaseFunction, Exposure, FunctionBody } from '../../model/database';
import type { Rights } from './exposure';
import { nameOf } from './readTables';
import type { DatabaseState, FunctionState } from './state';
import { written } from './written';

/** What is known of a function in the end. `exposed` says whether clients reach what they have these rights on. */
export function functionFact(
  fn: FunctionState,
  state: DatabaseState,
  exposed: (granted: Record<ClientRole, Rights>) => Exposure,
): DatabaseFunction {
  const { file, span, schema, name, definer, searchPath, trigger, callers, doubt } = fn;
  const granted = { anon: rightsOf(fn, 'anon'), authenticated: rightsOf(fn, 'authenticated') };
  const exposure = exposed(granted);
  const body = fn.body && bodyOf(fn, state);
  return {
    kind: 'databaseFunction',
    file,
    span,
    scope: `${schema}.${name}`,
    inRequestPath: 'unknown',
    schema,
    name,
    definer,
    trigger,
    callers: [...callers].sort(),
    written: written(schema, name),
    exposure: doubtful(exposure, granted, doubt),
    takesNothing: fn.body?.takesNothing ?? false,
    ...(searchPath !== undefined ? { searchPath } : {}),
    ...(body ? { body } : {}),
  };
}

/**
 * Everybody may call a new function. When that is taken back, the platform's own grants by name may remain, which are a setting of the
 * project: unknown, unless they were given or taken back by name as well.
 */
function rightsOf({ callers, refused }: FunctionState, role: ClientRole): Rights {
  if (callers.has('public') || callers.has(role)) return 'yes';
  return refused.has(role) ? 'no' : 'unknown';
}

function doubtful(exposure: Exposure, granted: Record<ClientRole, Rights>, doubt: string | undefined): Exposure {
  const named = exposure.roles.filter((role) => granted[role] === 'yes');
  if (exposure.presence === 'absent') return exposure;
  if (named.length === 0)
    return {
      ...exposure,
      presence: 'unknown',
      reason: 'it is taken from public, and whether clients hold it by name is a setting of the project',
    };
  return {
    ...exposure,
    roles: named,
    ...(doubt !== undefined && exposure.presence === 'present' ? { presence: 'unknown', reason: doubt } : {}),
  };
}

/** How far calls are followed. */
const depth = 3;

function bodyOf(fn: FunctionState, state: DatabaseState): FunctionBody {
  const { writes, dynamic, runsText } = fn.body!;
  const missing = asksFor(fn, state, depth);
  return {
    writes,
    dynamic,
    runsText,
    asks: missing === true ? 'present' : missing === undefined ? 'absent' : 'unknown',
    ...(typeof missing === 'string' ? { asksReason: missing } : {}),
  };
}

/** Does it look at who calls, itself or in what it calls? True, undefined for no, or why nobody can tell. */
function asksFor(fn: FunctionState, state: DatabaseState, more: number): true | string | undefined {
  if (!fn.body) return `the body of ${fn.name} cannot be read`;
  if (fn.body.asks) return true;
  let open: string | undefined;
  for (const call of fn.body.calls) {
    const callee = state.functions.get(nameOf(call));
    if (callee === fn) continue;
    const answer = !callee
      ? `${call.name} is in no migration that was read`
      : more > 0
        ? asksFor(callee, state, more - 1)
        : 'it calls too many others';
    if (answer === true) return true;
    open ??= answer;
  }
  return open;
}
