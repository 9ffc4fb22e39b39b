import { ts } from 'ts-morph';
import type { SensitiveKind, SensitiveValue } from '../model/facts';
import { bare, constantString, walk } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { secretSent } from './bodySecrets';
import { patternOf } from './passedText';
import { namesRecord, sensitiveName } from './sensitiveNames';
import { isWrittenOut } from './writtenOut';

type Place = SensitiveValue['as'];

/** Functions that leave a value readable. */
const passing =
  /^(String|JSON\.stringify|(util\.)?inspect|util\.format|Object\.(fromEntries|entries|values|assign)|decodeURIComponent|structuredClone|(chalk|kleur|pc|colors|picocolors)(\.\w+)+)$/;
/** Methods that leave their receiver readable. */
const passingMethods = /^(toLowerCase|toUpperCase|trim|toString|normalize|join|valueOf|toJSON|toObject|values|entries)$/;
const masking = /mask|redact|hash|obfuscat|anonymi|truncat|hide|scrub|saniti|(?<!de)crypt|digest|partial|shorten/i;
/** Functions whose result is what their name says behind the verb. */
const giving = /^(?:get|read|load|fetch|decrypt|generate|create|issue|sign)(?=[A-Z_])_?(\w+)$/;
const keyed = /(^|\.)(headers|cookies|cookieStore|searchParams|formData|form|params|req|request|c\.req)(\(\))?$/i;

/** Values among the arguments of a log call whose names say that they are personal or secret, in document order. */
export function loggedValues(analysis: FileAnalysis, args: readonly ts.Expression[]): SensitiveValue[] {
  const visitor = new Visitor(analysis);
  for (const argument of args) visitor.visit(argument, 'value');
  return visitor.found;
}

class Visitor {
  readonly found: SensitiveValue[] = [];

  constructor(private readonly analysis: FileAnalysis) {}

  visit(node: ts.Expression, as: Place): void {
    const value = bare(node);
    if (ts.isIdentifier(value)) return this.name(value, value.text, as);
    if (ts.isPropertyAccessExpression(value)) return this.member(value, value.name.text, as);
    if (ts.isElementAccessExpression(value)) {
      const key = constantString(value.argumentExpression);
      return key === undefined ? undefined : this.member(value, key, as);
    }
    if (ts.isTemplateExpression(value)) return value.templateSpans.forEach((span) => this.visit(span.expression, 'text'));
    if (ts.isBinaryExpression(value)) return this.binary(value, as);
    if (ts.isConditionalExpression(value)) {
      this.visit(value.whenTrue, as);
      return this.visit(value.whenFalse, as);
    }
    if (ts.isObjectLiteralExpression(value)) return this.object(value);
    if (ts.isArrayLiteralExpression(value))
      return value.elements.forEach((element) => this.visit(ts.isSpreadElement(element) ? element.expression : element, 'value'));
    if (ts.isCallExpression(value)) this.call(value, as);
  }

  private binary(node: ts.BinaryExpression, as: Place): void {
    const operator = node.operatorToken.kind;
    if (operator === ts.SyntaxKind.PlusToken) {
      this.visit(node.left, 'text');
      this.visit(node.right, 'text');
    } else if (operator === ts.SyntaxKind.AmpersandAmpersandToken) this.visit(node.right, as);
    else if (operator === ts.SyntaxKind.BarBarToken || operator === ts.SyntaxKind.QuestionQuestionToken) {
      this.visit(node.left, as);
      this.visit(node.right, as);
    }
  }

  private object(node: ts.ObjectLiteralExpression): void {
    for (const [index, property] of node.properties.entries()) {
      if (ts.isPropertyAssignment(property)) this.property(property);
      else if (ts.isShorthandPropertyAssignment(property)) this.name(property.name, property.name.text, 'field');
      // `{ ...body, password: undefined }`: who writes over one secret has thought about the others.
      else if (ts.isSpreadAssignment(property) && !node.properties.slice(index + 1).some((later) => hidesSecret(later)))
        this.visit(property.expression, 'field');
    }
  }

  /** A field under the name of a secret holds one, unless its value says otherwise. */
  private property(node: ts.PropertyAssignment): void {
    const before = this.found.length;
    this.visit(node.initializer, 'field');
    if (
      this.found.length > before ||
      !(ts.isIdentifier(node.name) || ts.isStringLiteral(node.name)) ||
      sensitiveName(node.name.text) !== 'secret'
    )
      return;
    const value = bare(node.initializer);
    const name = ts.isIdentifier(value) ? value.text : undefined;
    // Other names may say what has become of it: only one that says nothing is believed to be the value itself.
    if (
      name !== undefined &&
      /^([a-z]|value|val|text|str|data|input|raw|plain|result)$/.test(name) &&
      this.madeOf(value as ts.Identifier) !== false
    )
      this.add(value, node.name.text, 'secret', 'field');
  }

