import { ts } from 'ts-morph';
import type { RequestInput } from '../model/facts';
import { refusing } from '../syntax/needs';
import { bare, constantString, whole } from '../syntax/nodes';
import type { Draft } from './edits';
import type { Input } from './inputs';
import { ancestor, referencesTo } from './nodes';
import { writtenColumn } from './writtenColumns';
import { isOneOfFew, schemaField, type SchemaField } from './schemas';

/**
 * Fields of an input as far as the code that uses them shows. A field is required only where the code cannot do without it: whatever
 * else a schema demanded, a client that was served so far would be refused. What a field holds is left open where neither its use nor
 * its name tells; undefined where that is so for most of them: such a schema would promise more than it keeps.
 */
export function evidentFields(draft: Draft, fact: RequestInput, input: Input, known: readonly SchemaField[]): SchemaField[] | undefined {
  const place: Place = {
    isText: fact.source !== 'body' && fact.source !== 'arguments' && fact.source !== 'message',
    typed: draft.style.typescript,
  };
  const fields = fact.fields
    .filter(({ name }) => !known.some((other) => other.name === name))
    .map((field) => {
      const uses = usesOf(draft, input, field.name);
      const column = uses.map((use) => writtenColumn(draft, use)).find(Boolean);
      const open: SchemaField = { name: field.name, type: 'any', optional: field.optional };
      const made: SchemaField = { ...(typeByUses(field, uses, place) ?? open) };
      const isNeeded = fact.source === 'params' || field.needed || (column?.needed && !field.optional);
      if (column && field.type === 'unknown' && !place.isText && !uses.some(asksType)) return asColumn(made, column.field, !isNeeded);
      return isNeeded ? made : doneWithout(made, uses, place);
    });
  const open = fields.filter(({ type }) => type === 'any').length;
  return 2 * open > known.length + fields.length ? undefined : fields;
}

interface Place {
  /** All values arrive as text. */
  isText: boolean;
  /** A compiler compares types. */
  typed: boolean;
}

/** What all uses of a field agree on, or its name; undefined where that does not tell. */
function typeByUses(field: RequestInput['fields'][number], uses: readonly ts.Expression[], place: Place): SchemaField | undefined {
  const { isText, typed } = place;
  const { name, optional } = field;
  const conversion = uses.map(conversionOf).find(Boolean);
  // What is made a number from whatever came stays what came: text in an address, text or number in a body.
  if (conversion && conversion !== 'Number' && isText) return { name, type: 'string', optional };
  if (conversion && !isText && field.type === 'number')
    return typed && conversion !== 'Number' ? undefined : { name, type: 'numeric', optional };
  const made = schemaField(field, place);
  if (!made || uses.some(asksType)) return undefined;
  if (!typed || !uses.some(isHandedOn)) return made;
  // A record of anything is no argument for a parameter of a type of its own, nor is any text one of the few words that it may take: `format`, `status`.
  if (made.type === 'object') return undefined;
  return made.type === 'string' && (isOneOfFew(name) || uses.some(isLookedUp)) ? undefined : made;
}

/** A field of the type that the column has which it is written to. */
function asColumn({ name, optional }: SchemaField, column: SchemaField, isSpared: boolean): SchemaField {
  const { nullable, ...rest } = column;
  const isOptional = optional || isSpared;
  return { ...rest, name, optional: isOptional, ...(!nullable ? {} : isOptional ? { nullish: true } : { nullable: true }) };
}

/** The same field where nothing in the handler needs it. */
function doneWithout(field: SchemaField, uses: readonly ts.Expression[], { isText, typed }: Place): SchemaField {
  if (field.type === 'any') return { ...field, optional: true };
  // A parameter of a function may or may not take what is missing, which is nobody's type error only where anything goes.
  if (typed && !field.optional && uses.some((use) => isArgument(use) && !conversionOf(use)))
    return { ...field, type: 'any', optional: true };
  // JSON has no `undefined`: clients send `null` for what was left empty.
  return { ...field, optional: true, ...(typed || isText ? {} : { nullish: true }) };
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

/** Is more than the fields that are read made of the whole value somewhere? What a schema does not list would be missing there. */
export function isHandedOnWhole(draft: Draft, input: Input): boolean {
  const bound = input.declaration?.name;
  const named = bound && ts.isIdentifier(bound) ? referencesTo(bound.text, ancestor(bound, isScope) ?? draft.tree) : [];
  if (bound && ts.isObjectBindingPattern(bound) && bound.elements.some((element) => element.dotDotDotToken)) return true;
  const wholes = [...input.uses.filter((use) => use.field === undefined).map((use) => use.node as ts.Expression), ...named];
  return wholes.some((node) => {
    const { parent } = withDefault(whole(node));
    if (ts.isCallExpression(parent) && /(^|\.)(console|log|logger)\b/i.test(draft.textOf(parent.expression))) return false;
    const rest = ts.isVariableDeclaration(parent) && ts.isObjectBindingPattern(parent.name) ? parent.name.elements : [];
    if (rest.some((element) => element.dotDotDotToken)) return true;
    return isHandedOn(node) || ts.isSpreadAssignment(parent) || ts.isSpreadElement(parent) || ts.isReturnStatement(parent);
  });
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
  const { parent } = withDefault(whole(node));
  return isArgument(node) || ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent);
}

/** `formats.includes(format)` */
function isLookedUp(node: ts.Expression): boolean {
  const { parent } = whole(node);
  return isArgument(node) && ts.isCallExpression(parent) && /\.(includes|indexOf|has)$/.test(parent.expression.getText());
}

function isArgument(node: ts.Expression): boolean {
  const value = withDefault(whole(node));
  const { parent } = value;
  return (ts.isCallExpression(parent) || ts.isNewExpression(parent)) && (parent.arguments ?? []).some((argument) => argument === value);
}
