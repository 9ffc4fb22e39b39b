import type { AccessPath } from '../model/facts';
import type {
  CallRole,
  CheckOption,
  TurnOff,
  CommandRole,
  DecoratorRole,
  FileRoute,
  Library,
  PageMaker,
  ReadRole,
  ResultRole,
  Variant,
} from '../model/library';
import { pageTablesOf, type PageTables } from './pageTables';
import { namesFor } from './lastNames';
import type { ConventionalName, PathTables } from '../syntax/accessPaths';
import { speakingOf, telling } from './speakingWords';

type Assignments = NonNullable<Library['assignments']>;

/** Everything that all libraries state, merged for look-up. Built once. */
export interface Tables extends PathTables {
  libraries: readonly Library[];
  /** What serves requests by itself, with the library that it is of. */
  roots: ReadonlyMap<AccessPath, string>;
  call(path: AccessPath | undefined): (CallRole & { library: string }) | undefined;
  read(path: AccessPath | undefined): (ReadRole & { library: string }) | undefined;
  result(path: AccessPath | undefined): (ResultRole & { library: string }) | undefined;
  assignment(path: AccessPath | undefined): (Assignments[string] & { library: string }) | undefined;
  decorator(path: AccessPath | undefined): (DecoratorRole & { library: string }) | undefined;
  fileRoutes: readonly (FileRoute & { library: Library })[];
  /** Those of frameworks among the dependencies of a package, and those of none. */
  fileRoutesOf(dependencies: Record<string, string>): Tables['fileRoutes'];
  pageMakers: readonly (PageMaker & { packages: readonly string[] })[];
  /** Packages of frameworks whose files are entries because of where they lie. */
  placingPackages: ReadonlySet<string>;
  /** Last names that calls with a role may have, and those whose callbacks are given something. */
  callNames: ReadonlySet<string>;
  callbackNames: ReadonlySet<string>;
  /** Last names of calls that register endpoints, or mount something. */
  registeringNames: ReadonlySet<string>;
  /** Last names that reads with a meaning may have. */
  readNames: ReadonlySet<string>;
  /** Packages with calls that have a role whatever they are called. */
  openPackages: readonly string[];
  /** Where this does not match, a text calls nothing that has a role, sets nothing that has one, and has no function of a handler's shape. */
  speaking: RegExp;
  /** Libraries that know members of a user's data that users write themselves. */
  selfWritten: readonly { id: string; packages: readonly string[]; names: readonly string[] }[];
  /** Libraries that know handlers by their shape. */
  /** Calls that give what others can tell, by their path. */
  guessable: ReadonlyMap<AccessPath, 'random' | 'time'>;
  /** By the value of the first parameter: libraries that send a text as a page which a handler returns. */
  sendsReturned: ReadonlyMap<AccessPath, string>;
  shaped: readonly Library[];
  checkOptions: readonly (CheckOption & { package: string })[];
  turnsOff: readonly (TurnOff & { library: string })[];
  schemaOptions: readonly (NonNullable<Library['pushesSchema']> & { packages: readonly string[] })[];
  exposingOptions: readonly NonNullable<Library['exposingOptions']>[number][];
  /** Where this does not match, a text hands no setting of a server to browsers. */
  exposing: RegExp;
  commands: readonly CommandRole[];
  /** Beginnings of names that end in what browsers download, with the packages that put them there; [] means whatever there is. */
  exposedPrefixes: readonly { prefix: string; packages: readonly string[] }[];
  /** Single records: the models that they are found by, and the methods that change them. */
  records: readonly { library: Library; model: AccessPath; writes: ReadonlySet<string> }[];
  library(id: string): Library | undefined;
  /** Number of parameters of the error handlers among the middleware of a framework, where that tells them from others. */
  errorHandlerArity(library: string): number | undefined;
  /** Libraries that may make objects of queries. */
  nestingQueries: readonly Library[];
  removesOperators: readonly string[];
  /** Packages of libraries that end requests by exceptions without a status of their own. */
  interrupting: readonly string[];
  /** Packages whose servers go on after exceptions that nobody catches. */
  outliving: readonly string[];
  keepsDocuments: readonly string[];
  /** The package that an import specifier of generated code stands for. */
  generated(specifier: string): string | undefined;
  /** Is the path a value of a library that is described here? Then its name says nothing more. */
  isDescribed(path: AccessPath): boolean;
  /** Where this does not match, a text has no result of any library in it. */
  traces: RegExp;
  /** What scripts in a page read and change. */
  page: PageTables;
  /** Names that switch the escaping of template engines off when they are given the value. */
  unescapes: ReadonlyMap<string, boolean>;
}

