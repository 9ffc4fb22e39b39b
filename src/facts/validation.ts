import { ts } from 'ts-morph';
import { bare, constantString, propertyOf, walk } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { givenFor } from './givenMembers';
import { isCheckHeeded } from './heededChecks';

/** A call that checks a value against a schema. */
export interface Validation {
  site: CallSite;
  /** What is checked. */
  value: ts.Expression;
  /** As written: `schema.safeParse`. */
  by: string;
  /** Nobody described the function: its name says that it validates, and no more. */
  byName: boolean;
  /** Fields that the schema does not describe stay. */
  keeps?: true;
  /** They are not in what it gives back, and stay in what it was given. */
  strips?: true;
}

const schemaMethod = /^(safeParse|safeParseAsync|parseAsync|validateAsync|validateSync|safeDecode|safeValidate|spa)$/;
const schemaWord = /schema|validator|validate|\bjoi\b|\byup\b|\bzod\b|dto|codec|parser|contract|model\.(input|insert|update|create)/i;
const validatorName =
  /^(validate|parse|safeParse|assert|ensure|check|verify|sanitize|sanitise|decode|coerce|is)(Valid)?\w*(Body|Input|Payload|Request|Params|Query|Schema|Data|Form|Args|Dto|Json|With|Event|Fields?|Settings|Config)?$/;
const clearlyValidates =
  /^(validate|safeParse|parseBody|parseRequest|parseJson|parsePayload|parseInput|parseWith|sanitize|sanitise|assertValid|isValid)/i;

/** What a call validates, where somebody heeds what it finds. */
export function validationsOf(analysis: FileAnalysis, site: CallSite): Validation[] {
  return checksOf(analysis, site).filter(({ value, byName }) => byName || isCheckHeeded(analysis, site, value));
}

function checksOf(analysis: FileAnalysis, site: CallSite): Validation[] {
  const args = site.node.arguments ?? [];
  if (args.length === 0) return [];
  const found = (value: ts.Expression | undefined, byName = false): Validation[] =>
    value ? [{ site, value, by: analysis.label(site.node.expression, 40), byName }] : [];
  const { validates } = site.role ?? {};
  if (validates?.lets) return [];
  if (validates)
    return found(args[validates.arg]).map((validation) => ({
      ...validation,
      ...(validates.keeps ? { keeps: true as const } : {}),
      ...(validates.strips ? { strips: true as const } : {}),
    }));
  const callee = bare(site.node.expression);
  const method = ts.isPropertyAccessExpression(callee) ? callee.name.text : undefined;
  const ref = analysis.resolver.functionOf(callee)?.ref;
  if (ref) {
    const summary = analysis.summaryOf(ref);
    if (summary?.validates.length)
      return summary.validates.flatMap((index) =>
        givenFor(args[index], summary.validatesMembers?.[index]).flatMap((value) => found(value)),
      );
    const name = ref.id.split('.').pop() ?? '';
    return clearlyValidates.test(name) ? args.flatMap((argument) => found(argument, true)) : [];
  }
  if (method !== undefined && ts.isPropertyAccessExpression(callee)) {
    if (schemaMethod.test(method)) return found(args[0]);
    if (
      /^(parse|validate|check|decode|assert|cast|isValid|is)$/.test(method) &&
      schemaWord.test(callee.expression.getText(analysis.source))
    )
      return found(args[0]);
    return clearlyValidates.test(method) || (validatorName.test(method) && schemaWord.test(method))
      ? args.flatMap((argument) => found(argument, true))
      : [];
  }
  if (!ts.isIdentifier(callee)) return [];
  // A validator made elsewhere: `const validateOrder = ajv.compile(schema)`.
  return clearlyValidates.test(callee.text) || (schemaWord.test(callee.text) && validatorName.test(callee.text))
    ? args.flatMap((argument) => found(argument, true))
    : [];
}

