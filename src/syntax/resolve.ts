import { ts } from 'ts-morph';
import type { AccessPath, ExportFact, FunctionRef } from '../model/facts';
import { addTo } from '../model/grouping';
import { Declarations, type Declaration, type Step } from './declarations';
import type { Variant } from '../model/library';
import { bare, constantString, propertyOf, walk } from './nodes';
import type { FunctionInfo, FunctionNode, Outline } from './outline';

const { SyntaxKind } = ts;

/** What resolving asks of library knowledge: plain tables, merged over all libraries in force. */
export interface PathTables {
  aliases: ReadonlyMap<AccessPath, AccessPath>;
  /** Those for any member, or a call of any member, by the path that it is a member of. */
  openAliases: { calls: ReadonlyMap<AccessPath, AccessPath>; members: ReadonlyMap<AccessPath, AccessPath> };
  variants: ReadonlyMap<AccessPath, readonly Variant[]>;
  /** Calls whose result stands for one of their arguments, by its index. */
  memoises: ReadonlyMap<AccessPath, number>;
  types: ReadonlyMap<AccessPath, AccessPath>;
  globals: ReadonlyMap<string, AccessPath>;
  /** Values that untyped parameters of a name hold by convention. */
  names: ReadonlyMap<string, AccessPath>;
  /** Values on which routes and middleware are registered: routers and applications. */
  registrars: ReadonlySet<AccessPath>;
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
  /** Member of a class: function id for methods, path for properties. */
  member(file: string, cls: string, name: string): { fn?: FunctionRef; path?: AccessPath } | undefined;
  /** What a class of another file extends. */
  base(file: string, cls: string): AccessPath | undefined;
}

const longest = 160;
/** Kept for what has no path, or none yet. */
const nameless = '';
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

/** Resolves expressions of one file to access paths, functions and identities. Answers are kept per node. */
export class Resolver {
  readonly declarations = new Declarations();
  /** Values of parameters that the context gives (a route handler's `req`). Set before paths below are asked for. */
  parameters = new Map<FunctionNode, (AccessPath | undefined)[]>();
  private readonly paths = new Map<ts.Node, AccessPath>();
  private readonly busy = new Set<ts.Node>();
  private readonly named = new Map<Declaration, AccessPath>();
  private readonly imported = new Map<string, AccessPath | undefined>();

  constructor(
    readonly file: string,
    readonly outline: Outline,
    readonly tables: PathTables,
    readonly project: ProjectLookup,
  ) {}

  /** Access path of a value, or undefined when it is nothing we can name. */
  pathOf(node: ts.Expression): AccessPath | undefined {
    const known = this.paths.get(node);
    if (known !== undefined) return known === nameless ? undefined : known;
    // Whoever leads back to itself has no name.
    this.paths.set(node, nameless);
    const path = this.compute(node);
    if (path === undefined || path.length > longest) return undefined;
    this.paths.set(node, path);
    return path;
  }

  /** Takes over the values of parameters from the resolver of the text before an edit, which is not asked any more. */
  inherit(before: Resolver): void {
    this.parameters = before.parameters;
  }

  /** Forgets answers after parameters were given values. */
  forgetPaths(): void {
    this.paths.clear();
    this.named.clear();
  }

