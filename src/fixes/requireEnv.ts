import { ts } from 'ts-morph';
import type { SecretLiteral } from '../model/facts';
import type { FileEdit } from '../model/fix';
import type { FixProposal, FixSource } from '../model/rule';
import { isFunctionNode } from '../syntax/outline';
import { Draft } from './edits';
import { nodeAt, outwards } from './nodes';
import { indentAt, startsLine } from './style';

/** Throws where an entry of the environment is missing, instead of going on with the literal that stands in for it. */
export function requireEnv(secret: SecretLiteral): FixProposal {
  return {
    id: 'require-env',
    kind: 'suggestion',
    title: 'Remove the default and stop when the variable is missing',
    build: (source) => build(secret, source),
  };
}

/**
 * `const key = process.env.KEY || 'x'` becomes `process.env.KEY` behind a statement that throws without it. Dropping the default
 * alone would be worse: a comparison with something undefined lets those in who send nothing.
 */
function build(secret: SecretLiteral, source: FixSource): FileEdit[] | undefined {
  const draft = new Draft(source);
  const literal = nodeAt(draft.tree, secret.span);
  const fallback = literal.parent;
  if (!ts.isBinaryExpression(fallback) || fallback.right !== literal || !ts.isPropertyAccessExpression(fallback.left)) return undefined;
  const read = draft.textOf(fallback.left);
  if (!/^(?:[\w$]+\.)*env\.\w+$/.test(read)) return undefined;
  const statement = statementAround(fallback);
  if (!statement) return undefined;
  const start = statement.getStart(draft.tree);
  if (!startsLine(draft.text, start)) return undefined;
  const { quote } = draft.style;
  const end = draft.style.semicolons ? ';' : '';
  draft.insert(
    start,
    `if (!${read}) throw new Error(${quote}${fallback.left.name.text} is not set${quote})${end}\n${indentAt(draft.text, start)}`,
  );
  draft.replace(fallback.getStart(draft.tree), fallback.end, read);
  return draft.finish();
}

/** The statement that evaluates an expression when it runs itself; none where that happens later or on a condition. */
function statementAround(node: ts.Node): ts.Statement | undefined {
  for (const current of outwards(node.parent)) {
    if (isFunctionNode(current) || ts.isClassLike(current) || ts.isConditionalExpression(current) || ts.isParameter(current))
      return undefined;
    if (ts.isStatement(current)) return ts.isBlock(current.parent) || ts.isSourceFile(current.parent) ? current : undefined;
  }
  return undefined;
}
