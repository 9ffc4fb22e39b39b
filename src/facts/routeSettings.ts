import { ts } from 'ts-morph';
import type { GuardEvidence, GuardKind, HandlerRef } from '../model/facts';
import { leaves } from '../syntax/flow';
import { bare, propertyOf, walk } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';

/** What is asked of no route whose settings say so names them. */
export function withSettings(analysis: FileAnalysis, fn: FunctionInfo, guards: GuardEvidence[]): GuardEvidence[] {
  const spared = guards.length > 0 ? sparedBySettings(analysis, fn) : undefined;
  return spared ? guards.map((guard) => (guard.span.start > spared.from ? { ...guard, sparedBy: spared.names } : guard)) : guards;
}

/** Settings of a route that a function looks at to pass over it: `if (request.routeOptions.config.requireAuth === false) return;`, with the place behind it. */
function sparedBySettings(analysis: FileAnalysis, fn: FunctionInfo): { names: string[]; from: number } | undefined {
  const { body } = fn.node;
  if (!body || !ts.isBlock(body)) return undefined;
  for (const test of fn.ifs) {
    if (!ts.isIfStatement(test) || test.parent !== body || !leaves(test.thenStatement)) continue;
    const last = ts.isBlock(test.thenStatement) ? test.thenStatement.statements.at(-1) : test.thenStatement;
    if (!last || !ts.isReturnStatement(last)) continue;
    const names = settingsIn(analysis, test.expression);
    if (names.length > 0) return { names, from: test.end };
  }
  return undefined;
}

function settingsIn(analysis: FileAnalysis, condition: ts.Expression): string[] {
  const names: string[] = [];
  walk(condition, (node) => {
    if (ts.isPropertyAccessExpression(node) && analysis.tables.read(analysis.resolver.pathOf(node.expression))?.settings)
      names.push(node.name.text);
    return true;
  });
  return names;
}

/** Guards that a route asks for in its settings, `config: { rateLimit: { max: 3 } }`, and the kinds of those that it turns off. */
export function guardsAsked(
  analysis: FileAnalysis,
  settings: ts.Expression,
  guards: Readonly<Record<string, { path: string; kind: GuardKind }>> = {},
): { chain: HandlerRef[]; lifts: GuardKind[] } {
  const found: { chain: HandlerRef[]; lifts: GuardKind[] } = { chain: [], lifts: [] };
  const object = analysis.resolver.deref(settings);
  for (const [name, { path, kind }] of Object.entries(guards)) {
    const value = propertyOf(object, name);
    if (!value || ts.isMethodDeclaration(value)) continue;
    if (bare(value).kind === ts.SyntaxKind.FalseKeyword) found.lifts.push(kind);
    else found.chain.push({ name, span: analysis.span(value), path });
  }
  return found;
}

/** Names under which something is switched on to let everybody in. */
const lenient = /public|open|anonymous|skip|no_?auth|guest|allow/i;

/** Settings by which a route asks to be passed over: what is demanded is switched off, or what is allowed is switched on. What nobody can read may be either. */
export function openSettings(analysis: FileAnalysis, settings: ts.Expression): string[] {
  const object = analysis.resolver.deref(settings);
  if (!ts.isObjectLiteralExpression(object)) return [];
  return object.properties.flatMap((property) => {
    if (!ts.isPropertyAssignment(property) || !ts.isIdentifier(property.name)) return [];
    let value = bare(property.initializer);
    // `requireAuth: options.requireAuth ?? false`
    if (ts.isBinaryExpression(value) && /^(?:\?\?|\|\|)$/.test(ts.tokenToString(value.operatorToken.kind) ?? '')) value = bare(value.right);
    const closed = lenient.test(property.name.text) ? ts.SyntaxKind.FalseKeyword : ts.SyntaxKind.TrueKeyword;
    return value.kind === closed ? [] : [property.name.text];
  });
}
