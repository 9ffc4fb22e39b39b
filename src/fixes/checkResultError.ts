import { ts } from 'ts-morph';
import type { ResultUse } from '../model/facts';
import type { FileEdit } from '../model/fix';
import { isLogTable } from '../model/lexicon';
import type { FixProposal, FixSource } from '../model/rule';
import { enclosingTry } from '../syntax/flow';
import { bare, whole } from '../syntax/nodes';
import { Draft } from './edits';
import { insertElement } from './expressions';
import { handlerAround, isDirectlyIn } from './handlers';
import { logLine } from './logLines';
import { allBelow, freeName, isCall, nodeAt, outwards, referencesTo } from './nodes';
import { errorReply, ifThen } from './replies';
import { insertAfter, statementOf } from './statements';
import type { Code } from './style';

/** Reads the error of a result-style call and acts on it: throws, or logs and answers where a handler has no `try` around it. */
export function checkResultError(fact: ResultUse): FixProposal {
  return { id: 'check-result-error', kind: 'suggestion', title: 'Check the error of this result', build: (source) => build(fact, source) };
}

const done = new Set<ResultUse['error']>(['checked', 'thrown', 'passed-on', 'unknown']);

function build(fact: ResultUse, source: FixSource): FileEdit[] | undefined {
  if (done.has(fact.error)) return undefined;
  const draft = new Draft(source);
  const found = nodeAt(draft.tree, fact.span);
  const inner =
    ts.isStatement(found) || ts.isVariableDeclaration(found)
      ? (allBelow(found, ts.isAwaitExpression, false)[0] ?? allBelow(found, isCall, false)[0])
      : found;
  if (!inner || !ts.isExpression(inner)) return undefined;
  const value = whole(inner);
  if (saysOtherwise(value, fact.errorName)) return undefined;
  const use = { draft, fact, value };
  const parent = value.parent;
  if (ts.isExpressionStatement(parent)) return ignored(use, parent);
  if (ts.isVariableDeclaration(parent)) return isBuilder(use) && ts.isIdentifier(parent.name) ? undefined : bound(use, parent.name, parent);
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isIdentifier(parent.left))
    return assigned(use, parent);
  const element = elementOfAll(value);
  if (element) return bound(use, element.name, element.declaration);
  return throwOnError(use);
}

/** The author gave the result a type of its own, and it has no error. */
function saysOtherwise(value: ts.Expression, errorName: string): boolean {
  const { parent } = value;
  const types = [
    ...allBelow(value, ts.isAsExpression, false).map(({ type }) => type),
    ...(ts.isVariableDeclaration(parent) && parent.type ? [parent.type] : []),
  ];
  return types.some((type) => ts.isTypeLiteralNode(type) && !type.members.some((member) => member.name?.getText() === errorName));
}

interface Use {
  draft: Draft;
  fact: ResultUse;
  /** The awaited call with everything that does not change its value. */
  value: ts.Expression;
}

/** `await client.from('orders').insert(row);` */
function ignored(use: Use, statement: ts.ExpressionStatement): FileEdit[] | undefined {
  const { draft, fact } = use;
  if (isZod(fact)) return undefined;
  const name = freeName(names(use), statement);
  const pattern = draft.style.spacedBraces ? `{ ${binding(fact, name)} }` : `{${binding(fact, name)}}`;
  const start = use.value.getStart(draft.tree);
  draft.insert(start, `const ${pattern} = ${ts.isAwaitExpression(use.value) ? '' : 'await '}`);
  return check(use, statement, name, name);
}

function binding(fact: ResultUse, name: string): string {
  return name === fact.errorName ? name : `${fact.errorName}: ${name}`;
}

/** `const { data } = await …` or `const result = await …`. */
function bound(use: Use, name: ts.BindingName, declaration: ts.VariableDeclaration): FileEdit[] | undefined {
  const { draft, fact } = use;
  const statement = statementOf(declaration);
  if (!statement || !ts.isVariableStatement(statement)) return undefined;
  if (ts.isIdentifier(name)) {
    if (isZod(fact)) return check(use, statement, `${name.text}.success`, name.text);
    return check(use, statement, `${name.text}.${fact.errorName}`, `${name.text}.${fact.errorName}`);
  }
  if (!ts.isObjectBindingPattern(name)) return undefined;
  const present = name.elements.find((element) => (element.propertyName ?? element.name).getText(draft.tree) === fact.errorName);
  if (present) return ts.isIdentifier(present.name) ? check(use, statement, present.name.text, present.name.text) : undefined;
  if (isZod(fact)) return undefined;
  const rest = name.elements.find((element) => element.dotDotDotToken);
  const local = freeName(names(use), statement);
  if (rest) draft.insert(rest.getStart(draft.tree), `${binding(fact, local)}, `);
  else if (name.elements.length === 0) draft.replaceNode(name, `{ ${binding(fact, local)} }`);
  else insertElement(draft, name.elements, name.elements.length, binding(fact, local), name.end - 1);
  return check(use, statement, local, local);
}

/** `result = await …` into a variable of its own. */
function assigned(use: Use, assignment: ts.BinaryExpression): FileEdit[] | undefined {
  const statement = statementOf(assignment);
  if (!statement || !ts.isExpressionStatement(statement) || isZod(use.fact)) return undefined;
  if (isBuilder(use)) return undefined;
  const name = (assignment.left as ts.Identifier).text;
  return check(use, statement, `${name}.${use.fact.errorName}`, `${name}.${use.fact.errorName}`);
}

/** Nothing waits for it: a query that is built further and asked later has no error yet. */
function isBuilder(use: Use): boolean {
  return !isZod(use.fact) && allBelow(use.value, ts.isAwaitExpression, false).length === 0;
}

