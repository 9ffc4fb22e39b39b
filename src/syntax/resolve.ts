import { ts } from 'ts-morph';
import type { AccessPath, FunctionRef } from '../model/facts';
import type { Variant } from '../model/library';
import { AccessPaths, fileRefOf, type PathTables, type ProjectLookup } from './accessPaths';
import { ClassMembers } from './classMembers';
import { Declarations, type Declaration, type Step } from './declarations';
import { Entities } from './entities';
import { memberValues } from './memberValues';
import { bare, isNothing, propertyOf } from './nodes';
import { isFunctionNode, type FunctionInfo, type FunctionNode, type Outline } from './outline';
import { TypePaths } from './typePaths';

const { SyntaxKind } = ts;

const longest = 160;
/** Kept for what has no path, or none yet. */
const nameless = '';

/** Resolves expressions of one file to access paths, functions and identities. Answers are kept per node. */
export class Resolver {
  readonly declarations = new Declarations();
  /** Values of parameters that the context gives (a route handler's `req`). Set before paths below are asked for. */
  parameters = new Map<FunctionNode, (AccessPath | undefined)[]>();
  private readonly paths = new Map<ts.Node, AccessPath>();
  private readonly named = new Map<Declaration, AccessPath>();
  readonly access: AccessPaths;
  readonly members: ClassMembers;
  readonly types: TypePaths;
  readonly entities: Entities;

  constructor(
    readonly file: string,
    readonly outline: Outline,
    readonly tables: PathTables,
    readonly project: ProjectLookup,
  ) {
    this.access = new AccessPaths(file, tables, project, (cls, name) => {
      const own = outline.classes.find((candidate) => candidate.name === cls);
      return own && this.members.pathOfMember(own.node, name);
    });
    this.members = new ClassMembers(this);
    this.types = new TypePaths(this);
    this.entities = new Entities(this);
  }

  /** Access path of a value, or undefined when it is nothing we can name. */
  pathOf(node: ts.Expression): AccessPath | undefined {
    const known = this.paths.get(node);
    if (known !== undefined) return known === nameless ? undefined : known;
    // Whoever leads back to itself has no name.
    this.paths.set(node, nameless);
    const path = this.compute(node);
    if (path === undefined || path.length - path.lastIndexOf('#') > longest) return undefined;
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
        if (
          operator === SyntaxKind.QuestionQuestionToken ||
          operator === SyntaxKind.BarBarToken ||
          operator === SyntaxKind.QuestionQuestionEqualsToken ||
          operator === SyntaxKind.BarBarEqualsToken
        )
          return this.eitherOf(binary.left, binary.right);
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
        const cls = this.members.classAround(node);
        return cls && `file:${this.file}#class ${cls.name?.text ?? '<class>'}()`;
      }
      case SyntaxKind.SuperKeyword: {
        const base = this.members.baseOf(this.members.classAround(node));
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
    if (!declaration) return this.tables.globals.get(node.text) ?? this.access.pathOfUndeclared(node.text);
    // Names are used many times; what they stand for is worked out once.
    const known = this.named.get(declaration);
    if (known !== undefined) return known;
    const path = this.pathOfDeclaration(declaration);
    if (path !== undefined) this.named.set(declaration, path);
    return path;
  }

