import { ts } from 'ts-morph';
import { bare } from '../syntax/nodes';
import type { CallSite } from './analysis';
import { lastNameOf } from './lastNames';

/** Arguments of a call and of the calls chained to it: `.update(values).eq('id', id)`; `written` are those that may be stored. */
export function argumentsOf(call: ts.CallExpression | ts.NewExpression): { argument: ts.Expression; written: boolean }[] {
  const args = [...(call.arguments ?? [])].map((argument) => ({ argument, written: true }));
  let current: ts.Node = call;
  for (let steps = 0; steps < 8; steps++) {
    const access: ts.Node = current.parent;
    if (
      !ts.isPropertyAccessExpression(access) ||
      access.expression !== current ||
      !ts.isCallExpression(access.parent) ||
      access.parent.expression !== access
    )
      break;
    if (/^(then|catch|finally|map|forEach|filter)$/.test(access.name.text)) break;
    current = access.parent;
    const written = /^(values|set|insert|update|upsert|onConflictDoUpdate)$/.test(access.name.text);
    args.push(...access.parent.arguments.map((argument) => ({ argument, written })));
  }
  return args;
}

const storesNothing = /^(delete|remove|destroy|del|drop|restore|truncate|increment|decrement|softDelete|rpc)/i;

const takesObject = /\bset\s+\?(?![?\w])/i;

/** What a write may store: what its library says holds the record, else any argument of it and of the calls chained to it. */
export function storedIn({ node, role, callee: path }: CallSite): { argument: ts.Expression; record: boolean }[] {
  if (storesNothing.test(lastNameOf(path ?? ''))) return [];
  const callee = bare(node.expression);
  if (role?.record === 'receiver')
    return ts.isPropertyAccessExpression(callee) ? [{ argument: bare(callee.expression), record: true }] : [];
  const own = node.arguments ?? [];
  // Values of a statement are columns each, except where it takes an object: `INSERT INTO users SET ?`.
  if (role?.data?.operation === 'raw')
    return own[0] && takesObject.test(own[0].getText()) ? own.slice(1).map((argument) => ({ argument, record: false })) : [];
  return argumentsOf(node).flatMap(({ argument, written }, index): { argument: ts.Expression; record: boolean }[] => {
    if (!written) return [];
    if (role?.record === undefined) return [{ argument, record: false }];
    return index >= own.length || index === role.record ? [{ argument, record: true }] : [];
  });
}