/** One element of `const [{ data: a }, { data: b }] = await Promise.all([…])`. */
function elementOfAll(value: ts.Expression): { name: ts.BindingName; declaration: ts.VariableDeclaration } | undefined {
  const array = value.parent;
  const call = array?.parent;
  if (!ts.isArrayLiteralExpression(array) || !ts.isCallExpression(call) || !/^Promise\.all$/.test(call.expression.getText()))
    return undefined;
  const declaration = whole(call).parent;
  if (!ts.isVariableDeclaration(declaration) || !ts.isArrayBindingPattern(declaration.name)) return undefined;
  const element = declaration.name.elements[array.elements.indexOf(value)];
  return element && ts.isBindingElement(element) ? { name: element.name, declaration } : undefined;
}

/** Where the result is used on the spot, PostgREST builders can be told to throw. */
function throwOnError(use: Use): FileEdit[] | undefined {
  const { draft, value } = use;
  const call = bare(value);
  if (use.fact.library !== 'supabase' || !ts.isCallExpression(call)) return undefined;
  const text = draft.textOf(call);
  if (!/\.(from|rpc|schema)\(/.test(text) || /\.(auth|storage|functions|throwOnError)\b/.test(text)) return undefined;
  draft.insert(call.end, '.throwOnError()');
  return draft.finish();
}

function isZod(fact: ResultUse): boolean {
  return fact.library === 'zod' || fact.errorName === 'success';
}

/** Names to try for the error: its own, then one that says what failed. */
function names(use: Use): string[] {
  const { fact } = use;
  const subject =
    /\b(?:from|rpc|invoke)\(\s*['"`](\w+)['"`]/.exec(use.draft.textOf(use.value))?.[1] ?? /\.(\w+)$/.exec(fact.label)?.[1] ?? 'result';
  const action = /\.(insert|update|upsert|delete)\(/.exec(use.draft.textOf(use.value))?.[1];
  const camel = subject.replace(/[_-](\w)/g, (_, letter: string) => letter.toUpperCase());
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  const error = capital(fact.errorName);
  return [
    fact.errorName,
    ...(action ? [`${action}${error}`] : []),
    `${camel}${error}`,
    ...(action ? [`${camel}${capital(action)}${error}`] : []),
  ];
}

/** Inserts the test behind the statement that has the result. */
function check(use: Use, statement: ts.Statement, test: string, error: string): FileEdit[] | undefined {
  const { draft, fact } = use;
  const zod = isZod(fact);
  const condition = zod ? `!${test}` : withMissingRow(use, test, statement);
  const action = failure(use, zod ? `${error}.error` : error, statement);
  if (!action) return undefined;
  insertAfter(draft, statement, ifThen(condition, action));
  return draft.finish();
}

/** A row that is not there is no failure where the code goes on to look for it. */
function withMissingRow(use: Use, test: string, statement: ts.Statement): string {
  if (!/\.single\(\)/.test(use.draft.textOf(use.value))) return test;
  const data = allBelow(statement, ts.isBindingElement).find(
    (element) => (element.propertyName ?? element.name).getText() === 'data',
  )?.name;
  const name = data && ts.isIdentifier(data) ? data.text : undefined;
  if (!name) return test;
  const tested = referencesTo(name, statement.parent).some((reference) => toleratesAbsence(reference));
  return tested ? `${test} && ${test}.code !== ${use.draft.style.quote}PGRST116${use.draft.style.quote}` : test;
}

/** The code around a value goes on without it: `!row`, `row?.id`, `if (row)`, `row ?? …`, `row === null`. */
function toleratesAbsence(reference: ts.Identifier): boolean {
  const { parent } = reference;
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken;
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) return parent.questionDotToken !== undefined;
  if (ts.isIfStatement(parent) || ts.isConditionalExpression(parent))
    return (ts.isIfStatement(parent) ? parent.expression : parent.condition) === reference;
  if (!ts.isBinaryExpression(parent)) return false;
  if (/^(&&|\|\||\?\?)$/.test(parent.operatorToken.getText())) return parent.left === reference;
  return /^[!=]==?$/.test(parent.operatorToken.getText()) && /^(null|undefined)$/.test(parent.right.getText());
}

/** What to do with the failure, by where the code stands. */
function failure(use: Use, error: string, statement: ts.Statement): Code | undefined {
  const { draft, fact } = use;
  const handler = handlerAround(statement, draft.tree);
  // In a browser nobody catches what an effect or a click throws, and the rest of the page would wait for ever.
  if (fact.client && !enclosingTry(statement) && !isQueryFunction(statement))
    return logLine(draft, statement, error, { what: fact.label, client: true });
  // A line in a table of log lines is written beside the work: that it is missing undoes none of it.
  if (writesLogLine(use)) return logLine(draft, statement, error, { what: fact.label });
  if (!handler || !isDirectlyIn(handler, statement)) return [`throw ${error};`];
  if (isZod(fact)) return errorReply(draft, handler, 400);
  if (enclosingTry(statement) || handler.idiom.boundary === 'none') return [`throw ${error};`];
  const reply = errorReply(draft, handler, 500);
  if (!reply) return [`throw ${error};`];
  return [...logLine(draft, statement, error, { handler }), ...reply];
}

function writesLogLine({ draft, value }: Use): boolean {
  const target = /\.from\(\s*['"`](\w+)['"`]\s*\)\s*\.(insert|upsert)\(/.exec(draft.textOf(value));
  return target !== null && isLogTable(target[1]!);
}

/** `queryFn` and `mutationFn`: their library shows what they throw. */
function isQueryFunction(node: ts.Node): boolean {
  for (const current of outwards(node))
    if (ts.isPropertyAssignment(current) && /^(queryFn|mutationFn)$/.test(current.name.getText())) return true;
  return false;
}
