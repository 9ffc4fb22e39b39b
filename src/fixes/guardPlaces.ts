import { ts } from 'ts-morph';
import type { ProjectSymbol } from '../model/rule';
import { constantString } from '../syntax/nodes';
import { isFunctionNode, type FunctionNode } from '../syntax/outline';
import type { Draft } from './edits';
import { addObjectProperty, findProperty, insertArgument, insertElement } from './expressions';
import type { Handler } from './handlers';
import { addImport, importSymbol, swapImport } from './imports';
import { allBelow } from './nodes';
import { indentAt } from './style';

/** Arguments that only prepare the request, which a guard may rely on. */
const preparation =
  /\b(session|cookie|json|urlencoded|raw|text|cors|initialize|helmet|logger|morgan|pinoHttp|requestId|compression|parser)\b/i;

/** Names of middleware that finds out who is calling. */
const identifying = /auth|user|session|token|jwt|login|passport|protect|identify/i;

/** Inserts guards as arguments: behind the path and what prepares the request, before everything else. */
export function attachArgument(draft: Draft, call: ts.CallExpression, expressions: readonly string[]): boolean {
  const list = call.arguments;
  const missing = expressions.filter((expression) => !list.some((argument) => mentionsGuard(argument, expression, draft)));
  let index =
    constantString(list[0]) !== undefined ||
    (list[0] && ts.isTemplateExpression(list[0])) ||
    (list.length > 1 && list[0]!.kind === ts.SyntaxKind.RegularExpressionLiteral)
      ? 1
      : 0;
  while (index < list.length - 1 && !isFunctionNode(list[index]!) && preparation.test(draft.textOf(list[index]!))) index++;
  // What finds out who is calling stands in front of what asks for a role.
  if (missing.some((expression) => /admin|role|permission/i.test(expression))) {
    while (
      index < list.length - 1 &&
      !isFunctionNode(list[index]!) &&
      !ts.isArrayLiteralExpression(list[index]!) &&
      identifying.test(draft.textOf(list[index]!))
    )
      index++;
  }
  for (const [position, argument] of list.entries())
    if (expressions.some((expression) => mentionsGuard(argument, expression, draft))) index = Math.max(index, position + 1);
  const at = list[index];
  if (!at || missing.length === 0) return false;
  if (ts.isArrayLiteralExpression(at) && at.elements.length > 0) insertElement(draft, at.elements, 0, missing.join(', '), at.end - 1);
  else insertArgument(draft, call, index, missing.join(', '));
  return true;
}

/** What other registrations of the file put directly in front of a guard, which it may rely on: `use(requireAuth, requireAdmin)`. */
export function companions(draft: Draft, expression: string, target: ts.CallExpression): string[] {
  for (const call of allBelow(draft.tree, ts.isCallExpression)) {
    if (call === target || !ts.isPropertyAccessExpression(call.expression)) continue;
    const list = call.arguments.flatMap((argument) => (ts.isArrayLiteralExpression(argument) ? [...argument.elements] : [argument]));
    const index = list.findIndex((argument) => draft.textOf(argument) === expression);
    if (index < 0) continue;
    const before = list
      .slice(0, index)
      .filter(
        (argument) =>
          constantString(argument) === undefined &&
          (ts.isIdentifier(argument) || ts.isCallExpression(argument) || ts.isPropertyAccessExpression(argument)),
      );
    return before
      .map((argument) => draft.textOf(argument))
      .filter((text) => !preparation.test(text) && /auth|user|session|token|jwt|login|passport|protect|identify|tenant/i.test(text));
  }
  return [];
}

function mentionsGuard(node: ts.Node, expression: string, draft: Draft): boolean {
  if (isFunctionNode(node)) return false;
  const text = draft.textOf(node);
  return (
    text === expression ||
    (ts.isArrayLiteralExpression(node) && node.elements.some((element) => draft.textOf(element) === expression)) ||
    (ts.isCallExpression(node) && node.arguments.some((a) => mentionsGuard(a, expression, draft)))
  );
}

