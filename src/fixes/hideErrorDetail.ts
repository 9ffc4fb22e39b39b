import { ts } from 'ts-morph';
import type { ErrorLeak } from '../model/facts';
import type { FileEdit } from '../model/fix';
import type { FixProposal, FixSource } from '../model/rule';
import { bare } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import { Draft } from './edits';
import { removeProperty } from './expressions';
import { handlerAround } from './handlers';
import { statusText } from './idioms';
import { dropUnused } from './leftovers';
import { logLine, logsBelow } from './logLines';
import { allBelow, ancestor, declarationOf, isReference, nodeAt, referencesTo } from './nodes';
import { errorBody } from './replies';
import { blockBody, insertBefore, statementOf } from './statements';
import { quoted } from './style';

/** Puts a general text in the place of an error's own words, and logs the error where nothing does. */
export function hideErrorDetail(fact: ErrorLeak): FixProposal {
  return {
    id: 'hide-error-detail',
    kind: 'suggestion',
    title: 'Answer with a general message and log the error',
    build: (source) => build(fact, source),
  };
}

function build(fact: ErrorLeak, source: FixSource): FileEdit[] | undefined {
  const draft = new Draft(source);
  const reply = nodeAt(draft.tree, fact.span);
  const found = nodeAt(draft.tree, fact.expression);
  if (!ts.isExpression(found) && !ts.isShorthandPropertyAssignment(found)) return undefined;
  const place = placeOf(draft, fact, found, reply);
  if (!place) return undefined;
  const binding = ancestor(place.log ?? place.value, ts.isCatchClause)?.variableDeclaration?.name;
  const error = binding && ts.isIdentifier(binding) ? binding.text : errorIdentifier(draft, fact, found);
  const generic =
    fact.via === 'return' && fact.status === undefined
      ? 'Something went wrong'
      : statusText(fact.status && fact.status >= 400 ? fact.status : 500);
  if (!(place.override ? overrideProperty(draft, place, generic) : replaceLeak(draft, place.value, generic, fact))) return undefined;
  if (!place.override && !place.log) dropUnused(draft, found);
  if (error !== undefined) addLog(draft, place.log ?? place.value, error, fact);
  return draft.finish();
}

interface Place {
  /** What has to go. */
  value: ts.Node;
  /** Property of an object in a variable that is used elsewhere too. */
  override?: { variable: ts.Identifier; property: string };
  /** Where to log, if not before the answer. */
  log?: ts.Node;
}

/** Where to take the detail away: in the answer, or where the variable that is answered with gets it. */
function placeOf(draft: Draft, fact: ErrorLeak, found: ts.Node, reply: ts.Node): Place | undefined {
  const leak = ts.isShorthandPropertyAssignment(found) ? found.name : found;
  const declaration = ts.isIdentifier(leak) ? declarationOf(leak.text, leak) : undefined;
  if (
    !ts.isIdentifier(leak) ||
    !declaration ||
    !ts.isVariableDeclaration(declaration) ||
    ts.isCatchClause(declaration.parent) ||
    !ts.isIdentifier(declaration.name)
  ) {
    return { value: valuePosition(found, reply) };
  }
  const initializer = declaration.initializer && bare(declaration.initializer);
  const clause = ancestor(leak, ts.isCatchClause);
  const failing =
    (fact.status !== undefined && fact.status >= 400) ||
    (clause !== undefined && clause.pos <= declaration.pos && declaration.end <= clause.end);
  if (initializer && ts.isObjectLiteralExpression(initializer)) {
    const binding = clause?.variableDeclaration?.name.getText(draft.tree);
    const inner = initializer.properties.find(
      (property) =>
        ts.isPropertyAssignment(property) &&
        allBelow(property.initializer, ts.isIdentifier).some((identifier) => isReference(identifier) && identifier.text === binding),
    );
    if (!inner || !ts.isPropertyAssignment(inner)) return undefined;
    const uses = referencesTo(leak.text, clause?.block ?? draft.tree);
    if (uses.length === 1) return { value: inner.initializer, log: leak };
    return { value: leak, override: { variable: leak, property: inner.name.getText(draft.tree) }, log: leak };
  }
  if (failing && !isObjectLike(initializer)) return { value: valuePosition(found, reply) };
  // A success that carries the trouble of an earlier step: the text is general where it is taken from the error.
  const assigned = assignmentInCatch(draft, leak.text, declaration);
  return assigned ? { value: assigned, log: assigned } : undefined;
}

function isObjectLike(node: ts.Expression | undefined): boolean {
  return (
    node !== undefined &&
    (ts.isObjectLiteralExpression(node) || ts.isArrayLiteralExpression(node) || ts.isNewExpression(node) || ts.isAwaitExpression(node))
  );
}

