import type { FunctionRef, FunctionSummary, HandlerRef, RouteGuard } from '../model/facts';
import { limiterName } from '../model/lexicon';
import { identifies, weakest } from './guardLevels';
import type { Summaries } from './routeTree';
import type { Tables } from './tables';

const guardName =
  /(^|[^a-z])(auth|authn|authz|authenticate|authenticated|authorize|authorized|protect|protected|guard|jwt|session|login|signedin|admin|role|permission|verifytoken|verify_token|checktoken|currentuser|requireuser|ensureuser|isuser|acl|rbac)/i;
/** What packages export that keep sessions, and refuse nobody: `@acme/express-session`, `koa-session`. */
const keepsSessions = /(?:^|[/-])(?:sessions?|cookie-sessions?)#(?:session|default)?(?:\(\))?$/i;
/** How many builders are followed that are built on each other. */
const deepest = 12;

/** A procedure builder: what it is built on, and what it puts in front of its procedures. */
export interface Builder {
  base?: string;
  uses: HandlerRef[];
  file: string;
  span: { start: number; end: number };
}

/** Says what elements of chains of middleware protect. */
export class ChainGuards {
  /** Procedure builders by identity. */
  readonly builders = new Map<string, Builder>();

  constructor(
    private readonly tables: Tables,
    private readonly summaries: Summaries,
    private readonly summaryOf: (ref: FunctionRef) => FunctionSummary | undefined,
  ) {}

