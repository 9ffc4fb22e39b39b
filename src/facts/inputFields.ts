import { ts } from 'ts-morph';
import type { RequestInput } from '../model/facts';
import { addTo } from '../model/grouping';
import { constantString, whole } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { learn, typeOf, typeOfValue, type Known } from './fieldUses';

type Field = RequestInput['fields'][number];

/** Everything known of how one input is used in a function. */
export interface InputUses {
  /** Expressions that are the whole input: where it is read, and the names it goes by. */
  wholes: ts.Expression[];
  /** Names that hold the whole input, or what is left of it. */
  names: Set<string>;
  fields: Map<string, Known>;
  first: RequestInput['use'] | undefined;
}

export function noUses(): InputUses {
  return { wholes: [], names: new Set(), fields: new Map(), first: undefined };
}

/** Follows an input from where it is read through the names and members that are made of it. */
export function followInput(analysis: FileAnalysis, references: References, reads: readonly ts.Expression[], uses: InputUses): void {
  for (const read of reads) use(analysis, read, uses);
  const done = new Set<string>();
  for (let name = open(uses, done); name !== undefined; name = open(uses, done)) {
    done.add(name);
    for (const reference of references.get(name) ?? []) {
      const declaration = analysis.resolver.declarations.find(reference);
      if (declaration?.kind === 'variable' || declaration?.kind === 'parameter') use(analysis, reference, uses);
    }
  }
  for (const field of uses.fields.values()) {
    for (const local of field.locals) for (const reference of references.get(local) ?? []) learn(analysis, reference, field);
  }
}

function open(uses: InputUses, done: ReadonlySet<string>): string | undefined {
  for (const name of uses.names) if (!done.has(name)) return name;
  return undefined;
}

export type References = ReadonlyMap<string, readonly ts.Identifier[]>;

/** Identifiers in a function that stand for values, by name. */
export function referencesIn(fn: FunctionInfo, found = new Map<string, ts.Identifier[]>()): References {
  for (const node of fn.names) {
    const { parent } = node;
    if (
      (ts.isPropertyAssignment(parent) && parent.name === node) ||
      ts.isBindingElement(parent) ||
      (ts.isVariableDeclaration(parent) && parent.name === node)
    )
      continue;
    addTo(found, node.text, node);
  }
  for (const inner of fn.nested) referencesIn(inner, found);
  return found;
}

function fieldOf(uses: InputUses, name: string): Known {
  let field = uses.fields.get(name);
  if (!field) uses.fields.set(name, (field = { optional: false, types: new Set(), locals: new Set() }));
  return field;
}

/** One place where the whole input stands. */
function use(analysis: FileAnalysis, node: ts.Expression, uses: InputUses): void {
  uses.wholes.push(node);
  const outer = widest(node);
  const asserted = isAsserted(node, outer);
  const { parent } = outer;
  const note = (kind: RequestInput['use']): void => {
    uses.first ??= asserted && kind !== 'member' ? 'asserted' : kind;
  };
  if (ts.isVariableDeclaration(parent) && parent.initializer === outer) {
    note(ts.isIdentifier(parent.name) ? 'bound' : 'destructured');
    bind(parent.name, uses);
  } else if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken && parent.right === outer) {
    note('bound');
    if (ts.isIdentifier(parent.left)) uses.names.add(parent.left.text);
  } else if (ts.isSpreadAssignment(parent) || ts.isSpreadElement(parent)) note('spread');
  else if (ts.isPropertyAccessExpression(parent) && parent.expression === outer) member(analysis, parent, uses, note);
  else if (ts.isElementAccessExpression(parent) && parent.expression === outer) {
    const key = constantString(parent.argumentExpression);
    note('member');
    if (key !== undefined) learn(analysis, parent, fieldOf(uses, key));
  } else if (
    ts.isCallExpression(parent) ||
    ts.isNewExpression(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isShorthandPropertyAssignment(parent)
  )
    note('passed');
}

