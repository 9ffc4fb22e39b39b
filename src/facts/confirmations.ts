import { ts } from 'ts-morph';
import { bare, propertyOf, whole } from '../syntax/nodes';
import type { CallSite, FileAnalysis } from './analysis';
import { argumentsOf } from './callArguments';
import { lastNameOf } from './lastNames';
import { sourcesOf } from './origins';
import { sinksOf } from './endpointSinks';

const asking = /^(retrieve|get|fetch|find|show|read|load|lookup)(?![a-z])/;
const checking = /^(verify|validate|check|confirm)(?![a-z])/;

/**
 * What asks the service that is said to have sent a message about it, when nothing else of the message is acted on: whoever
 * makes up messages only has the service say once more what it knows. `await stripe.events.retrieve(req.body.id)`.
 */
export function confirmedBy(analysis: FileAnalysis, sites: readonly CallSite[]): string | undefined {
  const questions = sites.filter((site) => asksElsewhere(analysis, site) && sentIn(analysis, site).length > 0);
  const [first] = questions;
  if (!first) return undefined;
  const asked = new Set(questions.flatMap((site) => sentIn(analysis, site)));
  const believes = sites.some(
    (site) => !questions.includes(site) && acts(analysis, site) && sentIn(analysis, site).some((sent) => !asked.has(sent)),
  );
  return believes ? undefined : analysis.label(first.node.expression, 50);
}

const signed = /sign|hmac|svix/i;
/** What signatures come in. */
const carrying = /sign|hmac|svix|headers/i;

/** Why the signature of a message may be verified elsewhere: by what could not be found, or by what computes one further in than was followed. */
export function handedSignature(analysis: FileAnalysis, sites: readonly CallSite[]): string | undefined {
  const taker = sites.find((site) => {
    const { node, role, callee } = site;
    if (role || analysis.resolver.functionOf(node.expression)) return false;
    if (isOfPackage(callee)) return mayVerify(analysis, site);
    if (!ts.isPropertyAccessExpression(node.expression) || (callee !== undefined && !callee.startsWith('file:'))) return false;
    return (node.arguments ?? []).some((argument) => isSignature(analysis, argument));
  });
  if (taker) return `${analysis.label(taker.node.expression, 50)} is given the signature, and could not be looked into`;
  const digesting = sites.find(({ node, role }) => {
    const given = (node.arguments ?? []).some((argument) => carrying.test(argument.getText(analysis.source)));
    const called = given && !role ? analysis.resolver.functionOf(node.expression) : undefined;
    return called !== undefined && analysis.summaryOf(called.ref)?.digests === 'inside';
  });
  return digesting && `${analysis.label(digesting.node.expression, 50)} is given the signature and computes one`;
}