  private compute(node: ts.Expression): AccessPath | undefined {
    switch (node.kind) {
      case SyntaxKind.Identifier:
        return this.pathOfIdentifier(node as ts.Identifier);
      case SyntaxKind.PropertyAccessExpression: {
        const access = node as ts.PropertyAccessExpression;
        return this.memberOf(access.expression, access.name.text);
      }
      case SyntaxKind.ElementAccessExpression: {
        const access = node as ts.ElementAccessExpression;
        const key = access.argumentExpression;
        return this.memberOf(access.expression, ts.isStringLiteral(key) || ts.isNoSubstitutionTemplateLiteral(key) ? key.text : '[]');
      }
      case SyntaxKind.CallExpression:
      case SyntaxKind.NewExpression:
        return this.pathOfCall(node as ts.CallExpression);
      case SyntaxKind.ParenthesizedExpression:
      case SyntaxKind.AsExpression:
      case SyntaxKind.NonNullExpression:
      case SyntaxKind.SatisfiesExpression:
      case SyntaxKind.TypeAssertionExpression:
      case SyntaxKind.AwaitExpression: {
        const inner = this.pathOf((node as ts.ParenthesizedExpression).expression);
        if (inner !== undefined || !(ts.isAsExpression(node) || ts.isSatisfiesExpression(node))) return inner;
        return this.pathOfType(node.type);
      }
      case SyntaxKind.BinaryExpression: {
        const binary = node as ts.BinaryExpression;
        const operator = binary.operatorToken.kind;
        if (operator === SyntaxKind.QuestionQuestionToken || operator === SyntaxKind.BarBarToken || operator === SyntaxKind.QuestionQuestionEqualsToken || operator === SyntaxKind.BarBarEqualsToken) return this.eitherOf(binary.left, binary.right);
        if (operator === SyntaxKind.EqualsToken || operator === SyntaxKind.AmpersandAmpersandToken) return this.pathOf(binary.right);
        return undefined;
      }
      case SyntaxKind.ConditionalExpression:
        return this.pathOf((node as ts.ConditionalExpression).whenTrue) ?? this.pathOf((node as ts.ConditionalExpression).whenFalse);
      case SyntaxKind.ArrowFunction:
      case SyntaxKind.FunctionExpression: {
        const info = this.outline.byNode.get(node);
        return info && `file:${this.file}#${info.id}`;
      }
      case SyntaxKind.ClassExpression:
        return (node as ts.ClassExpression).name && `file:${this.file}#class ${(node as ts.ClassExpression).name!.text}`;
      case SyntaxKind.ThisKeyword: {
        const cls = this.classAround(node);
        return cls && `file:${this.file}#class ${cls.name?.text ?? '<class>'}()`;
      }
      case SyntaxKind.SuperKeyword: {
        const base = this.baseOf(this.classAround(node));
        return base === undefined ? undefined : this.rewriteCall(base);
      }
      case SyntaxKind.TaggedTemplateExpression:
        return this.rewriteCall(this.pathOf((node as ts.TaggedTemplateExpression).tag));
      case SyntaxKind.MetaProperty:
        return 'global#import.meta';
      default:
        return undefined;
    }
  }

  /** The first of two values that can be named. What the project keeps on the global object is what it puts there: `globalThis.db ?? new Database()`. */
  private eitherOf(first: ts.Expression, second: ts.Expression): AccessPath | undefined {
    const path = this.pathOf(first);
    const own = path === undefined ? null : /^global#(\w+)$/.exec(path);
    return path !== undefined && (!own || this.tables.globals.get(own[1]!) === path) ? path : (this.pathOf(second) ?? path);
  }

  private pathOfIdentifier(node: ts.Identifier): AccessPath | undefined {
    const declaration = this.declarations.find(node);
    if (!declaration) return this.tables.globals.get(node.text) ?? this.pathOfUndeclared(node.text);
    // Names are used many times; what they stand for is worked out once.
    const known = this.named.get(declaration);
    if (known !== undefined) return known;
    const path = this.pathOfDeclaration(declaration);
    if (path !== undefined) this.named.set(declaration, path);
    return path;
  }

