import { ts } from 'ts-morph';
import { isEmptyValue, leaves } from '../syntax/flow';
import { bare, whole } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { agrees, alternatives } from './refusals';

/** Key of the route metadata that a call reads: its text, else the name of the constant, `?` where neither can be read. */
export function metadataKey(analysis: FileAnalysis, { node, role }: CallSite): string | undefined {
  if (role?.readsMetadata === undefined) return undefined;
  const argument = node.arguments?.[role.readsMetadata];
  return analysis.textOf(argument) ?? nameOf(argument) ?? '?';
}

/**
 * Does a guard let all endpoints through that decorators have not marked: `if (!roles) return true`? Gives the key that it
 * reads and the offset behind which it asks of the others.
 */
export function asksMarked(analysis: FileAnalysis, fn: FunctionInfo): { key: string; from: number } | undefined {
  const { body } = fn.node;
  if (!body || !ts.isBlock(body)) return undefined;
  let keys: Map<string, string> | undefined;
  for (const statement of body.statements) {
    if (!ts.isIfStatement(statement) || !leaves(statement.thenStatement) || !agreesAtOnce(statement.thenStatement)) continue;
    keys ??= keysOf(analysis, fn);
    if (keys.size === 0) return undefined;
    for (const part of alternatives(statement.expression)) {
      const key = keys.get(absent(part) ?? '');
      if (key !== undefined) return { key, from: statement.end };
    }
  }
  return undefined;
}

function agreesAtOnce(branch: ts.Statement): boolean {
  return ts.isBlock(branch) ? branch.statements.length === 1 && agrees(branch.statements[0]!) : agrees(branch);
}

/** Names that hold metadata, with their keys. */
function keysOf(analysis: FileAnalysis, fn: FunctionInfo): Map<string, string> {
  const keys = new Map<string, string>();
  for (const site of analysis.parts(fn).sites) {
    const key = metadataKey(analysis, site);
    const { parent } = whole(site.node);
    if (key !== undefined && ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) keys.set(parent.name.text, key);
  }
  return keys;
}

/** The name of which a condition says that it, or something in it, is not there: `!roles`, `!roles?.length`, `roles.length === 0`, `roles == null`. */
function absent(condition: ts.Expression): string | undefined {
  const value = bare(condition);
  if (ts.isPrefixUnaryExpression(value)) return value.operator === ts.SyntaxKind.ExclamationToken ? rootName(value.operand) : undefined;
  if (!ts.isBinaryExpression(value) || !/^===?$/.test(ts.tokenToString(value.operatorToken.kind) ?? '')) return undefined;
  const right = bare(value.right);
  return isEmptyValue(right) || (ts.isNumericLiteral(right) && right.text === '0') ? rootName(value.left) : undefined;
}

function rootName(node: ts.Expression): string | undefined {
  let root = bare(node);
  while (ts.isPropertyAccessExpression(root)) root = bare(root.expression);
  return ts.isIdentifier(root) ? root.text : undefined;
}

/** Name of a decorator that stands for its own key: `reflector.get(Public, …)`. */
function nameOf(node: ts.Expression | undefined): string | undefined {
  return node && ts.isIdentifier(node) ? node.text : undefined;
}