const looksAt = /\btypeof\b|\binstanceof\b|\bin\b|\bArray\.isArray\b|\b(?:every|includes|test|isInteger|safeParse|parse|validate|has)\(/;

/** The parameter whose type a function tells its callers, having looked at it: `value is Order`, `asserts value is Order`. */
export function toldParameter(analysis: FileAnalysis, { node }: FunctionInfo): number | undefined {
  const told = node.type;
  if (!told || !ts.isTypePredicateNode(told) || !told.type || !ts.isIdentifier(told.parameterName) || !node.body) return undefined;
  const name = told.parameterName.text;
  const index = node.parameters.findIndex((parameter) => ts.isIdentifier(parameter.name) && parameter.name.text === name);
  return index !== -1 && looksAt.test(node.body.getText(analysis.source)) ? index : undefined;
}

/** The name that a chain of members and calls begins with: `req` of `req.body.items.map(…)`. */
export function rootOf(node: ts.Expression): ts.Identifier | undefined {
  let current = bare(node);
  for (;;) {
    if (ts.isPropertyAccessExpression(current) || ts.isElementAccessExpression(current) || ts.isCallExpression(current))
      current = bare(current.expression);
    else if (ts.isSpreadElement(current)) current = bare(current.expression);
    else return ts.isIdentifier(current) ? current : undefined;
  }
}

const cleanKinds =
  /^(number|int|int32|uint32|float32|bigint|boolean|bool|date|enum|nativeEnum|literal|uuid|uuidv4|uuidv7|guid|cuid|cuid2|ulid|nanoid|datetime|isoDate|isoDateTime|picklist|isInt|integer|stringbool|hex|ipv4|ipv6|email|objectid|objectId|port|valid|oneOf|id)$/;
const cleanSteps =
  /^(uuid|cuid|cuid2|ulid|nanoid|datetime|date|regex|ip|int|email|enum|pipe|brand|valid|hex|guid|alphanum|isoDate|oneOf|transform|refine|matches)$/;

/**
 * What a schema says of a member of what it checks: `clean` holds nothing a caller could choose freely, `text` is free
 * text; unknown when the schema cannot be read here.
 */
export function schemaField(analysis: FileAnalysis, call: ts.CallExpression, steps: readonly string[]): 'clean' | 'text' | 'unknown' {
  const callee = bare(call.expression);
  const schema = ts.isPropertyAccessExpression(callee) ? callee.expression : call.arguments[0];
  return schema ? fieldOf(analysis, schema, steps, 8) : 'unknown';
}

/** The texts that a schema allows for a member, by the members that lead to it: `z.enum(['user', 'admin'])`; undefined where it names none. */
export function textsOf(analysis: FileAnalysis, call: ts.CallExpression, steps: readonly string[]): string[] | undefined {
  const callee = bare(call.expression);
  const [first, ...rest] = steps;
  if (!ts.isPropertyAccessExpression(callee) || first === undefined) return undefined;
  const schema = analysis.resolver.deref(callee.expression);
  const described = ts.isCallExpression(schema) && schema.arguments[0] ? analysis.resolver.deref(schema.arguments[0]) : undefined;
  let field = propertyOf(described, first);
  if (rest.length > 0 || !field || ts.isMethodDeclaration(field)) return undefined;
  for (field = analysis.resolver.deref(field); ts.isCallExpression(field);) {
    const method: ts.Expression = bare(field.expression);
    if (!ts.isPropertyAccessExpression(method)) return undefined;
    const list = field.arguments[0] && analysis.resolver.deref(field.arguments[0]);
    if (/^(?:enum|picklist)$/.test(method.name.text))
      return list && ts.isArrayLiteralExpression(list) ? list.elements.flatMap((element) => constantString(element) ?? []) : undefined;
    field = analysis.resolver.deref(method.expression);
  }
  return undefined;
}

/** What a schema says of a member, by the members that lead to it; it looks no deeper than `depth` steps of the schema. */
export function fieldOf(
  analysis: FileAnalysis,
  expression: ts.Expression,
  steps: readonly string[],
  depth: number,
): 'clean' | 'text' | 'unknown' {
  if (depth === 0) return 'unknown';
  const node = analysis.resolver.deref(expression);
  if (!ts.isCallExpression(node)) return 'unknown';
  const callee = bare(node.expression);
  const method = ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : '';
  const [first, ...rest] = steps;
  if (/^(object|strictObject|looseObject|shape|extend|keys|partialObject)$/.test(method) && first !== undefined) {
    const property = propertyOf(node.arguments[0] && analysis.resolver.deref(node.arguments[0]), first);
    if (property && !ts.isMethodDeclaration(property)) return fieldOf(analysis, property, rest, depth - 1);
    return ts.isPropertyAccessExpression(callee) && method === 'extend'
      ? fieldOf(analysis, callee.expression, steps, depth - 1)
      : 'unknown';
  }
  if (method === 'array' && node.arguments[0]) return fieldOf(analysis, node.arguments[0], first === '[]' ? rest : steps, depth - 1);
  if (first === undefined && cleanKinds.test(method)) return 'clean';
  if (first === undefined && /^(string|url|httpUrl)$/.test(method)) return 'text';
  if (ts.isPropertyAccessExpression(callee)) {
    if (first === undefined && cleanSteps.test(method)) return 'clean';
    if (first === undefined && method === 'pipe') return 'clean';
    return fieldOf(analysis, callee.expression, steps, depth - 1);
  }
  return 'unknown';
}

const members = /^(isArray|isInteger|isSafeInteger|isFinite|isNaN|isBuffer)$/;

/**
 * Names and members (`email`, `body.email`) whose type a function looks at by hand: `typeof`, `Array.isArray`, patterns,
 * lists of what is allowed, conversions.
 */
export function checkedByHand(analysis: FileAnalysis, body: ts.Node): ReadonlySet<string> {
  const checked = new Set<string>();
  const add = (node: ts.Expression | undefined): void => {
    if (!node) return;
    const value = bare(node);
    checked.add(value.getText(analysis.source).replace(/\?\./g, '.').replace(/"/g, "'"));
    // `typeof body?.email` and `String(email).trim()` speak of what is inside.
    if (ts.isCallExpression(value) && value.arguments[0] && ts.isIdentifier(value.expression)) add(value.arguments[0]);
    if (ts.isBinaryExpression(value)) {
      add(value.left);
      if (value.operatorToken.kind !== ts.SyntaxKind.QuestionQuestionToken && value.operatorToken.kind !== ts.SyntaxKind.BarBarToken)
        add(value.right);
    }
  };
  walk(body, (node) => {
    if (ts.isTypeOfExpression(node)) add(node.expression);
    else if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword) add(node.left);
    else if (ts.isBinaryExpression(node) && /^[!=]==?$/.test(node.operatorToken.getText(analysis.source)) && constantString(node.right))
      add(node.left);
    else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.PlusToken) add(node.operand);
    else if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const callee = bare(node.expression);
      const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : '';
      const isTest =
        members.test(name) ||
        /^(includes|has|test|match|isIn|isEmail|isURL|isUUID|isMongoId|isValid|isValidObjectId|indexOf|hasOwn)$/.test(name) ||
        /^(is|valid|validate|parse|normali[sz]e|sanitize|sanitise|clean|to|clamp|check|assert)[A-Z]/.test(name) ||
        /(string|integer|int|number|boolean|bool)(Param|Arg|Field|OrThrow)$/i.test(name);
      if (
        isTest ||
        (ts.isIdentifier(callee) && /^(Number|String|Boolean|parseInt|parseFloat|BigInt|Date|isNaN|isFinite|URL|Set)$/.test(callee.text))
      )
        for (const argument of node.arguments ?? []) add(argument);
    }
    return true;
  });
  return checked;
}

