import { ts } from 'ts-morph';
import type { ErrorFormat } from '../../model/facts';
import { bare, constantString, propertyOf } from '../../syntax/nodes';
import type { CallSite, FileAnalysis } from '../analysis';
import { statusNamed } from '../replies';
import { returnedBy } from '../traceParts';

const environment = /\bNODE_ENV\b|\bimport\.meta\.env\.(?:DEV|PROD)\b/;

/** What a framework's server makes of errors that are thrown, before callers get them: one fact for each server, whether it hides anything or not. */
export function recogniseErrorFormats(analysis: FileAnalysis): ErrorFormat[] {
  return analysis.sitesWith('formatsErrors').map((site) => ({
    ...analysis.base(site.node),
    kind: 'errorFormat',
    library: site.role!.library,
    hides: hiddenBy(analysis, site),
  }));
}

/** The statuses whose messages a function takes away, or all of them; in development it may leave them. What a handler of its own answers, it says where it stands. */
function hiddenBy(analysis: FileAnalysis, site: CallSite): ErrorFormat['hides'] {
  const given = site.node.arguments?.[0];
  const option = site.role!.formatsErrors!;
  if (option === 0) return 'all';
  const written = given && propertyOf(analysis.resolver.deref(given), option);
  const fn =
    written && (ts.isMethodDeclaration(written) ? analysis.outline.byNode.get(written) : analysis.resolver.functionOf(written)?.local);
  const answers = fn ? returnedBy(fn.node, fn.exits) : [];
  const hidden = answers.map((answer) => {
    const message = propertyOf(analysis.resolver.deref(answer), 'message');
    return message && !ts.isMethodDeclaration(message) ? hiddenIn(analysis, message, 3) : [];
  });
  if (hidden.length === 0) return [];
  if (hidden.every((each) => each === 'all')) return 'all';
  return hidden.reduce<number[]>(
    (kept, each, index) => (each === 'all' ? kept : index === 0 ? each : kept.filter((one) => each.includes(one))),
    [],
  );
}

/** `isProduction && error.code === 'INTERNAL_SERVER_ERROR' ? 'Something went wrong' : shape.message` */
function hiddenIn(analysis: FileAnalysis, expression: ts.Expression, depth: number): ErrorFormat['hides'] {
  const value = bare(analysis.resolver.deref(expression));
  if (constantString(value) !== undefined) return 'all';
  if (!ts.isConditionalExpression(value) || depth === 0) return [];
  const isText = (node: ts.Expression): boolean => constantString(analysis.resolver.deref(node)) !== undefined;
  const parts = conjuncts(value.condition).filter((part) => !isOfEnvironment(analysis, part));
  // Where it is released, what is left of the condition decides.
  if (parts.length === 0) return isText(value.whenTrue) || isText(value.whenFalse) ? 'all' : [];
  const status = parts.length === 1 ? comparedStatus(analysis, parts[0]!) : undefined;
  return status !== undefined && isText(value.whenTrue) ? [status] : [];
}

function conjuncts(condition: ts.Expression): ts.Expression[] {
  const node = bare(condition);
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
    ? [...conjuncts(node.left), ...conjuncts(node.right)]
    : [node];
}

function isOfEnvironment(analysis: FileAnalysis, node: ts.Expression): boolean {
  const value = analysis.resolver.deref(ts.isPrefixUnaryExpression(node) ? node.operand : node);
  return environment.test(value.getText(value.getSourceFile()));
}

function comparedStatus(analysis: FileAnalysis, node: ts.Expression): number | undefined {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsEqualsEqualsToken) return undefined;
  const code = constantString(node.right);
  return code === undefined || !/\bcode$/.test(node.left.getText(analysis.source)) ? undefined : statusNamed(code);
}