  /** What a name stands for that nothing declares and that no runtime has: servers of Nitro may use some files without imports. */
  private pathOfUndeclared(name: string): AccessPath | undefined {
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

  /** Access path of what a declaration holds. */
  pathOfDeclaration(declaration: Declaration): AccessPath | undefined {
    switch (declaration.kind) {
      case 'import':
        return this.pathOfImport(declaration.specifier, declaration.name);
      case 'function': {
        const info = this.outline.byNode.get(declaration.node);
        return info && `file:${this.file}#${info.id}`;
      }
      case 'class':
        return declaration.node.name && `file:${this.file}#class ${declaration.node.name.text}`;
      case 'caught':
        return this.follow('caught#', declaration.steps);
      case 'variable': {
        const { node, steps } = declaration;
        const typed = steps.length === 0 && node.type ? this.pathOfType(node.type) : undefined;
        if (typed !== undefined) return typed;
        if (node.initializer && !isNothing(node.initializer)) return this.follow(this.pathOf(node.initializer), steps, node.initializer);
        if (ts.isVariableDeclarationList(node.parent) && ts.isForOfStatement(node.parent.parent)) {
          return this.follow(this.rewrite(this.pathOf(node.parent.parent.expression), '[]'), steps);
        }
        if (!ts.isIdentifier(node.name)) return undefined;
        // A later assignment says as much as an initialiser: `let data; try { data = await f() } …`, `let db = null; … db = open()`.
        const assignments = this.outline.assignments.get(node.name.text)?.filter((assignment) => {
          const found = this.declarations.find(assignment.left as ts.Identifier);
          return found?.kind === 'variable' && found.node === node;
        });
        for (const assignment of assignments ?? []) {
          const path = this.pathOf(assignment.right);
          if (path !== undefined) return this.follow(path, steps);
        }
        return undefined;
      }
      case 'parameter': {
        const given = this.parameters.get(declaration.fn)?.[declaration.index];
        const typed = declaration.node.type ? this.pathOfType(declaration.node.type) : undefined;
        const untyped = !declaration.node.type || declaration.node.type.kind === SyntaxKind.AnyKeyword || declaration.node.type.kind === SyntaxKind.UnknownKeyword || ts.isTypeReferenceNode(declaration.node.type);
        const conventional = untyped && declaration.steps.length === 0 && ts.isIdentifier(declaration.node.name) ? this.tables.names.get(declaration.node.name.text) : undefined;
        const first = declaration.steps[0];
        const member = first && 'member' in first && given === undefined && typed === undefined && declaration.node.type ? this.memberType(declaration.node.type, first.member) : undefined;
        if (member) return this.follow(this.pathOfType(member), declaration.steps.slice(1));
        return this.follow(given ?? typed ?? conventional, declaration.steps);
      }
      default:
        return undefined;
    }
  }

  private pathOfImport(specifier: string, name: string): AccessPath | undefined {
    const key = `${name} ${specifier}`;
    if (!this.imported.has(key)) this.imported.set(key, this.findImport(specifier, name));
    return this.imported.get(key);
  }

  private findImport(specifier: string, name: string): AccessPath | undefined {
    const target = this.project.module(this.file, specifier);
    if ('package' in target) return name === 'default' || name === '*' ? this.alias(`${target.package}#`) : this.rewrite(`${target.package}#`, name);
    if ('unresolved' in target) return undefined;
    if (name === '*') return `module:${target.file}#`;
    return this.pathOfExport(this.project.exportOf(target.file, name));
  }

  private pathOfExport(found: (ExportFact & { file: string }) | undefined): AccessPath | undefined {
    if (!found) return undefined;
    if (found.path !== undefined) return found.path;
    if (found.object !== undefined) return `object:${found.file}#${found.object}`;
    if (found.fn !== undefined) return `file:${found.file}#${found.fn}`;
    if (found.cls !== undefined) return `file:${found.file}#class ${found.cls}`;
    return undefined;
  }

  /** Follows destructuring; `source` lets members of a literal object be found. */
  private follow(path: AccessPath | undefined, steps: readonly Step[], source?: ts.Expression): AccessPath | undefined {
    if (steps.length > 0 && path === undefined && source) {
      const first = steps[0]!;
      const value = 'member' in first ? propertyOf(this.deref(source), first.member) : undefined;
      if (value && !ts.isMethodDeclaration(value)) return this.follow(this.pathOf(value), steps.slice(1), value);
    }
    for (const step of steps) {
      if (path === undefined) return undefined;
      if ('member' in step) path = this.rewrite(path, step.member);
      else if ('index' in step) path = this.rewrite(path, step.index === 0 ? '[0]' : '[]');
    }
    return path;
  }

  private memberOf(expression: ts.Expression, name: string): AccessPath | undefined {
    const value = bare(expression);
    if (value.kind === SyntaxKind.ThisKeyword) return this.memberOfThis(value, name);
    const base = this.pathOf(expression);
    if (base !== undefined) return this.rewrite(base, name);
    const parameter = ts.isIdentifier(value) ? this.declarations.find(value) : undefined;
    if (parameter?.kind === 'parameter' && parameter.steps.length === 0 && parameter.node.type) {
      const type = this.memberType(parameter.node.type, name);
      return type && this.pathOfType(type);
    }
    const property = propertyOf(this.deref(value), name);
    if (!property) return undefined;
    if (!ts.isMethodDeclaration(property)) return this.pathOf(property);
    const info = this.outline.byNode.get(property);
    return info && `file:${this.file}#${info.id}`;
  }

  private classAround(node: ts.Node): ts.ClassLikeDeclaration | undefined {
    for (let current: ts.Node | undefined = node.parent; current; current = current.parent) {
      if (ts.isClassLike(current)) return current;
      if (ts.isFunctionDeclaration(current) || ts.isFunctionExpression(current)) return undefined;
    }
    return undefined;
  }

  private memberOfThis(node: ts.Node, name: string): AccessPath | undefined {
    const cls = this.classAround(node);
    return cls && this.pathOfMember(cls, name);
  }

  /** The text that a class gives one of its members for good: `path = '/users'`, when nothing else is assigned to it. */
  textOfMember(node: ts.Node, name: string): string | undefined {
    const cls = this.classAround(node);
    const member = cls?.members.find((candidate) => ts.isPropertyDeclaration(candidate) && ts.isIdentifier(candidate.name) && candidate.name.text === name) as ts.PropertyDeclaration | undefined;
    if (!cls || !member) return undefined;
    const changed = cls.members.some((other) => (ts.isMethodDeclaration(other) || ts.isConstructorDeclaration(other)) && other.body !== undefined && assignsTo(other.body, name));
    return changed ? undefined : constantString(member.initializer);
  }

  /** Access path of a property or method of a class of this file. */
  pathOfMember(cls: ts.ClassLikeDeclaration, name: string): AccessPath | undefined {
    for (const member of cls.members) {
      if (ts.isConstructorDeclaration(member)) {
        for (const parameter of member.parameters) {
          if (!ts.isIdentifier(parameter.name) || parameter.name.text !== name || !ts.isParameterPropertyDeclaration(parameter, member)) continue;
          return parameter.type && this.pathOfType(parameter.type);
        }
        const path = this.assignedInConstructor(member, name);
        if (path !== undefined) return path;
      }
      if (!member.name || !(ts.isIdentifier(member.name) || ts.isPrivateIdentifier(member.name)) || member.name.text !== name) continue;
      if (ts.isMethodDeclaration(member)) {
        const info = this.outline.byNode.get(member);
        return info && `file:${this.file}#${info.id}`;
      }
      if (ts.isPropertyDeclaration(member)) {
        const typed = member.type && this.pathOfType(member.type);
        const path = typed ?? (member.initializer && this.pathOf(member.initializer));
        if (path !== undefined) return path;
      }
    }
    const base = this.baseOf(cls);
    const inherited = base === undefined ? undefined : this.rewrite(this.rewriteCall(base), name);
    // A path that only repeats what is asked for says nothing of the value.
    return inherited !== undefined && !inherited.startsWith('file:') ? inherited : (this.assignedInMethods(cls, name) ?? inherited);
  }

  private readonly assigned = new WeakMap<ts.ClassLikeDeclaration, Map<string, ts.Expression[]>>();

  /** What a method gives a member: `static getInstance() { this.instance ??= new AuthService(); … }`. */
  private assignedInMethods(cls: ts.ClassLikeDeclaration, name: string): AccessPath | undefined {
    let assigned = this.assigned.get(cls);
    if (!assigned) this.assigned.set(cls, (assigned = assignmentsToMembers(cls)));
    for (const value of assigned.get(name) ?? []) {
      const path = isNothing(value) ? undefined : this.pathOf(value);
      if (path !== undefined) return path;
    }
    return undefined;
  }

  /** What a class extends. */
  private baseOf(cls: ts.ClassLikeDeclaration | undefined): AccessPath | undefined {
    const heritage = cls?.heritageClauses?.find((clause) => clause.token === SyntaxKind.ExtendsKeyword)?.types[0];
    return heritage && this.pathOf(heritage.expression);
  }

  private assignedInConstructor(constructor: ts.ConstructorDeclaration, name: string): AccessPath | undefined {
    for (const statement of constructor.body?.statements ?? []) {
      if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) continue;
      const { left, right } = statement.expression;
      if (ts.isPropertyAccessExpression(left) && left.expression.kind === SyntaxKind.ThisKeyword && left.name.text === name) return this.pathOf(right);
    }
    return undefined;
  }