  private call(node: ts.CallExpression, as: Place): void {
    const callee = bare(node.expression);
    const text = callee.getText(this.analysis.source).replace(/[?!]/g, '');
    // A replacer decides what of an object is written.
    if (passing.test(text))
      return text === 'JSON.stringify' && node.arguments[1] && node.arguments[1].kind !== ts.SyntaxKind.NullKeyword
        ? undefined
        : node.arguments.forEach((argument) => this.visit(argument, as));
    const given = giving.exec(ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : '')?.[1];
    // An address is often put together without what is secret in it.
    const held = given === undefined || /(url|link|string)$/i.test(given) ? undefined : sensitiveName(given);
    if (held) return this.add(node, `${text.slice(-60)}()`, held, as);
    if (!ts.isPropertyAccessExpression(callee)) return;
    const method = callee.name.text;
    if (passingMethods.test(method) || (/^replace(All)?$/.test(method) && leavesReadable(this.analysis, method, node.arguments[0])))
      return this.visit(callee.expression, as);
    if (method === 'map') {
      const mapped = node.arguments[0] && bare(node.arguments[0]);
      if (mapped && ts.isArrowFunction(mapped) && !ts.isBlock(mapped.body)) this.visit(mapped.body, as);
      return;
    }
    // `headers.get('authorization')`
    const key =
      /^(get|getHeader|header)$/.test(method) && keyed.test(callee.expression.getText(this.analysis.source))
        ? constantString(node.arguments[0])
        : undefined;
    const what = key === undefined ? undefined : sensitiveName(key);
    if (what) this.add(node, key!, what, as);
  }

  private member(node: ts.PropertyAccessExpression | ts.ElementAccessExpression, name: string, as: Place): void {
    const base = bare(node.expression);
    const text = base.getText(this.analysis.source);
    if (/(^|\.)env$/.test(text)) return this.setting(node, name, as);
    if (name === 'env' && text === 'process') return this.add(node, 'process.env', 'secret', as);
    const read = this.analysis.tables.read(this.analysis.resolver.pathOf(node));
    if (read?.input && /^(body|headers|cookies|form)$/.test(read.input) && /^(body|headers|cookies|rawBody)$/.test(name))
      return this.request(node, text.split('.').pop() === 'body' ? name : `${text}.${name}`, as);
    // Lengths and counts of something, members of a schema, texts of a translation.
    const what =
      /^[A-Z]/.test(text) || /(schema|messages|labels|errors?|config|constants|translations)$/i.test(text)
        ? undefined
        : sensitiveName(name);
    if (what && isWrittenOut(this.analysis, base, name)) return;
    if (what) return this.add(node, `${shown(text)}${name}`, what, as);
    // The account that a connection is made with.
    if (/(config|conf|connection|pool|smtp|database)$/i.test(text)) return;
    // A part of an address is a text, whatever its name: `req.params.patient`.
    if (/(^|\.)(params|query)$/.test(text)) return;
    if (namesRecord(name) && name !== 'customer' && !/^(this|prisma|db|models?|schema|tables?)\b/.test(text))
      this.record(node, `${shown(text)}${name}`, 'record', as);
  }

  private setting(node: ts.Expression, name: string, as: Place): void {
    const what = /PUBLIC_|^VITE_|ANON_KEY|PUBLISHABLE/.test(name) ? undefined : sensitiveName(name);
    if (what === 'secret' || what === 'token') this.add(node, name, 'secret', as);
  }

  private name(node: ts.Identifier, name: string, as: Place): void {
    if (name === 'undefined') return;
    const what = sensitiveName(name);
    const isRecord = !what && namesRecord(name);
    if (!what && !isRecord) return secretSent(this.analysis, node) === undefined ? this.heldObject(node, as) : this.request(node, name, as);
    const made = this.madeOf(node);
    if (made === false) return;
    if (what) return this.add(node, name, what, as);
    this.record(node, name, 'record', as);
  }

  /** `const fields = { email }; log(fields)`: what is in an object is told where it is logged. */
  private heldObject(node: ts.Identifier, as: Place): void {
    const found = this.analysis.resolver.declarations.find(node);
    if (
      as === 'text' ||
      found?.kind !== 'variable' ||
      found.steps.length > 0 ||
      !found.node.initializer ||
      this.analysis.outline.assignments.has(node.text)
    )
      return;
    const made = bare(found.node.initializer);
    if (!ts.isObjectLiteralExpression(made)) return;
    const inside = new Visitor(this.analysis);
    inside.object(made);
    for (const value of inside.found) this.found.push({ ...value, as: as === 'value' ? 'field' : as, span: this.analysis.span(node) });
  }

  /** What a name holds: false where that is certainly harmless. */
  private madeOf(node: ts.Identifier): false | undefined {
    const { declarations } = this.analysis.resolver;
    const found = declarations.find(node) ?? undefined;
    if (!found) return undefined;
    if (found.kind === 'function' || found.kind === 'class' || found.kind === 'import' || found.kind === 'type' || found.kind === 'caught')
      return false;
    if (found.kind === 'parameter')
      return found.node.type?.kind === ts.SyntaxKind.BooleanKeyword && found.steps.length === 0 ? false : undefined;
    if (found.kind !== 'variable' || !found.node.initializer) return undefined;
    const isWhole = found.steps.length === 0;
    const made = bare(found.node.initializer);
    if (isWhole && isHarmless(made)) return false;
    // Constants of the code are no data of anybody; what a mail service answers is no address.
    if (isWhole && constantString(made) !== undefined && (found.constant || !this.analysis.outline.assignments.has(node.text)))
      return false;
    if (ts.isCallExpression(made)) {
      const callee = made.expression.getText(this.analysis.source);
      if (masking.test(callee) || /(^|\.)send\w*$/i.test(callee)) return false;
    }
    return undefined;
  }

