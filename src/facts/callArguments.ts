import { ts } from 'ts-morph';

/** Arguments of a call and of the calls chained to it: `.update(values).eq('id', id)`; `written` are those that may be stored. */
export function argumentsOf(call: ts.CallExpression | ts.NewExpression): { argument: ts.Expression; written: boolean }[] {
  const args = [...(call.arguments ?? [])].map((argument) => ({ argument, written: true }));
  let current: ts.Node = call;
  for (let steps = 0; steps < 8; steps++) {
    const access: ts.Node = current.parent;
    if (!ts.isPropertyAccessExpression(access) || access.expression !== current || !ts.isCallExpression(access.parent) || access.parent.expression !== access) break;
    if (/^(then|catch|finally|map|forEach|filter)$/.test(access.name.text)) break;
    current = access.parent;
    const written = /^(values|set|insert|update|upsert|onConflictDoUpdate)$/.test(access.name.text);
    args.push(...access.parent.arguments.map((argument) => ({ argument, written })));
  }
  return args;
}
