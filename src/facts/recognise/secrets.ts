import { ts } from 'ts-morph';
import type { Fact, SecretLiteral } from '../../model/facts';
import { bare, propertyOf, whole } from '../../syntax/nodes';
import type { FileAnalysis } from '../analysis';
import { entryOf, fallbackFor, isFallback, isForTrials, isKeptOut, mayFallBack } from '../envFallbacks';
import { isOfPageAlone, isOneOff } from '../serverCode';
import { helpedEntry, mayAskHelper } from '../settingHelpers';
import { returnedBy } from '../traceParts';
import { isOwnSecret, isPassword, isRandom, looksChosen, mayHoldSecret, namesSecret, shapeOf } from '../secretShapes';

type Text = ts.StringLiteral | ts.NoSubstitutionTemplateLiteral | ts.TemplateExpression;

/** Literal credentials: by the shape that a provider gives them, by the name they are kept under, by what they are given to. */
export function recogniseSecrets(analysis: FileAnalysis): Fact[] {
  const facts: SecretLiteral[] = [];
  const asksHelper = mayAskHelper.test(analysis.text);
  if (
    !mayHoldSecret(analysis.text) &&
    !mayFallBack.test(analysis.text) &&
    !asksHelper &&
    !analysis.sites.some((site) => site.role?.secrets ?? site.role?.passwords)
  )
    return facts;
  const seen = new Set<ts.Node>();
  const add = (
    node: Text,
    provider: string,
    certainty: SecretLiteral['certainty'],
    name: string | undefined,
    more: Partial<SecretLiteral> = {},
  ): void => {
    if (seen.has(node)) return;
    seen.add(node);
    facts.push({
      ...analysis.base(node),
      kind: 'secret',
      provider,
      masked: mask(node),
      certainty,
      ...(name !== undefined ? { name } : {}),
      sandbox: false,
      ...(isOfPageAlone(analysis) && !isOneOff(analysis) ? { inPage: true as const } : {}),
      ...more,
    });
  };
  const addFallback = (node: Text, entry: string, more: Partial<SecretLiteral> = {}): void => {
    if (isForTrials(entry)) return;
    const text = textOf(node);
    add(node, 'secret', 'fallback', entry, {
      ...(isOwnSecret(entry) ? { own: true } : {}),
      ...(looksChosen(text) && isRandom(text) ? { random: true } : {}),
      ...(isKeptOut(node, entry, analysis.source) ? { keptOut: true } : {}),
      ...more,
    });
  };
  for (const node of analysis.outline.strings) {
    if (isSyntax(node)) continue;
    const text = textOf(node);
    const shape = shapeOf(text);
    if (shape)
      add(node, shape.provider, 'shape', nameOf(analysis, node), { sandbox: shape.sandbox, ...(shape.inert ? { inert: true } : {}) });
  }
  for (const site of analysis.sitesWith('secrets')) {
    for (const which of site.role?.secrets ?? []) {
      for (const argument of given(analysis, site.node.arguments ?? [], which)) {
        const value = settled(analysis, argument);
        if (isFallback(value)) {
          const literal = bare(value.right);
          if (isText(literal) && literal.text !== '')
            addFallback(literal, entryOf(value.left.getText()) ?? 'secret', { own: true, used: site.callee ?? '' });
        } else if (isText(value) && value.text !== '')
          add(value, 'secret', 'name', nameOf(analysis, value) ?? (typeof which === 'string' ? which.slice('option:'.length) : undefined), {
            used: site.callee ?? '',
          });
      }
    }
  }
  for (const site of analysis.sitesWith('passwords')) {
    for (const option of site.role?.passwords ?? []) {
      for (const argument of given(analysis, site.node.arguments ?? [], `option:${option}`)) {
        const value = settled(analysis, argument);
        if (isText(value) && isPassword(value.text)) add(value, 'secret', 'name', lastWord(option), { random: true });
      }
    }
  }
  for (const node of analysis.outline.strings) {
    if (!isText(node) || seen.has(node) || node.text === '' || isSyntax(node)) continue;
    const entry = fallbackFor(node) ?? (asksHelper ? helpedEntry(analysis, node) : undefined);
    if (node.text.length < 8 && entry === undefined) continue;
    // `const jwtSecret = config.get('jwt') ?? 'x'`
    const kept = entry !== undefined && !namesSecret(entry) ? nameOf(analysis, whole(node).parent) : undefined;
    const name = kept ?? entry ?? nameOf(analysis, node);
    if (name === undefined || !namesSecret(name) || isPublicObject(node) || isExample(node)) continue;
    const value = node.text.replace(/^(Bearer|Basic|Token)\s+/, '');
    if (entry !== undefined) addFallback(node, entry, kept !== undefined && isOwnSecret(kept) ? { own: true } : {});
    else if (looksChosen(value)) add(node, 'secret', 'name', name, { random: isRandom(value) });
  }
  return facts;
}

