import type { HandlerRef, MountFact, RouteGuard } from '../model/facts';
import { addTo } from '../model/grouping';
import { instanceOf } from '../syntax/accessPaths';
import type { Decorations } from './decorations';
import { identifies, strongest, weakest } from './guardLevels';

/** How often what is given is handed on. */
const deepest = 6;
type Arguments = Readonly<Record<string, readonly HandlerRef[]>>;

/** What the parameters of functions hold that put guards in front of routes: `makeUsers(requireUser)`, `register(users, { preHandler })`. */
export class GivenValues {
  /** Calls of each function, by what they are given. */
  private readonly calls = new Map<string, { mount: MountFact; args: Arguments }[]>();

  constructor(
    private readonly guardsOf: (ref: HandlerRef, place: RouteGuard['place'], file: string) => RouteGuard[],
    /** The function that a function gives back, by its id in the same file. */
    private readonly returnedBy: (ref: NonNullable<HandlerRef['fn']>) => string | undefined,
    /** Is there such a function? */
    private readonly isKnown: (ref: NonNullable<HandlerRef['fn']>) => boolean,
    private readonly decorations: Decorations,
  ) {}

  /** Takes a call that was found. */
  add(mount: MountFact): void {
    for (const { to, args } of mount.given ?? []) {
      addTo(this.calls, to, { mount, args });
      // Files are read in any order; what is said must not depend on it.
      this.calls
        .get(to)!
        .sort((a, b) => (a.mount.file < b.mount.file ? -1 : a.mount.file > b.mount.file ? 1 : a.mount.order - b.mount.order));
    }
  }

  /** Forgets a call. */
  drop(mount: MountFact): void {
    for (const { to } of mount.given ?? []) {
      const left = (this.calls.get(to) ?? []).filter((call) => call.mount !== mount);
      if (left.length > 0) this.calls.set(to, left);
      else this.calls.delete(to);
    }
  }

  /** A chain with what parameters hold in their place; those that calls give different things protect nothing for certain. */
  fill(chain: readonly HandlerRef[]): readonly HandlerRef[] {
    return chain.some((ref) => isOpen(ref) || this.decorations.isOne(ref)) ? chain.flatMap((ref) => this.filled(ref, deepest)) : chain;
  }

  private filled(ref: HandlerRef, depth: number): HandlerRef[] {
    if (this.decorations.isOne(ref)) return this.decorations.meantBy(ref);
    const own = ref.wraps?.some(isOpen) ? { ...ref, wraps: ref.wraps.flatMap((inner) => this.filled(inner, depth)) } : ref;
    const place = own.held && /^(.*?#.*?)\.param(\d+)((?:\.[^.]+)*)$/.exec(own.held);
    if (!place || depth === 0) return [own];
    const calls = this.calls.get(place[1]!);
    if (!calls) return [own];
    const ways = calls.map(({ args }) => this.lookUp(args, `${place[2]!}${place[3]!}`, own, depth - 1));
    return this.common(ways.map((way) => way.map((found) => this.calledAs(own, found)))) ?? [unknown(own)];
  }

  /** What one call gives for a parameter or a member of it. */
  private lookUp(args: Arguments, key: string, ref: HandlerRef, depth: number): HandlerRef[] {
    const exact = args[key];
    if (exact) return exact.flatMap((found) => this.filled(found, depth));
    for (let end = key.lastIndexOf('.'); end !== -1; end = key.lastIndexOf('.', end - 1)) {
      const [outer, ...more] = args[key.slice(0, end)] ?? [];
      // What a function was given as a whole it hands on as a whole.
      if (outer?.held !== undefined && more.length === 0) return this.filled({ ...outer, held: outer.held + key.slice(end) }, depth);
      const method = more.length === 0 ? this.methodOf(outer, key.slice(end + 1)) : undefined;
      if (method) return [{ name: ref.name, span: ref.span, fn: method }];
    }
    return ref.otherwise ? ref.otherwise.flatMap((found) => this.filled(found, depth)) : [unknown(ref)];
  }

  /** The method of an instance that was given. */
  private methodOf(ref: HandlerRef | undefined, name: string): HandlerRef['fn'] {
    const made = instanceOf(ref?.path);
    const fn = made && { file: made.file, id: `${made.cls}.${name}` };
    return fn && this.isKnown(fn) ? fn : undefined;
  }

  /** What was found, as it is written where it runs. */
  private calledAs(ref: HandlerRef, found: HandlerRef): HandlerRef {
    const { held, otherwise, unresolved, path, called, ...written } = ref;
    // Where a name is all there is to go by, that of the parameter says nothing.
    if (called !== true) return { ...found, name: found.fn || found.unresolved ? ref.name : found.name, span: ref.span };
    // The parameter makes the element of the chain: `requireRole('admin')`.
    if (found.fn) {
      const id = this.returnedBy(found.fn);
      return id === undefined ? unknown(ref) : { ...written, fn: { file: found.fn.file, id } };
    }
    return found.path === undefined || found.unresolved ? unknown(ref) : { ...written, name: found.name, path: found.path };
  }

  /** What all calls give, as far as protection goes: of those that all ask who calls, the one that asks least. */
  private common(ways: readonly HandlerRef[][]): HandlerRef[] | undefined {
    const [first, ...others] = ways;
    if (!first || others.length === 0) return first;
    if (ways.some((way) => way.some(({ unresolved }) => unresolved))) return undefined;
    const guards = ways.map((way) => way.flatMap((ref) => this.guardsOf(ref, 'route', '')));
    const kinds = guards.map((found) =>
      [...new Set(found.map(({ kind, level, when }) => JSON.stringify([kind, level, when])))].sort().join(),
    );
    if (kinds.every((text) => text === kinds[0])) return first;
    const levels = guards.map((found) =>
      strongest(found.filter(({ kind, when, methods }) => kind === 'authentication' && !when && !methods).map(({ level }) => level)),
    );
    return levels.every(identifies) ? ways[levels.indexOf(weakest(levels))] : undefined;
  }
}

function isOpen({ held, wraps }: HandlerRef): boolean {
  return held !== undefined || wraps?.some(isOpen) === true;
}

function unknown({ name, span }: HandlerRef): HandlerRef {
  return { name, span, unresolved: true };
}
