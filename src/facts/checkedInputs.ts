import { ts } from 'ts-morph';
import { bare } from '../syntax/nodes';
import type { FileAnalysis } from './analysis';
import { fieldOf } from './validation';

/**
 * What the schema says of a value that a framework has checked before it is handed over, by the path of the value and the
 * members that will be taken from it: `procedure.input(schema).query(({ input }) => input.url)`. Undefined for other values.
 */
export function checkedField(
  analysis: FileAnalysis,
  node: ts.Node,
  path: string,
  steps: readonly string[],
): ReturnType<typeof fieldOf> | undefined {
  for (let current = path; ; current = current.slice(0, current.lastIndexOf('.'))) {
    if (analysis.tables.read(current)?.checked) {
      const members = path
        .slice(current.length + 1)
        .split('.')
        .filter((member) => member !== '');
      const schema = members.some((member) => member.endsWith('()')) ? undefined : schemaAround(analysis, node);
      return schema && fieldOf(analysis, schema, [...members, ...steps], 8);
    }
    if (current.lastIndexOf('.') <= current.indexOf('#')) return undefined;
  }
}

/** The schema that stands in the chain whose last call was given the function around a place. */
function schemaAround(analysis: FileAnalysis, node: ts.Node): ts.Expression | undefined {
  for (let fn = analysis.functionAround(node); fn; fn = fn.parent) {
    const call = fn.node.parent;
    if (!ts.isCallExpression(call) || analysis.site(call)?.role?.builder?.step !== 'end') continue;
    for (let callee = bare(call.expression); ts.isPropertyAccessExpression(callee);) {
      const inner = bare(callee.expression);
      if (!ts.isCallExpression(inner)) return undefined;
      if (analysis.site(inner)?.role?.builder?.step === 'input') return inner.arguments[0];
      callee = bare(inner.expression);
    }
  }
  return undefined;
}