  private pathOfCall(node: ts.CallExpression | ts.NewExpression): AccessPath | undefined {
    const callee = node.expression;
    if (ts.isIdentifier(callee) && callee.text === 'require' && node.arguments?.length === 1 && ts.isStringLiteral(node.arguments[0]!)) {
      return this.pathOfModule(node.arguments[0].text);
    }
    if (callee.kind === SyntaxKind.ImportKeyword && node.arguments?.[0] && ts.isStringLiteral(node.arguments[0])) return this.pathOfModule(node.arguments[0].text);
    // What stands in for something acts as that: `new Proxy({} as PrismaClient, …)` makes the client when it is first used.
    if (ts.isNewExpression(node) && ts.isIdentifier(callee) && callee.text === 'Proxy' && node.arguments?.[0]) return this.pathOf(node.arguments[0]);
    // `new this()` in a static method.
    if (ts.isNewExpression(node) && callee.kind === SyntaxKind.ThisKeyword) return this.pathOf(callee);
    const path = this.pathOf(callee);
    if (path === undefined) return this.pathOfDeclared(callee);
    const same = this.tables.memoises.get(path);
    const stands = same === undefined ? undefined : node.arguments?.[same];
    return (stands && this.pathOf(stands)) ?? this.chosenBy(path, node) ?? this.rewriteCall(path);
  }