  /** Access path of what a declaration holds. */
  pathOfDeclaration(declaration: Declaration): AccessPath | undefined {
    switch (declaration.kind) {
      case 'import':
        return this.access.pathOfImport(declaration.specifier, declaration.name);
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
        const paths = (assignments ?? []).flatMap(({ right }) => this.pathOf(right) ?? []);
        // Of a stand-in of the project and the package itself, the package is what runs for people.
        const path = paths.find((each) => !/^(?:file:|module:|object:|global#|caught#)/.test(each)) ?? paths[0];
        return path === undefined ? undefined : this.follow(path, steps);
      }
      case 'parameter': {
        const given = this.parameters.get(declaration.fn)?.[declaration.index];
        const typed = declaration.node.type ? this.pathOfType(declaration.node.type) : undefined;
        const untyped =
          !declaration.node.type ||
          declaration.node.type.kind === SyntaxKind.AnyKeyword ||
          declaration.node.type.kind === SyntaxKind.UnknownKeyword ||
          ts.isTypeReferenceNode(declaration.node.type);
        const conventional =
          untyped && declaration.steps.length === 0 && ts.isIdentifier(declaration.node.name)
            ? this.tables.names.get(declaration.node.name.text)
            : undefined;
        const held = conventional?.packages && this.project.uses?.(conventional.packages) === false ? undefined : conventional?.path;
        const first = declaration.steps[0];
        const member =
          first && 'member' in first && given === undefined && typed === undefined && declaration.node.type
            ? this.types.memberType(declaration.node.type, first.member)
            : undefined;
        if (member) return this.follow(this.pathOfType(member), declaration.steps.slice(1));
        return this.follow(given ?? typed ?? held, declaration.steps);
      }
      default:
        return undefined;
    }
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
    if (value.kind === SyntaxKind.ThisKeyword) return this.members.memberOfThis(value, name);
    const base = this.pathOf(expression);
    if (base === 'global#') return this.givenLater(value, name) ?? this.rewrite(base, name);
    if (base !== undefined) return this.rewrite(base, name);
    const parameter = ts.isIdentifier(value) ? this.declarations.find(value) : undefined;
    if (parameter?.kind === 'parameter' && parameter.steps.length === 0 && parameter.node.type) {
      const type = this.types.memberType(parameter.node.type, name);
      return type && this.pathOfType(type);
    }
    const property = propertyOf(this.deref(value), name);
    if (!property) return this.givenLater(value, name);
    if (!ts.isMethodDeclaration(property)) return this.pathOf(property);
    const info = this.outline.byNode.get(property);
    return info && `file:${this.file}#${info.id}`;
  }

  /** What a member of an object is given in a statement of its own: `global.db ??= open()`, `collections.notes = db.collection('notes')`. */
  private givenLater(object: ts.Expression, name: string): AccessPath | undefined {
    if (!ts.isIdentifier(object)) return undefined;
    for (const right of memberValues(this.outline, this.declarations, object, name)) {
      const path = this.pathOf(right);
      if (path !== undefined && path !== `global#${name}`) return path;
    }
    return undefined;
  }

  private pathOfCall(node: ts.CallExpression | ts.NewExpression): AccessPath | undefined {
    const callee = node.expression;
    if (ts.isIdentifier(callee) && callee.text === 'require' && node.arguments?.length === 1 && ts.isStringLiteral(node.arguments[0]!)) {
      return this.access.pathOfModule(node.arguments[0].text);
    }
    if (callee.kind === SyntaxKind.ImportKeyword && node.arguments?.[0] && ts.isStringLiteral(node.arguments[0]))
      return this.access.pathOfModule(node.arguments[0].text);
    // What stands in for something acts as that: `new Proxy({} as PrismaClient, …)` makes the client when it is first used.
    if (ts.isNewExpression(node) && ts.isIdentifier(callee) && callee.text === 'Proxy' && node.arguments?.[0])
      return this.pathOf(node.arguments[0]);
    // `pool.query.bind(pool)` is the method itself.
    if (ts.isPropertyAccessExpression(callee) && callee.name.text === 'bind' && (node.arguments?.length ?? 0) <= 1) {
      const bound = this.pathOf(callee.expression);
      if (bound !== undefined) return bound;
    }
    // `new this()` in a static method.
    if (ts.isNewExpression(node) && callee.kind === SyntaxKind.ThisKeyword) return this.pathOf(callee);
    const path = this.pathOf(callee);
    if (path === undefined) return this.pathOfDeclared(callee);
    const same = this.tables.memoises.get(path);
    const stands = same === undefined ? undefined : node.arguments?.[same];
    return (stands && this.pathOf(stands)) ?? this.chosenBy(path, node) ?? this.madeFor(path, node) ?? this.rewriteCall(path);
  }

  /** What a function makes that is handed to one which gives its result: `keep('db', () => new Database())`. */
  private madeFor(callee: AccessPath, node: ts.CallExpression | ts.NewExpression): AccessPath | undefined {
    if (!node.arguments?.some((argument) => isFunctionNode(bare(argument)) || ts.isIdentifier(bare(argument)))) return undefined;
    const ref = fileRefOf(callee);
    const index = ref && !ref.id.startsWith('class ') ? this.project.returnsCallOf(ref) : this.tables.makes.get(callee);
    const maker = index === undefined ? undefined : node.arguments[index];
    return maker && this.rewriteCall(this.pathOf(maker));
  }

  /** What a function gives that is declared without a body. */
  private pathOfDeclared(callee: ts.Expression): AccessPath | undefined {
    const declaration = ts.isIdentifier(callee) ? this.declarations.find(callee) : undefined;
    return declaration?.kind === 'function' && !declaration.node.body && declaration.node.type
      ? this.pathOfType(declaration.node.type)
      : undefined;
  }

  /** What a call gives because of its arguments. */
  private chosenBy(callee: AccessPath | undefined, node: ts.CallExpression | ts.NewExpression): AccessPath | undefined {
    const first = node.arguments?.[0];
    if (callee === undefined || !first) return undefined;
    if (ts.isStringLiteral(first)) {
      const named = this.tables.aliases.get(`${callee}('${first.text}')`);
      if (named !== undefined) return named;
    }
    const variants = this.tables.variants.get(callee.startsWith('file:') ? 'project#' : callee);
    return variants?.find((variant) => this.fits(variant, node.arguments![variant.arg]))?.value;
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

  /** The expression behind constant names: `const x = {…}; f(x)` gives the object. */
  deref(node: ts.Expression, depth = 4): ts.Expression {
    node = bare(node);
    if (depth === 0 || !ts.isIdentifier(node)) return node;
    const declaration = this.declarations.find(node);
    if (declaration?.kind === 'variable' && declaration.steps.length === 0 && declaration.node.initializer)
      return this.deref(declaration.node.initializer, depth - 1);
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

  /** Path of a member of a path. */
  rewrite(base: AccessPath | undefined, member: string): AccessPath | undefined {
    return this.access.rewrite(base, member);
  }

  /** Path of what calling a path gives. */
  rewriteCall(callee: AccessPath | undefined): AccessPath | undefined {
    return this.access.rewriteCall(callee);
  }

  /** Path of the values that a type describes. */
  pathOfType(type: ts.TypeNode): AccessPath | undefined {
    return this.types.pathOfType(type);
  }

  /** Identity of an object (a router, an app, a builder) across names and files. */
  entityOf(node: ts.Expression): string | undefined {
    return this.entities.entityOf(node);
  }
}
