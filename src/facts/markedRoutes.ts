import { ts } from 'ts-morph';
import { leaves } from '../syntax/flow';
import { whole } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { absentName, alternatives } from './conditions';
import { agrees } from './letThrough';

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
  const statements = body.statements.flatMap((statement) =>
    ts.isTryStatement(statement) ? [...statement.tryBlock.statements] : [statement],
  );
  for (const statement of statements) {
    if (!ts.isIfStatement(statement) || !leaves(statement.thenStatement) || !agreesAtOnce(statement.thenStatement)) continue;
    keys ??= keysOf(analysis, fn);
    if (keys.size === 0) return undefined;
    for (const part of alternatives(statement.expression)) {
      const key = keys.get(absentName(part) ?? '');
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

/** Name of a decorator that stands for its own key: `reflector.get(Public, …)`. */
function nameOf(node: ts.Expression | undefined): string | undefined {
  return node && ts.isIdentifier(node) ? node.text : undefined;
}
