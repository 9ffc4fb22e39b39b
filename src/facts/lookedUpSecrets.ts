import { ts } from 'ts-morph';
import { bare, constantString, propertyOf, walk } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { credentialBehind, namesCredential } from './comparedSecrets';
import { targetOf } from './endpointSinks';
import { lastName } from './guardConditions';
import { chainOf } from './queryChain';

/** The whole of a chain of calls: `client.from('x').select().eq('token', token).single()`. */
export function chainEnd(node: ts.CallExpression | ts.NewExpression): ts.CallExpression | ts.NewExpression {
  let end = node;
  while (
    ts.isPropertyAccessExpression(end.parent) &&
    end.parent.expression === end &&
    ts.isCallExpression(end.parent.parent) &&
    !/^(catch|then|finally)$/.test(end.parent.name.text)
  )
    end = end.parent.parent;
  return end;
}

const secretName =
  /^(\w+_)?(token|token_?hash|hashed_?(token|key)|api_?key|key_?hash|lookup_?hash|widget_?key|publishable_?key|public_?key|invite_?code|access_?code|share_?code|session_?token|session_?id|magic_?code|unsubscribe_?key)$/i;

/** Names of columns that say little, of tables that hold what lets people in: `apiKey.findUnique({ where: { hash } })`. */
const plainName = /^(?:hash|key|secret|digest)$/i;
const ofCredentials = /api_?-?keys?\b|access_?-?(?:tokens?|keys?)\b|api_?-?tokens?\b|personal_?-?(?:access_?-?)?tokens?\b/i;