/** The value that a variable gets from a caught error, when that happens in one place. */
function assignmentInCatch(draft: Draft, name: string, declaration: ts.VariableDeclaration): ts.Expression | undefined {
  const scope = ancestor(declaration, isFunctionNode) ?? draft.tree;
  const values = allBelow(scope, ts.isBinaryExpression)
    .filter((node) => node.operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isIdentifier(node.left) && node.left.text === name)
    .filter((node) => {
      const binding = ancestor(node, ts.isCatchClause)?.variableDeclaration?.name.getText(draft.tree);
      return binding !== undefined && referencesTo(binding, node.right).length > 0;
    });
  return values.length === 1 ? values[0]!.right : undefined;
}

/** `{ ...data, error: 'Internal server error' }` in the place of `data`. */
function overrideProperty(draft: Draft, place: Place, generic: string): boolean {
  const { variable, property } = place.override!;
  draft.replaceNode(variable, `{ ...${variable.text}, ${property}: ${quoted(generic, draft.style)} }`);
  return true;
}

/** Outwards from the leaked expression to the whole value that is sent: through conditionals, fallbacks, texts and casts. */
function valuePosition(leak: ts.Node, reply: ts.Node): ts.Node {
  let node = ts.isIdentifier(leak) && ts.isShorthandPropertyAssignment(leak.parent) ? leak.parent : leak;
  for (let parent = node.parent; parent && parent !== reply; parent = node.parent) {
    const through =
      (ts.isConditionalExpression(parent) && parent.condition !== node) ||
      (ts.isConditionalExpression(parent) && !isEnvironmentTest(parent)) ||
      ts.isBinaryExpression(parent) ||
      ts.isParenthesizedExpression(parent) ||
      ts.isAsExpression(parent) ||
      ts.isNonNullExpression(parent) ||
      ts.isTemplateSpan(parent) ||
      ts.isTemplateExpression(parent) ||
      ts.isPropertyAccessExpression(parent) ||
      (ts.isCallExpression(parent) &&
        (parent.expression === node ||
          (/^(String|JSON\.stringify|util\.(inspect|format)|inspect)$/.test(parent.expression.getText()) && !isReplyBody(parent))));
    if (!through) break;
    node = parent;
  }
  return node;
}

function isEnvironmentTest(node: ts.ConditionalExpression): boolean {
  return /NODE_ENV|\bisDev|\bisProd|import\.meta\.env/.test(node.condition.getText());
}

/** `JSON.stringify({ … })` of a whole object is the body itself, not a text made of the error. */
function isReplyBody(call: ts.CallExpression): boolean {
  const argument = call.arguments[0];
  return argument !== undefined && ts.isObjectLiteralExpression(argument);
}

function replaceLeak(draft: Draft, value: ts.Node, generic: string, fact: ErrorLeak): boolean {
  const parent = value.parent;
  if (ts.isShorthandPropertyAssignment(value) || ts.isPropertyAssignment(parent)) {
    const property = ts.isShorthandPropertyAssignment(value) ? value : (parent as ts.PropertyAssignment);
    return replaceProperty(draft, property, value, generic, fact);
  }
  if (ts.isSpreadAssignment(parent) || ts.isSpreadElement(parent)) return false;
  const text = constantPart(value) ?? generic;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
    const callee = draft.textOf(parent.expression);
    const takesObject = /(^|\.)json$|JSON\.stringify$/.test(callee) || (/\.send$/.test(callee) && !isText(value, draft));
    draft.replaceNode(value, takesObject ? errorBody(draft, text) : quoted(text, draft.style));
    return true;
  }
  if (ts.isReturnStatement(parent) || ts.isArrowFunction(parent) || (ts.isBinaryExpression(parent) && parent.right === value)) {
    draft.replaceNode(value, isText(value, draft) ? quoted(text, draft.style) : errorBody(draft, text));
    return true;
  }
  if (ts.isConditionalExpression(parent)) {
    draft.replaceNode(value, quoted(text, draft.style));
    return true;
  }
  return false;
}