function isOfPackage(callee: string | undefined): boolean {
  return callee !== undefined && !/^(?:file:|module:|global#|node:|project#|\?)/.test(callee);
}

/** Is what a signature comes in read in an argument? */
function isSignature(analysis: FileAnalysis, argument: ts.Expression): boolean {
  return (
    signed.test(argument.getText(analysis.source)) &&
    sourcesOf(analysis, argument, 'object').some(
      (source) => source.from === 'request' && source.input === 'headers' && signed.test(source.node.getText(analysis.source)),
    )
  );
}

const verifying = /verif|valid|sign|hook|unwrap|unmarshal|construct|event/i;
const secretSetting = /\benv\b.*(?:SECRET|KEY|TOKEN|SIGN|HOOK)/i;

/**
 * May something of a package verify a message: it is given the signature, or nobody has described the package and it is given all headers or the
 * whole request, or something of it and a secret of the environment, by a name that says so?
 */
function mayVerify(analysis: FileAnalysis, { node, callee }: CallSite): boolean {
  const args = [...(node.arguments ?? [])];
  if (args.length === 0 || logging.test(lastNameOf(callee ?? ''))) return false;
  if (args.some((argument) => isSignature(analysis, argument))) return true;
  if (callee === undefined || analysis.tables.isDescribed(callee)) return false;
  const hasHeaders = args.some((argument) => holdsHeaders(analysis, argument));
  const hasSecret = args.some((argument) => secretSetting.test(argument.getText(analysis.source)));
  if (!verifying.test(callee)) return hasHeaders && hasSecret;
  return (
    hasHeaders || (hasSecret && args.some((argument) => sourcesOf(analysis, argument, 'object').some(({ from }) => from === 'request')))
  );
}

/** Is it a whole request, or all headers of one, or made of them: `{ headers: request.headers, body }`, `Object.fromEntries(request.headers)`? */
function holdsHeaders(analysis: FileAnalysis, argument: ts.Expression): boolean {
  const value = bare(argument);
  if (ts.isObjectLiteralExpression(value))
    return value.properties.some((property) =>
      ts.isPropertyAssignment(property)
        ? holdsHeaders(analysis, property.initializer)
        : ts.isShorthandPropertyAssignment(property) && holdsHeaders(analysis, property.name),
    );
  if (ts.isCallExpression(value)) return value.arguments.some((inner) => holdsHeaders(analysis, inner));
  const path = analysis.resolver.pathOf(value);
  return path !== undefined && [path, `${path}.headers`].some((held) => analysis.tables.read(held)?.input === 'headers');
}

const logging = /^(?:log|trace|debug|info|warn|error|track|capture\w*|report|add\w*|set\w*)$/;

/** Is a service outside asked for what it has under a name? */
function asksElsewhere(analysis: FileAnalysis, site: CallSite): boolean {
  const { node, role, callee } = site;
  const { parent } = whole(node);
  // Nobody reads what it answers.
  if (ts.isExpressionStatement(parent)) return false;
  const target = bare(node.expression);
  const name = ts.isPropertyAccessExpression(target) ? target.name.text : ts.isIdentifier(target) ? target.text : '';
  if (role?.outbound) {
    if (role.outbound.paid) return false;
    return role.outbound.kind === 'sdk' ? asking.test(name) : asksAddress(analysis, site);
  }
  if (role) return false;
  const called = analysis.resolver.functionOf(target);
  if (called)
    return (
      (asking.test(name) || checking.test(name)) &&
      (analysis.summaryOf(called.ref)?.flowsTo ?? []).some(({ category, as }) => category === 'url' && as === 'name')
    );
  // A client that somebody made of a package that nobody has described.
  return (
    callee !== undefined &&
    callee.includes('()') &&
    !/^(file:|module:|global#|node:)/.test(callee) &&
    !analysis.tables.isDescribed(callee) &&
    asking.test(lastNameOf(callee))
  );
}

const fixedHost = /^\s*[`'"]https:\/\/[\w.-]+\//;

/** A page of a service that is written out, asked for and not sent to. */
function asksAddress(analysis: FileAnalysis, { node }: CallSite): boolean {
  const [address, options] = node.arguments ?? [];
  if (!address || !fixedHost.test(analysis.resolver.deref(address).getText(analysis.source))) return false;
  const method = propertyOf(options && analysis.resolver.deref(options), 'method');
  const target = bare(node.expression);
  const sends =
    method && !ts.isMethodDeclaration(method)
      ? analysis.textOf(method)?.toUpperCase() !== 'GET'
      : ts.isPropertyAccessExpression(target) && /^(post|put|patch|delete)$/.test(target.name.text);
  return !sends;
}

/** Does a call do something that counts, itself or further in? */
function acts(analysis: FileAnalysis, site: CallSite): boolean {
  const own = sinksOf(analysis, site);
  const sinks =
    own.length > 0 || site.role ? own : (analysis.summaryOf(analysis.resolver.functionOf(site.node.expression)?.ref)?.sinks ?? []);
  return sinks.some(({ kind, memory }) => kind !== 'read-private' && kind !== 'outbound' && !memory);
}

/** What a call is given of what was sent, by where it stands in it. */
function sentIn(analysis: FileAnalysis, { node }: CallSite): string[] {
  const sources = argumentsOf(node).flatMap(({ argument }) => sourcesOf(analysis, argument, 'object'));
  return sources.flatMap(({ from, node: at, label }) =>
    from === 'request' ? [(ts.isExpression(at) ? analysis.resolver.pathOf(at) : undefined) ?? label] : [],
  );
}
