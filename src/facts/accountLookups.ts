import { ts } from 'ts-morph';
import { boundNames, dispositionOf, leaves, mentions } from '../syntax/flow';
import { bare, constantString, memberName, walk } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { alternatives } from './conditions';
import { targetOf } from './endpointSinks';
import { lastName } from './guardConditions';
import { sourcesOf } from './origins';
import { chainOf } from './queryChain';

/** One thing that rows are looked for by: `where: { email }`, `.eq('email', email)`, `eq(users.email, email)`. */
export interface LookupKey {
  name: string;
  value: ts.Expression;
}

/** A look for somebody's account by what the request says. */
export interface AccountLookup {
  site: CallSite;
  /** What names the account. */
  by: LookupKey;
  keys: readonly LookupKey[];
  /** Variables that hold what was found. */
  names: readonly string[];
}

/** What names a person to everybody. */
const identity =
  /^(?:e_?mails?(?:_?address)?|user_?names?|login(?:_?name)?|handle|(?:phone|mobile|cell)(?:_?(?:number|no))?|telefone|celular|wallet(?:_?address)?)$/i;
const identifier = /^(?:_?id|uid|uuid|(?:user|account|member|customer|employee|patient|student|profile)_?id)$/i;
const people =
  /user|account|member|customer|client|profile|admin|owner|employee|patient|student|teacher|staff|person|people|driver|seller|vendor|player|author|usuario|cliente/i;
/** Tables with addresses of people who have no account there. */
const noAccount = /subscri|newsletter|lead|contact|invit|guest|waitlist|order|booking|message|otp|code|verification|token|attempt/i;
const helper = /^(?:get|find|fetch|load|look_?up|read|query|select)\w*?_?By_?(\w+)$/i;
/** What stands for something other than a condition. */
const notACondition =
  /^(?:select|include|data|create|update|set|\$set|columns|with|with_?relations|relations|order_?by|orderBy|sort|attributes|projection|take|skip|limit|lean|populate)$/;
const making = /^(?:create|insert|save|add|push|build|bulk|register|sign_?up)/i;
/** What only those know whom an account belongs to, or who were sent it. */
const secretKey =
  /pass(?:word|wd|code|phrase)|otp|\bpin\b|(?:^|_)pin$|code|token|secret|hash|nonce|signature|verif|challenge|answer|magic|proof|credential|key$|birth|\bdob\b/i;

/** Is something by its name a proof of who somebody is? */
export function namesProof(name: string): boolean {
  return secretKey.test(name.replace(/([a-z0-9])([A-Z])/g, '$1_$2'));
}

/** Is something by its name what an account is called by? */
export function namesAccount(name: string): boolean {
  return identity.test(name) || identifier.test(name);
}

/** Is a table by its name one of people? */
export function namesPeople(table: string): boolean {
  return people.test(table) && !noAccount.test(table);
}

/** Does the request decide what a value is? */
export function isRequested(analysis: FileAnalysis, value: ts.Expression): boolean {
  return sourcesOf(analysis, value, 'sql').some(({ from }) => from === 'request');
}

/** The look for an account that a call makes, if it makes one and the request says whose. */
export function accountLookupOf(analysis: FileAnalysis, site: CallSite): AccountLookup | undefined {
  const keys = keysOf(analysis, site);
  if (keys.length === 0) return undefined;
  const about = site.role?.data ? (targetOf(analysis, site) ?? '') : analysis.label(site.node.expression, 80);
  const by = keys.find(
    ({ name, value }) =>
      (identity.test(name) ? !noAccount.test(about) || people.test(about) : identifier.test(name) && people.test(about)) &&
      isRequested(analysis, value),
  );
  if (!by) return undefined;
  const names = namesOf(chainOf(site.node).end);
  return names.length === 0 ? undefined : { site, by, keys, names };
}

/** What rows are looked for by, where a call reads or changes some. */
export function keysOf(analysis: FileAnalysis, site: CallSite): LookupKey[] {
  const { role, node } = site;
  const name = lastName(bare(node.expression)) ?? '';
  if (!role) {
    const [, by] = helper.exec(name) ?? [];
    const [value] = node.arguments ?? [];
    return by !== undefined && value ? [{ name: by, value }] : [];
  }
  const { data } = role;
  if (!data || data.operation === 'ddl' || making.test(name)) return [];
  const [first, ...rest] = node.arguments ?? [];
  if (data.operation === 'raw') return keysOfText(analysis, first, rest);
  if (first && /^(?:find|get)\w*By(?:Id|Pk|PK)/.test(name)) return [{ name: 'id', value: first }];
  const { before, after } = chainOf(node);
  const found: LookupKey[] = [];
  for (const call of [node, ...before.map((each) => each.node), ...after.map((each) => each.node)]) {
    for (const argument of call.arguments ?? []) addKeys(analysis, argument, found, 4);
    addPair(call, found);
  }
  return found;
}