function replaceProperty(
  draft: Draft,
  property: ts.PropertyAssignment | ts.ShorthandPropertyAssignment,
  value: ts.Node,
  generic: string,
  fact: ErrorLeak,
): boolean {
  const object = property.parent;
  const name = property.name.getText(draft.tree);
  const text = constantPart(value);
  const telling = object.properties.some(
    (other) =>
      other !== property &&
      ts.isPropertyAssignment(other) &&
      /^(error|message|msg|title)$/.test(other.name.getText(draft.tree)) &&
      isConstant(other.initializer),
  );
  const extra = fact.what === 'stack' || /^(stack|details?|cause|debug|raw|hint|trace|info)$/i.test(name);
  if (text === undefined && object.properties.length > 1 && (extra || telling)) {
    removeProperty(draft, object, property);
    return true;
  }
  const content = quoted(text ?? generic, draft.style);
  if (ts.isShorthandPropertyAssignment(property)) draft.replaceNode(property, `${name}: ${content}`);
  else draft.replaceNode(property.initializer, content);
  // Frameworks that take a cause keep the error for the log.
  const owner = object.parent;
  if (
    fact.via === 'throw' &&
    ts.isNewExpression(owner) &&
    draft.textOf(owner.expression) === 'TRPCError' &&
    !object.properties.some((p) => p.name?.getText(draft.tree) === 'cause')
  ) {
    const error = allBelow(value, ts.isIdentifier).find(isReference);
    if (error) draft.insert(object.properties[object.properties.length - 1]!.end, `, cause: ${error.text}`);
  }
  return true;
}

function isConstant(node: ts.Expression): boolean {
  return ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node);
}

/** What is left of a text when the error is taken out of it: "Payment failed" of `Payment failed: ${err.message}`, or a fallback. */
function constantPart(node: ts.Node): string | undefined {
  let text: string | undefined;
  const fallback = ts.isConditionalExpression(node)
    ? [node.whenFalse, node.whenTrue]
    : ts.isBinaryExpression(node) && /^(\|\||\?\?)$/.test(node.operatorToken.getText())
      ? [node.right]
      : [];
  const given = fallback.map(bare).find(isConstant) as ts.StringLiteral | undefined;
  if (given) return /unknown|unexpected/i.test(given.text) || given.text.length < 8 ? undefined : given.text;
  if (ts.isIdentifier(node)) {
    const declaration = declarationOf(node.text, node);
    return declaration && ts.isVariableDeclaration(declaration) && declaration.initializer
      ? constantPart(bare(declaration.initializer))
      : undefined;
  }
  if (ts.isTemplateExpression(node)) text = node.head.text.trim() ? node.head.text : undefined;
  else if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    let left: ts.Expression = node;
    while (ts.isBinaryExpression(left)) left = left.left;
    if (isConstant(left)) text = (left as ts.StringLiteral).text;
  }
  const trimmed = text?.replace(/[\s:\-–—(["']+$/, '').trim();
  return trimmed && trimmed.length > 2 ? trimmed : undefined;
}

function isText(node: ts.Node, draft: Draft): boolean {
  if (ts.isTemplateExpression(node) || ts.isStringLiteralLike(node) || ts.isBinaryExpression(node)) return true;
  return /\.(message|stack|details?|hint|code|toString\(\))$|^String\(/.test(draft.textOf(node)) || ts.isConditionalExpression(node);
}

/** The variable that holds the error: the root of the leaked expression, or what was caught. */
function errorIdentifier(draft: Draft, fact: ErrorLeak, leak: ts.Node): string | undefined {
  const caught = nodeAt(draft.tree, fact.caughtAt);
  const clause = ancestor(caught, ts.isCatchClause);
  const binding = clause?.variableDeclaration?.name;
  if (binding && ts.isIdentifier(binding) && clause.pos <= leak.pos && leak.end <= clause.end) return binding.text;
  const root = ts.isIdentifier(leak)
    ? leak
    : allBelow(leak, ts.isIdentifier).find(
        (identifier) => isReference(identifier) && !/^(Error|String|JSON|Object|process|undefined)$/.test(identifier.text),
      );
  return root?.text;
}

function addLog(draft: Draft, value: ts.Node, error: string, fact: ErrorLeak): void {
  const clause = ancestor(value, ts.isCatchClause);
  const fn = ancestor(value.parent, isFunctionNode);
  const statement = statementOf(value);
  const block = clause && (!fn || clause.pos >= fn.pos) ? clause.block : statement && ancestor(statement.parent, ts.isBlock);
  if (fact.via === 'throw') return;
  const handler = handlerAround(value, draft.tree);
  if (fn && ts.isArrowFunction(fn) && !ts.isBlock(fn.body) && (!statement || statement.pos < fn.pos)) {
    // `.catch((err) => res.status(500).json({ error: err.message }))`
    blockBody(draft, fn, { before: logLine(draft, value, error, { handler }), returns: true });
    return;
  }
  if (!block || !statement || logsBelow(block, draft.tree)) return;
  insertBefore(draft, statement, logLine(draft, value, error, { handler }));
}