function member(
  analysis: FileAnalysis,
  access: ts.PropertyAccessExpression,
  uses: InputUses,
  note: (kind: RequestInput['use']) => void,
): void {
  note('member');
  const call = access.parent;
  if (ts.isCallExpression(call) && call.expression === access) {
    // `form.get('email')`; other methods read the whole.
    const key = /^(get|getAll|has)$/.test(access.name.text) ? constantString(call.arguments[0]) : undefined;
    if (key !== undefined) learn(analysis, call, fieldOf(uses, key));
    return;
  }
  learn(analysis, access, fieldOf(uses, access.name.text));
}

/** Names that a pattern takes from the whole input. */
export function bind(name: ts.BindingName, uses: InputUses): void {
  if (ts.isIdentifier(name)) {
    uses.names.add(name.text);
    return;
  }
  for (const element of name.elements) {
    if (!ts.isBindingElement(element)) continue;
    if (element.dotDotDotToken) {
      if (ts.isIdentifier(element.name)) uses.names.add(element.name.text);
      continue;
    }
    const key = element.propertyName ?? element.name;
    if (!ts.isIdentifier(key) && !ts.isStringLiteral(key)) continue;
    const field = fieldOf(uses, key.text);
    if (ts.isIdentifier(element.name)) field.locals.add(element.name.text);
    else field.types.add(ts.isArrayBindingPattern(element.name) ? 'array' : 'object');
    if (element.initializer) {
      field.optional = true;
      const type = typeOfValue(element.initializer);
      if (type) field.types.add(type);
    }
  }
}

/** What is read out of a text: `JSON.parse(raw)`, `JSON.parse(raw.toString())`, `JSON.parse(String(raw))`. */
function parsedFrom(text: ts.Expression): ts.Expression | undefined {
  let current = text;
  const { parent } = current;
  if (
    ts.isPropertyAccessExpression(parent) &&
    parent.name.text === 'toString' &&
    ts.isCallExpression(parent.parent) &&
    parent.parent.expression === parent
  )
    current = whole(parent.parent);
  else if (ts.isCallExpression(parent) && parent.arguments[0] === current && parent.expression.getText() === 'String')
    current = whole(parent);
  const call = current.parent;
  return ts.isCallExpression(call) && call.arguments[0] === current && call.expression.getText() === 'JSON.parse' ? whole(call) : undefined;
}

/** The expression that still is the input: through casts, `await`, a default, `.catch(() => ({}))`, and what is read out of its text. */
function widest(node: ts.Expression): ts.Expression {
  for (let current = whole(node); ;) {
    const { parent } = current;
    if (
      parent &&
      ts.isBinaryExpression(parent) &&
      parent.left === current &&
      (parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken || parent.operatorToken.kind === ts.SyntaxKind.BarBarToken)
    )
      current = whole(parent);
    else if (
      parent &&
      ts.isPropertyAccessExpression(parent) &&
      parent.expression === current &&
      parent.name.text === 'catch' &&
      ts.isCallExpression(parent.parent)
    )
      current = whole(parent.parent);
    else {
      const parsed = parent && parsedFrom(current);
      if (!parsed) return current;
      current = parsed;
    }
  }
}

function isAsserted(node: ts.Expression, outer: ts.Expression): boolean {
  for (let current: ts.Node = node; current !== outer; current = current.parent) {
    const { parent } = current;
    if (ts.isAsExpression(parent) && parent.type.kind !== ts.SyntaxKind.AnyKeyword && parent.type.kind !== ts.SyntaxKind.UnknownKeyword)
      return true;
  }
  return (
    ts.isVariableDeclaration(outer.parent) &&
    outer.parent.type !== undefined &&
    outer.parent.type.kind !== ts.SyntaxKind.AnyKeyword &&
    outer.parent.type.kind !== ts.SyntaxKind.UnknownKeyword
  );
}

const email = /e-?mail$/i;

/** Fields as facts, in the order of their first use; files are left out. */
export function fieldsOf(uses: InputUses): Field[] {
  return [...uses.fields]
    .filter(([, field]) => !field.file)
    .map(([name, field]) => {
      const type = typeOf(field.types);
      return {
        name,
        type: email.test(name) && (type === 'string' || type === 'unknown') ? 'email' : type,
        optional: field.optional,
        ...(field.needed && !field.optional ? { needed: true } : {}),
      };
    });
}
