import { ts } from 'ts-morph';
import { bare } from '../syntax/nodes';

/** A call of a chain with the name of its method. */
export interface ChainedCall {
  name: string;
  node: ts.CallExpression | ts.NewExpression;
}

/** The calls that a query is put together from, and the last of them. */
export interface QueryChain {
  /** In front of the call and behind it. */
  before: ChainedCall[];
  after: ChainedCall[];
  end: ts.Expression;
  /** A promise method ends it. */
  settled: boolean;
}

/** All calls chained in front of a call and behind it: `db.select().from(orders).where(…).limit(20)`. */
export function chainOf(call: ts.CallExpression | ts.NewExpression): QueryChain {
  const before: ChainedCall[] = [];
  for (let current: ts.Expression = bare(call.expression); ;) {
    if (ts.isPropertyAccessExpression(current)) current = bare(current.expression);
    else if (ts.isCallExpression(current)) {
      before.push({ name: nameOf(current), node: current });
      current = bare(current.expression);
    } else break;
  }
  const after: ChainedCall[] = [];
  let end: ts.Expression = call;
  for (;;) {
    const access: ts.Node = end.parent;
    if (
      !ts.isPropertyAccessExpression(access) ||
      access.expression !== end ||
      !ts.isCallExpression(access.parent) ||
      access.parent.expression !== access
    )
      break;
    if (/^(then|catch|finally)$/.test(access.name.text)) return { before, after, end, settled: true };
    end = access.parent;
    after.push({ name: access.name.text, node: access.parent });
  }
  return { before, after, end, settled: false };
}

function nameOf(call: ts.CallExpression): string {
  const callee = bare(call.expression);
  return ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : '';
}