  /** What a function gives that is declared without a body. */
  private pathOfDeclared(callee: ts.Expression): AccessPath | undefined {
    const declaration = ts.isIdentifier(callee) ? this.declarations.find(callee) : undefined;
    return declaration?.kind === 'function' && !declaration.node.body && declaration.node.type ? this.pathOfType(declaration.node.type) : undefined;
  }

  /** What a call gives because of its arguments. */
  private chosenBy(callee: AccessPath | undefined, node: ts.CallExpression | ts.NewExpression): AccessPath | undefined {
    const first = node.arguments?.[0];
    if (callee === undefined || !first) return undefined;
    if (ts.isStringLiteral(first)) {
      const named = this.tables.aliases.get(`${callee}('${first.text}')`);
      if (named !== undefined) return named;
    }
    return this.tables.variants.get(callee)?.find((variant) => this.fits(variant, node.arguments![variant.arg]))?.value;
  }

  private fits(variant: Variant, argument: ts.Expression | undefined): boolean {
    let value = argument;
    for (const name of variant.option?.split('.') ?? []) {
      const property = value && propertyOf(this.deref(value), name);
      if (property && ts.isMethodDeclaration(property)) return false;
      value = property;
    }
    if (!value) return false;
    return variant.text === undefined || this.texts(value, 4).some((text) => variant.text!.test(text));
  }

  /** An expression as written, and what stands behind the constants that it names. */
  private texts(node: ts.Expression, depth: number): string[] {
    const own = node.getText(this.outline.source);
    const behind = this.deref(node, 1);
    return depth === 0 || behind === bare(node) ? [own] : [own, ...this.texts(behind, depth - 1)];
  }

