import { ts } from 'ts-morph';
import type { CorsPolicy, Fact, Presence } from '../../model/facts';
import { bare, hasSpread, propertyOf } from '../../syntax/nodes';
import { isFunctionNode } from '../../syntax/outline';
import type { CallSite, FileAnalysis } from '../analysis';
import { isAskedFor } from '../askedHeaders';
import { admissionOf, isLookedUp } from '../originPolicies';

/** Files in which somebody may say which pages read answers. */
const telling = /cors|access-control-allow-origin/i;
const allowOrigin = 'access-control-allow-origin';
const allowCredentials = /access-control-allow-credentials['"`]?\s*[,:]\s*(?:value\s*:\s*)?(?:['"`]true['"`]|true\b)/i;

/** Policies for pages of other sites: what libraries are told, and headers that are written out. */
export function recogniseCors(analysis: FileAnalysis): Fact[] {
  if (analysis.context.side === 'client' || !analysis.mayHold(telling)) return [];
  return [...distinct(analysis.sitesWith('cors').flatMap((site) => policyOf(analysis, site) ?? [])), ...headers(analysis)];
}

/** Options that several calls are given decide in one place. */
function distinct(policies: readonly CorsPolicy[]): CorsPolicy[] {
  const key = ({ decides, admits, cookies }: CorsPolicy): string | undefined => decides && [decides.start, admits, cookies].join();
  return policies.filter((policy, index) => !key(policy) || policies.findIndex((other) => key(other) === key(policy)) === index);
}

function policyOf(analysis: FileAnalysis, site: CallSite): CorsPolicy | undefined {
  const role = site.role?.cors;
  if (!role || analysis.isKnown(site.node)) return undefined;
  const args = site.node.arguments ?? [];
  if (role.given !== undefined && (!args[0] || analysis.resolver.pathOf(args[0]) !== role.given)) return undefined;
  const base = {
    ...analysis.base(site.node),
    kind: 'cors' as const,
    library: site.role!.library,
    label: analysis.label(site.node.expression, 40),
    ...(role.lists ? { takesList: true } : {}),
  };
  let options: ts.Expression | undefined = args[role.options];
  if (options && role.within !== undefined) {
    const inner = propertyOf(analysis.resolver.deref(options), role.within);
    options = inner && !ts.isMethodDeclaration(inner) ? inner : undefined;
  }
  if (!options) return role.optional ? undefined : { ...base, admits: role.standard, cookies: 'absent' };
  const value = analysis.resolver.deref(options);
  if (value.kind === ts.SyntaxKind.FalseKeyword) return undefined;
  if (value.kind === ts.SyntaxKind.TrueKeyword) return { ...base, admits: role.standard, cookies: 'absent' };
  if (!ts.isObjectLiteralExpression(value)) return { ...base, admits: 'unknown', cookies: 'unknown' };
  const cookies = credentialsOf(analysis, value);
  const origin = propertyOf(value, 'origin');
  if (!origin) {
    if (hasSpread(value)) return { ...base, admits: 'unknown', cookies };
    return { ...base, admits: role.starReflects && role.standard === 'all' && cookies === 'present' ? 'asking' : role.standard, cookies };
  }
  const admission = ts.isMethodDeclaration(origin) ? { admits: 'unknown' as const } : admissionOf(analysis, origin, role);
  const admits = role.starReflects && admission.admits === 'all' && cookies === 'present' ? 'asking' : admission.admits;
  // An object of another file or statement is mended there.
  const decides = !ts.isMethodDeclaration(origin) && origin.getSourceFile() === analysis.source ? { decides: analysis.span(origin) } : {};
  return { ...base, ...admission, admits, cookies, ...decides };
}

function credentialsOf(analysis: FileAnalysis, options: ts.ObjectLiteralExpression): Presence {
  const given = propertyOf(options, 'credentials');
  if (!given) return hasSpread(options) ? 'unknown' : 'absent';
  if (ts.isMethodDeclaration(given)) return 'unknown';
  const value = analysis.resolver.deref(given);
  return value.kind === ts.SyntaxKind.TrueKeyword ? 'present' : value.kind === ts.SyntaxKind.FalseKeyword ? 'absent' : 'unknown';
}

function headers(analysis: FileAnalysis): CorsPolicy[] {
  const facts: CorsPolicy[] = [];
  for (const node of analysis.outline.strings) {
    if (analysis.isKnown(node) || ts.isTemplateExpression(node) || node.text.toLowerCase() !== allowOrigin) continue;
    const value = valueOf(node);
    if (!value || isSent(analysis, node)) continue;
    const admission = admissionOf(analysis, value, {});
    const admits = admission.admits === 'asking' && isLookedUp(node) ? ({ admits: 'unknown' } as const) : admission;
    facts.push({
      ...analysis.base(node),
      kind: 'cors',
      library: '',
      label: node.text,
      ...admits,
      cookies: allowCredentials.test(aroundText(analysis, node)) ? 'present' : 'absent',
      decides: analysis.span(value),
      ...(isAskedFor(analysis, node) ? { asked: true as const } : {}),
    });
  }
  return facts;
}

/** What the header is set to: in an object, a pair, a call, or `{ key, value }`. */
function valueOf(node: ts.StringLiteral | ts.NoSubstitutionTemplateLiteral): ts.Expression | undefined {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent)) {
    if (parent.name === node) return parent.initializer;
    const value = /^['"]?(key|name)['"]?$/.test(parent.name.getText()) ? propertyOf(parent.parent, 'value') : undefined;
    return value && !ts.isMethodDeclaration(value) ? value : undefined;
  }
  if (ts.isArrayLiteralExpression(parent) && parent.elements[0] === node) return parent.elements[1];
  if (ts.isElementAccessExpression(parent) && ts.isBinaryExpression(parent.parent) && parent.parent.left === parent)
    return parent.parent.right;
  if (
    ts.isCallExpression(parent) &&
    parent.arguments[0] === node &&
    ts.isPropertyAccessExpression(parent.expression) &&
    /^(set|setHeader|header|append|appendHeader|writeHead|setResponseHeader)$/.test(parent.expression.name.text)
  )
    return parent.arguments[1];
  return undefined;
}

/** Is it a header of a request that the code sends? There it means nothing. */
function isSent(analysis: FileAnalysis, node: ts.Node): boolean {
  for (let parent = node.parent; parent && !isFunctionNode(parent); parent = parent.parent) {
    if (!ts.isCallExpression(parent) && !ts.isNewExpression(parent)) continue;
    const callee = bare(parent.expression).getText(analysis.source);
    if (
      analysis.site(parent)?.role?.outbound ||
      /^(fetch|\$fetch|ofetch|axios|got|ky|superagent|request)\b/.test(callee) ||
      /^new\s+Request|^Request$/.test(callee)
    )
      return true;
  }
  return false;
}

/** The text in which the header about cookies would stand beside this one: the object, the list of headers, or the function. */
function aroundText(analysis: FileAnalysis, node: ts.Node): string {
  for (let parent = node.parent; parent; parent = parent.parent) {
    if (ts.isObjectLiteralExpression(parent) && parent.properties.length > 1 && !propertyOf(parent, 'key') && !propertyOf(parent, 'name'))
      return parent.getText(analysis.source);
    if (ts.isArrayLiteralExpression(parent) && ts.isObjectLiteralExpression(parent.elements[0] ?? parent))
      return parent.getText(analysis.source);
    if (isFunctionNode(parent)) return parent.getText(analysis.source);
  }
  return '';
}