/**
 * Names that a function asks for: `!email`, `!given.email`, `form.get('email') ? … : …`, `form.has('email')`, and those in a
 * list that is handed on with something else, `requireFields(form, ['email'])`.
 */
export function askedFor(analysis: FileAnalysis, body: ts.Node): ReadonlySet<string> {
  const asked = new Set<string>();
  const add = (node: ts.Expression): void => {
    const value = bare(node);
    if (ts.isIdentifier(value)) asked.add(value.text);
    else if (ts.isPropertyAccessExpression(value)) asked.add(value.name.text);
    else if (ts.isBinaryExpression(value)) [value.left, value.right].forEach(add);
    else if (ts.isPrefixUnaryExpression(value)) add(value.operand);
    else if (ts.isCallExpression(value)) {
      const name = constantString(value.arguments[0]);
      if (name !== undefined && ts.isPropertyAccessExpression(value.expression) && /^(get|has)$/.test(value.expression.name.text))
        asked.add(name);
    }
  };
  walk(body, (node) => {
    if (ts.isIfStatement(node)) add(node.expression);
    else if (ts.isConditionalExpression(node)) add(node.condition);
    else if (ts.isCallExpression(node) && node.arguments.length >= 2) {
      for (const argument of node.arguments) {
        const list = bare(analysis.resolver.deref(argument));
        if (ts.isArrayLiteralExpression(list))
          for (const element of list.elements) if (ts.isStringLiteralLike(element)) asked.add(element.text);
      }
    }
    return true;
  });
  return asked;
}

/** Names that a constant takes the place of where they are missing: `type || 'general'`, `body.page ?? 1`. */
export function defaulted(body: ts.Node): ReadonlySet<string> {
  const names = new Set<string>();
  walk(body, (node) => {
    if (
      ts.isBinaryExpression(node) &&
      /^(\|\||\?\?)$/.test(ts.tokenToString(node.operatorToken.kind) ?? '') &&
      (constantString(node.right) !== undefined || ts.isNumericLiteral(node.right) || node.right.kind === ts.SyntaxKind.FalseKeyword)
    ) {
      const left = bare(node.left);
      if (ts.isIdentifier(left)) names.add(left.text);
      else if (ts.isPropertyAccessExpression(left)) names.add(left.name.text);
    }
    return true;
  });
  return names;
}