  private pathOfModule(specifier: string): AccessPath | undefined {
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
    const maker = base.startsWith('file:') && base.endsWith('()') ? fileRefOf(base.slice(0, -2)) : undefined;
    if (maker && !maker.id.startsWith('class ')) {
      const handedOut = this.project.returnsMember(maker, member);
      if (handedOut !== undefined) return handedOut;
    }
    const instance = base.startsWith('file:') ? (instanceOf(base) ?? instanceOf(`${base}()`)) : undefined;
    if (instance) {
      if (instance.file === this.file) {
        const cls = this.outline.classes.find((candidate) => candidate.name === instance.cls);
        const own = cls && this.pathOfMember(cls.node, member);
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

  /** Path of the values that a type describes. */
  pathOfType(type: ts.TypeNode): AccessPath | undefined {
    if (ts.isUnionTypeNode(type) || ts.isIntersectionTypeNode(type)) {
      for (const part of type.types) {
        const path = this.pathOfType(part);
        if (path !== undefined) return path;
      }
      return undefined;
    }
    if (ts.isParenthesizedTypeNode(type)) return this.pathOfType(type.type);
    if (!ts.isTypeReferenceNode(type)) return undefined;
    const name = type.typeName;
    const given = type.typeArguments?.[0];
    if (ts.isIdentifier(name) && name.text === 'ReturnType' && given && ts.isTypeQueryNode(given) && ts.isIdentifier(given.exprName)) {
      const made = this.rewriteCall(this.pathOf(given.exprName));
      // A name in the project says nothing of what the value is.
      return made?.startsWith('file:') ? undefined : made;
    }
    const first = ts.isIdentifier(name) ? name : bareName(name);
    if (!first) return undefined;
    if (ts.isIdentifier(name) && (name.text === 'Promise' || name.text === 'Readonly' || name.text === 'Partial') && type.typeArguments?.[0]) return this.pathOfType(type.typeArguments[0]);
    return this.pathOfTypeName(first, ts.isIdentifier(name) ? [] : [name.right.text]);
  }

  private pathOfTypeName(first: ts.Identifier, rest: string[]): AccessPath | undefined {
    const declaration = this.declarations.find(first);
    if (!declaration) return this.tables.types.get([first.text, ...rest].join('.'));
    if (declaration.kind === 'import') {
      const target = this.project.module(this.file, declaration.specifier);
      if ('package' in target) {
        const own = declaration.name === '*' || declaration.name === 'default' ? rest.join('.') : [declaration.name, ...rest].join('.');
        return this.tables.types.get(`${target.package}#${own}`);
      }
      if ('unresolved' in target) return undefined;
      const found = this.project.exportOf(target.file, declaration.name);
      if (found?.cls !== undefined) return `file:${found.file}#class ${found.cls}()`;
      // A file may hand on a class of a package: its name as a type stands for what the class makes.
      const path = found?.path === undefined ? undefined : [found.path, ...rest].join('.');
      return path === undefined ? undefined : (this.tables.types.get(path) ?? found?.path);
    }
    if (declaration.kind === 'class') return declaration.node.name && this.instancePath(declaration.node);
    if (declaration.kind === 'type') return this.pathOfTypeDeclaration(declaration.node);
    return undefined;
  }

  private instancePath(node: ts.ClassLikeDeclaration): AccessPath {
    return `file:${this.file}#class ${node.name!.text}()`;
  }

  /** Path of values of a declared interface or alias: what it extends, or what it renames. */
  pathOfTypeDeclaration(node: ts.InterfaceDeclaration | ts.TypeAliasDeclaration): AccessPath | undefined {
    if (this.busy.has(node)) return undefined;
    this.busy.add(node);
    try {
      if (ts.isTypeAliasDeclaration(node)) return this.pathOfType(node.type);
      for (const clause of node.heritageClauses ?? []) {
        for (const base of clause.types) {
          const qualified = ts.isPropertyAccessExpression(base.expression) && ts.isIdentifier(base.expression.expression) ? base.expression : undefined;
          const path = ts.isIdentifier(base.expression)
            ? this.pathOfTypeName(base.expression, [])
            : qualified && this.pathOfTypeName(qualified.expression as ts.Identifier, [qualified.name.text]);
          if (path !== undefined) return path;
        }
      }
      return undefined;
    } finally {
      this.busy.delete(node);
    }
  }

  /** Type of a member of a type that is written out in this file. */
  private memberType(type: ts.TypeNode, name: string): ts.TypeNode | undefined {
    let members: ts.NodeArray<ts.TypeElement> | undefined;
    if (ts.isTypeLiteralNode(type)) members = type.members;
    else if (ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName)) {
      const declaration = this.declarations.find(type.typeName);
      const node = declaration?.kind === 'type' ? declaration.node : undefined;
      if (node && ts.isInterfaceDeclaration(node)) members = node.members;
      else if (node && ts.isTypeLiteralNode(node.type)) members = node.type.members;
    }
    const member = members?.find((element) => element.name && ts.isIdentifier(element.name) && element.name.text === name);
    return member && ts.isPropertySignature(member) ? member.type : undefined;
  }

  /** The expression behind constant names: `const x = {…}; f(x)` gives the object. */
  deref(node: ts.Expression, depth = 4): ts.Expression {
    node = bare(node);
    if (depth === 0 || !ts.isIdentifier(node)) return node;
    const declaration = this.declarations.find(node);
    if (declaration?.kind === 'variable' && declaration.steps.length === 0 && declaration.node.initializer) return this.deref(declaration.node.initializer, depth - 1);
    return node;
  }

  /** The function that an expression denotes, in this file or another. */
  functionOf(node: ts.Expression): { local?: FunctionInfo; ref: FunctionRef } | undefined {
    const value = bare(node);
    const own = this.outline.byNode.get(value);
    if (own) return { local: own, ref: { file: this.file, id: own.id } };
    const ref = fileRefOf(this.pathOf(value));
    if (!ref || ref.id.startsWith('class ')) return undefined;
    return { ...(ref.file === this.file ? { local: this.outline.byId.get(ref.id) } : {}), ref };
  }

  /** Identity of an object (a router, an app, a builder) across names and files. */
  entityOf(node: ts.Expression, depth = 8): string | undefined {
    if (depth === 0) return undefined;
    node = bare(node);
    if (ts.isIdentifier(node)) {
      const declaration = this.declarations.find(node);
      if (!declaration) return undefined;
      if (declaration.kind === 'import') return this.entityOfImport(declaration.specifier, declaration.name);
      if (declaration.kind === 'parameter') {
        const fn = this.outline.byNode.get(declaration.fn);
        return fn && declaration.steps.length === 0 ? `${this.file}#${fn.id}.param${declaration.index}` : undefined;
      }
      if (declaration.kind === 'variable' && declaration.steps.length === 1) {
        const step = declaration.steps[0]!;
        return 'member' in step && declaration.node.initializer ? this.handedOut(declaration.node.initializer, step.member) : undefined;
      }
      if (declaration.kind !== 'variable' || declaration.steps.length > 0) return undefined;
      const initializer = declaration.node.initializer && bare(declaration.node.initializer);
      if (initializer && (ts.isIdentifier(initializer) || this.isProjectCall(initializer) || this.handsBack(initializer))) {
        const outer = this.entityOf(initializer, depth - 1);
        if (outer) return outer;
      }
      return `${this.file}#${this.scopeOf(declaration.node)}${node.text}`;
    }
    if (ts.isPropertyAccessExpression(node)) {
      if (node.expression.kind === SyntaxKind.ThisKeyword) {
        const cls = this.classAround(node);
        return cls && `${this.file}#${cls.name?.text ?? '<class>'}.${node.name.text}`;
      }
      const base = this.pathOf(node.expression);
      if (base?.startsWith('module:')) return this.project.exportOf(base.slice(7, -1), node.name.text)?.entity;
      const object = propertyOf(this.deref(node.expression), node.name.text);
      if (object && !ts.isMethodDeclaration(object)) return this.entityOf(object, depth - 1);
      // `new UsersRoute().router`: what the methods of the class register on it.
      const instance = this.tables.registrars.has(this.pathOf(node) ?? nameless) ? instanceOf(base) : undefined;
      return instance ? `${instance.file}#${instance.cls}.${node.name.text}` : this.handedOut(node.expression, node.name.text);
    }
    if (ts.isCallExpression(node)) {
      if (ts.isIdentifier(node.expression) && node.expression.text === 'require' && node.arguments[0] && ts.isStringLiteral(node.arguments[0])) {
        return this.entityOfImport(node.arguments[0].text, 'default');
      }
      const ref = fileRefOf(this.pathOf(node.expression));
      if (ref && !ref.id.startsWith('class ')) return this.templateOf(node) === undefined ? this.project.returnsEntity(ref) : this.madeAt(node, depth);
      // A fluent call gives its receiver back: `new Hono().use(a).get(…)`.
      if (ts.isPropertyAccessExpression(node.expression)) {
        const path = this.pathOf(node);
        // However long the chain is, it leads to one receiver.
        if (path === undefined || path === this.pathOf(node.expression.expression)) return this.entityOf(node.expression.expression, path === undefined ? depth - 1 : depth);
      }
    }
    return ts.isCallExpression(node) || ts.isNewExpression(node) ? this.madeAt(node, depth) : undefined;
  }

  /**
   * What a call of a function of the project gives a new one of: the router that the function makes, by the identity that it
   * has inside. Undefined for calls that give the same thing each time, or something else.
   */
  templateOf(node: ts.Expression): string | undefined {
    node = bare(node);
    const ref = ts.isCallExpression(node) ? fileRefOf(this.pathOf(node.expression)) : undefined;
    if (!ref || ref.id.startsWith('class ') || !this.tables.registrars.has(this.pathOf(node) ?? nameless)) return undefined;
    const made = this.project.returnsEntity(ref);
    const own = `${ref.file}#${ref.id}.`;
    return made?.startsWith(own) && !/^param\d+$/.test(made.slice(own.length)) ? made : undefined;
  }

  /** Identity of a router in the object that a function of the project gives: `const { router } = makeUsers()`. */
  private handedOut(object: ts.Expression, name: string): string | undefined {
    const call = this.deref(object);
    const ref = ts.isCallExpression(call) ? fileRefOf(this.pathOf(call.expression)) : undefined;
    return ref && !ref.id.startsWith('class ') ? this.project.returnsMemberEntity(ref, name) : undefined;
  }

  /** Does a call give back the router that it is made on, so that what it gives is no other one? */
  private handsBack(node: ts.Expression): boolean {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
    const path = this.pathOf(node);
    return path !== undefined && this.tables.registrars.has(path) && path === this.pathOf(node.expression.expression);
  }

  /** Identity of what an expression makes, by where it is kept: a name, an export, what a function gives back. */
  private madeAt(node: ts.Expression, depth: number): string | undefined {
    let outer: ts.Node = node;
    for (let { parent } = outer; parent; { parent } = outer) {
      if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) return `${this.file}#${this.scopeOf(parent)}${parent.name.text}`;
      if (ts.isExportAssignment(parent)) return `${this.file}#default`;
      if (ts.isReturnStatement(parent) || (ts.isArrowFunction(parent) && parent.body === outer)) {
        const from = ts.isReturnStatement(parent) ? this.functionAround(parent) : parent;
        const fn = from && this.outline.byNode.get(from);
        return fn && `${this.file}#${fn.id}.@${node.pos - fn.node.pos}`;
      }
      if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === SyntaxKind.EqualsToken && parent.right === outer) {
        const kept = this.entityOf(parent.left, depth - 1);
        if (kept !== undefined) return kept;
      }
      const isArgument = ts.isCallExpression(parent) && parent.expression !== outer && ts.isPropertyAccessExpression(parent.expression);
      if (isArgument || !ts.isExpression(parent)) break;
      outer = parent;
    }
    return `${this.file}#${this.scopeOf(node)}@${placeIn(node)}`;
  }