function isText(node: ts.Node): node is ts.StringLiteral | ts.NoSubstitutionTemplateLiteral {
  return ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node);
}

/** Text of a literal; holes of a template become `${}`. */
function textOf(node: Text): string {
  return ts.isTemplateExpression(node) ? node.head.text + node.templateSpans.map((span) => '${}' + span.literal.text).join('') : node.text;
}

/** Enough for people to recognise it, and no more. */
function mask(node: Text): string {
  const text = textOf(node);
  return `${text.slice(0, 4)}… (${text.length} characters)`;
}

/** Places where a text names something: modules, keys, types, cases. */
function isSyntax(node: Text): boolean {
  const { parent } = node;
  return (
    ts.isImportDeclaration(parent) ||
    ts.isExportDeclaration(parent) ||
    ts.isLiteralTypeNode(parent) ||
    ts.isExternalModuleReference(parent) ||
    ts.isElementAccessExpression(parent) ||
    ts.isCaseClause(parent) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    isComparison(parent) ||
    isTest(parent)
  );
}

function isComparison(node: ts.Node): boolean {
  return (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind >= ts.SyntaxKind.LessThanToken &&
    node.operatorToken.kind <= ts.SyntaxKind.ExclamationEqualsEqualsToken
  );
}

/** `key.startsWith('sk_live_…')`, `text.replace('…', …)`. */
function isTest(node: ts.Node): boolean {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    /^(startsWith|endsWith|includes|indexOf|replace|replaceAll|split|match|test)$/.test(node.expression.name.text)
  );
}

/** Name of the variable, property, parameter or environment entry that a literal is the value of. */
function nameOf(analysis: FileAnalysis, node: ts.Node): string | undefined {
  let child = node;
  for (let parent = node.parent; parent; child = parent, parent = parent.parent) {
    if (ts.isBinaryExpression(parent)) {
      const operator = parent.operatorToken.kind;
      if (operator === ts.SyntaxKind.EqualsToken && parent.right === child) return lastWord(parent.left.getText(analysis.source));
      if ((operator === ts.SyntaxKind.BarBarToken || operator === ts.SyntaxKind.QuestionQuestionToken) && parent.right === child) {
        const entry = entryOf(parent.left.getText(analysis.source));
        if (entry !== undefined) return entry;
        continue;
      }
      return undefined;
    }
    if (
      (ts.isVariableDeclaration(parent) ||
        ts.isPropertyDeclaration(parent) ||
        ts.isPropertyAssignment(parent) ||
        ts.isParameter(parent) ||
        ts.isBindingElement(parent)) &&
      parent.initializer === child
    ) {
      return lastWord(parent.name.getText(analysis.source));
    }
    if (ts.isConditionalExpression(parent) && parent.condition === child) return undefined;
    if (!(
      ts.isParenthesizedExpression(parent) ||
      ts.isAsExpression(parent) ||
      ts.isSatisfiesExpression(parent) ||
      ts.isConditionalExpression(parent) ||
      ts.isNonNullExpression(parent)
    ))
      return undefined;
  }
  return undefined;
}

