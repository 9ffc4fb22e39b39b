import { ts } from 'ts-morph';
import { fileRefOf, instanceOf } from './accessPaths';
import { bare, propertyOf } from './nodes';
import type { FunctionNode } from './outline';
import type { Resolver } from './resolve';

const { SyntaxKind } = ts;

/** Identities of objects that are made once and known by several names: routers, applications, builders. */
export class Entities {
  constructor(private readonly resolver: Resolver) {}

  /** Identity of an object (a router, an app, a builder) across names and files. */
  entityOf(node: ts.Expression, depth = 8): string | undefined {
    if (depth === 0) return undefined;
    node = bare(node);
    if (ts.isIdentifier(node)) {
      const declaration = this.resolver.declarations.find(node);
      if (!declaration) return undefined;
      if (declaration.kind === 'import') return this.entityOfImport(declaration.specifier, declaration.name);
      if (declaration.kind === 'parameter') {
        const fn = this.resolver.outline.byNode.get(declaration.fn);
        return fn && declaration.steps.length === 0 ? `${this.resolver.file}#${fn.id}.param${declaration.index}` : undefined;
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
      return `${this.resolver.file}#${this.scopeOf(declaration.node)}${node.text}`;
    }
    if (ts.isPropertyAccessExpression(node)) {
      if (node.expression.kind === SyntaxKind.ThisKeyword) {
        const cls = this.resolver.members.classAround(node);
        return cls && `${this.resolver.file}#${cls.name?.text ?? '<class>'}.${node.name.text}`;
      }
      const base = this.resolver.pathOf(node.expression);
      if (base?.startsWith('module:')) return this.resolver.project.exportOf(base.slice(7, -1), node.name.text)?.entity;
      // `procedures.signedIn`, of an object that another file exports.
      const holder = ts.isIdentifier(node.expression) ? this.resolver.declarations.find(node.expression) : undefined;
      const member = holder?.kind === 'import' ? this.entityOfImport(holder.specifier, `${holder.name}.${node.name.text}`) : undefined;
      if (member !== undefined) return member;
      const object = propertyOf(this.resolver.deref(node.expression), node.name.text);
      if (object && !ts.isMethodDeclaration(object)) return this.entityOf(object, depth - 1);
      // `new UsersRoute().router`: what the methods of the class register on it.
      const instance = this.resolver.tables.registrars.has(this.resolver.pathOf(node) ?? '') ? instanceOf(base) : undefined;
      return instance ? `${instance.file}#${instance.cls}.${node.name.text}` : this.handedOut(node.expression, node.name.text);
    }
    if (ts.isCallExpression(node)) {
      if (
        ts.isIdentifier(node.expression) &&
        node.expression.text === 'require' &&
        node.arguments[0] &&
        ts.isStringLiteral(node.arguments[0])
      ) {
        return this.entityOfImport(node.arguments[0].text, 'default');
      }
      const ref = fileRefOf(this.resolver.pathOf(node.expression));
      if (ref && !ref.id.startsWith('class '))
        return this.templateOf(node) === undefined ? this.resolver.project.returnsEntity(ref) : this.madeAt(node, depth);
      // A fluent call gives its receiver back: `new Hono().use(a).get(…)`. A step of a builder does not: what it adds is not on the receiver.
      if (ts.isPropertyAccessExpression(node.expression)) {
        const path = this.resolver.pathOf(node);
        if (this.resolver.tables.builders.has(path ?? '')) return this.madeAt(node, depth);
        // However long the chain is, it leads to one receiver.
        if (path === undefined || path === this.resolver.pathOf(node.expression.expression))
          return this.entityOf(node.expression.expression, path === undefined ? depth - 1 : depth);
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
    const ref = ts.isCallExpression(node) ? fileRefOf(this.resolver.pathOf(node.expression)) : undefined;
    if (!ref || ref.id.startsWith('class ') || !this.resolver.tables.registrars.has(this.resolver.pathOf(node) ?? '')) return undefined;
    const made = this.resolver.project.returnsEntity(ref);
    const own = `${ref.file}#${ref.id}.`;
    return made?.startsWith(own) && !/^param\d+$/.test(made.slice(own.length)) ? made : undefined;
  }

  /** Identity of a router in the object that a function of the project gives: `const { router } = makeUsers()`. */
  private handedOut(object: ts.Expression, name: string): string | undefined {
    const call = this.resolver.deref(object);
    const ref = ts.isCallExpression(call) ? fileRefOf(this.resolver.pathOf(call.expression)) : undefined;
    return ref && !ref.id.startsWith('class ') ? this.resolver.project.returnsMemberEntity(ref, name) : undefined;
  }

  /** Does a call give back the router that it is made on, so that what it gives is no other one? */
  private handsBack(node: ts.Expression): boolean {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
    const path = this.resolver.pathOf(node);
    return path !== undefined && this.resolver.tables.registrars.has(path) && path === this.resolver.pathOf(node.expression.expression);
  }

  /** Identity of what an expression makes, by where it is kept: a name, an export, what a function gives back. */
  private madeAt(node: ts.Expression, depth: number): string | undefined {
    let outer: ts.Node = node;
    for (let { parent } = outer; parent; { parent } = outer) {
      if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name))
        return `${this.resolver.file}#${this.scopeOf(parent)}${parent.name.text}`;
      if (ts.isExportAssignment(parent)) return `${this.resolver.file}#default`;
      if (ts.isReturnStatement(parent) || (ts.isArrowFunction(parent) && parent.body === outer)) {
        const from = ts.isReturnStatement(parent) ? this.functionAround(parent) : parent;
        const fn = from && this.resolver.outline.byNode.get(from);
        return fn && `${this.resolver.file}#${fn.id}.@${node.pos - fn.node.pos}`;
      }
      if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === SyntaxKind.EqualsToken && parent.right === outer) {
        const kept = this.entityOf(parent.left, depth - 1);
        if (kept !== undefined) return kept;
      }
      const isArgument = ts.isCallExpression(parent) && parent.expression !== outer && ts.isPropertyAccessExpression(parent.expression);
      if (isArgument || !ts.isExpression(parent)) break;
      outer = parent;
    }
    return `${this.resolver.file}#${this.scopeOf(node)}@${placeIn(node)}`;
  }

