import picomatch from 'picomatch';
import type { Config } from '../model/config';
import type { DeclaredKind, FunctionRef, GuardLevel } from '../model/facts';
import { declaredLists } from './declaration';

type Named = Pick<Config['guards'][number], 'name'>;

/**
 * Is it the symbol of an entry? `requireUser` fits any function of that name, `src/auth.ts#requireUser` only the one of that
 * file, the middleware that it makes and the methods that it has as a class.
 */
export function isNamed({ name }: Named, ref: FunctionRef | undefined, called: string | undefined): boolean {
  const at = name.indexOf('#');
  const file = at === -1 ? undefined : name.slice(0, at);
  const symbol = name.slice(at + 1);
  const last = symbol.split('.').pop()!;
  if (file === undefined) return called === last || ref?.id === symbol;
  return ref?.file === file && (ref.id === symbol || ref.id.split('.').includes(last));
}

/** Level that the team vouches for, for a guard. */
export function declaredGuard(config: Config, ref: FunctionRef | undefined, called: string | undefined): GuardLevel | undefined {
  const guard = config.guards.find((entry) => isNamed(entry, ref, called));
  return guard && (guard.level ?? 'AUTHENTICATED');
}

/** What else the team says that a function does. */
export function declaredKind(config: Config, ref: FunctionRef | undefined, called: string | undefined): DeclaredKind | undefined {
  for (const kind of ['validation', 'rate-limit', 'logging'] as const)
    if (config[declaredLists[kind]].some((entry) => isNamed(entry, ref, called))) return kind;
  return undefined;
}

/** Does the team say anything of calls besides guards? */
export function declaresCalls(config: Config): boolean {
  return (['validation', 'rate-limit', 'logging'] as const).some((kind) => config[declaredLists[kind]].length > 0);
}

/** Why a route is meant to be open, if the team says so. */
export function declaredPublic(config: Config, path: string, method: string): string | undefined {
  return config.publicRoutes.find(
    (route) =>
      picomatch.isMatch(path, route.path) &&
      (route.methods === undefined || route.methods.some((name) => name.toUpperCase() === method.toUpperCase())),
  )?.reason;
}
