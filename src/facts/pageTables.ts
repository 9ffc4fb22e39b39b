import type { AccessPath } from '../model/facts';
import type { Library, PageAttribute, PageComponents, PageRead, PageSink } from '../model/library';

type Place = Pick<PageSink, 'category' | 'as'> & { library: string };

/** What all libraries state of scripts in pages, merged for look-up. */
export interface PageTables {
  /** Where one of these does not match, a text holds no source, or no sink. */
  source: RegExp;
  sink: RegExp;
  /** Where this matches, a sink may be told of without any source. */
  trust: RegExp;
  read(path: AccessPath | undefined): PageRead | undefined;
  call(path: AccessPath | undefined): readonly (PageSink & { library: string })[];
  assignment(path: AccessPath | undefined): Place | undefined;
  attribute(element: string, name: string): (PageAttribute & { library: string }) | undefined;
  components: readonly PageComponents[];
  /** Last members of what is called and assigned. */
  callNames: ReadonlySet<string>;
  assignedNames: ReadonlySet<string>;
}

/** Merges what libraries state of pages. */
export function pageTablesOf(libraries: readonly Library[]): PageTables {
  const reads = new Map<AccessPath, PageRead>();
  const calls = new Map<AccessPath, (PageSink & { library: string })[]>();
  const assignments = new Map<AccessPath, Place>();
  const attributes = new Map<string, PageAttribute & { library: string }>();
  const sources: string[] = [];
  const sinks: string[] = [];
  const trusts: string[] = [];
  for (const { id: library, page } of libraries) {
    if (!page) continue;
    if (page.traces.source) sources.push(page.traces.source.source);
    if (page.traces.sink) sinks.push(page.traces.sink.source);
    if (page.traces.trust) trusts.push(page.traces.trust.source);
    for (const [path, kind] of Object.entries(page.reads ?? {})) reads.set(path, kind);
    for (const [path, list] of Object.entries(page.calls ?? {}))
      calls.set(
        path,
        list.map((sink) => ({ ...sink, library })),
      );
    for (const [path, role] of Object.entries(page.assignments ?? {})) assignments.set(path, { ...role, library });
    for (const [name, role] of Object.entries(page.attributes ?? {})) attributes.set(name, { ...role, library });
  }
  return {
    source: new RegExp(sources.join('|') || '(?!)'),
    sink: new RegExp([...sinks, ...trusts].join('|') || '(?!)'),
    trust: new RegExp(trusts.join('|') || '(?!)'),
    read: (path) => (path === undefined ? undefined : reads.get(path)),
    call: (path) => (path === undefined ? undefined : calls.get(path)) ?? [],
    assignment: (path) => (path === undefined ? undefined : assignments.get(path)),
    attribute: (element, name) => attributes.get(`${element}.${name}`) ?? attributes.get(`*.${name}`),
    components: libraries.flatMap(({ page }) => page?.components ?? []),
    callNames: namesOf(calls.keys()),
    assignedNames: namesOf(assignments.keys()),
  };
}

function namesOf(paths: Iterable<AccessPath>): Set<string> {
  return new Set([...paths].map((path) => path.slice(Math.max(path.lastIndexOf('.'), path.lastIndexOf('#')) + 1)));
}