/** What is written of a query in front of its conditions. */
function headOf(query: ts.Node): string {
  return query.getText().split(/\bwhere\b|\.eq\(/)[0]!;
}

/** Name of the column by which a row is looked up that only those know who were given it. */
export function secretColumn(node: ts.CallExpression | ts.NewExpression): string | undefined {
  const end = chainEnd(node);
  const isSecret = (name: string) => namesSecret(name) || (plainName.test(name) && ofCredentials.test(headOf(end)));
  for (let current: ts.Expression = end; ts.isCallExpression(current);) {
    const callee = bare(current.expression);
    if (!ts.isPropertyAccessExpression(callee)) break;
    const [first] = current.arguments;
    if (callee.name.text === 'eq' && first && ts.isStringLiteral(first) && isSecret(first.text)) return first.text;
    const column =
      callee.name.text === 'where' && first
        ? (namedColumn(current.arguments) ?? comparedColumn(first))
        : callee.name.text === 'withIndex'
          ? indexedColumn(current.arguments[1])
          : undefined;
    if (column !== undefined) return column;
    current = bare(callee.expression);
  }
  const where = propertyOf(node.arguments?.[0], 'where');
  if (!where || ts.isMethodDeclaration(where)) return undefined;
  if (!ts.isObjectLiteralExpression(where)) return comparedColumn(where);
  return where.properties.map((property) => (property.name && ts.isIdentifier(property.name) ? property.name.text : '')).find(isSecret);
}

/** Does a row that is looked up by a secret belong to whoever knows it? By the column and the table. */
export function saysWho(column: string, query: string): boolean {
  return (
    /session|api_?key|key_?hash|hashed_?key/i.test(`${column} ${query.slice(0, 80)}`) ||
    /access_?tokens?\b|api_?tokens?\b|bearer/i.test(query.split(/\bwhere\b|\.eq\(/)[0]!)
  );
}

function namesSecret(name: string): boolean {
  return secretName.test(name.replace(/([a-z0-9])([A-Z])/g, '$1_$2'));
}

/** The column in `(q) => q.eq('sessionId', id)`, which says what is looked for in an index. */
function indexedColumn(range: ts.Expression | undefined): string | undefined {
  let current = range && ts.isArrowFunction(range) && !ts.isBlock(range.body) ? bare(range.body) : undefined;
  while (current && ts.isCallExpression(current)) {
    const callee = bare(current.expression);
    const [name] = current.arguments;
    if (lastName(callee) === 'eq' && name && ts.isStringLiteral(name) && namesSecret(name.text)) return name.text;
    current = ts.isPropertyAccessExpression(callee) ? bare(callee.expression) : undefined;
  }
  return undefined;
}

/** The column in `where('token', '==', token)` of Firestore and `where('token', token)` of query builders. */
function namedColumn(args: readonly ts.Expression[]): string | undefined {
  const name = constantString(args[0]);
  const isEqual = args.length === 2 || (args.length === 3 && /^={1,2}$/.test(constantString(args[1]) ?? ''));
  return name !== undefined && isEqual && namesSecret(name) ? name : undefined;
}

/** The column in `eq(invitations.token, token)`, alone or in an `and(…)`, or in a function that gives such a condition. */
function comparedColumn(condition: ts.Expression): string | undefined {
  const value = bare(condition);
  if (ts.isArrowFunction(value)) return ts.isBlock(value.body) ? undefined : comparedColumn(value.body);
  if (!ts.isCallExpression(value)) return undefined;
  const name = lastName(value.expression);
  if (name === 'and') return value.arguments.map(comparedColumn).find((column) => column !== undefined);
  const [column] = value.arguments;
  return name === 'eq' && column && ts.isPropertyAccessExpression(column) && namesSecret(column.name.text) ? column.name.text : undefined;
}

/** The table of sessions or keys that a written query looks the caller's credential up in. */
export function sessionTable(analysis: FileAnalysis, node: ts.CallExpression | ts.NewExpression): string | undefined {
  const [query, ...values] = node.arguments ?? [];
  const table = query && /\bfrom\s+["`]?([\w.]*(?:session|api_?key)\w*)/i.exec(constantString(analysis.resolver.deref(query)) ?? '')?.[1];
  return table !== undefined && values.some((value) => holdsCredential(analysis, value)) ? table : undefined;
}

/**
 * The model of sessions in which a record is looked up by the credential that was sent: `db.session.findUnique({ where: { id: sid } })`, or
 * `db.select().from(sessions).where(eq(sessions.id, sid))`.
 */
export function sessionRecord(analysis: FileAnalysis, site: CallSite): string | undefined {
  const { node } = site;
  const callee = bare(node.expression);
  const model = ts.isPropertyAccessExpression(callee) ? lastName(bare(callee.expression)) : undefined;
  const [query] = node.arguments ?? [];
  if (model !== undefined && isSessions(model)) return query && holdsCredential(analysis, query) ? model : undefined;
  const table = targetOf(analysis, site);
  if (table === undefined || !isSessions(table)) return undefined;
  const conditions = chainOf(node).after.filter(({ name }) => isCondition.test(name));
  const given = conditions.flatMap((call) => [...(call.node.arguments ?? [])]);
  return given.some((argument) => holdsCredential(analysis, argument) || isOfOneThatEnds(analysis, argument)) ? table : undefined;
}

/** A row that ends some day, by what a parameter is called that callers know it by: `and(eq(sessions.id, sessionId), gt(sessions.expiresAt, now))`. */
function isOfOneThatEnds(analysis: FileAnalysis, condition: ts.Expression): boolean {
  if (!/expir/i.test(condition.getText(analysis.source))) return false;
  let found = false;
  walk(condition, (inner) => {
    if (ts.isIdentifier(inner) && /^(?:session_?(?:id|token)|sid|token)$/i.test(inner.text))
      found ||= analysis.resolver.declarations.find(inner)?.kind === 'parameter';
    return !found && !isFunctionNode(inner);
  });
  return found;
}

const isCondition = /^(?:where|andWhere|eq|match|filter)$/;

function isSessions(name: string): boolean {
  return /sessions?$/i.test(name);
}

function holdsCredential(analysis: FileAnalysis, node: ts.Expression): boolean {
  if (credentialBehind(analysis, node) !== undefined) return true;
  let found = false;
  walk(node, (inner) => {
    if (ts.isExpression(inner) && analysis.tables.read(analysis.resolver.pathOf(inner))?.credential && namesCredential(analysis, inner))
      found = true;
    return !found && !isFunctionNode(inner);
  });
  return found;
}
