import { ts } from 'ts-morph';
import type { AccessPath } from '../model/facts';
import type { CallRole } from '../model/library';
import type { FunctionInfo } from '../syntax/outline';

/** A call with what it resolves to. */
export interface CallSite {
  readonly node: ts.CallExpression | ts.NewExpression;
  /** Path of what is called, without `()`. */
  readonly callee: AccessPath | undefined;
  readonly role: (CallRole & { library: string }) | undefined;
  /** The function around it. */
  readonly fn: FunctionInfo | undefined;
}

/** What a site asks when somebody first wants to know. */
export interface CallResolver {
  calleeOf(node: ts.Expression): AccessPath | undefined;
  roleOf(node: ts.Expression, callee: AccessPath | undefined): (CallRole & { library: string }) | undefined;
  /** May a call of this expression have a role, as far as its last name tells? */
  mayHaveRole(node: ts.Expression): boolean;
  functionAround(node: ts.Node): FunctionInfo | undefined;
}

const unknown = Symbol('not asked yet');

/** Most calls of a file mean nothing to anybody: what a call is, is found out when it is asked. */
export class LazyCallSite implements CallSite {
  private knownCallee: AccessPath | undefined | typeof unknown = unknown;
  private knownRole: CallSite['role'] | typeof unknown = unknown;
  private knownFn: FunctionInfo | undefined | typeof unknown = unknown;

  constructor(
    readonly node: ts.CallExpression | ts.NewExpression,
    private readonly resolver: CallResolver,
  ) {}

  get callee(): AccessPath | undefined {
    if (this.knownCallee === unknown) this.knownCallee = this.resolver.calleeOf(this.node.expression);
    return this.knownCallee;
  }

  get role(): CallSite['role'] {
    if (this.knownRole === unknown)
      this.knownRole = this.resolver.mayHaveRole(this.node.expression)
        ? this.resolver.roleOf(this.node.expression, this.callee)
        : undefined;
    return this.knownRole;
  }

  get fn(): FunctionInfo | undefined {
    if (this.knownFn === unknown) this.knownFn = this.resolver.functionAround(this.node);
    return this.knownFn;
  }
}