  private functionAround(node: ts.Node): FunctionNode | undefined {
    for (let current: ts.Node | undefined = node.parent; current; current = current.parent) {
      const fn = this.outline.byNode.get(current);
      if (fn) return fn.node;
    }
    return undefined;
  }

  private isProjectCall(node: ts.Expression): boolean {
    return ts.isCallExpression(node) && ((ts.isIdentifier(node.expression) && node.expression.text === 'require') || fileRefOf(this.pathOf(node.expression)) !== undefined);
  }

  private entityOfImport(specifier: string, name: string): string | undefined {
    const target = this.project.module(this.file, specifier);
    if (!('file' in target)) return undefined;
    return this.project.exportOf(target.file, name)?.entity;
  }

  private scopeOf(node: ts.Node): string {
    for (let current: ts.Node | undefined = node.parent; current; current = current.parent) {
      const fn = this.outline.byNode.get(current);
      if (fn) return `${fn.id}.`;
    }
    return '';
  }
}

function assignsTo(body: ts.Node, name: string): boolean {
  let found = false;
  walk(body, (node) => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.EqualsToken && ts.isPropertyAccessExpression(node.left) && node.left.expression.kind === SyntaxKind.ThisKeyword && node.left.name.text === name) found = true;
    return !found;
  });
  return found;
}