class Table<T extends object> {
  private readonly entries = new Map<AccessPath, T & { library: string }>();
  /** Entries that end in `*`, by what stands before it. */
  private readonly open = new Map<AccessPath, T & { library: string }>();

  add(library: string, entries: Record<AccessPath, T> | undefined): void {
    for (const [path, entry] of Object.entries(entries ?? {})) {
      const old = this.entries.get(path);
      const merged = { ...old, ...entry, library: old?.library ?? library };
      this.entries.set(path, merged);
      if (path.endsWith('*')) this.open.set(path.slice(0, -1), merged);
    }
  }

  paths(fits: (entry: T) => boolean = () => true): AccessPath[] {
    return [...this.entries].filter(([, entry]) => fits(entry)).map(([path]) => path);
  }

  values(): T[] {
    return [...this.entries.values()];
  }

  /** Exact path first, then with `*` in place of the last member. Libraries say nothing of the project's own files. */
  find(path: AccessPath | undefined): (T & { library: string }) | undefined {
    if (path === undefined || path.startsWith('file:')) return undefined;
    const exact = this.entries.get(path);
    if (exact || this.open.size === 0) return exact;
    const cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('#'));
    return this.open.get(path.slice(0, cut + 1));
  }
}

/** Merges libraries. Later libraries add to earlier ones where they speak of the same path. */
export function tablesOf(libraries: readonly Library[]): Tables {
  const aliases = new Map<AccessPath, AccessPath>();
  const types = new Map<AccessPath, AccessPath>();
  const globals = new Map<string, AccessPath>();
  const names: Map<string, ConventionalName> = new Map();
  const calls = new Table<CallRole>();
  const reads = new Table<ReadRole>();
  const results = new Table<ResultRole>();
  const assignments = new Table<Assignments[string]>();
  const decorators = new Table<DecoratorRole>();
  const fileRoutes: (FileRoute & { library: Library })[] = [];
  const routesOf = new WeakMap<Record<string, string>, Tables['fileRoutes']>();
  const byId = new Map<string, Library>();
  const roots = new Map<AccessPath, string>();
  const variants = new Map<AccessPath, readonly Variant[]>();
  const memoises = new Map<AccessPath, number>();
  const makes = new Map<AccessPath, number>();
  for (const library of libraries) {
    byId.set(library.id, library);
    for (const [from, to] of Object.entries(library.aliases ?? {})) aliases.set(from, to);
    for (const [from, to] of Object.entries(library.types ?? {})) types.set(from, to);
    for (const [name, path] of Object.entries(library.globals ?? {})) globals.set(name, path);
    for (const [name, path] of Object.entries(library.names ?? {})) names.set(name, { path });
    for (const [name, path] of Object.entries(library.commonNames ?? {})) names.set(name, { path, packages: library.packages });
    for (const root of library.roots ?? []) roots.set(root, library.id);
    for (const [path, list] of Object.entries(library.variants ?? {})) variants.set(path, [...(variants.get(path) ?? []), ...list]);
    for (const [path, argument] of Object.entries(library.memoises ?? {})) memoises.set(path, argument);
    for (const [path, argument] of Object.entries(library.makes ?? {})) makes.set(path, argument);
    calls.add(library.id, library.calls);
    reads.add(library.id, library.reads);
    results.add(library.id, library.results);
    assignments.add(library.id, library.assignments);
    decorators.add(library.id, library.decorators);
    for (const route of library.fileRoutes ?? []) fileRoutes.push({ ...route, library });
  }
  const generated = libraries.flatMap(({ generated: pattern, packages }) =>
    pattern && packages[0] !== undefined ? [{ pattern, name: packages[0] }] : [],
  );
  const errorArities = new Map(
    libraries.flatMap(({ id, calls: own }) =>
      Object.values(own ?? {}).flatMap(({ mount }) =>
        mount?.errorHandlerArity === undefined ? [] : [[id, mount.errorHandlerArity] as const],
      ),
    ),
  );
  const described = new Set([...byId.keys(), ...libraries.flatMap((library) => library.packages), ...[...aliases.values()].map(ownerOf)]);
  const traces = libraries
    .filter((library) => library.results)
    .map((library) => library.traces?.source ?? library.packages.map(escaped).join('|'));
  return {
    libraries,
    roots,
    aliases,
    openAliases: { calls: openOf(aliases, '*()'), members: openOf(aliases, '*') },
    variants,
    memoises,
    makes,
    types,
    globals,
    names,
    fileRoutes,
    registrars: new Set(calls.paths(registers).map((path) => path.slice(0, path.lastIndexOf('.')))),
    builders: new Set(calls.paths(isStep).map((path) => path.slice(0, path.lastIndexOf('.')))),
    callNames: namesFor(calls.paths(), aliases),
    callbackNames: namesFor(calls.paths(givesCallbacks), aliases),
    registeringNames: namesFor(
      calls.paths(({ route, mount }) => route !== undefined || mount !== undefined),
      aliases,
    ),
    readNames: namesFor(reads.paths(), aliases),
    openPackages: libraries.flatMap((library) =>
      Object.keys(library.calls ?? {}).some((path) => path.endsWith('*')) ? library.packages : [],
    ),
    speaking: speakingOf(libraries, namesFor(calls.paths(does), aliases)),
    selfWritten: libraries.flatMap(({ id, packages, selfWritten: names }) => (names ? [{ id, packages, names }] : [])),
    guessable: new Map(libraries.flatMap((library) => Object.entries(library.guessable ?? {}))),
    sendsReturned: new Map(libraries.flatMap(({ id, sendsReturned: path }) => (path === undefined ? [] : [[path, id]]))),
    shaped: libraries.filter((library) => library.handlerShapes),
    schemaOptions: libraries.flatMap(({ packages, pushesSchema }) => (pushesSchema ? [{ ...pushesSchema, packages }] : [])),
    exposingOptions: libraries.flatMap((library) => library.exposingOptions ?? []),
    exposing: new RegExp(
      [
        ...libraries.flatMap(({ exposes = [] }) => exposes.map((prefix) => `\\b${prefix}\\w*(?:${telling})`)),
        ...calls.values().flatMap(({ allowsBrowser }) => (allowsBrowser ? [allowsBrowser.option] : [])),
      ].join('|') || '(?!)',
    ),
    commands: libraries.flatMap((library) => library.commands ?? []),
    exposedPrefixes: libraries.flatMap(({ packages, exposes = [] }) => exposes.map((prefix) => ({ prefix, packages }))),
    checkOptions: libraries.flatMap(({ packages, checkOptions = [] }) =>
      checkOptions.map((option) => ({ ...option, package: packages[0] ?? '' })),
    ),
    turnsOff: libraries.flatMap(({ id, turnsOff = [] }) => turnsOff.map((option) => ({ ...option, library: id }))),
    // Nothing at all is found by what can never match.
    traces: new RegExp(traces.join('|') || '(?!)'),
    page: pageTablesOf(libraries),
    unescapes: new Map(libraries.flatMap((library) => Object.entries(library.unescapes ?? {}))),
    fileRoutesOf: (dependencies) => {
      let known = routesOf.get(dependencies);
      if (!known)
        routesOf.set(
          dependencies,
          (known = fileRoutes.filter((route) => packagesOf(route).length === 0 || packagesOf(route).some((name) => name in dependencies))),
        );
      return known;
    },
    records: libraries.flatMap((library) =>
      Object.entries(library.records ?? {}).map(([record, model]) => ({
        library,
        model,
        writes: new Set(
          Object.entries(library.calls ?? {}).flatMap(([path, { data }]) =>
            data?.operation === 'write' && path.startsWith(`${record}.`) ? [path.slice(record.length + 1)] : [],
          ),
        ),
      })),
    ),
    pageMakers: libraries.flatMap(({ packages, pageMakers = [] }) => pageMakers.map((maker) => ({ ...maker, packages }))),
    placingPackages: new Set(fileRoutes.flatMap(packagesOf)),
    call: (path) => calls.find(path),
    read: (path) => reads.find(path),
    result: (path) => results.find(path),
    assignment: (path) => assignments.find(path),
    decorator: (path) => decorators.find(path),
    library: (id) => byId.get(id),
    errorHandlerArity: (id) => errorArities.get(id),
    nestingQueries: libraries.filter((library) => library.nestsQuery),
    interrupting: libraries.flatMap(({ packages, calls: own }) =>
      Object.values(own ?? {}).some(({ interrupts, reply }) => interrupts && !reply) ? packages : [],
    ),
    outliving: libraries.flatMap(({ outlivesErrors, packages }) => (outlivesErrors ? packages : [])),
    removesOperators: libraries.flatMap((library) => library.removesOperators ?? []),
    keepsDocuments: libraries.flatMap((library) => library.keepsDocuments ?? []),
    generated: (specifier) => generated.find(({ pattern }) => pattern.test(specifier))?.name,
    isDescribed: (path) =>
      described.has(ownerOf(path)) ||
      described.has(
        ownerOf(path)
          .split('/')
          .slice(0, path.startsWith('@') ? 2 : 1)
          .join('/'),
      ),
  };
}

