import type { AccessPath, ClassFact, FunctionRef } from '../model/facts';
import type { Tables } from './tables';

/** How many classes may stand above one another. */
const mostBases = 6;

/** Whoever asks for a member: files that were asked are added to `asked`, and `heirs` gives files with classes that build on a name. */
export interface MemberAsker {
  asked?: Set<string>;
  heirs?: (name: string) => readonly string[];
}

/** Members of the project's classes, inherited ones included. `classOf` gives a class that a file declares. */
export class ClassLookup {
  constructor(
    private readonly tables: Tables,
    private readonly classOf: (file: string, cls: string) => ClassFact | undefined,
    private readonly classesOf: (file: string) => readonly ClassFact[],
  ) {}

  /** Method or property of a class. */
  member(
    file: string,
    cls: string,
    name: string,
    asker: MemberAsker = {},
    depth = mostBases,
  ): { fn?: FunctionRef; path?: AccessPath; text?: string } | undefined {
    asker.asked?.add(file);
    const facts = this.classOf(file, cls);
    if (!facts || depth === 0) return undefined;
    const method = facts.methods[name];
    if (method !== undefined) return { fn: { file, id: method } };
    const path = facts.members[name];
    const text = facts.texts?.[name];
    if (path !== undefined || text !== undefined)
      return { ...(path === undefined ? {} : { path }), ...(text === undefined ? {} : { text }) };
    const base = facts.extends === undefined ? null : /^file:(.*)#class ([^.()]+)$/.exec(facts.extends);
    if (base) return this.member(base[1]!, base[2]!, name, asker, depth - 1) ?? this.keptByHeir(file, facts, name, asker, depth);
    // `class PrismaService extends PrismaClient`: members are those of the library's value.
    if (facts.extends !== undefined && !facts.extends.startsWith('file:')) {
      const instance = this.tables.aliases.get(`${facts.extends}()`) ?? `${facts.extends}()`;
      return { path: this.alias(`${instance}.${name}`) };
    }
    return this.keptByHeir(file, facts, name, asker, depth);
  }

  /** A method that an abstract class promises, in the only class that keeps it: modules hand that one to who asks for the promise. */
  private keptByHeir(file: string, facts: ClassFact, name: string, asker: MemberAsker, depth: number): ReturnType<ClassLookup['member']> {
    if (!asker.heirs || facts.abstract?.includes(name) !== true) return undefined;
    const path = `file:${file}#class ${facts.name}`;
    const heirs = asker.heirs(facts.name).flatMap((other) => {
      asker.asked?.add(other);
      return this.classesOf(other)
        .filter((each) => each.extends === path || each.implements?.includes(path))
        .map((each) => ({ file: other, cls: each.name }));
    });
    const [only, ...others] = heirs;
    return only && others.length === 0 ? this.member(only.file, only.cls, name, asker, depth - 1) : undefined;
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
