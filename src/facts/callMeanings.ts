import { ts } from 'ts-morph';
import type { AccessPath, DeclaredKind, FunctionRef } from '../model/facts';
import type { CallRole } from '../model/library';
import { bare, whole } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import type { CallResolver } from './callSite';
import { declaredRole } from './declaredCalls';
import { chainOf } from './queryChain';

/** What the calls of a file mean to libraries and to the team. */
export class CallMeanings implements CallResolver {
  private openNames: boolean | undefined;
  private readonly declaredKind = (ref: FunctionRef | undefined, name: string | undefined): DeclaredKind | undefined =>
    this.analysis.project.declaredKind(ref, name);

  constructor(private readonly analysis: FileAnalysis) {}

  calleeOf(node: ts.Expression): AccessPath | undefined {
    return this.analysis.resolver.pathOf(node);
  }

  roleOf(node: ts.Expression, callee: AccessPath | undefined): (CallRole & { library: string }) | undefined {
    const role = this.analysis.tables.call(callee) ?? declaredRole(node, callee, this.declaredKind) ?? this.roleByShape(node, callee);
    const others = role?.data?.unless;
    if (!others) return role;
    const call = whole(node).parent;
    // What is chained to it has a role of its own.
    return ts.isCallExpression(call) && chainOf(call).after.some(({ name }) => others.includes(name)) ? undefined : role;
  }

  mayHaveRole(node: ts.Expression): boolean {
    return this.mayBeNamed(node, this.analysis.tables.callNames) || this.analysis.project.declaresCalls;
  }

  functionAround(node: ts.Node): FunctionInfo | undefined {
    return this.analysis.functionAround(node);
  }

  /** May a call give its callbacks parameters with a meaning? */
  mayGiveCallbacks({ expression, arguments: args }: ts.CallExpression | ts.NewExpression): boolean {
    return args !== undefined && args.length > 0 && this.mayBeNamed(expression, this.analysis.tables.callbackNames);
  }

  /** Can an expression denote something of one of these names? Members of the project's own classes and modules may be called otherwise. */
  private mayBeNamed(node: ts.Expression, names: ReadonlySet<string>): boolean {
    const callee = bare(node);
    return (
      !ts.isPropertyAccessExpression(callee) ||
      names.has(callee.name.text) ||
      callee.expression.kind === ts.SyntaxKind.ThisKeyword ||
      this.importsOpenNames
    );
  }

  /** Does the file use a library whose methods all mean something, whatever they are called? */
  private get importsOpenNames(): boolean {
    return (this.openNames ??= this.analysis.tables.openPackages.some((name) => this.analysis.imports.has(name)));
  }

  /** Role of `a.b(…)` on a value that nobody could name. */
  private roleByShape(expression: ts.Expression, callee: AccessPath | undefined): (CallRole & { library: string }) | undefined {
    if (callee !== undefined && !callee.includes('()') && !callee.startsWith('file:')) return undefined;
    if (!ts.isPropertyAccessExpression(expression)) return undefined;
    const object = bare(expression.expression);
    const isMember = ts.isPropertyAccessExpression(object);
    if (!isMember && !ts.isIdentifier(object)) return undefined;
    const role = this.analysis.tables.call(`?.${isMember ? object.name.text : object.text}.${expression.name.text}`);
    // A variable is called by its type more often than by what it holds: the library has to be there.
    return isMember || (role && this.analysis.inForce(this.analysis.tables.library(role.library)?.packages ?? [])) ? role : undefined;
  }
}
