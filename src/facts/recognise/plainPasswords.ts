import { ts } from 'ts-morph';
import type { PlainPassword } from '../../model/facts';
import { bare, walk } from '../../syntax/nodes';
import { keysOf } from '../accountLookups';
import type { CallSite, FileAnalysis } from '../analysis';
import { targetOf } from '../endpointSinks';
import { lastName } from '../guardConditions';
import { sourcesOf } from '../origins';
import { isBehindReturn } from '../reachedCode';
import { isBrowserCode } from '../serverCode';

const mayCompare = /pass(?:word|wd)?\b|pwd\b/i;
const compares = /(?:pass(?:word|wd)?|pwd)\b[)\]!\s]*[!=]==?|[!=]==?\s*[\w.?![\]]*(?:pass(?:word|wd)?|pwd)\b/i;
/** What a record keeps, and what somebody types. */
const kept = /^(?:user_?)?(?:pass(?:word|wd)?|pwd)$/i;
const typed = /^(?:\w*_?)?(?:pass(?:word|wd)?|pwd)$/i;
const otherTyped = /confirm|repeat|again|retype|match|hash|crypt|digest|master|default|valid|correct|expected|real|env/i;
/** What makes something else of a password, wherever it stands in the function. */
const making = /hash|crypt|argon|pbkdf|md5|sha\d|digest|verify_?password|compare_?password|decode/i;
/** What somebody sends, settings and forms: nothing of that is a record. */
const sent =
  /^(?:req|request|body|form|form_?data|values?|input|data|payload|event|args|params|props|query|credentials?|creds|\w*dto|\w*input|\w*body|login_?(?:data|info|user)?)$/i;
const setting =
  /^(?:env|config|settings|options|opts|defaults?|constants?|secrets|state|parsed|url|uri|connection|auth|\w*config|\w*options|\w*settings)$/i;
/** Things that are opened with a password of their own. */
const things =
  /link|share|dashboard|room|lobby|game|meeting|document|page|event|note|file|folder|gallery|album|paste|poll|survey|url|project|wifi|channel/i;

/** Places that show that a password is kept as it was typed. */
export function recognisePlainPasswords(analysis: FileAnalysis): PlainPassword[] {
  const { role, side } = analysis.context;
  if (role !== 'source' || side === 'client' || !analysis.mayHold(mayCompare) || isBrowserCode(analysis)) return [];
  return [
    ...(analysis.mayHold(compares) ? analysis.outline.functions : []).flatMap(({ node: { body } }) => {
      const found = body ? comparedIn(analysis, body) : [];
      return found.length > 0 && !makesMore(body!) ? found : [];
    }),
    ...analysis.sitesWith('data').flatMap((site) => lookedUp(analysis, site)),
  ];
}

function comparedIn(analysis: FileAnalysis, body: ts.Node): PlainPassword[] {
  const found: PlainPassword[] = [];
  walk(body, (node) => {
    // Functions in it are looked at on their own.
    if (node !== body && analysis.outline.byNode.has(node)) return false;
    if (!ts.isBinaryExpression(node) || !/^[!=]==?$/.test(ts.tokenToString(node.operatorToken.kind) ?? '')) return true;
    const sides = [bare(node.left), bare(node.right)];
    const record = sides.find((side) => isKept(analysis, side));
    const other = sides.find((side) => side !== record);
    if (!record || !other || !isTyped(analysis, other) || isBehindReturn(analysis, node)) return true;
    found.push({
      ...analysis.base(node),
      kind: 'plainPassword',
      how: 'compared',
      label: analysis.label(record, 40),
      ...(things.test(record.getText(analysis.source)) || things.test(analysis.functionAround(node)?.name ?? '')
        ? { ofThing: true as const }
        : {}),
    });
    return true;
  });
  return found;
}

/** `user.password`, `rows[0].password`, `this.password`, also under a name of its own. */
function isKept(analysis: FileAnalysis, side: ts.Expression): boolean {
  const value = ts.isIdentifier(side) ? analysis.resolver.deref(side) : side;
  if (!ts.isPropertyAccessExpression(value) || !kept.test(value.name.text)) return false;
  const owner = bare(value.expression);
  if (owner.kind === ts.SyntaxKind.ThisKeyword) return true;
  const name = ts.isElementAccessExpression(owner) ? lastName(bare(owner.expression)) : lastName(owner);
  if (name === undefined || sent.test(name) || setting.test(name)) return false;
  return !sourcesOf(analysis, value, 'sql').some(({ from }) => from === 'request' || from === 'environment' || from === 'constant');
}

/** What somebody has typed: a part of the request, a parameter, or what a framework hands over as that. */
function isTyped(analysis: FileAnalysis, side: ts.Expression): boolean {
  const name = lastName(side);
  if (name === undefined || !typed.test(name) || otherTyped.test(name)) return false;
  const value = ts.isIdentifier(side) ? analysis.resolver.deref(side) : side;
  if (value !== side && !ts.isPropertyAccessExpression(value)) return false;
  if (ts.isPropertyAccessExpression(value) && sent.test(lastName(bare(value.expression)) ?? '')) return true;
  if (ts.isIdentifier(side) && analysis.resolver.declarations.find(side)?.kind === 'parameter') return true;
  return sourcesOf(analysis, side, 'sql').some(({ from }) => from === 'request');
}

/** Rows that are looked for by a password as it was sent: `User.findOne({ email, password })`. */
function lookedUp(analysis: FileAnalysis, site: CallSite): PlainPassword[] {
  const { data } = site.role!;
  if (data?.operation !== 'read' && data?.operation !== 'raw') return [];
  const key = keysOf(analysis, site).find(({ name }) => kept.test(name));
  if (!key || !isTyped(analysis, bare(key.value)) || isBehindReturn(analysis, site.node)) return [];
  const body = analysis.functionAround(site.node)?.node.body;
  if (!body || makesMore(body)) return [];
  const about = data.operation === 'read' ? (targetOf(analysis, site) ?? '') : '';
  return [
    {
      ...analysis.base(site.node),
      span: analysis.span(key.value),
      kind: 'plainPassword',
      how: 'looked-up',
      label: analysis.label(site.node.expression, 40),
      ...(things.test(about) ? { ofThing: true as const } : {}),
    },
  ];
}

/** Does a function name something that makes a digest, or compares with one? */
function makesMore(body: ts.Node): boolean {
  let found = false;
  walk(body, (node) => {
    if (ts.isIdentifier(node) && making.test(node.text)) found = true;
    return !found;
  });
  return found;
}
