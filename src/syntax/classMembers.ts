import { ts } from 'ts-morph';
import type { AccessPath } from '../model/facts';
import { addTo } from '../model/grouping';
import { bare, constantString, isNothing, walk } from './nodes';
import { isFunctionNode } from './outline';
import type { Resolver } from './resolve';

const { SyntaxKind } = ts;

/** What the members of classes of one file hold. */
export class ClassMembers {
  private readonly assigned = new WeakMap<ts.ClassLikeDeclaration, Map<string, ts.Expression[]>>();

  constructor(private readonly resolver: Resolver) {}

  /** The class that `this` is one of at a node. */
  classAround(node: ts.Node): ts.ClassLikeDeclaration | undefined {
    for (let current: ts.Node | undefined = node.parent; current; current = current.parent) {
      if (ts.isClassLike(current)) return current;
      if (ts.isFunctionDeclaration(current) || ts.isFunctionExpression(current)) return undefined;
    }
    return undefined;
  }

  /** Path of `this.name` at a node. */
  memberOfThis(node: ts.Node, name: string): AccessPath | undefined {
    const cls = this.classAround(node);
    return cls && this.pathOfMember(cls, name);
  }

  /** The text that the class around a node gives one of its members for good. */
  textOfMember(node: ts.Node, name: string): string | undefined {
    const cls = this.classAround(node);
    return cls && this.textIn(cls, name);
  }

  /** The text that a class gives one of its members for good: `path = '/users'`, or once in its constructor. */
  textIn(cls: ts.ClassLikeDeclaration, name: string): string | undefined {
    const member = cls.members.find(
      (candidate) => ts.isPropertyDeclaration(candidate) && ts.isIdentifier(candidate.name) && candidate.name.text === name,
    ) as ts.PropertyDeclaration | undefined;
    if (!member) return undefined;
    const assigned = cls.members.flatMap((other) =>
      (ts.isMethodDeclaration(other) || ts.isConstructorDeclaration(other)) && other.body ? assignmentsTo(other.body, name) : [],
    );
    if (member.initializer) return assigned.length === 0 ? constantString(member.initializer) : undefined;
    const [only, ...others] = assigned;
    return only && others.length === 0 && ts.isExpressionStatement(only.parent) && ts.isConstructorDeclaration(only.parent.parent.parent)
      ? constantString(only.right)
      : undefined;
  }

  /** Access path of a property or method of a class of this file. */
  pathOfMember(cls: ts.ClassLikeDeclaration, name: string): AccessPath | undefined {
    for (const member of cls.members) {
      if (ts.isConstructorDeclaration(member)) {
        for (const parameter of member.parameters) {
          if (!ts.isIdentifier(parameter.name) || parameter.name.text !== name || !ts.isParameterPropertyDeclaration(parameter, member))
            continue;
          return parameter.type && this.resolver.pathOfType(parameter.type);
        }
        const path = this.assignedInConstructor(member, name);
        if (path !== undefined) return path;
      }
      if (!member.name || !(ts.isIdentifier(member.name) || ts.isPrivateIdentifier(member.name)) || member.name.text !== name) continue;
      if (ts.isMethodDeclaration(member)) {
        const info = this.resolver.outline.byNode.get(member);
        return info && `file:${this.resolver.file}#${info.id}`;
      }
      if (ts.isPropertyDeclaration(member)) {
        const typed = member.type && this.resolver.pathOfType(member.type);
        const path = typed ?? (member.initializer && this.resolver.pathOf(member.initializer));
        if (path !== undefined) return path;
      }
    }
    const base = this.baseOf(cls);
    const inherited = base === undefined ? undefined : this.resolver.rewrite(this.resolver.rewriteCall(base), name);
    // A path that only repeats what is asked for says nothing of the value.
    return inherited !== undefined && !inherited.startsWith('file:') ? inherited : (this.assignedInMethods(cls, name) ?? inherited);
  }

