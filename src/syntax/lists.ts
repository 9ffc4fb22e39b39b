import { ts } from 'ts-morph';
import { bare } from './nodes';

/** A piece of a list: an element, or a list whose elements stand there. */
export interface Piece {
  node: ts.Expression;
  isList: boolean;
}

/** What a list is written of: `[a, ...b]`, `[a, b].flat()`, `a.concat(b)`. Undefined for what is no list as it is written. */
export function piecesOf(value: ts.Expression): Piece[] | undefined {
  const node = bare(value);
  if (ts.isArrayLiteralExpression(node))
    return node.elements.map((element) =>
      ts.isSpreadElement(element) ? { node: element.expression, isList: true } : { node: element, isList: false },
    );
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { expression: list, name } = node.expression;
  if (name.text === 'flat' && node.arguments.length === 0)
    return ts.isArrayLiteralExpression(bare(list)) ? piecesOf(list)?.map((piece) => ({ ...piece, isList: true })) : undefined;
  // What is no list is put behind as it is: only lists that can be read are known to be some.
  return name.text === 'concat' && !node.arguments.some(ts.isSpreadElement)
    ? [list, ...node.arguments].map((part) => ({ node: part, isList: true }))
    : undefined;
}
