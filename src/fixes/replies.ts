import { ts } from 'ts-morph';
import { actionReply } from './actionReplies';
import type { Draft } from './edits';
import type { Handler } from './handlers';
import { expand, statusText } from './idioms';
import { addImport, findImport } from './imports';
import { allBelow, ancestor, isReference, outwards } from './nodes';
import { braced, quoted, type Code } from './style';

const messageKeys = ['error', 'message', 'msg', 'detail', 'reason'];

/** The shape in which a file tells its clients about errors: what stands around the text. */
interface ErrorShape {
  before: string;
  after: string;
}

/** The project's way of saying that something went wrong, read off the replies of the file; `{ error: … }` otherwise. */
export function errorBody(draft: Draft, message: string, more = ''): string {
  const shape = errorShape(draft);
  return braced(`${shape.before}${quoted(message, draft.style)}${shape.after}${more ? `, ${more}` : ''}`, draft.style);
}

function errorShape(draft: Draft): ErrorShape {
  const votes = new Map<string, { count: number; shape: ErrorShape }>();
  for (const object of allBelow(draft.tree, ts.isObjectLiteralExpression)) {
    if (!isErrorReply(object, draft)) continue;
    const shape = shapeOf(object, draft);
    if (!shape) continue;
    const key = JSON.stringify(shape);
    const vote = votes.get(key) ?? { count: 0, shape };
    vote.count++;
    votes.set(key, vote);
  }
  return [...votes.values()].sort((a, b) => b.count - a.count)[0]?.shape ?? { before: 'error: ', after: '' };
}

