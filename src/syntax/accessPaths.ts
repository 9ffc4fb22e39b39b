import type { AccessPath, ExportFact, FunctionRef } from '../model/facts';
import type { Variant } from '../model/library';

/** What a name stands for; `packages` where it does so only if one of these is in use. */
export interface ConventionalName {
  path: AccessPath;
  packages?: readonly string[];
}

/** What resolving asks of library knowledge: plain tables, merged over all libraries in force. */
export interface PathTables {
  aliases: ReadonlyMap<AccessPath, AccessPath>;
  /** Those for any member, or a call of any member, by the path that it is a member of. */
  openAliases: { calls: ReadonlyMap<AccessPath, AccessPath>; members: ReadonlyMap<AccessPath, AccessPath> };
  variants: ReadonlyMap<AccessPath, readonly Variant[]>;
  /** Calls whose result stands for one of their arguments, by its index. */
  memoises: ReadonlyMap<AccessPath, number>;
  makes: ReadonlyMap<AccessPath, number>;
  types: ReadonlyMap<AccessPath, AccessPath>;
  globals: ReadonlyMap<string, AccessPath>;
  /** Values that untyped parameters of a name hold by convention. */
  names: ReadonlyMap<string, ConventionalName>;
  /** Values on which routes and middleware are registered: routers and applications. */
  registrars: ReadonlySet<AccessPath>;
  /** Paths of builders of procedures, whose steps give another one. */
  builders: ReadonlySet<AccessPath>;
}

/** What resolving asks about other files. */
export interface ProjectLookup {
  /** Where an import leads. */
  module(fromFile: string, specifier: string): { file: string } | { package: string } | { unresolved: true };
  /** What a project file exports under a name, re-exports followed. Asking records a dependency. */
  exportOf(file: string, name: string): (ExportFact & { file: string }) | undefined;
  /** What calling a project function evaluates to. */
  returns(ref: FunctionRef): AccessPath | undefined;
  returnsEntity(ref: FunctionRef): string | undefined;
  /** A function or a router in the object that calling a project function gives. */
  returnsMember(ref: FunctionRef, name: string): AccessPath | undefined;
  /** Identity of a router in that object. */
  returnsMemberEntity(ref: FunctionRef, name: string): string | undefined;
  /** Which of its function parameters a project function gives the result of. */
  returnsCallOf(ref: FunctionRef): number | undefined;
  /** Member of a class: function id for methods, path for properties, and the text that a property keeps. */
  member(file: string, cls: string, name: string): { fn?: FunctionRef; path?: AccessPath; text?: string } | undefined;
  /** Is one of these packages in use where the file is? Absent where nobody can tell. */
  uses?(packages: readonly string[]): boolean;
  /** What a class of another file extends. */
  base(file: string, cls: string): AccessPath | undefined;
}

/** How many files are asked for a name that nothing declares. */
const mostShared = 100;

/** Splits `file:src/a.ts#fn` into its file and its id. */
export function fileRefOf(path: AccessPath | undefined): FunctionRef | undefined {
  if (!path?.startsWith('file:')) return undefined;
  const hash = path.indexOf('#');
  const id = path.slice(hash + 1);
  return id.includes('()') ? undefined : { file: path.slice(5, hash), id };
}

/** Splits `file:src/a.ts#Class()` into file and class. */
export function instanceOf(path: AccessPath | undefined): { file: string; cls: string } | undefined {
  const match = path?.startsWith('file:') && /^file:(.*)#class ([^.()]+)\(\)$/.exec(path);
  return match ? { file: match[1]!, cls: match[2]! } : undefined;
}

/** Access paths of imports, members and results of calls, in the words of the libraries. It knows names, and no code. */
export class AccessPaths {
  private readonly imported = new Map<string, AccessPath | undefined>();

  /** `ownMember` gives the path of a member of a class of this file. */
  constructor(
    private readonly file: string,
    private readonly tables: PathTables,
    private readonly project: ProjectLookup,
    private readonly ownMember: (cls: string, name: string) => AccessPath | undefined,
  ) {}

  /** Path of what an import brings. */
  pathOfImport(specifier: string, name: string): AccessPath | undefined {
    const key = `${name} ${specifier}`;
    if (!this.imported.has(key)) this.imported.set(key, this.findImport(specifier, name));
    return this.imported.get(key);
  }

