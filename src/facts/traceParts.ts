import { ts } from 'ts-morph';
import type { Origin, TaintedSink } from '../model/facts';
import type { FunctionNode } from '../syntax/outline';

/** What a value must not be controlled by others for. */
export type Category = TaintedSink['category'];

/** Where a value comes from, with what later steps need to know about that place. */
export interface Source extends Omit<Origin, 'whole' | 'record'> {
  node: ts.Node;
  /** Nothing was taken out of it on the way: a whole body, not one of its fields. */
  whole: boolean;
  /** Nothing was taken out of it since it was a member of the input or parameter. */
  record?: boolean;
  /** The address of the page as it is: whatever it says, it leads to the page itself. */
  own?: 'address' | 'marks';
  /** The parameter, and the members taken from it, for `from: 'parameter'`. */
  parameter?: { fn: FunctionNode; index: number; members: readonly string[] };
}

/** Arguments of the calls that tracing has gone into, by the function called. */
export type Frames = ReadonlyMap<FunctionNode, { args: readonly ts.Expression[]; outer: Frames }>;

/** How many steps a trace takes inwards. */
export const deepest = 24;
/** Eight times as many expressions are looked at, at most. */
export const most = 24;

/** Stands for the names of an object's members among the steps that lead into it. */
export const keys = '{keys}';

/** Name of what is called. */
export function memberOf({ expression }: ts.CallExpression): string {
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : ts.isIdentifier(expression) ? expression.text : '';
}

/** Expressions that a function may return. */
export function returnedBy(fn: FunctionNode, exits: readonly (ts.ReturnStatement | ts.ThrowStatement)[]): ts.Expression[] {
  if (fn.body && !ts.isBlock(fn.body)) return [fn.body];
  return exits.flatMap((exit) => (ts.isReturnStatement(exit) && exit.expression ? [exit.expression] : []));
}

/** The parameter of `fn` that a source is, and the members taken from it. */
export function parameterOf(source: Source, fn: FunctionNode): { index: number; members: readonly string[] } | undefined {
  return source.from === 'parameter' && source.parameter?.fn === fn ? source.parameter : undefined;
}