/** What stands around the text of an error in an object that tells of one; undefined for other objects. */
export function shapeOf(object: ts.ObjectLiteralExpression, draft: Draft): ErrorShape | undefined {
  const flags: string[] = [];
  let key: string | undefined;
  let nested: ErrorShape | undefined;
  for (const property of object.properties) {
    const name = property.name && ts.isIdentifier(property.name) ? property.name.text : undefined;
    if (!name) continue;
    if (!key && messageKeys.includes(name) && (ts.isPropertyAssignment(property) || ts.isShorthandPropertyAssignment(property))) {
      if (ts.isPropertyAssignment(property) && ts.isObjectLiteralExpression(property.initializer)) {
        nested = shapeOf(property.initializer, draft);
        if (!nested) continue;
      } else if (
        ts.isPropertyAssignment(property) &&
        (property.initializer.kind === ts.SyntaxKind.TrueKeyword || property.initializer.kind === ts.SyntaxKind.FalseKeyword)
      ) {
        flags.push(draft.textOf(property));
        continue;
      }
      key = name;
    } else if (
      /^(success|ok|status)$/.test(name) &&
      ts.isPropertyAssignment(property) &&
      /^(false|['"](error|fail)['"])$/.test(draft.textOf(property.initializer))
    ) {
      flags.push(draft.textOf(property));
    }
  }
  if (!key) return undefined;
  const lead = flags.map((flag) => `${flag}, `).join('');
  if (!nested) return { before: `${lead}${key}: `, after: '' };
  const space = draft.style.spacedBraces ? ' ' : '';
  return { before: `${lead}${key}: {${space}${nested.before}`, after: `${nested.after}${space}}` };
}

/** The object is (part of) an answer with a 4xx or 5xx status. */
function isErrorReply(object: ts.ObjectLiteralExpression, draft: Draft): boolean {
  if (ts.isPropertyAssignment(object.parent)) return false;
  let depth = 0;
  for (const node of outwards(object.parent)) {
    if (ts.isStatement(node) || depth++ > 5) return false;
    if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && /\b[45]\d\d\b/.test(draft.textOf(node))) return true;
  }
  return false;
}

/** Is the handler declared to return nothing, so that `return res.json()` would not compile? */
function returnsNothing(handler: Handler, draft: Draft): boolean {
  return handler.fn.type !== undefined && /^(Promise<)?\s*void\s*>?$/.test(draft.textOf(handler.fn.type));
}

/**
 * Statements that answer a request with an error and leave the handler, in the way of its framework and file. Returns
 * undefined when the handler's parameters cannot be reached by name. `body` replaces the usual body.
 */
export function errorReply(
  draft: Draft,
  handler: Handler,
  status: number,
  options: { message?: string; body?: string } = {},
): Code | undefined {
  const message = options.message ?? statusText(status);
  const body = options.body ?? errorBody(draft, message);
  const helper = handler.framework === 'supabase-edge' || handler.framework === 'next' ? replyHelper(draft) : undefined;
  if (helper) return [`return ${helper}(${body}, ${status});`];
  const { idiom, names } = handler;
  if (idiom.parameters.includes('response') && !names.response) return undefined;
  if (handler.framework === 'koa' && !names.context) return undefined;
  if (handler.framework === 'hono' && !names.context) return undefined;
  if (handler.framework === 'nest') return nestReply(draft, status, message);
  if (handler.framework === 'next-action') return actionReply(draft, handler, message, body);
  if (handler.framework === 'trpc') addImport(draft, { name: 'TRPCError', module: '@trpc/server' });
  const lines = idiom.voidReply && returnsNothing(handler, draft) ? idiom.voidReply : idiom.reply;
  if (handler.framework === 'supabase-edge') return edgeReply(draft, status, body);
  return lines.map((line) =>
    spaced(
      expand(line, {
        ...names,
        body,
        status: String(status),
        message: quoted(message, draft.style),
        code: quoted(trpcCode(status), draft.style),
        Response: responseName(draft),
      }),
      draft,
    ),
  );
}

/** A reply with the headers of the file's other replies, on several lines where one would be long. */
function edgeReply(draft: Draft, status: number, body: string): Code {
  const json = /\bResponse\.json\(/.test(draft.text);
  const headers = responseHeaders(draft, json);
  const options = [`status: ${status}`, ...(headers ? [`headers: ${headers}`] : [])];
  const open = json ? `return Response.json(${body}, ` : `return new Response(JSON.stringify(${body}), `;
  const line = `${open}${braced(options.join(', '), draft.style)});`;
  if (line.length <= 100) return [line];
  return [
    `${open}{`,
    options.map((option, index) => (index < options.length - 1 || draft.style.trailingComma ? `${option},` : option)),
    '});',
  ];
}

function spaced(line: string, draft: Draft): string {
  return draft.style.spacedBraces ? line : line.replace(/, \{ status: (\d+)(.*) \}\)/, ', {status: $1$2})');
}

function nestReply(draft: Draft, status: number, message: string): Code {
  const classes: Record<number, string> = {
    400: 'BadRequestException',
    401: 'UnauthorizedException',
    403: 'ForbiddenException',
    404: 'NotFoundException',
    500: 'InternalServerErrorException',
  };
  const cls = classes[status];
  const name = addImport(draft, { name: cls ?? 'HttpException', module: '@nestjs/common' });
  return [`throw new ${name}(${quoted(message, draft.style)}${cls ? '' : `, ${status}`});`];
}

function trpcCode(status: number): string {
  const codes: Record<number, string> = { 400: 'BAD_REQUEST', 401: 'UNAUTHORIZED', 403: 'FORBIDDEN', 404: 'NOT_FOUND', 409: 'CONFLICT' };
  return codes[status] ?? 'INTERNAL_SERVER_ERROR';
}

/** `NextResponse` where the file has it, the standard `Response` otherwise. */
function responseName(draft: Draft): string {
  return findImport(draft, { name: 'NextResponse', module: 'next/server' }) ?? 'Response';
}

/** The headers that the file's own replies carry; at least its CORS headers, so that a browser can read the answer. */
function responseHeaders(draft: Draft, json: boolean): string | undefined {
  const votes = new Map<string, number>();
  for (const object of allBelow(draft.tree, ts.isObjectLiteralExpression)) {
    const call = object.parent;
    if (!ts.isNewExpression(call) && !ts.isCallExpression(call)) continue;
    if (!/^(Response|NextResponse)(\.json)?$/.test(draft.textOf(call.expression)) || call.arguments?.[1] !== object) continue;
    const property = object.properties.find((p) => p.name && ts.isIdentifier(p.name) && p.name.text === 'headers');
    if (!property) continue;
    const value = ts.isPropertyAssignment(property)
      ? property.initializer
      : ts.isShorthandPropertyAssignment(property)
        ? property.name
        : undefined;
    if (!value || !isModuleLevel(value, draft)) continue;
    const text = draft.textOf(value).replace(/\s+/g, ' ').replace(/, \}$/, ' }');
    votes.set(text, (votes.get(text) ?? 0) + (/content-type/i.test(text) ? 100 : 0) + 1);
  }
  const best = [...votes].sort((a, b) => b[1] - a[1])[0]?.[0];
  const type = `${quoted('Content-Type', draft.style)}: ${quoted('application/json', draft.style)}`;
  if (best && (json || !/^\w+$/.test(best))) return best;
  const cors = best ?? corsConstant(draft);
  if (!cors) return json ? undefined : braced(type, draft.style);
  return json ? cors : braced(`...${cors}, ${type}`, draft.style);
}