  private functionAround(node: ts.Node): FunctionNode | undefined {
    for (let current: ts.Node | undefined = node.parent; current; current = current.parent) {
      const fn = this.resolver.outline.byNode.get(current);
      if (fn) return fn.node;
    }
    return undefined;
  }

  private isProjectCall(node: ts.Expression): boolean {
    return (
      ts.isCallExpression(node) &&
      ((ts.isIdentifier(node.expression) && node.expression.text === 'require') ||
        fileRefOf(this.resolver.pathOf(node.expression)) !== undefined)
    );
  }

  private entityOfImport(specifier: string, name: string): string | undefined {
    const target = this.resolver.project.module(this.resolver.file, specifier);
    if (!('file' in target)) return undefined;
    return this.resolver.project.exportOf(target.file, name)?.entity;
  }

  private scopeOf(node: ts.Node): string {
    for (let current: ts.Node | undefined = node.parent; current; current = current.parent) {
      const fn = this.resolver.outline.byNode.get(current);
      if (fn) return `${fn.id}.`;
    }
    return '';
  }
}

/** Where a node stands in its statement, in words that edits elsewhere leave as they are. */
function placeIn(node: ts.Node): string {
  let statement = node;
  while (statement.parent && !ts.isStatement(statement)) statement = statement.parent;
  const source = node.getSourceFile();
  const start = statement.getStart(source);
  return `${node.getStart(source) - start}:${source.text.slice(start, start + 60).split(/[\r\n]/, 1)[0]}`;
}
