import type { AccessPath, Decoration, HandlerRef } from '../model/facts';
import { addTo } from '../model/grouping';
import type { Tables } from './tables';

/** What code adds to an application under a name, for others to put in front of routes: `app.decorate('requireUser', guard)`. */
export class Decorations {
  private readonly byPath = new Map<AccessPath, Decoration[]>();
  /** What can be added to. */
  private readonly open: ReadonlySet<AccessPath>;

  constructor(private readonly tables: Tables) {
    this.open = new Set(
      tables.libraries.flatMap(({ calls }) =>
        Object.entries(calls ?? {}).flatMap(([path, { decorates }]) => (decorates ? [ownerOf(path)] : [])),
      ),
    );
  }

  /** Takes the present decorations of a file. Returns whether others are there now than before. */
  update(before: readonly Decoration[], now: readonly Decoration[]): boolean {
    for (const { path } of before) {
      const rest = (this.byPath.get(path) ?? []).filter((one) => !before.includes(one));
      if (rest.length > 0) this.byPath.set(path, rest);
      else this.byPath.delete(path);
    }
    for (const one of now) addTo(this.byPath, one.path, one);
    return said(before) !== said(now);
  }

  /** Is an element of a chain something that was added, or must have been, since no library says what it is? */
  isOne({ path, fn }: HandlerRef): boolean {
    return path !== undefined && !fn && this.open.has(ownerOf(path)) && (this.byPath.has(path) || this.tables.call(path) === undefined);
  }

  /** What was added under the name of an element of a chain. What nobody adds, or several do, cannot be known. */
  meantBy(ref: HandlerRef): HandlerRef[] {
    const [found, ...others] = this.byPath.get(ref.path!) ?? [];
    if (!found || others.some((other) => said([other]) !== said([found]))) return [{ ...ref, unresolved: true }];
    return found.handlers.map((handler) => ({ ...handler, name: ref.name, span: ref.span }));
  }
}

function ownerOf(path: AccessPath): AccessPath {
  return path.slice(0, path.lastIndexOf('.'));
}

/** Decorations without the places at which they stand. */
function said(decorations: readonly Decoration[]): string {
  return JSON.stringify(
    decorations.map(({ path, handlers }) => [path, handlers]),
    (key, value: unknown) => (key === 'span' ? undefined : value),
  );
}
