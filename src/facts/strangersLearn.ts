import { ts } from 'ts-morph';
import type { GuardLevel, RefusalStyle } from '../model/facts';
import { isEmptyValue, leaves } from '../syntax/flow';
import { bare, walk } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { alternatives } from './conditions';
import { identifies } from './guardLevels';
import { conjuncts } from './knownCallers';
import { refusalIn } from './refusals';

/** A refusal that a function carries out: what those have proved who get past it, and where it stands. */
export interface Refused {
  style: RefusalStyle;
  level: GuardLevel;
  at: number;
}

const ends: ReadonlySet<RefusalStyle> = new Set(['throws', 'middleware']);

/**
 * How strangers learn from a function that it refuses them. One that gives nothing to those without a token, and throws at a false one only,
 * leaves it to its callers to refuse. Whatever stands behind the first thing that tells who calls is about those who are known.
 */
export function refusalOfStrangers(refused: readonly Refused[]): RefusalStyle | undefined {
  const inOrder = [...refused].sort((a, b) => a.at - b.at);
  const first = inOrder.findIndex(({ level }) => identifies(level));
  const ofStrangers = first === -1 ? inOrder : inOrder.slice(0, first + 1);
  return (ofStrangers.find(({ style }) => !ends.has(style)) ?? ofStrangers[0])?.style;
}

/**
 * How a function leaves for those who bring nothing that a call in it could verify: `if (!token) return null; return verify(token);`, or
 * `if (token) return verify(token); return null;`. Undefined where everybody gets to the call, or nobody gets past it otherwise.
 */
export function leftUnproved(analysis: FileAnalysis, call: ts.Node, fn: FunctionInfo): Refused | undefined {
  let proof: ReadonlySet<string> | undefined;
  const isProof = (node: ts.Expression): boolean => {
    proof ??= madeOf(analysis, call);
    return proof.has(textOf(node));
  };
  for (const test of fn.ifs) {
    if (!ts.isIfStatement(test)) continue;
    const { thenStatement } = test;
    if (test.end <= call.pos) {
      if (!leaves(thenStatement) || !alternatives(test.expression).some((part) => isMissing(part, isProof))) continue;
      const style = refusalIn(analysis, thenStatement, fn);
      if (style !== undefined && !ends.has(style)) return { style, level: 'PRESENCE_ONLY', at: test.pos };
    } else if (
      thenStatement.pos <= call.pos &&
      call.end <= thenStatement.end &&
      leaves(thenStatement) &&
      conjuncts(test.expression).some((part) => isProof(bare(part)))
    ) {
      const rest = test.elseStatement ?? test.parent;
      const last = ts.isBlock(rest) ? rest.statements.at(-1) : rest;
      const isEmpty = last !== undefined && ts.isReturnStatement(last) && (!last.expression || isEmptyValue(bare(last.expression)));
      if (isEmpty || last === test) return { style: 'returns-empty', level: 'PRESENCE_ONLY', at: test.pos };
    }
  }
  return undefined;
}

/** Does a condition say that something is not there, or does not begin as it should: `!token`, `token == null`, `!header?.startsWith('Bearer ')`? */
function isMissing(condition: ts.Expression, isIt: (node: ts.Expression) => boolean): boolean {
  const value = bare(condition);
  if (ts.isBinaryExpression(value))
    return /^===?$/.test(ts.tokenToString(value.operatorToken.kind) ?? '') && isEmptyValue(bare(value.right)) && isIt(bare(value.left));
  if (!ts.isPrefixUnaryExpression(value) || value.operator !== ts.SyntaxKind.ExclamationToken) return false;
  let asked = bare(value.operand);
  if (ts.isCallExpression(asked) && ts.isPropertyAccessExpression(asked.expression) && asked.expression.name.text === 'startsWith')
    asked = bare(asked.expression.expression);
  else if (ts.isPropertyAccessExpression(asked) && asked.name.text === 'length') asked = bare(asked.expression);
  return isIt(asked);
}

/** Names, members and calls that a call is made of, by way of constants, as they are written. */
function madeOf(analysis: FileAnalysis, call: ts.Node): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node, depth: number): void =>
    walk(node, (inner) => {
      if (isFunctionNode(inner)) return false;
      if (!ts.isIdentifier(inner) && !ts.isPropertyAccessExpression(inner) && !ts.isCallExpression(inner)) return true;
      const text = textOf(inner);
      if (found.has(text)) return true;
      found.add(text);
      const declaration = depth > 0 && ts.isIdentifier(inner) ? analysis.resolver.declarations.find(inner) : undefined;
      if (declaration && declaration.kind === 'variable' && declaration.node.initializer) visit(declaration.node.initializer, depth - 1);
      return true;
    });
  visit(call, 4);
  return found;
}

function textOf(node: ts.Expression): string {
  return bare(node)
    .getText()
    .replace(/[?!](?=\.)|\s+/g, '');
}
