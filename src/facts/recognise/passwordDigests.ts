import { ts } from 'ts-morph';
import type { PasswordDigest } from '../../model/facts';
import { enclosingLoop } from '../../syntax/flow';
import { bare, constantString, walk, whole } from '../../syntax/nodes';
import { isFunctionNode } from '../../syntax/outline';
import type { CallSite, FileAnalysis } from '../analysis';
import { lastName } from '../guardConditions';
import { isBehindReturn } from '../reachedCode';

const mayDigest = /pass(?:word|wd|phrase)?|pwd/i;
/** Looked up among passwords that are known: nothing of it is stored. */
const lookedUp = /pwned|hibp|breach/i;
const passwordName =
  /^(?:(?:new|old|current|user|plain|raw|input|admin|given|clear)_?(?:text)?_?)?(?:password|passwd|passphrase|pwd|pass)$/i;
/** Names of what is kept of a password, and of functions that make or check it. */
const keptName =
  /^(?:hashed_?|encrypted_?|stored_?)?(?:pass(?:word|wd)?|pwd|pw)(?:_?(?:hash|digest|hashed))?$|^(?:hash|hashed|digest)(?:_?(?:pass(?:word|wd)?|pwd|pw))?$/i;
const making =
  /^(?:hash|encrypt|encode|digest|make|generate|create|set|change|update|reset|check|verify|compare|validate|match|is|get)_?(?:\w*)(?:password|passwd|pwd)\w*$|^(?:password|pwd)_?(?:hash|digest|match|verify|check)\w*$/i;
const strengthening = /bcrypt|argon|scrypt|pbkdf/i;

/** Digests of passwords that take no work, where they are kept or compared with what is kept. */
export function recognisePasswordDigests(analysis: FileAnalysis): PasswordDigest[] {
  const { role, side } = analysis.context;
  if (role !== 'source' || side === 'client' || !analysis.mayHold(mayDigest)) return [];
  const sites = analysis.sitesWith('digest');
  return sites.length === 0 || lookedUp.test(analysis.source.text) ? [] : sites.flatMap((site) => digestOf(analysis, site) ?? []);
}

function digestOf(analysis: FileAnalysis, site: CallSite): PasswordDigest | undefined {
  const { by, value } = site.role!.digest!;
  const algorithm = titleOf(
    typeof by === 'string' ? by : (analysis.textOf(site.node.arguments?.[by]) ?? constantString(site.node.arguments?.[by])),
  );
  if (algorithm === undefined || isBehindReturn(analysis, site.node) || enclosingLoop(site.node)) return undefined;
  const chain = chainFrom(whereNamed(analysis, site.node));
  const given =
    value === 'update'
      ? chain.calls.filter((call) => lastName(bare(call.expression)) === 'update').flatMap((call) => call.arguments[0] ?? [])
      : [site.node.arguments?.[value]].filter((argument) => argument !== undefined);
  const parts = given.flatMap((expression) => partsOf(analysis, expression));
  const password = parts.find((part) => passwordName.test(lastName(part) ?? ''));
  if (!password || !isKept(analysis, chain.end) || isForOneMoment(analysis, site)) return undefined;
  return {
    ...analysis.base(site.node),
    kind: 'passwordDigest',
    library: site.role!.library,
    algorithm,
    label: analysis.label(password, 40),
    salted: parts.length > 1,
  };
}

function titleOf(name: string | undefined): string | undefined {
  const found = /^(md[245]|sha-?(?:1|224|256|384|512|3(?:-\d+)?)|ripemd160|rmd160)$/i.exec(name ?? '')?.[1];
  return found && found.toUpperCase().replace(/^SHA(?=\d)/, 'SHA-');
}

/** `const hash = createHash('md5'); … hash.update(password).digest()`: the place where a digest that has a name of its own is fed. */
function whereNamed(analysis: FileAnalysis, node: ts.CallExpression | ts.NewExpression): ts.Expression {
  const { parent } = whole(node);
  const body = analysis.functionAround(node)?.node.body;
  if (!ts.isVariableDeclaration(parent) || !ts.isIdentifier(parent.name) || !body) return node;
  const { text } = parent.name;
  let place: ts.Expression | undefined;
  walk(body, (inner) => {
    if (
      ts.isPropertyAccessExpression(inner) &&
      inner.name.text === 'update' &&
      ts.isIdentifier(inner.expression) &&
      inner.expression.text === text
    )
      place ??= inner.expression;
    return place === undefined;
  });
  return place ?? node;
}