  /** All that a client sent, with a secret that the function takes out of it beside the log. */
  private request(node: ts.Expression, name: string, as: Place): void {
    const secret = secretSent(this.analysis, node);
    this.record(node, secret === undefined ? name : `${secret} in ${name}`, secret === undefined ? 'request' : 'secret', as);
  }

  /** A whole object tells nothing in a text: it is `[object Object]` there. */
  private record(node: ts.Expression, name: string, what: SensitiveKind, as: Place): void {
    // `userId: session.user`: services give an id where others give all of it.
    if (ts.isPropertyAssignment(node.parent) && /id$/i.test(node.parent.name.getText(this.analysis.source))) return;
    if (as !== 'text' || isStringified(node)) this.add(node, name, what, as);
  }

  private add(node: ts.Node, name: string, what: SensitiveKind, as: Place): void {
    if (what === 'card' && isPlayed(this.analysis.source)) return;
    this.found.push({ name: name.replace(/\s+/g, ' '), what, as, span: this.analysis.span(node) });
  }
}

const played = new WeakMap<ts.SourceFile, boolean>();

/** Cards of a collection or a game have numbers too: code whose names speak of their sets and not of paying means those. */
function isPlayed(source: ts.SourceFile): boolean {
  let known = played.get(source);
  if (known === undefined) {
    const names: string[] = [];
    walk(source, (node) => {
      if (ts.isIdentifier(node)) names.push(node.text);
    });
    known = names.some((name) => ofCollection.test(name)) && !names.some((name) => ofPaying.test(name));
    played.set(source, known);
  }
  return known;
}

const ofCollection = /^(?:card_?)?set_?(?:name|code)$|^decks?(?:$|_?[A-Z])|^tcg|tcg$|card_?(?:set|game|rarity)|^rarity$|^psa_?grade/i;
const ofPaying = /^cv[vc]\d?$|card_?holder|name_?on_?card|expiry|^exp_?(?:month|year)$|payment|stripe|checkout|^pan$/i;

/** A secret that is written over with nothing, or with a text that says so. */
function hidesSecret(property: ts.ObjectLiteralElementLike): boolean {
  if (
    !ts.isPropertyAssignment(property) ||
    !(ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)) ||
    sensitiveName(property.name.text) === undefined
  )
    return false;
  const value = bare(property.initializer);
  return (
    constantString(value) !== undefined ||
    value.getText() === 'undefined' ||
    value.kind === ts.SyntaxKind.NullKeyword ||
    ts.isConditionalExpression(value)
  );
}

/** Does replacing a certain piece of text leave the rest of it to be read? Patterns with places for anything are made to hide it. */
function leavesReadable(analysis: FileAnalysis, method: string, pattern: ts.Expression | undefined): boolean {
  if (!pattern) return false;
  if (constantString(pattern) !== undefined) return true;
  const written = patternOf(analysis, pattern);
  const parts = written === undefined ? null : /^\/(.*)\/([a-z]*)$/s.exec(written);
  if (!parts) return false;
  const isOpen = /(?<!\\)\.|\[|\\[wWdDsSpP]/.test(parts[1]!);
  return !isOpen || (parts[1] === '.' && !parts[2]!.includes('g') && method === 'replace');
}

/** Comparisons, tests and pieces: none of them gives a value away. */
function isHarmless(node: ts.Expression): boolean {
  if (ts.isPrefixUnaryExpression(node) || ts.isTypeOfExpression(node) || isFunctionNode(node) || ts.isNumericLiteral(node)) return true;
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword || node.kind === ts.SyntaxKind.NullKeyword)
    return true;
  if (ts.isBinaryExpression(node))
    return node.operatorToken.kind >= ts.SyntaxKind.LessThanToken && node.operatorToken.kind <= ts.SyntaxKind.ExclamationEqualsEqualsToken;
  if (ts.isPropertyAccessExpression(node)) return /^(id|_id|uid|length)$/.test(node.name.text);
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    /^(slice|substring|substr|startsWith|includes|some|every|test)$/.test(node.expression.name.text)
  );
}

function isStringified(node: ts.Node): boolean {
  let current = node.parent;
  while (current && (ts.isPropertyAccessExpression(current) || ts.isAwaitExpression(current) || ts.isParenthesizedExpression(current)))
    current = current.parent;
  return current !== undefined && ts.isCallExpression(current) && /stringify$|inspect$/.test(current.expression.getText());
}

/** The receiver, where it is short enough to be read. */
function shown(text: string): string {
  const plain = text.replace(/[?!\s]/g, '');
  return /^[\w$.]{1,40}$/.test(plain) ? `${plain}.` : '';
}
