import type { AccessPath, ClassFact, FunctionRef } from '../model/facts';
import type { Tables } from './tables';

/** How many classes may stand above one another. */
const mostBases = 6;

/** Members of the project's classes, inherited ones included. `classOf` gives a class that a file declares. */
export class ClassLookup {
  constructor(
    private readonly tables: Tables,
    private readonly classOf: (file: string, cls: string) => ClassFact | undefined,
  ) {}

  /** Method or property of a class; files that were asked are added to `asked`. */
  member(
    file: string,
    cls: string,
    name: string,
    asked?: Set<string>,
    depth = mostBases,
  ): { fn?: FunctionRef; path?: AccessPath; text?: string } | undefined {
    asked?.add(file);
    const facts = this.classOf(file, cls);
    if (!facts || depth === 0) return undefined;
    const method = facts.methods[name];
    if (method !== undefined) return { fn: { file, id: method } };
    const path = facts.members[name];
    const text = facts.texts?.[name];
    if (path !== undefined || text !== undefined)
      return { ...(path === undefined ? {} : { path }), ...(text === undefined ? {} : { text }) };
    const base = facts.extends === undefined ? null : /^file:(.*)#class ([^.()]+)$/.exec(facts.extends);
    if (base) return this.member(base[1]!, base[2]!, name, asked, depth - 1);
    // `class PrismaService extends PrismaClient`: members are those of the library's value.
    if (facts.extends !== undefined && !facts.extends.startsWith('file:')) {
      const instance = this.tables.aliases.get(`${facts.extends}()`) ?? `${facts.extends}()`;
      return { path: this.alias(`${instance}.${name}`) };
    }
    return undefined;
  }

  /** What is known of a class that a file declares. */
  declared(file: string, cls: string, asked: Set<string>): ClassFact | undefined {
    asked.add(file);
    return this.classOf(file, cls);
  }

  /** Path of what a class extends. */
  base(file: string, cls: string, asked: Set<string>): AccessPath | undefined {
    asked.add(file);
    return this.classOf(file, cls)?.extends;
  }

  private alias(path: AccessPath): AccessPath {
    const exact = this.tables.aliases.get(path);
    return exact ?? this.tables.aliases.get(`${path.slice(0, path.lastIndexOf('.') + 1)}*`) ?? path;
  }
}
