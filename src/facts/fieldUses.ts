import { ts } from 'ts-morph';
import type { RequestInput } from '../model/facts';
import { leaves } from '../syntax/flow';
import { isNeeded, refusing } from '../syntax/needs';
import { bare, constantString, contains, whole } from '../syntax/nodes';
import type { FileAnalysis } from './analysis';

type FieldType = RequestInput['fields'][number]['type'];

/** What is known of a field. */
export interface Known {
  optional: boolean;
  needed?: true;
  types: Set<FieldType>;
  locals: Set<string>;
  /** It is a file. */
  file?: boolean;
}

/** The type that a value is written out as. */
export function typeOfValue(node: ts.Expression): FieldType | undefined {
  const value = bare(node);
  if (constantString(value) !== undefined) return 'string';
  if (ts.isNumericLiteral(value)) return 'number';
  if (ts.isArrayLiteralExpression(value)) return 'array';
  if (ts.isObjectLiteralExpression(value)) return 'object';
  return value.kind === ts.SyntaxKind.TrueKeyword || value.kind === ts.SyntaxKind.FalseKeyword ? 'boolean' : undefined;
}

const ofText =
  /^(trim|toLowerCase|toUpperCase|startsWith|endsWith|replace|replaceAll|split|substring|charAt|match|padStart|normalize|localeCompare)$/;
const ofList = /^(map|forEach|filter|reduce|push|some|every|find|findIndex|flatMap|join|sort)$/;

/** What one use of a field says of its type, and of whether it may be missing. */
export function learn(analysis: FileAnalysis, node: ts.Expression, field: Known): void {
  const outer = whole(node);
  const { parent } = outer;
  if (!field.needed && isNeeded(node)) field.needed = true;
  if (ts.isAsExpression(node.parent) && /^(File|Blob)\b/.test(node.parent.type.getText(analysis.source))) field.file = true;
  if (
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword &&
    /^(File|Blob)$/.test(parent.right.getText(analysis.source))
  )
    field.file = true;
  if (ts.isPropertyAccessExpression(parent) && /^(arrayBuffer|stream)$/.test(parent.name.text)) field.file = true;
  if (ts.isVariableDeclaration(parent) && parent.initializer === outer && ts.isIdentifier(parent.name)) field.locals.add(parent.name.text);
  else if (ts.isPropertyAccessExpression(parent) && parent.expression === outer) {
    const isCall = ts.isCallExpression(parent.parent) && parent.parent.expression === parent;
    if (isCall && ofText.test(parent.name.text)) field.types.add('string');
    else if (isCall && ofList.test(parent.name.text)) field.types.add('array');
    else if (isCall && parent.name.text === 'toFixed') field.types.add('number');
    else if (!isCall && parent.name.text !== 'length') field.types.add('object');
    if (parent.questionDotToken) field.optional = true;
  } else if (ts.isTypeOfExpression(parent)) {
    const test = parent.parent;
    const kind = ts.isBinaryExpression(test) ? constantString(test.right) : undefined;
    if (kind === 'string' || kind === 'number' || kind === 'boolean' || kind === 'object') field.types.add(kind);
  } else if (ts.isCallExpression(parent) && parent.arguments.includes(outer)) {
    const name = bare(parent.expression).getText(analysis.source);
    if (/^(Number|parseInt|parseFloat)$/.test(name)) field.types.add('number');
    else if (name === 'Array.isArray') field.types.add('array');
    else if (/^(Number\.is\w+|isNaN|isFinite)$/.test(name)) field.types.add('number');
  } else if (ts.isBinaryExpression(parent)) binary(parent, outer, field);
  else if (ts.isForOfStatement(parent) && parent.expression === outer) field.types.add('array');
  else if (ts.isIfStatement(parent) && parent.expression === outer && !leaves(parent.thenStatement)) field.optional = true;
  else if (ts.isConditionalExpression(parent) && parent.condition === outer) field.optional = true;
}

function binary(parent: ts.BinaryExpression, outer: ts.Expression, field: Known): void {
  const other = parent.left === outer ? parent.right : parent.left;
  switch (parent.operatorToken.kind) {
    case ts.SyntaxKind.QuestionQuestionToken:
    case ts.SyntaxKind.BarBarToken:
      // `if (!a || b)` is no default.
      if (parent.left === outer && !inCondition(parent)) {
        field.optional = true;
        const type = typeOfValue(other);
        if (type) field.types.add(type);
      }
      return;
    case ts.SyntaxKind.AsteriskToken:
    case ts.SyntaxKind.SlashToken:
    case ts.SyntaxKind.MinusToken:
      field.types.add('number');
      return;
    case ts.SyntaxKind.PlusToken:
    case ts.SyntaxKind.LessThanToken:
    case ts.SyntaxKind.GreaterThanToken:
    case ts.SyntaxKind.LessThanEqualsToken:
    case ts.SyntaxKind.GreaterThanEqualsToken:
      if (ts.isNumericLiteral(bare(other))) field.types.add('number');
      return;
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsEqualsToken: {
      const type = typeOfValue(other);
      if (type) field.types.add(type);
      else if (other.getText() === 'undefined' && !refusing(outer)) field.optional = true;
    }
  }
}

function inCondition(node: ts.Node): boolean {
  for (let current = node; current.parent; current = current.parent) {
    const { parent } = current;
    if (ts.isIfStatement(parent)) return parent.expression === current || contains(parent.expression, current);
    if (ts.isConditionalExpression(parent) && parent.condition === current) return true;
    if (ts.isStatement(parent)) return false;
  }
  return false;
}

/** What all uses together say of a type. */
export function typeOf(types: ReadonlySet<FieldType>): FieldType {
  const [only] = types;
  if (types.size === 1) return only!;
  if (types.has('array')) return 'array';
  // What is reckoned with in one place and a word in another may be either.
  return types.has('string') && !types.has('number') ? 'string' : 'unknown';
}