/** Every name in the expression means something that the whole file can see. */
function isModuleLevel(node: ts.Node, draft: Draft): boolean {
  const top = topNames(draft.tree);
  return allBelow(node, ts.isIdentifier).every((identifier) => !isReference(identifier) || top.has(identifier.text));
}

function topNames(tree: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  for (const statement of tree.statements) {
    if (ts.isVariableStatement(statement))
      for (const d of statement.declarationList.declarations) if (ts.isIdentifier(d.name)) names.add(d.name.text);
    if (ts.isFunctionDeclaration(statement) && statement.name) names.add(statement.name.text);
    if (!ts.isImportDeclaration(statement) || !statement.importClause) continue;
    if (statement.importClause.name) names.add(statement.importClause.name.text);
    const named = statement.importClause.namedBindings;
    if (named && ts.isNamedImports(named)) for (const element of named.elements) names.add(element.name.text);
  }
  return names;
}

function corsConstant(draft: Draft): string | undefined {
  return [...topNames(draft.tree)].find((name) => /^cors_?headers$/i.test(name));
}

/** A function of the file that makes JSON replies out of a body and a status: `json(body, 400)`. */
function replyHelper(draft: Draft): string | undefined {
  for (const make of allBelow(draft.tree, ts.isNewExpression)) {
    if (draft.textOf(make.expression) !== 'Response') continue;
    const fn = ancestor(
      make,
      (node): node is ts.FunctionDeclaration | ts.ArrowFunction => ts.isFunctionDeclaration(node) || ts.isArrowFunction(node),
    );
    const [body, status] = fn?.parameters ?? [];
    if (!fn || !body || !status || !ts.isIdentifier(body.name) || !ts.isIdentifier(status.name)) continue;
    if (!new RegExp(`^JSON\\.stringify\\(\\s*${body.name.text}\\b`).test(make.arguments?.[0] ? draft.textOf(make.arguments[0]) : ''))
      continue;
    if (!new RegExp(`\\b${status.name.text}\\b`).test(make.arguments?.[1] ? draft.textOf(make.arguments[1]) : '')) continue;
    const name = ts.isFunctionDeclaration(fn)
      ? fn.name?.text
      : ts.isVariableDeclaration(fn.parent) && ts.isIdentifier(fn.parent.name)
        ? fn.parent.name.text
        : undefined;
    if (name && topNames(draft.tree).has(name)) return name;
  }
  return undefined;
}

/** `if (condition) reply` on one line where it is short, with braces otherwise. */
export function ifThen(condition: string, statements: Code): Code {
  const only = statements[0];
  if (statements.length === 1 && typeof only === 'string' && condition.length + only.length <= 104) return [`if (${condition}) ${only}`];
  return [`if (${condition}) {`, statements, '}'];
}
