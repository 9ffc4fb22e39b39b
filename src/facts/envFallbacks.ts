import { ts } from 'ts-morph';
import { walk } from '../syntax/nodes';

/** Files in which something may stand in for an entry of the environment. */
export const mayFallBack = /\benv\b|\bconfig(?:Service)?\.get/i;

const readsEntry = /(?:\benv(?:\.get\(\s*['"]|\.|\[\s*['"])|\bconfig(?:Service)?\.get(?:OrThrow)?(?:<[^>]*>)?\(\s*['"])([\w.-]+)/i;

/** Entries of test runs, and those that end in what browsers download, where nothing is secret. */
export function isForTrials(entry: string): boolean {
  return /^(?:E2E|TEST|SEED|DEMO|EMULATOR|PLAYWRIGHT|CYPRESS|VITE|REACT_APP|\w*PUBLIC)_/.test(entry);
}

/** Is it `entry of the environment || something`? */
export function isFallback(node: ts.Node): node is ts.BinaryExpression {
  if (!ts.isBinaryExpression(node)) return false;
  const operator = node.operatorToken.kind;
  return (
    (operator === ts.SyntaxKind.BarBarToken || operator === ts.SyntaxKind.QuestionQuestionToken) && readsEntry.test(node.left.getText())
  );
}

/** Name of the entry that an expression reads. */
export function entryOf(text: string): string | undefined {
  return readsEntry.exec(text)?.[1];
}

/**
 * Name of the entry of the environment that a literal stands in for; undefined when it stands in for none. Knows
 * `env.NAME || 'x'`, `const { NAME = 'x' } = process.env`, `NAME: z.string().default('x')`, `NAME: str({ default: 'x' })`
 * and `config.get('NAME', 'x')`.
 */
export function fallbackFor(node: ts.Node): string | undefined {
  const { parent } = node;
  if (isFallback(parent) && parent.right === node) return entryOf(parent.left.getText());
  if (ts.isBindingElement(parent) && parent.initializer === node) {
    const declaration = parent.parent.parent;
    if (!ts.isVariableDeclaration(declaration) || !declaration.initializer || !/(^|\.)env$/.test(declaration.initializer.getText()))
      return undefined;
    return (parent.propertyName ?? parent.name).getText();
  }
  if (ts.isCallExpression(parent) && parent.arguments[1] === node)
    return new RegExp(`^${readsEntry.source}['"]`, 'i').exec(parent.getText())?.[1];
  return schemaEntry(node);
}

/** The property of a schema that a literal is the default of; entries of the environment are written in capitals. */
function schemaEntry(node: ts.Node): string | undefined {
  let current: ts.Node | undefined;
  const { parent } = node;
  if (
    ts.isCallExpression(parent) &&
    parent.arguments[0] === node &&
    ts.isPropertyAccessExpression(parent.expression) &&
    parent.expression.name.text === 'default'
  )
    current = parent;
  else if (ts.isPropertyAssignment(parent) && parent.name.getText() === 'default' && ts.isCallExpression(parent.parent.parent))
    current = parent.parent.parent;
  // What follows in the chain: `z.string().default('x').optional()`.
  while (
    current?.parent &&
    (ts.isPropertyAccessExpression(current.parent) || (ts.isCallExpression(current.parent) && current.parent.expression === current))
  )
    current = current.parent;
  if (!current?.parent || !ts.isPropertyAssignment(current.parent) || current.parent.initializer !== current) return undefined;
  const name = current.parent.name.getText().replace(/['"]/g, '');
  return /^[A-Z][A-Z0-9_]+$/.test(name) ? name : undefined;
}

const stage = /NODE_ENV|APP_ENV|VERCEL_ENV|\bDEV\b|\bPROD\b|isProd|isDev|isTest|isLocal|production|development/i;

/**
 * Is a literal kept out of production: in a branch that asks for the stage, or by code of the file that throws or exits
 * where the entry is missing or still has that value?
 */
export function isKeptOut(node: ts.Node, entry: string, source: ts.SourceFile): boolean {
  const names = new Set([entry]);
  if (isInStage(node, source)) return true;
  for (let { parent } = node; parent && !ts.isSourceFile(parent); parent = parent.parent) {
    if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) {
      if (isChosenByStage(parent, parent.name, source)) return true;
      names.add(parent.name.text);
    }
    if (
      ts.isPropertyAssignment(parent) &&
      ts.isIdentifier(parent.name) &&
      parent.initializer.pos <= node.pos &&
      !ts.isObjectLiteralExpression(parent.initializer)
    )
      names.add(parent.name.text);
  }
  const mentioned = new RegExp(`(?<![\\w$])(?:${[...names].map((name) => name.replace(/[^\w]/g, '\\$&')).join('|')})(?![\\w$])`);
  let found = false;
  walk(source, (inner) => {
    if (found) return false;
    if (ts.isIfStatement(inner) && mentioned.test(inner.expression.getText(source)) && ends(inner.thenStatement)) found = true;
    return !found;
  });
  return found;
}

/** Is a variable of the file alone used in branches that production does not take, and nowhere else? */
function isChosenByStage(declaration: ts.VariableDeclaration, { text }: ts.Identifier, source: ts.SourceFile): boolean {
  const statement = declaration.parent.parent;
  if (
    !ts.isVariableStatement(statement) ||
    statement.parent !== source ||
    statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  )
    return false;
  const uses: ts.Node[] = [];
  walk(source, (node) => {
    if (ts.isIdentifier(node) && node.text === text && node !== declaration.name) uses.push(node);
    return true;
  });
  return uses.length > 0 && uses.every((use) => isOutsideProduction(use, source));
}

function isOutsideProduction(node: ts.Node, source: ts.SourceFile): boolean {
  for (let child = node, { parent } = node; parent && !ts.isSourceFile(parent); child = parent, parent = parent.parent) {
    if (!ts.isConditionalExpression(parent) && !ts.isIfStatement(parent)) continue;
    const [condition, yes] = ts.isIfStatement(parent) ? [parent.expression, parent.thenStatement] : [parent.condition, parent.whenTrue];
    const text = condition.getText(source);
    const asked =
      /[!=]==?\s*['"]production['"]$/.exec(text)?.[0] ?? (/^!?[\w.]*\b(?:isProd|IS_PROD|PROD)\w*$/.test(text) ? text : undefined);
    if (asked !== undefined && child !== condition && asked.startsWith('!') === (child === yes)) return true;
  }
  return false;
}

function isInStage(node: ts.Node, source: ts.SourceFile): boolean {
  for (let child = node, { parent } = node; parent && !ts.isSourceFile(parent); child = parent, parent = parent.parent) {
    if (ts.isIfStatement(parent) && parent.expression !== child && stage.test(parent.expression.getText(source))) return true;
    if (ts.isConditionalExpression(parent) && parent.condition !== child && stage.test(parent.condition.getText(source))) return true;
    if (ts.isBinaryExpression(parent) && parent.right === child && stage.test(parent.left.getText(source))) return true;
  }
  return false;
}

function ends(statement: ts.Statement): boolean {
  let found = false;
  walk(statement, (node) => {
    if (ts.isThrowStatement(node) || (ts.isCallExpression(node) && /^process\.exit$|^Deno\.exit$/.test(node.expression.getText())))
      found = true;
    return !found;
  });
  return found;
}
