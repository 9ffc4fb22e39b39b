import { ts } from 'ts-morph';
import type { GuessableSecret } from '../../model/facts';
import { bare, isMemberName, walk } from '../../syntax/nodes';
import type { FileAnalysis } from '../analysis';
import { lastName } from '../guardConditions';
import { isBehindReturn } from '../reachedCode';
import { isBrowserCode, isServerCode } from '../serverCode';
import { destinationsOf, type Destination } from '../valueDestinations';
import { mayGuess } from '../guessing';

const verbs =
  /^(?:generate|create|make|get|gen|build|new|random|issue|produce|next|unique|secure|simple|temp|temporary|numeric|digit|\d+)_|_(?:generate|generator|gen|string|str|value|plain)$|_?\d+_?(?:digits?)?/;
/** What lets its holder in, at the end of a name in lower case. The code that confirms a booking is the number of it. */
const secretName =
  /(?:^|_)(?:otp(?:_?code)?|one_time_(?:code|password|token)|pass_?code|password|passwd|pwd|secret|api_?key|(?:verif\w*|(?:email|account|phone|user)_confirm\w*|reset\w*|auth\w*|login|sign_?in|two_factor|2fa|mfa|backup|recovery|security|activation|access|invit\w+|magic_link)_?(?:code|otp|pin|token|key))$|(?:^|_)token$/;
/** Tokens of other kinds: of devices, pages, texts and trials. */
const otherName =
  /mock|fake|demo|sample|simulat|dummy|seed|placeholder|example|test|(?:device|push|fcm|cancel|abort|page|next|continuation|cursor|idempotency|client|request|color|theme|word|sync|upload|cache)_?token|file|hint|expir|created|updated|issued|_at_|valid_until|(?:^|_)(?:time|last|ttl)_/;
const sessionName = /(?:^|_)(?:session_?id|sid|session_?token)$/;
/** Parameters of which nobody knows how hard they are to tell. */
const entropy = /secret|key|salt|rand|seed|nonce|uuid|hash|token|entropy|bytes|password|sign/i;
/** What is made of values that can be told can be told. */
const plain =
  /^(?:to\w+|slice|substr(?:ing)?|replace(?:All)?|pad(?:Start|End)|split|join|reverse|trim|repeat|concat|digest|update|createHash|floor|ceil|round|trunc|abs|pow|min|max|random|now|getTime|valueOf|String|Number|parseInt|parseFloat|BigInt|btoa|from|charAt|at|map|fill|sort|md5|sha\d+|Date|Array|flat|keys|push)$/;

/** Codes, tokens and passwords that are made of nothing but what others can tell. */
export function recogniseGuessableSecrets(analysis: FileAnalysis): GuessableSecret[] {
  const { role, side } = analysis.context;
  if (role !== 'source' || side === 'client' || !mayGuess(analysis.text) || isBrowserCode(analysis)) return [];
  const facts = new Map<ts.Node, GuessableSecret>();
  for (const call of analysis.outline.calls) {
    const callee = bare(call.expression);
    if (!ts.isCallExpression(call) || !/^(?:random|now|getTime|valueOf)$/.test(lastName(callee) ?? '')) continue;
    const from = analysis.tables.guessable.get(analysis.resolver.pathOf(callee) ?? '');
    if (!from || isBehindReturn(analysis, call)) continue;
    const destinations = destinationsOf(analysis, call);
    const destination = secretAmong(destinations);
    const made = destinations[0]?.whole;
    if (!made || !destination || isHardToTell(analysis, destination.whole, 3)) continue;
    const known = facts.get(made);
    if (known) {
      known.calls.push(analysis.span(call));
      if (from === 'random') known.from = from;
      continue;
    }
    const isSession = sessionName.test(snake(destination.name));
    facts.set(made, {
      ...analysis.base(made),
      kind: 'guessableSecret',
      name: destination.name,
      from,
      calls: [analysis.span(call)],
      ...(isSession && !knowsWho(analysis, destination.whole) ? { mayBeLabel: true as const } : {}),
      ...(isServerCode(analysis) ? {} : { anywhere: true as const }),
    });
  }
  return [...facts.values()];
}

function secretAmong(destinations: readonly Destination[]): Destination | undefined {
  // What is certainly something else goes by a name that says so on the way.
  if (destinations.some(({ name }) => otherName.test(snake(name)))) return undefined;
  return destinations.find(({ name, given }) => {
    const words = given ? stripped(snake(name)) : snake(name);
    return secretName.test(words) || sessionName.test(words);
  });
}

function snake(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
}

function stripped(name: string): string {
  let words = name;
  for (let before = ''; before !== words;) {
    before = words;
    words = words.replace(verbs, '');
  }
  return words;
}

/** Is something in a value that others cannot tell, or that nobody can look into? */
function isHardToTell(analysis: FileAnalysis, value: ts.Expression, depth: number): boolean {
  let found = false;
  walk(value, (node) => {
    if (found) return false;
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const callee = bare(node.expression);
      const name = lastName(callee) ?? '';
      if (!plain.test(name)) found = true;
    } else if (ts.isIdentifier(node) && isRead(node)) {
      const behind = analysis.resolver.deref(node);
      if (behind !== node) {
        if (depth > 0 && isHardToTell(analysis, behind, depth - 1)) found = true;
      } else if (analysis.resolver.declarations.find(node)?.kind === 'parameter' && entropy.test(node.text)) found = true;
    } else if (
      ts.isPropertyAccessExpression(node) &&
      /env\b/.test(node.expression.getText(analysis.source)) &&
      entropy.test(node.name.text)
    )
      found = true;
    return !found;
  });
  return found;
}

/** Does a name stand for a value, and neither for a member nor for what is called or declared? */
function isRead(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    !isMemberName(node) && !(ts.isCallExpression(parent) && parent.expression === node) && !(ts.isParameter(parent) && parent.name === node)
  );
}

/** Does the function that makes a session know whose it is: `createSession(userId)`? */
function knowsWho(analysis: FileAnalysis, value: ts.Expression): boolean {
  const fn = analysis.functionAround(value);
  return (
    [...(fn?.names.map(({ text }) => text) ?? []), ...(fn?.node.parameters.map(({ name }) => name.getText(analysis.source)) ?? [])].some(
      (text) => /^(?:user|account|member|customer|admin)(?:_?id)?$/i.test(text),
    ) && !/track|analytic|monitor|telemetr|log/i.test(fn?.name ?? '')
  );
}
