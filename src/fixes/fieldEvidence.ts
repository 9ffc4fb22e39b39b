import { ts } from 'ts-morph';
import type { RequestInput } from '../model/facts';
import { refusing } from '../syntax/needs';
import { bare, constantString, whole } from '../syntax/nodes';
import type { Draft } from './edits';
import type { Input } from './inputs';
import { ancestor, referencesTo } from './nodes';
import { isOneOfFew, schemaField, type SchemaField } from './schemas';

/**
 * Fields of an input as far as the code that uses them shows. A field is required only where the code cannot do without it: whatever
 * else a schema demanded, a client that was served so far would be refused. Undefined where the type of a field cannot be told.
 */
export function evidentFields(draft: Draft, fact: RequestInput, input: Input, known: readonly SchemaField[]): SchemaField[] | undefined {
  const isText = fact.source !== 'body' && fact.source !== 'arguments' && fact.source !== 'message';
  const fields: SchemaField[] = [];
  for (const field of fact.fields.filter(({ name }) => !known.some((other) => other.name === name))) {
    const uses = usesOf(draft, input, field.name);
    const conversion = uses.map(conversionOf).find(Boolean);
    const typed = draft.style.typescript;
    // What is made a number from whatever came stays what came: text in an address, text or number in a body.
    if (conversion && conversion !== 'Number' && isText) fields.push({ name: field.name, type: 'string', optional: field.optional });
    else if (conversion && !isText && field.type === 'number') {
      if (typed && conversion !== 'Number') return undefined;
      fields.push({ name: field.name, type: 'numeric', optional: field.optional });
    } else {
      const made = schemaField(field, { isText, typed });
      if (!made || uses.some(asksType)) return undefined;
      // A record of anything is no argument for a parameter of a type of its own.
      if (made.type === 'object' && typed && uses.some(isHandedOn)) return undefined;
      // Nor is any text one of the few words that a parameter may take: `format`, `status`.
      if (made.type === 'string' && typed && uses.some(isHandedOn) && (isOneOfFew(field.name) || uses.some(isLookedUp))) return undefined;
      fields.push({ ...made });
    }
    const last = fields[fields.length - 1]!;
    if (fact.source === 'params' || field.needed) continue;
    // A parameter of a function may or may not take what is missing.
    if (typed && !last.optional && uses.some((use) => isArgument(use) && !conversionOf(use))) return undefined;
    last.optional = true;
    // JSON has no `undefined`: clients send `null` for what was left empty.
    if (!typed && !isText) last.nullish = true;
  }
  return fields;
}

/** Places in the handler that stand for one field of an input. */
function usesOf(draft: Draft, input: Input, name: string): ts.Expression[] {
  const byField = input.uses.filter((use) => use.field === name).map((use) => use.node as ts.Expression);
  const found: ts.Expression[] = [];
  const seen = new Set<ts.Node>();
  const scope = (node: ts.Node): ts.Node => ancestor(node, isScope) ?? draft.tree;
  const bindTo = (pattern: ts.BindingName, isWhole: boolean): void => {
    if (ts.isIdentifier(pattern)) {
      for (const reference of referencesTo(pattern.text, scope(pattern)))
        if (isWhole) ofWhole(reference);
        else ofField(reference);
    } else if (isWhole && ts.isObjectBindingPattern(pattern)) {
      const element = pattern.elements.find((candidate) => (candidate.propertyName ?? candidate.name).getText(draft.tree) === name);
      if (element && !element.dotDotDotToken) bindTo(element.name, false);
    }
  };
  const ofField = (node: ts.Expression): void => {
    if (seen.has(node)) return;
    seen.add(node);
    found.push(node);
    const outer = whole(node);
    if (ts.isVariableDeclaration(outer.parent) && outer.parent.initializer === outer) bindTo(outer.parent.name, false);
  };
  const ofWhole = (node: ts.Expression): void => {
    if (seen.has(node)) return;
    seen.add(node);
    const outer = withDefault(whole(node));
    const { parent } = outer;
    if (ts.isPropertyAccessExpression(parent) && parent.expression === outer && parent.name.text === name) ofField(parent);
    else if (ts.isElementAccessExpression(parent) && parent.expression === outer && constantString(parent.argumentExpression) === name)
      ofField(parent);
    else if (ts.isVariableDeclaration(parent) && parent.initializer === outer) bindTo(parent.name, true);
  };
  byField.forEach(ofField);
  for (const use of input.uses) if (use.field === undefined) ofWhole(use.node as ts.Expression);
  return found;
}

function isScope(node: ts.Node): node is ts.Block | ts.SourceFile {
  return ts.isBlock(node) || ts.isSourceFile(node);
}

/** `(await request.json()) ?? {}` is the input still. */
function withDefault(node: ts.Expression): ts.Expression {
  const { parent } = node;
  const isDefault =
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    (parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken || parent.operatorToken.kind === ts.SyntaxKind.BarBarToken);
  return isDefault ? whole(parent) : node;
}

/** By what a value is made a number. */
function conversionOf(node: ts.Expression): string | undefined {
  const { parent } = whole(node);
  if (ts.isPrefixUnaryExpression(parent) && parent.operator === ts.SyntaxKind.PlusToken) return 'Number';
  if (!ts.isCallExpression(parent) || !ts.isExpression(node) || parent.arguments[0] === undefined || bare(parent.arguments[0]) !== node)
    return undefined;
  return /^(?:Number\.)?(Number|parseInt|parseFloat|BigInt)$/.exec(parent.expression.getText())?.[1];
}

/** The code asks what type it is in order to go on with either: `Array.isArray(ids) ? ids : [ids]`. */
function asksType(node: ts.Expression): boolean {
  const { parent } = whole(node);
  const isQuestion = ts.isTypeOfExpression(parent) || (ts.isCallExpression(parent) && /^Array\.isArray$/.test(parent.expression.getText()));
  return isQuestion && refusing(parent) === undefined;
}

/** The value goes on as it is: to a function, or into an object. */
function isHandedOn(node: ts.Expression): boolean {
  const { parent } = whole(node);
  return isArgument(node) || ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent);
}

/** `formats.includes(format)` */
function isLookedUp(node: ts.Expression): boolean {
  const { parent } = whole(node);
  return isArgument(node) && ts.isCallExpression(parent) && /\.(includes|indexOf|has)$/.test(parent.expression.getText());
}

function isArgument(node: ts.Expression): boolean {
  const { parent } = whole(node);
  return (
    (ts.isCallExpression(parent) || ts.isNewExpression(parent)) && (parent.arguments ?? []).some((argument) => bare(argument) === node)
  );
}