  private findImport(specifier: string, name: string): AccessPath | undefined {
    const target = this.project.module(this.file, specifier);
    if ('package' in target)
      return name === 'default' || name === '*' ? this.alias(`${target.package}#`) : this.rewrite(`${target.package}#`, name);
    if ('unresolved' in target) return undefined;
    if (name === '*') return `module:${target.file}#`;
    return this.pathOfExport(this.project.exportOf(target.file, name));
  }

  /** What a name stands for that nothing declares and that no runtime has: servers of Nitro may use some files without imports. */
  pathOfUndeclared(name: string): AccessPath | undefined {
    if (!/(^|\/)server\//.test(this.file) || name.length < 2) return undefined;
    if (!this.imported.has(name)) {
      this.imported.set(name, undefined);
      for (let index = 0; index < mostShared; index++) {
        const target = this.project.module(this.file, `auto-imports:${index}`);
        if (!('file' in target)) break;
        const path = target.file === this.file ? undefined : this.pathOfExport(this.project.exportOf(target.file, name));
        if (path === undefined) continue;
        this.imported.set(name, path);
        break;
      }
    }
    return this.imported.get(name);
  }

  private pathOfExport(found: (ExportFact & { file: string }) | undefined): AccessPath | undefined {
    if (!found) return undefined;
    if (found.path !== undefined) return found.path;
    if (found.object !== undefined) return `object:${found.file}#${found.object}`;
    if (found.fn !== undefined) return `file:${found.file}#${found.fn}`;
    if (found.cls !== undefined) return `file:${found.file}#class ${found.cls}`;
    return undefined;
  }

  /** Path of what `require` or `import()` of a module gives. */
  pathOfModule(specifier: string): AccessPath | undefined {
    const target = this.project.module(this.file, specifier);
    if ('package' in target) return this.alias(`${target.package}#`);
    if ('unresolved' in target) return undefined;
    return this.pathOfExport(this.project.exportOf(target.file, 'default')) ?? `module:${target.file}#`;
  }

  /** Path of a member of a path. */
  rewrite(base: AccessPath | undefined, member: string): AccessPath | undefined {
    if (base === undefined) return undefined;
    if (base.startsWith('module:')) {
      const file = base.slice(7, -1);
      return this.pathOfExport(this.project.exportOf(file, member));
    }
    if (base.startsWith('object:')) {
      const hash = base.lastIndexOf('#');
      return this.pathOfExport(this.project.exportOf(base.slice(7, hash), `${base.slice(hash + 1)}.${member}`));
    }
    // `(await import('firebase-admin')).default` is what `import admin from 'firebase-admin'` gives.
    if (member === 'default' && base.endsWith('#') && base !== 'global#') return this.alias(base);
    const maker = base.startsWith('file:') && base.endsWith('()') ? fileRefOf(base.slice(0, -2)) : undefined;
    if (maker && !maker.id.startsWith('class ')) {
      const handedOut = this.project.returnsMember(maker, member);
      if (handedOut !== undefined) return handedOut;
    }
    const instance = base.startsWith('file:') ? (instanceOf(base) ?? instanceOf(`${base}()`)) : undefined;
    if (instance) {
      if (instance.file === this.file) {
        const own = this.ownMember(instance.cls, member);
        if (own !== undefined) return own;
      } else {
        const found = this.project.member(instance.file, instance.cls, member);
        if (found?.fn) return `file:${found.fn.file}#${found.fn.id}`;
        if (found?.path !== undefined) return found.path;
      }
    }
    return this.alias(base.endsWith('#') ? base + member : `${base}.${member}`);
  }

  /** Path of what calling a path gives. */
  rewriteCall(callee: AccessPath | undefined): AccessPath | undefined {
    if (callee === undefined || callee.startsWith('module:')) return undefined;
    const ref = fileRefOf(callee);
    if (ref && !ref.id.startsWith('class ')) return this.project.returns(ref) ?? `${callee}()`;
    return this.alias(`${callee}()`);
  }

  private alias(path: AccessPath): AccessPath {
    if (path.startsWith('file:')) return path;
    const exact = this.tables.aliases.get(path);
    if (exact !== undefined) return exact;
    const isCall = path.endsWith('()');
    const body = isCall ? path.slice(0, -2) : path;
    const dot = Math.max(body.lastIndexOf('.'), body.lastIndexOf('#'));
    const { calls, members } = this.tables.openAliases;
    return (isCall ? calls : members).get(body.slice(0, dot + 1)) ?? path;
  }
}
