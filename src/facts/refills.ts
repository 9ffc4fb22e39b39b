import { ts } from 'ts-morph';
import { boundNames, dispositionOf, mentions } from '../syntax/flow';
import { bare, walk, whole } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { absent } from './reachedCode';

/**
 * Does a call keep what another service gave, under a name for which nothing was kept: `let text = await kept.find(name); if (!text) { const
 * answer = await fetch(…); …; text = await kept.add(made); }`? Whoever asks chooses the name, and no more.
 */
export function isRefill(analysis: FileAnalysis, node: ts.Expression): boolean {
  const target = assignedTo(node);
  const declaration = target && analysis.resolver.declarations.find(target);
  if (declaration?.kind !== 'variable' || !declaration.node.initializer || !isCalled(declaration.node.initializer)) return false;
  let child: ts.Node = node;
  for (let { parent } = child; parent && !isFunctionNode(child); child = parent, parent = parent.parent) {
    if (!ts.isIfStatement(parent) || parent.thenStatement !== child) continue;
    if (!absent(parent.expression).some((value) => ts.isIdentifier(value) && analysis.resolver.declarations.find(value) === declaration))
      continue;
    const given = namesOfAnswers(analysis, child, node);
    return given.size > 0 && mentions(node, given) && !holdsBody(analysis, child);
  }
  return false;
}

/** The name that a call, waited for, is assigned to. */
function assignedTo(node: ts.Expression): ts.Identifier | undefined {
  let value = whole(node);
  if (ts.isAwaitExpression(value.parent)) value = whole(value.parent);
  const { parent } = value;
  const isAssigned = ts.isBinaryExpression(parent) && parent.right === value && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return isAssigned && ts.isIdentifier(parent.left) ? parent.left : undefined;
}

function isCalled(initializer: ts.Expression): boolean {
  const value = bare(initializer);
  return ts.isCallExpression(ts.isAwaitExpression(value) ? bare(value.expression) : value);
}

/** Names of what other services answered in a branch in front of a place, and of all that is made of that. */
function namesOfAnswers(analysis: FileAnalysis, branch: ts.Node, before: ts.Node): Set<string> {
  const names = new Set<string>();
  for (const site of analysis.sites) {
    if (!site.role?.outbound || site.node.pos < branch.pos || site.node.end > before.pos) continue;
    const disposition = dispositionOf(site.node);
    if (disposition.kind === 'bound') for (const name of boundNames(disposition.name)) names.add(name);
  }
  walk(branch, (inner) => {
    if (names.size > 0 && ts.isVariableDeclaration(inner) && inner.initializer && mentions(inner.initializer, names))
      for (const name of boundNames(inner.name)) names.add(name);
    return true;
  });
  return names;
}

function holdsBody(analysis: FileAnalysis, branch: ts.Node): boolean {
  let found = false;
  walk(branch, (inner) => {
    const input = ts.isExpression(inner) ? analysis.tables.read(analysis.resolver.pathOf(inner))?.input : undefined;
    found ||= input === 'body' || input === 'form';
    return !found;
  });
  return found;
}