function lastWord(text: string): string | undefined {
  return /([\w$-]+)['"\]]*$/.exec(text)?.[1];
}

/** Configuration that browsers get anyway: the key of a Firebase application stands beside its domain. */
function isPublicObject(node: ts.Node): boolean {
  const object = node.parent?.parent;
  return (
    object !== undefined &&
    ts.isObjectLiteralExpression(object) &&
    ['authDomain', 'messagingSenderId', 'measurementId'].some((name) => propertyOf(object, name) !== undefined)
  );
}

/** What a description of something shows: `{ schema: { example: { accessToken: '…' } } }`. */
function isExample(node: ts.Node): boolean {
  for (let { parent } = node; parent && !ts.isStatement(parent); parent = parent.parent)
    if (ts.isPropertyAssignment(parent) && /^['"]?examples?['"]?$/.test(parent.name.getText())) return true;
  return false;
}

function given(analysis: FileAnalysis, args: readonly ts.Expression[], which: number | `option:${string}`, depth = 4): ts.Expression[] {
  if (typeof which === 'number') return args[which] ? [args[which]] : [];
  const option = which.slice('option:'.length);
  const dot = option.indexOf('.');
  if (dot !== -1) return given(analysis, given(analysis, args, `option:${option.slice(0, dot)}`), `option:${option.slice(dot + 1)}`);
  return args.flatMap((argument) => {
    const whole = settled(analysis, argument);
    // `Object.assign({ issuer }, { secret })`
    if (ts.isCallExpression(whole) && analysis.resolver.pathOf(whole.expression) === 'global#Object.assign')
      return given(analysis, [...whole.arguments], which, depth - 1);
    // `new Strategy(optionsOf('google'), …)`: what a function of the file gives.
    if (ts.isCallExpression(whole) && depth > 0) return given(analysis, resultsOf(analysis, whole), which, depth - 1);
    // `options.secretOrKey = …` on the lines above.
    const value = propertyOf(whole, option) ?? onlyAssigned(analysis, `${bare(argument).getText(analysis.source)}.${option}`);
    // `{ ...shared, issuer }`: of several the last counts.
    if (!value && ts.isObjectLiteralExpression(whole) && depth > 0) {
      const spread = whole.properties.flatMap((property) => (ts.isSpreadAssignment(property) ? [property.expression] : []));
      return (
        spread
          .reverse()
          .map((each) => given(analysis, [each], which, depth - 1))
          .find((found) => found.length > 0) ?? []
      );
    }
    if (!value || ts.isMethodDeclaration(value)) return [];
    const inner = bare(value);
    return ts.isArrayLiteralExpression(inner) ? [...inner.elements] : [value];
  });
}

/** What a call of a function of this file may give. */
function resultsOf(analysis: FileAnalysis, call: ts.CallExpression): ts.Expression[] {
  const local = analysis.resolver.functionOf(call.expression)?.local;
  return local ? returnedBy(local.node, local.exits) : [];
}

/** What an expression stands for, also where it is a member that the file assigns once: `this.secret = …`. */
function settled(analysis: FileAnalysis, expression: ts.Expression): ts.Expression {
  const value = encodedIn(analysis.resolver.deref(expression), analysis);
  const assigned = ts.isPropertyAccessExpression(value) ? onlyAssigned(analysis, value.getText(analysis.source)) : undefined;
  return assigned ? analysis.resolver.deref(assigned) : value;
}

/** The text that a key is made of: `new TextEncoder().encode(secret)`, `Buffer.from(secret)`. */
function encodedIn(value: ts.Expression, analysis: FileAnalysis): ts.Expression {
  const call = bare(value);
  const callee = ts.isCallExpression(call) ? bare(call.expression) : undefined;
  if (!ts.isCallExpression(call) || !callee || !call.arguments[0] || !ts.isPropertyAccessExpression(callee)) return value;
  const of = callee.expression.getText(analysis.source);
  const isEncoding = callee.name.text === 'encode' ? /encoder/i.test(of) : callee.name.text === 'from' && of === 'Buffer';
  return isEncoding ? analysis.resolver.deref(call.arguments[0]) : value;
}

/** The value of the one assignment to a member, as it is written. */
function onlyAssigned(analysis: FileAnalysis, member: string): ts.Expression | undefined {
  const found = analysis.outline.memberAssignments.filter(({ left }) => left.getText(analysis.source) === member);
  return found.length === 1 ? found[0]!.right : undefined;
}