  /** What an element of a chain protects. */
  guardsOf(ref: HandlerRef, place: RouteGuard['place'], file: string): RouteGuard[] {
    if (ref.path?.startsWith('builder:')) return this.builderGuards(ref.path.slice(8), deepest);
    if (ref.except) {
      const { except, ...everywhere } = ref;
      return this.guardsOf(everywhere, place, file).flatMap((guard) => sparing(guard, except));
    }
    const at = { name: ref.name, file, span: ref.span, place };
    if (ref.traces) return [{ kind: 'logging', level: 'NONE', ...(ref.traces === 'unknown' ? { unsure: true as const } : {}), ...at }];
    // Whatever runs behind the handler keeps nobody from it.
    if (ref.behind) {
      const { behind, ...inFront } = ref;
      return behind === 'answer' ? this.guardsOf(inFront, place, file).filter(({ kind }) => kind === 'logging') : [];
    }
    const short = ref.name.replace(/\(.*$/, '').split('.').pop();
    const declared = this.summaries.declaredGuard(ref.fn, short);
    if (declared) return [{ kind: 'authentication', level: declared, ...at }];
    const vouched = this.summaries.declaredKind(ref.fn, short);
    if (vouched) return [{ kind: vouched, level: 'NONE', ...at }];
    // `protect = asyncHandler(async (req, res, next) => …)`: people know the guard by what the project calls it.
    const alias =
      place !== 'wrapper' && (ref.fn !== undefined || this.tables.call(ref.path)?.catchesAsync === true) ? ref.alias : undefined;
    const inner = (ref.wraps ?? []).map((element) =>
      this.guardsOf(alias !== undefined && element.name === '<inline>' ? { ...element, name: alias } : element, place, file),
    );
    const nested = combined(this.tables.call(ref.path)?.combines, inner, ref.args ?? []);
    if (ref.fn) {
      const summary = this.summaryOf(ref.fn);
      const counted = (summary?.guards ?? []).filter(({ handed }) => handed !== 'identity' || ref.heeded);
      const own: RouteGuard[] = counted.map((guard) => ({
        kind: guard.kind,
        level: identifies(guard.level) && (ref.overruled || (guard.handed && !ref.heeded)) ? 'OPTIONAL' : guard.level,
        ...(guard.when ? { when: guard.when } : {}),
        ...(guard.methods ? { methods: guard.methods } : {}),
        ...(guard.markedBy ? { markedBy: guard.markedBy } : {}),
        ...(guard.sparedBy ? { sparedBy: guard.sparedBy } : {}),
        ...(guard.unverified ? { unverified: guard.unverified } : {}),
        ...(guard.believes ? { believes: guard.believes } : {}),
        ...(guard.decoded ? { decoded: guard.decoded } : {}),
        ...(guard.unsure ? { unsure: guard.unsure } : {}),
        ...(guard.unbounded ? { unbounded: guard.unbounded } : {}),
        ...(guard.unset !== undefined ? { unset: guard.unset } : {}),
        ...(guard.ofKnown ? { ofKnown: guard.ofKnown } : {}),
        ...(guard.disabled ? { disabled: guard.disabled } : {}),
        ...at,
        file: ref.fn!.file,
        span: guard.span,
        name: ref.name === '<inline>' || guard.disabled ? guard.name : ref.name,
      }));
      if (summary && summary.validates.length > 0) own.push({ kind: 'validation', level: 'NONE', ...partsOf(ref, summary), ...at });
      // What a wrapper writes down when something fails, it writes of the handler.
      const trace = summary?.traces ?? (place === 'wrapper' && ref.logs ? ref.name : undefined);
      if (trace !== undefined) own.push({ kind: 'logging', level: 'NONE', ...at, name: ref.name === '<inline>' ? trace : ref.name });
      if (limiterName.test(ref.name) && !own.some(({ kind }) => kind === 'rate-limit'))
        own.push({ kind: 'rate-limit', level: 'NONE', unsure: true, ...at });
      return [...own, ...nested];
    }
    const kept = {
      ...(ref.keepsUnlessTold === undefined ? {} : { keepsUnlessTold: ref.keepsUnlessTold }),
      ...(ref.keeps ? { keeps: ref.keeps } : {}),
      ...(ref.parts ? { parts: ref.parts } : {}),
      ...(ref.byClass || this.tables.call(ref.path)?.guard?.byClass ? { byClass: true as const } : {}),
    };
    if (ref.path?.endsWith('#schema')) return [{ kind: 'validation', level: 'NONE', ...kept, ...at }];
    const role = this.tables.call(ref.path);
    if (role?.combines) return nested;
    if (role?.guard && ref.decides)
      return [...ref.decides.flatMap((element) => this.guardsOf({ ...element, name: ref.name }, place, file)), ...nested];
    if (role?.unboundedBy && ref.idle) return [{ kind: 'body-limit', level: 'NONE', unbounded: true, ...at }, ...nested];
    if (role?.unbounded && (!role.guard || ref.idle)) {
      const unbounded = ref.idle === 'unread' ? 'unsure' : role.unbounded;
      return [{ kind: 'body-limit', level: 'NONE', unbounded, ...at }, ...nested];
    }
    if (role?.guard && ref.idle) return nested;
    if (role?.guard) {
      const chosen =
        role.guard.levels &&
        (ref.args ?? []).map((text) => role.guard!.levels!.of[text.split(':')[0]!]).filter((level) => level !== undefined);
      const isChosen = chosen && (chosen.length > 0 || role.guard.level === undefined);
      const level = isChosen ? weakest(chosen) : (role.guard.level ?? (role.guard.kind === 'authentication' ? 'AUTHENTICATED' : 'NONE'));
      if (isChosen && level === 'NONE') return nested;
      return [
        {
          kind: role.guard.kind,
          level: role.guard.optional || ref.overruled ? 'OPTIONAL' : level,
          ...kept,
          ...(role.guard.noted ? { noted: true as const } : {}),
          ...(role.guard.keeps ? { keeps: true as const } : {}),
          ...(role.guard.methods ? { methods: { mode: 'only' as const, names: [...role.guard.methods] } } : {}),
          ...at,
        },
        // What decides which pages may read the answer refuses no request.
        ...(role.guard.kind === 'cors' ? [] : nested),
      ];
    }
    // In a chain nobody looks at what it gives: who was not found is handed on, and the handler has to refuse.
    const isLenient = role?.verify !== undefined && /^(?:empty|false|result)$/.test(role.verify.fails) && !ref.heeded;
    if (role?.verify)
      return [{ kind: role.verify.kind ?? 'authentication', level: isLenient ? 'OPTIONAL' : role.verify.level, ...at }, ...nested];
    if (role?.validates) return [{ kind: 'validation', level: 'NONE', ...at }, ...nested];
    if (role?.harmless || role?.catchesAsync || (!role && keepsSessions.test(ref.path ?? ''))) return nested;
    // A package nobody described: its name is all there is.
    const isForeign = ref.path !== undefined && !ref.path.startsWith('file:') && !ref.path.startsWith('module:');
    if (
      isForeign &&
      guardName.test(`${ref.name} ${ref.path}`) &&
      !/limit|throttle|slow-?down|cors|log|csrf/i.test(`${ref.name} ${ref.path}`)
    )
      return [{ kind: 'authentication', level: /optional/i.test(ref.name) ? 'OPTIONAL' : 'AUTHENTICATED', ...at }, ...nested];
    if (!ref.path?.startsWith('module:') && limiterName.test(ref.name))
      return [{ kind: 'rate-limit', level: 'NONE', unsure: true, ...at }, ...nested];
    return nested;
  }

  private builderGuards(entity: string, depth: number): RouteGuard[] {
    const builder = this.builders.get(entity);
    if (!builder || depth === 0) return [];
    const base = builder.base === undefined ? [] : this.builderGuards(builder.base, depth - 1);
    // One that a function gives is called by that function, one without any name by what it runs.
    const name = entity.slice(entity.indexOf('#') + 1).replace(/\.?@[^]*$/, '');
    const own = builder.uses.flatMap((ref) => this.guardsOf(ref, 'router', builder.file));
    return [...base, ...(name === '' ? own : own.map((guard) => ({ ...guard, name })))];
  }
}

/** The parts of a request that a function checks: those that it is for, or that it looks at. */
function partsOf(ref: HandlerRef, { validatesParts, validatesFields }: FunctionSummary): Pick<RouteGuard, 'parts' | 'keeps'> {
  const parts = ref.parts ?? validatesParts;
  return { ...(parts ? { parts } : {}), ...(validatesFields ? { keeps: true } : {}) };
}

/** The handler itself, inside all wrappers. */
export function innermost(ref: HandlerRef | undefined): HandlerRef | undefined {
  let current = ref;
  while (current?.wraps && current.wraps.length > 0) current = current.wraps[current.wraps.length - 1];
  return current;
}

/** Wrappers around a handler and the middleware given to them, outermost first. */
export function wrappersOf(ref: HandlerRef | undefined): HandlerRef[] {
  if (!ref?.wraps || ref.wraps.length === 0) return [];
  return [{ ...ref, wraps: [] }, ...ref.wraps.slice(0, -1), ...wrappersOf(ref.wraps[ref.wraps.length - 1])];
}

/** A guard that passes over some paths, and the same for the methods that it asks there all the same. */
function sparing(guard: RouteGuard, { paths, exact = [], pairs = [] }: NonNullable<HandlerRef['except']>): RouteGuard[] {
  const all = {
    paths: [...paths, ...pairs.flatMap((pair) => pair.paths)],
    exact: [...exact, ...pairs.flatMap((pair) => pair.exact ?? [])],
  };
  return [
    { ...guard, when: { mode: 'except', ...all } },
    ...pairs.map(({ methods, ...named }): RouteGuard => ({
      ...guard,
      when: { mode: 'only', ...named },
      methods: { mode: 'except', names: methods },
    })),
  ];
}

/** What elements protect that a library puts together. */
function combined(how: 'all' | 'any' | 'except' | undefined, elements: readonly RouteGuard[][], args: readonly string[]): RouteGuard[] {
  const all = elements.flat();
  if (how === 'any')
    return elements.every((guards) => guards.some((guard) => guard.kind === 'authentication' && identifies(guard.level)))
      ? all
      : all.filter((guard) => guard.kind !== 'authentication');
  if (how !== 'except') return all;
  const paths = args.filter((arg) => arg.startsWith('/'));
  return all.map((guard) => ({ ...guard, when: { mode: 'except', paths } }));
}