/** Adds a guard to the options of a route: `{ preHandler: [guard] }`, before guards that are there already. */
export function attachOption(draft: Draft, call: ts.CallExpression, option: string, expressions: readonly string[]): boolean {
  const expression = expressions.join(', ');
  const list = call.arguments;
  const single = list.length === 1 && ts.isObjectLiteralExpression(list[0]!) ? list[0] : undefined;
  const options = single ?? list[1];
  if (!options) return false;
  if (isFunctionNode(options) || (list.length === 2 && !ts.isObjectLiteralExpression(options))) {
    const text = `{ ${option}: [${expression}] }`;
    insertArgument(draft, call, 1, draft.style.spacedBraces ? text : text.replace(/^\{ | \}$/g, (brace) => brace.trim()));
    return true;
  }
  if (!ts.isObjectLiteralExpression(options)) return false;
  const present = findProperty(options, option);
  if (!present) {
    const guards = options.properties.filter(
      (property) => property.name && /^(onRequest|preParsing|preValidation|preHandler)$/.test(property.name.getText(draft.tree)),
    );
    if (guards.some((property) => draft.textOf(property).includes(expression))) return false;
    addObjectProperty(draft, options, option, `[${expression}]`);
    return true;
  }
  if (!ts.isPropertyAssignment(present) || draft.textOf(present).includes(expression)) return false;
  const value = present.initializer;
  if (ts.isArrayLiteralExpression(value)) insertElement(draft, value.elements, 0, expression, value.end - 1);
  else draft.replaceNode(value, `[${expression}, ${draft.textOf(value)}]`);
  return true;
}

/** Adds `@UseGuards(Guard)` to a method, or the guard to the decorator that is there. */
export function attachDecorator(draft: Draft, method: FunctionNode, expression: string): boolean {
  const decorators = ts.canHaveDecorators(method) ? (ts.getDecorators(method) ?? []) : [];
  const present = decorators.find((decorator) => /^@UseGuards\(/.test(draft.textOf(decorator)));
  if (present && ts.isCallExpression(present.expression)) {
    if (draft.textOf(present).includes(expression)) return false;
    insertElement(draft, present.expression.arguments, 0, expression, present.end - 1);
    return true;
  }
  const name = addImport(draft, { name: 'UseGuards', module: '@nestjs/common' });
  const first = decorators[0] ?? method;
  const start = first.getStart(draft.tree);
  draft.insert(start, `@${name}(${expression})\n${indentAt(draft.text, start)}`);
  return true;
}

/** Puts a guarded procedure in the place of the one that a tRPC procedure is built on. */
export function attachProcedure(draft: Draft, call: ts.CallExpression, guard: ProjectSymbol): boolean {
  let root: ts.Expression = call;
  while (ts.isCallExpression(root) || (ts.isPropertyAccessExpression(root) && !/^procedure$/i.test(root.name.text))) root = root.expression;
  const text = draft.textOf(root);
  if (text === guard.name || !/procedure/i.test(text)) return false;
  const module = 'package' in guard.from ? guard.from.package : draft.source.idioms.importPath(guard.from.file);
  const inFile = 'file' in guard.from && guard.from.file === draft.source.file;
  const known = allBelow(draft.tree, ts.isImportSpecifier).some((specifier) => specifier.name.text === guard.name);
  const swapped = !inFile && !known && ts.isIdentifier(root) && swapImport(draft, root.text, { name: guard.name, module });
  const name = swapped ? guard.name : importSymbol(draft, guard);
  draft.replaceNode(root, name);
  return true;
}

/** Wraps the exported handler of a file route: `export const POST = withAuth(async (request) => …)`. */
export function wrapExport(draft: Draft, handler: Handler, expression: string): boolean {
  const { fn } = handler;
  const wrapper = expression.replace(/\(\)$/, '');
  if (ts.isFunctionDeclaration(fn)) {
    if (!fn.name || fn.parent !== draft.tree) return false;
    const modifiers = ts.getModifiers(fn) ?? [];
    const isAsync = modifiers.some((modifier) => modifier.kind === ts.SyntaxKind.AsyncKeyword);
    const isDefault = modifiers.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword);
    if (isDefault || !modifiers.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)) return false;
    draft.replace(
      fn.getStart(draft.tree),
      fn.name.getStart(draft.tree),
      `export const ${fn.name.text} = ${wrapper}(${isAsync ? 'async ' : ''}function `,
    );
    draft.insert(fn.end, draft.style.semicolons ? ');' : ')');
    return true;
  }
  if (!ts.isVariableDeclaration(fn.parent)) return false;
  draft.insert(fn.getStart(draft.tree), `${wrapper}(`);
  draft.insert(fn.end, ')');
  return true;
}
