import { ts } from 'ts-morph';
import type { AccessPath } from '../model/facts';
import type { Resolver } from './resolve';

/** Access paths of the values that types describe. */
export class TypePaths {
  private readonly busy = new Set<ts.Node>();

  constructor(private readonly resolver: Resolver) {}

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
      const made = this.resolver.rewriteCall(this.resolver.pathOf(given.exprName));
      // A name in the project says nothing of what the value is.
      return made?.startsWith('file:') ? undefined : made;
    }
    const first = ts.isIdentifier(name) ? name : bareName(name);
    if (!first) return undefined;
    if (
      ts.isIdentifier(name) &&
      (name.text === 'Promise' || name.text === 'Readonly' || name.text === 'Partial') &&
      type.typeArguments?.[0]
    )
      return this.pathOfType(type.typeArguments[0]);
    return this.pathOfTypeName(first, ts.isIdentifier(name) ? [] : [name.right.text]);
  }

  private pathOfTypeName(first: ts.Identifier, rest: string[]): AccessPath | undefined {
    const declaration = this.resolver.declarations.find(first);
    if (!declaration) return this.resolver.tables.types.get([first.text, ...rest].join('.'));
    if (declaration.kind === 'import') {
      const target = this.resolver.project.module(this.resolver.file, declaration.specifier);
      if ('package' in target) {
        const own = declaration.name === '*' || declaration.name === 'default' ? rest.join('.') : [declaration.name, ...rest].join('.');
        return this.resolver.tables.types.get(`${target.package}#${own}`);
      }
      if ('unresolved' in target) return undefined;
      const found = this.resolver.project.exportOf(target.file, declaration.name);
      if (found?.cls !== undefined) return `file:${found.file}#class ${found.cls}()`;
      // A file may hand on a class of a package: its name as a type stands for what the class makes.
      const path = found?.path === undefined ? undefined : [found.path, ...rest].join('.');
      return path === undefined ? undefined : (this.resolver.tables.types.get(path) ?? found?.path);
    }
    if (declaration.kind === 'class') return declaration.node.name && this.instancePath(declaration.node);
    if (declaration.kind === 'type') return this.pathOfTypeDeclaration(declaration.node);
    return undefined;
  }

  private instancePath(node: ts.ClassLikeDeclaration): AccessPath {
    return `file:${this.resolver.file}#class ${node.name!.text}()`;
  }

  /** Path of values of a declared interface or alias: what it extends, or what it renames. */
  pathOfTypeDeclaration(node: ts.InterfaceDeclaration | ts.TypeAliasDeclaration): AccessPath | undefined {
    if (this.busy.has(node)) return undefined;
    this.busy.add(node);
    try {
      if (ts.isTypeAliasDeclaration(node)) return this.pathOfType(node.type);
      for (const clause of node.heritageClauses ?? []) {
        for (const base of clause.types) {
          const qualified =
            ts.isPropertyAccessExpression(base.expression) && ts.isIdentifier(base.expression.expression) ? base.expression : undefined;
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
  memberType(type: ts.TypeNode, name: string): ts.TypeNode | undefined {
    let members: ts.NodeArray<ts.TypeElement> | undefined;
    if (ts.isTypeLiteralNode(type)) members = type.members;
    else if (ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName)) {
      const declaration = this.resolver.declarations.find(type.typeName);
      const node = declaration?.kind === 'type' ? declaration.node : undefined;
      if (node && ts.isInterfaceDeclaration(node)) members = node.members;
      else if (node && ts.isTypeLiteralNode(node.type)) members = node.type.members;
    }
    const member = members?.find((element) => element.name && ts.isIdentifier(element.name) && element.name.text === name);
    return member && ts.isPropertySignature(member) ? member.type : undefined;
  }
}

function bareName(name: ts.QualifiedName): ts.Identifier | undefined {
  let current: ts.EntityName = name;
  while (ts.isQualifiedName(current)) current = current.left;
  return current;
}
