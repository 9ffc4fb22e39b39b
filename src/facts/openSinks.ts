import { ts } from 'ts-morph';
import { privateWord } from '../model/lexicon';
import { bare, constantString, memberName, propertyOf, walk } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { callsOf, counts, nameOf } from './counts';
import { sensitiveName } from './sensitiveNames';
import { absent } from './reachedCode';

/** Columns by which a row says that everybody may see it. */
const flag = /^(is_?)?(public|published|publicly_?visible|p[úu]blic[oa]|publicad[oa])$/i;

const draft = /^(is_?)?draft$/i;
const stage = /^(status|state|visibility|privacy)$/i;

/** What stands for one of several conditions, or for something other than a condition. */
const notACondition = /^(\$?(or|not|nor)|NOT|OR|select|include|data|columns|with|with_?relations|orderBy|order_?by|\$set)$/;

/** Tables of people. */
const people = /(?:^|_|(?<=[a-z]))(users?|profiles?|members?|authors?|Users?|Profiles?|Members?|Authors?)$/;

/** Columns that pages about people show to everybody. */
const shown =
  /^(_?id|uid|slug|handle|user_?name|((display|full|first|last|nick)_?)?name|(avatar|image|picture|photo)(_?url)?|bio|about|tagline|role|status|(created|joined)(_?at)?|website|(is_?)?verified|\w*_?points?|score|level|rank|reputation|_count)$/i;

/** Does a call read nothing but what strangers may see, or change nothing but how often something was looked at? */
export function isOpen(analysis: FileAnalysis, site: CallSite): boolean {
  switch (site.role?.data?.operation) {
    case 'read':
      return readsShown(site) || readsProfile(site);
    case 'write':
      return counts(analysis, site);
    default:
      return false;
  }
}

/** `where: { published: true }`, `.eq('status', 'published')`, `eq(posts.isPublic, true)`, `q.eq(q.field('public'), true)`. */
function readsShown(site: CallSite): boolean {
  return callsOf(site).some((call) => isCondition(call) || (call.arguments ?? []).some((argument) => holdsCondition(argument)));
}

function holdsCondition(argument: ts.Expression): boolean {
  let found = false;
  walk(argument, (node) => {
    if (found) return false;
    if (ts.isFunctionLike(node) && !ts.isArrowFunction(node)) return false;
    if (ts.isPropertyAssignment(node)) {
      const name = ts.isIdentifier(node.name) || ts.isStringLiteral(node.name) ? node.name.text : '';
      if (notACondition.test(name)) return false;
      found = says(name, node.initializer);
    } else if (ts.isCallExpression(node)) {
      if (notACondition.test(nameOf(node))) return false;
      found = isCondition(node);
    }
    return !found;
  });
  return found;
}

/** `eq(column, value)`: by what it is called and given. */
function isCondition(call: ts.CallExpression | ts.NewExpression): boolean {
  const [column, value] = call.arguments ?? [];
  if (!column || !value || !/^(eq|equals|is|where|andWhere)$/.test(nameOf(call))) return false;
  const inner = bare(column);
  const name = constantString(inner) ?? (ts.isCallExpression(inner) ? constantString(inner.arguments[0]) : memberName(inner));
  return name !== undefined && says(name.slice(name.lastIndexOf('.') + 1), value);
}

function says(name: string, value: ts.Expression): boolean {
  const given = bare(value);
  if (flag.test(name)) return given.kind === ts.SyntaxKind.TrueKeyword;
  if (draft.test(name)) return given.kind === ts.SyntaxKind.FalseKeyword;
  return stage.test(name) && /^(public|published)$/i.test(constantString(given) ?? '');
}

/** Columns of people that a page about them shows: `select: { id: true, name: true, avatar: true }`. */
function readsProfile({ node }: CallSite): boolean {
  const callee = bare(node.expression);
  const receiver = ts.isPropertyAccessExpression(callee) ? memberName(callee.expression) : undefined;
  if (receiver === undefined || !people.test(receiver)) return false;
  const select = propertyOf(node.arguments?.[0], 'select');
  if (!select || ts.isMethodDeclaration(select) || !ts.isObjectLiteralExpression(select) || select.properties.length === 0) return false;
  return select.properties.every((property) => {
    if (!ts.isPropertyAssignment(property) || !ts.isIdentifier(property.name)) return false;
    const name = property.name.text;
    if (shown.test(name)) return true;
    // Rows of others that hang on it.
    return ts.isObjectLiteralExpression(property.initializer) && !privateWord.test(name) && sensitiveName(name) === undefined;
  });
}