function addKeys(analysis: FileAnalysis, argument: ts.Expression, found: LookupKey[], depth: number): void {
  const value = analysis.resolver.deref(argument);
  if (depth === 0) return;
  if (ts.isArrayLiteralExpression(value)) for (const element of value.elements) addKeys(analysis, element, found, depth - 1);
  else if (ts.isObjectLiteralExpression(value)) {
    for (const property of value.properties) {
      if (ts.isShorthandPropertyAssignment(property)) found.push({ name: property.name.text, value: property.name });
      if (
        !ts.isPropertyAssignment(property) ||
        !(ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)) ||
        notACondition.test(property.name.text)
      )
        continue;
      const inner = bare(property.initializer);
      const operand = ts.isObjectLiteralExpression(inner)
        ? inner.properties.find(
            (each): each is ts.PropertyAssignment =>
              ts.isPropertyAssignment(each) && /^['"]?\$?(?:eq|equals|regex)['"]?$/.test(each.name.getText(analysis.source)),
          )
        : undefined;
      if (operand) found.push({ name: property.name.text, value: operand.initializer });
      else if (
        ts.isObjectLiteralExpression(inner) ||
        ts.isArrayLiteralExpression(inner) ||
        (property.name.text === 'where' && ts.isIdentifier(inner))
      )
        addKeys(analysis, inner, found, depth - 1);
      else if (property.name.text === 'where') addCompared(inner, found);
      else found.push({ name: property.name.text, value: property.initializer });
    }
  } else addCompared(value, found);
}

/** `eq(users.email, email)`, alone, in an `and(…)`, or in a function that gives such a condition. */
function addCompared(condition: ts.Expression, found: LookupKey[]): void {
  walk(condition, (node) => {
    if (ts.isCallExpression(node)) addPair(node, found);
    return !isFunctionNode(node) || ts.isArrowFunction(node);
  });
}

function addPair(call: ts.CallExpression | ts.NewExpression, found: LookupKey[]): void {
  const [column, ...rest] = call.arguments ?? [];
  const value = rest.at(-1);
  if (!column || !value || !/^(?:eq|ilike|like|equals|where|andWhere|equalTo)$/.test(lastName(bare(call.expression)) ?? '')) return;
  const inner = bare(column);
  const name = constantString(inner) ?? (ts.isCallExpression(inner) ? constantString(inner.arguments[0]) : memberName(inner));
  if (name !== undefined && /^[\w.]+$/.test(name)) found.push({ name: name.slice(name.lastIndexOf('.') + 1), value });
}

/** `select … where email = $1`, with the values behind it. */
function keysOfText(analysis: FileAnalysis, query: ts.Expression | undefined, rest: readonly ts.Expression[]): LookupKey[] {
  const text = query && (constantString(analysis.resolver.deref(query)) ?? '');
  const where = text === undefined ? -1 : text.search(/\bwhere\b/i);
  if (!text || where === -1 || !/^\s*(?:select|update)\b/i.test(text)) return [];
  const list = rest[0] && analysis.resolver.deref(rest[0]);
  const values = list && ts.isArrayLiteralExpression(list) ? list.elements : rest;
  const before = text.slice(0, where).match(/\?/g)?.length ?? 0;
  return [...text.slice(where).matchAll(/([\w.]+)\)?\s*=\s*(?:lower\()?(?:\?|\$(\d+))/gi)].flatMap(([, column, number], index) => {
    const value = values[number === undefined ? before + index : Number(number) - 1];
    return column !== undefined && value ? [{ name: column.slice(column.lastIndexOf('.') + 1), value }] : [];
  });
}

/** Variables that a value goes into. */
export function namesOf(value: ts.Expression): string[] {
  const disposition = dispositionOf(value);
  if (disposition.kind === 'bound') return boundNames(disposition.name);
  if (disposition.kind === 'assigned') return ts.isIdentifier(disposition.target) ? [disposition.target.text] : [];
  // `(await find(…))[0]`, `(await find(…)).data`
  if (disposition.kind === 'member') return namesOf(disposition.access);
  const { parent } = dispositionParent(value);
  return parent && ts.isElementAccessExpression(parent) ? namesOf(parent) : [];
}

function dispositionParent(value: ts.Expression): { parent: ts.Node | undefined } {
  let current: ts.Node = value;
  while (ts.isAwaitExpression(current.parent) || ts.isParenthesizedExpression(current.parent)) current = current.parent;
  return { parent: current.parent };
}

/** Is what was found only looked for so that it is not there: `if (existing) return taken()`? */
export function isWantedAbsent(body: ts.Node, { names, site }: AccountLookup, gift: ts.Node): boolean {
  const known = new Set(names);
  let found = false;
  walk(body, (node) => {
    if (found) return false;
    if (ts.isIfStatement(node) && node.pos > site.node.pos && !(node.pos <= gift.pos && gift.end <= node.end) && leaves(node.thenStatement))
      found = alternatives(node.expression).some((part) => saysThere(part, known));
    return !found;
  });
  return found;
}

/** `user`, `user !== null`, `rows.length > 0`, `user && user.verified`. */
function saysThere(condition: ts.Expression, names: ReadonlySet<string>): boolean {
  const value = bare(condition);
  if (ts.isIdentifier(value)) return names.has(value.text);
  if (ts.isPropertyAccessExpression(value)) return value.name.text === 'length' && mentions(value.expression, names);
  if (!ts.isBinaryExpression(value)) return false;
  const operator = ts.tokenToString(value.operatorToken.kind) ?? '';
  if (operator === '&&') return saysThere(value.left, names) || saysThere(value.right, names);
  return /^(?:!==?|>=?)$/.test(operator) && mentions(value.left, names) && /^(?:null|undefined|0|1)$/.test(value.right.getText());
}