/** Is a digest of a setting made beside it, so that both have one length and can be compared in constant time? Nothing of it is kept. */
function isForOneMoment(analysis: FileAnalysis, site: CallSite): boolean {
  const around = analysis.functionAround(site.node);
  return analysis
    .sitesWith('digest')
    .some(
      (other) =>
        other !== site &&
        analysis.functionAround(other.node) === around &&
        /\benv\b|\b[A-Z][A-Z\d]*_[A-Z\d_]+\b/.test(chainFrom(other.node).end.getText(analysis.source)),
    );
}

/** Calls that hang on a call, and the whole of the chain. */
function chainFrom(node: ts.Expression): { calls: ts.CallExpression[]; end: ts.Expression } {
  const calls: ts.CallExpression[] = [];
  let end: ts.Expression = node;
  for (;;) {
    const access = whole(end).parent;
    if (!ts.isPropertyAccessExpression(access) || !ts.isCallExpression(access.parent) || access.parent.expression !== access) break;
    end = access.parent;
    calls.push(access.parent);
  }
  return { calls, end };
}

/** What a value is put together of: names and members in sums, templates, conversions and encodings, followed through constants. */
function partsOf(analysis: FileAnalysis, expression: ts.Expression, depth = 3): ts.Expression[] {
  const value = bare(expression);
  if (ts.isBinaryExpression(value)) return [...partsOf(analysis, value.left, depth), ...partsOf(analysis, value.right, depth)];
  if (ts.isTemplateExpression(value)) return value.templateSpans.flatMap((span) => partsOf(analysis, span.expression, depth));
  if (ts.isCallExpression(value)) {
    const callee = bare(value.expression);
    if (/^(from|String|encode|toString|trim|normalize|parse)$/.test(lastName(callee) ?? ''))
      return value.arguments[0]
        ? partsOf(analysis, value.arguments[0], depth)
        : ts.isPropertyAccessExpression(callee)
          ? partsOf(analysis, callee.expression, depth)
          : [];
    return [value];
  }
  if (ts.isIdentifier(value) && depth > 0 && !passwordName.test(value.text)) {
    const behind = analysis.resolver.deref(value, 1);
    if (behind !== value && (ts.isCallExpression(behind) || ts.isBinaryExpression(behind) || ts.isTemplateExpression(behind)))
      return partsOf(analysis, behind, depth - 1);
  }
  return [value];
}

/** Does a digest end in what is stored or compared as a password, by the name that it goes by or that its function has? */
function isKept(analysis: FileAnalysis, end: ts.Expression): boolean {
  let node: ts.Node = end;
  for (let parent = node.parent; parent && !isFunctionNode(node); node = parent, parent = parent.parent) {
    // What a hash that takes work is made of is kept as that hash.
    if (ts.isCallExpression(parent) && strengthening.test(parent.expression.getText(analysis.source))) return false;
    if (ts.isPropertyAssignment(parent) && parent.initializer === node)
      return keptName.test(parent.name.getText(analysis.source).replace(/['"]/g, ''));
    if (ts.isBinaryExpression(parent)) {
      const other = bare(parent.left === node ? parent.right : parent.left);
      if (/^[!=]==?$/.test(ts.tokenToString(parent.operatorToken.kind) ?? '')) return keptName.test(lastName(other) ?? '');
      if (parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) return keptName.test(lastName(other) ?? '');
    }
    if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) && parent.name.text.match(keptName))
      return !isStrengthened(analysis, parent.name);
  }
  const around = analysis.functionAround(end);
  if (!around) return false;
  const takesPassword = around.node.parameters.some(({ name }) => ts.isIdentifier(name) && passwordName.test(name.text));
  return making.test(around.name) || (takesPassword && /hash|digest|md5|sha\d/i.test(around.name));
}

/** Is a name handed to something that makes or checks a hash that takes work? */
function isStrengthened(analysis: FileAnalysis, name: ts.Identifier): boolean {
  const around = analysis.functionAround(name);
  let found = false;
  if (around?.node.body)
    walk(around.node.body, (node) => {
      if (ts.isCallExpression(node) && strengthening.test(node.expression.getText(analysis.source)))
        found ||= node.arguments.some(
          (argument) => ts.isIdentifier(bare(argument)) && (bare(argument) as ts.Identifier).text === name.text,
        );
      return !found;
    });
  return found;
}