  /** What a method gives a member: `static getInstance() { this.instance ??= new AuthService(); … }`. */
  private assignedInMethods(cls: ts.ClassLikeDeclaration, name: string): AccessPath | undefined {
    let assigned = this.assigned.get(cls);
    if (!assigned) this.assigned.set(cls, (assigned = assignmentsToMembers(cls)));
    for (const value of assigned.get(name) ?? []) {
      const path = isNothing(value) ? undefined : this.resolver.pathOf(value);
      // A function in place of what the constructor was given: it may be either.
      if (path !== undefined && isFunctionNode(bare(value)) && isGiven(cls, name)) return undefined;
      if (path !== undefined) return path;
    }
    return undefined;
  }

  /**
   * What the constructor of the class around a node makes a member of, when nothing else does: one of its parameters, or what it assigns. Undefined
   * where the member may hold something else, or is what the class makes itself.
   */
  givenAs(node: ts.Node, name: string): ts.ParameterDeclaration | ts.Expression | undefined {
    const cls = this.classAround(node);
    const constructor = cls?.members.find((member) => ts.isConstructorDeclaration(member) && member.body !== undefined) as
      ts.ConstructorDeclaration | undefined;
    if (!cls || !constructor) return undefined;
    const assigned = cls.members.flatMap((member) =>
      (ts.isMethodDeclaration(member) || ts.isConstructorDeclaration(member)) && member.body ? assignmentsTo(member.body, name) : [],
    );
    const own = constructor.parameters.find(
      (parameter) =>
        ts.isIdentifier(parameter.name) && parameter.name.text === name && ts.isParameterPropertyDeclaration(parameter, constructor),
    );
    if (own) return assigned.length === 0 ? own : undefined;
    const [only, ...others] = assigned;
    const isInside = only !== undefined && constructor.pos <= only.pos && only.end <= constructor.end;
    const initialised = cls.members.some(
      (member) =>
        ts.isPropertyDeclaration(member) && member.initializer !== undefined && ts.isIdentifier(member.name) && member.name.text === name,
    );
    return isInside && others.length === 0 && !initialised ? only.right : undefined;
  }

  /** What a class extends. */
  baseOf(cls: ts.ClassLikeDeclaration | undefined): AccessPath | undefined {
    const heritage = cls?.heritageClauses?.find((clause) => clause.token === SyntaxKind.ExtendsKeyword)?.types[0];
    return heritage && this.resolver.pathOf(heritage.expression);
  }

  private assignedInConstructor(constructor: ts.ConstructorDeclaration, name: string): AccessPath | undefined {
    for (const statement of constructor.body?.statements ?? []) {
      if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) continue;
      const { left, right } = statement.expression;
      if (ts.isPropertyAccessExpression(left) && left.expression.kind === SyntaxKind.ThisKeyword && left.name.text === name)
        return this.resolver.pathOf(right);
    }
    return undefined;
  }
}

/** Does the constructor keep a parameter under a name? */
function isGiven(cls: ts.ClassLikeDeclaration, name: string): boolean {
  const constructor = cls.members.find((member) => ts.isConstructorDeclaration(member) && member.body !== undefined) as
    ts.ConstructorDeclaration | undefined;
  const given = constructor && assignmentsTo(constructor.body!, name).map(({ right }) => bare(right));
  return (
    given?.some(
      (value) =>
        ts.isIdentifier(value) &&
        constructor!.parameters.some((parameter) => ts.isIdentifier(parameter.name) && parameter.name.text === value.text),
    ) === true
  );
}

function assignmentsTo(body: ts.Node, name: string): ts.BinaryExpression[] {
  const found: ts.BinaryExpression[] = [];
  walk(body, (node) => {
    if (
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === SyntaxKind.EqualsToken &&
      ts.isPropertyAccessExpression(node.left) &&
      node.left.expression.kind === SyntaxKind.ThisKeyword &&
      node.left.name.text === name
    )
      found.push(node);
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
      const isOwn =
        left.expression.kind === SyntaxKind.ThisKeyword ||
        (own !== undefined && ts.isIdentifier(left.expression) && left.expression.text === own);
      if (isOwn && /^(=|\?\?=|\|\|=)$/.test(ts.tokenToString(operatorToken.kind) ?? '')) addTo(assigned, left.name.text, right);
      return true;
    });
  }
  return assigned;
}