/** Values that the methods of a class give its members, through `this` or its name. */
function assignmentsToMembers(cls: ts.ClassLikeDeclaration): Map<string, ts.Expression[]> {
  const assigned = new Map<string, ts.Expression[]>();
  const own = cls.name?.text;
  for (const member of cls.members) {
    if (!ts.isMethodDeclaration(member) || !member.body) continue;
    walk(member.body, (node) => {
      if (!ts.isBinaryExpression(node) || !ts.isPropertyAccessExpression(node.left)) return true;
      const { left, operatorToken, right } = node;
      const isOwn = left.expression.kind === SyntaxKind.ThisKeyword || (own !== undefined && ts.isIdentifier(left.expression) && left.expression.text === own);
      if (isOwn && /^(=|\?\?=|\|\|=)$/.test(ts.tokenToString(operatorToken.kind) ?? '')) addTo(assigned, left.name.text, right);
      return true;
    });
  }
  return assigned;
}

/** Where a node stands in its statement, in words that edits elsewhere leave as they are. */
function placeIn(node: ts.Node): string {
  let statement = node;
  while (statement.parent && !ts.isStatement(statement)) statement = statement.parent;
  const source = node.getSourceFile();
  const start = statement.getStart(source);
  return `${node.getStart(source) - start}:${source.text.slice(start, start + 60).split(/[\r\n]/, 1)[0]}`;
}

/** `null` and `undefined`: a name that gets its value later. */
function isNothing(node: ts.Expression): boolean {
  return node.kind === SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === 'undefined');
}

function bareName(name: ts.QualifiedName): ts.Identifier | undefined {
  let current: ts.EntityName = name;
  while (ts.isQualifiedName(current)) current = current.left;
  return current;
}