/**
 * Does it happen once in the life of the process, whoever is the first to ask: `if (!client) { …; client = made; }` around it,
 * with `client` kept outside of all functions?
 */
export function isFirstUse(analysis: FileAnalysis, node: ts.Node): boolean {
  let child = node;
  for (let { parent } = node; parent && !isFunctionNode(child); child = parent, parent = parent.parent) {
    if (!ts.isIfStatement(parent) || parent.thenStatement !== child || parent.elseStatement) continue;
    const kept = absent(parent.expression).filter((value) => isKept(analysis, value));
    if (kept.length > 0 && assigns(parent.thenStatement, new Set(kept.map((value) => value.getText(analysis.source))))) return true;
  }
  return false;
}

/**
 * Does it put what a table starts with into it, whoever is the first to ask: `let config = await db.config.findFirst();
 * if (!config) config = await db.config.create({ data: defaults })`, with nothing of the request in it?
 */
export function isDefault(analysis: FileAnalysis, site: CallSite): boolean {
  if (site.role?.data?.operation !== 'write' || !/^(create|create_?many|insert|insert_?many|insert_?one|save)$/i.test(nameOf(site.node)))
    return false;
  let child: ts.Node = site.node;
  for (let { parent } = child; parent && !isFunctionNode(child); child = parent, parent = parent.parent) {
    if (!ts.isIfStatement(parent) || parent.thenStatement !== child) continue;
    if ([...absent(parent.expression), ...emptied(parent.expression)].some((value) => isReadBefore(analysis, value)))
      return !usesParameter(analysis, site.node);
  }
  return false;
}

/** `rows.length === 0` */
function emptied(condition: ts.Expression): ts.Expression[] {
  const value = bare(condition);
  if (!ts.isBinaryExpression(value) || !/^={2,3}$/.test(value.operatorToken.getText()) || bare(value.right).getText() !== '0') return [];
  const left = bare(value.left);
  return ts.isPropertyAccessExpression(left) && left.name.text === 'length' ? [bare(left.expression)] : [];
}

/** Does a name hold what a query without conditions found? */
function isReadBefore(analysis: FileAnalysis, value: ts.Expression): boolean {
  const declaration = ts.isIdentifier(value) ? analysis.resolver.declarations.find(value) : undefined;
  const made = declaration?.kind === 'variable' && declaration.node.initializer ? bare(declaration.node.initializer) : undefined;
  return (
    made !== undefined &&
    ts.isCallExpression(made) &&
    analysis.site(made)?.role?.data?.operation === 'read' &&
    propertyOf(made.arguments[0], 'where') === undefined &&
    !usesParameter(analysis, made)
  );
}

/** Is something in it that its function was given? */
function usesParameter(analysis: FileAnalysis, node: ts.Node): boolean {
  let given = false;
  walk(node, (inner) => {
    if (ts.isIdentifier(inner) && analysis.resolver.declarations.find(inner)?.kind === 'parameter') given = true;
    return !given;
  });
  return given;
}

/** Is a value kept where all requests find it? */
function isKept(analysis: FileAnalysis, value: ts.Expression): boolean {
  let root = value;
  while (ts.isPropertyAccessExpression(root)) root = bare(root.expression);
  if (!ts.isIdentifier(root)) return false;
  if (/^(global|globalThis)$/.test(root.text)) return true;
  const declaration = analysis.resolver.declarations.find(root);
  if (declaration?.kind !== 'variable') return false;
  return ts.isSourceFile(declaration.node.parent.parent.parent);
}

function assigns(statement: ts.Statement, names: ReadonlySet<string>): boolean {
  let found = false;
  walk(statement, (node) => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken && names.has(node.left.getText()))
      found = true;
    return !found;
  });
  return found;
}