/** Aliases whose last member is any, by what stands before it. */
function openOf(aliases: ReadonlyMap<AccessPath, AccessPath>, ending: string): Map<AccessPath, AccessPath> {
  return new Map([...aliases].filter(([path]) => path.endsWith(ending)).map(([path, target]) => [path.slice(0, -ending.length), target]));
}

/** Methods of lists, which any file calls: where a library has one of that name, it is waited for or given a text. */
export const ofLists = ['map', 'forEach', 'filter', 'some', 'every', 'flatMap', 'reduce'];

/** Does a call do something by itself? One that only hands its callback something has been given it by another call, and what fills an object is followed by what saves it. */
function does(role: CallRole): boolean {
  return role.fills === undefined && Object.keys(role).some((key) => key !== 'callbacks' && key !== 'library');
}

/** Is something registered on what the call is made on? */
function registers(role: CallRole): boolean {
  return role.mount !== undefined && role.mount.reach !== 'global';
}

/** A step that gives a builder again. */
function isStep({ builder }: CallRole): boolean {
  return builder?.step === 'use' || builder?.step === 'input' || builder?.step === 'meta';
}

function givesCallbacks(role: CallRole): boolean {
  return (
    role.route !== undefined ||
    role.mount !== undefined ||
    role.methodTable !== undefined ||
    role.callbacks !== undefined ||
    role.refers !== undefined
  );
}

export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** Packages that a convention comes with. */
export function packagesOf(route: FileRoute & { library: Library }): readonly string[] {
  return route.packages ?? route.library.packages;
}

export function ownerOf(path: AccessPath): string {
  return path.slice(0, path.indexOf('#'));
}
