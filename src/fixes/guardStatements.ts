import { ts } from 'ts-morph';
import type { RefusalStyle } from '../model/facts';
import type { ProjectSymbol } from '../model/rule';
import type { Draft } from './edits';
import { guardTemplates } from './idioms';
import { isDirectlyIn, type Handler } from './handlers';
import { addImport, findImport, importedModules, importSymbol, moduleOf } from './imports';
import { allBelow, bindings, declarationOf, functionAround, referencesTo, unusedName } from './nodes';
import { errorReply, ifThen } from './replies';
import { insertBefore, statementOf } from './statements';
import { indentAt, quoted, type Code } from './style';

type Chosen = { guard: ProjectSymbol } | { template: number };

/** Writes a guard as the first statements of a handler. Returns false when it is there already or cannot be written. */
export function insertStatements(draft: Draft, handler: Handler, choice: Chosen): boolean {
  const body = handler.fn.body;
  if (!body || !ts.isBlock(body)) return false;
  if ('guard' in choice && callsGuard(draft, handler, choice.guard.name)) return false;
  if ('template' in choice && choice.template < 0)
    return handler.framework === 'supabase-edge' ? verifyToken(draft, handler, body) : askSupabase(draft, handler, body);
  const place = firstOwn(body);
  if (!place) return false;
  const code = 'guard' in choice ? guardCode(draft, handler, choice.guard, place) : templateCode(draft, handler, choice.template);
  if (!code || !makeAsync(draft, handler)) return false;
  insertBefore(draft, place, code);
  return true;
}

function callsGuard(draft: Draft, handler: Handler, name: string): boolean {
  return allBelow(handler.fn.body!, ts.isCallExpression, false).some((call) => draft.textOf(call.expression).split('.').pop() === name);
}

/** The statement before which a guard belongs: behind directives and the answer to preflight requests, inside a `try` around the rest. */
function firstOwn(body: ts.Block): ts.Statement | undefined {
  for (const [index, statement] of body.statements.entries()) {
    if (ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression)) continue;
    if (ts.isIfStatement(statement) && /method\s*===?\s*['"]OPTIONS['"]/.test(statement.expression.getText())) continue;
    if (ts.isTryStatement(statement) && index === body.statements.length - 1 && statement.tryBlock.statements.length > 0)
      return firstOwn(statement.tryBlock);
    return statement;
  }
  return undefined;
}

function makeAsync(draft: Draft, handler: Handler): boolean {
  const { fn } = handler;
  if (!ts.canHaveModifiers(fn)) return false;
  const modifiers = ts.getModifiers(fn) ?? [];
  if (modifiers.some((modifier) => modifier.kind === ts.SyntaxKind.AsyncKeyword)) return true;
  // A declared type that is no promise would no longer fit.
  if (fn.type && !/^Promise\b/.test(draft.textOf(fn.type))) return false;
  const keyword = ts.isFunctionDeclaration(fn)
    ? fn.getChildren(draft.tree).find((child) => child.kind === ts.SyntaxKind.FunctionKeyword)
    : fn;
  if (!keyword) return false;
  draft.insert(keyword.getStart(draft.tree), 'async ');
  return true;
}

/** The statements with which another handler of the file calls the guard, if they can be copied as they are. */
function siblingCode(draft: Draft, handler: Handler, name: string): Code | undefined {
  const own = handler.fn.parameters.map((parameter) => draft.textOf(parameter.name));
  for (const call of allBelow(draft.tree, ts.isCallExpression)) {
    if (draft.textOf(call.expression).split('.').pop() !== name) continue;
    const fn = functionAround(call);
    const statement = statementOf(call);
    if (!fn?.body || !ts.isBlock(fn.body) || fn === handler.fn || !statement || statement.parent !== fn.body) continue;
    const copied: ts.Statement[] = [statement];
    const next = fn.body.statements[fn.body.statements.indexOf(statement) + 1];
    if (ts.isVariableStatement(statement)) {
      if (!next || !ts.isIfStatement(next) || next.elseStatement) continue;
      copied.push(next);
    } else if (!ts.isExpressionStatement(statement)) continue;
    const foreign = fn.parameters.flatMap((parameter, index) =>
      own[index] === draft.textOf(parameter.name) ? [] : bindings(parameter.name).map((identifier) => identifier.text),
    );
    if (foreign.some((parameter) => copied.some((part) => referencesTo(parameter, part).length > 0))) continue;
    if (copied.some((part) => allBelow(part, ts.isTemplateLiteral).some((literal) => /\n/.test(draft.textOf(literal))))) continue;
    return copied.flatMap((part) => linesOf(draft, part));
  }
  return undefined;
}

/** A statement as lines that can be inserted at another indentation. */
function linesOf(draft: Draft, statement: ts.Statement): string[] {
  const indent = indentAt(draft.text, statement.getStart(draft.tree));
  const text = draft.textOf(statement);
  const lines = text.split(/\r?\n/).map((line, index) => (index > 0 && line.startsWith(indent) ? line.slice(indent.length) : line));
  const last = lines.length - 1;
  if (!/[;}]$/.test(lines[last]!)) lines[last] += ';';
  return lines;
}

function guardCode(draft: Draft, handler: Handler, guard: ProjectSymbol, place: ts.Statement): Code | undefined {
  const copied = siblingCode(draft, handler, guard.name);
  if (copied) return copied;
  for (const other of guard.needs ?? []) importSymbol(draft, other);
  const local = importSymbol(draft, guard);
  const call = callOf(guard, local, handler);
  if (!call) return undefined;
  const refuse = errorReply(draft, handler, guard.level === 'ROLE' ? 403 : 401);
  if (!refuse) return undefined;
  const result = unusedName([resultName(guard), 'caller', 'identity'], handler.fn, place);
  const statement = `const ${result} = await ${call};`;
  const style: RefusalStyle = guard.refusal ?? 'returns-empty';
  switch (style) {
    case 'throws':
      return [`await ${call};`];
    case 'returns-response':
      return [statement, ...ifThen(`${result} instanceof Response`, [`return ${result};`])];
    case 'returns-empty':
      return [statement, ...ifThen(/^(auth|getServerSession|getSession)$/.test(guard.name) ? `!${result}?.user` : `!${result}`, refuse)];
    case 'returns-false':
      return ifThen(`!(await ${call})`, refuse);
    default:
      // How a result object says no is only known from a sibling, and none could be copied.
      return undefined;
  }
}

/** The call as the siblings write it, with the handler's own name for the request. */
function callOf(guard: ProjectSymbol, local: string, handler: Handler): string | undefined {
  const written = guard.expression.replace(/^await\s+/, '');
  const expression = /\(/.test(written) ? local + written.slice(written.indexOf('(')) : `${local}()`;
  const takesRequest = /^\w+\((req|request|_req|_request)\b/.test(expression);
  if (!takesRequest) return expression;
  return handler.names.request ? expression.replace(/\((req|request|_req|_request)\b/, `(${handler.names.request}`) : undefined;
}

function resultName(guard: ProjectSymbol): string {
  if (guard.refusal === 'returns-response') return 'denied';
  if (/session|^auth$/i.test(guard.name)) return 'session';
  if (/admin/i.test(guard.name)) return 'admin';
  return /user|auth/i.test(guard.name) ? 'user' : 'caller';
}

function templateCode(draft: Draft, handler: Handler, index: number): Code | undefined {
  const template = guardTemplates[index];
  const refuse = errorReply(draft, handler, 401);
  if (!template?.statements || !refuse) return undefined;
  for (const wanted of template.imports) addImport(draft, wanted);
  return template.statements.flatMap((line) => {
    const condition = /^if \((.*)\) \{\{refuse\}\}$/.exec(line)?.[1];
    return condition ? ifThen(condition, refuse) : [line];
  });
}

/** For Next.js with Supabase: asks the auth server whose session the cookies hold, with the server client that the file knows. */
function askSupabase(draft: Draft, handler: Handler, body: ts.Block): boolean {
  const refuse = errorReply(draft, handler, 401);
  const first = firstOwn(body);
  if (!refuse || !first || /\.auth\.(getUser|getClaims)\(/.test(draft.textOf(body))) return false;
  const made = (first.parent as ts.Block).statements.find(
    (statement) =>
      ts.isVariableStatement(statement) &&
      /=\s*(await\s+)?(createClient|createServerClient|createRouteHandlerClient)\(/.test(draft.textOf(statement)),
  );
  const declared = made && ts.isVariableStatement(made) ? made.declarationList.declarations[0]?.name : undefined;
  const place = made ? (first.parent as ts.Block).statements[(first.parent as ts.Block).statements.indexOf(made) + 1] : first;
  const code: (string | Code)[] = [];
  let client = declared && ts.isIdentifier(declared) ? declared.text : undefined;
  if (!place) return false;
  if (!client) {
    if (!/supabase.*server|server.*supabase/i.test(moduleOf('createClient', draft.tree) ?? '')) return false;
    client = unusedName(['supabase', 'authClient', 'guardClient'], body, place);
    code.push(`const ${client} = await createClient();`);
  }
  const user = unusedName(['user', 'caller', 'authUser'], body, place);
  code.push(
    `const { data: { user${user === 'user' ? '' : `: ${user}`} } } = await ${client}.auth.getUser();`,
    ...ifThen(`!${user}`, refuse),
  );
  if (!makeAsync(draft, handler)) return false;
  insertBefore(draft, place, code);
  return true;
}

/** For Supabase edge functions: asks the auth server whose token it is. Uses the client and the header that are there. */
function verifyToken(draft: Draft, handler: Handler, body: ts.Block): boolean {
  const request = handler.names.request;
  const refuse = errorReply(draft, handler, 401);
  if (!refuse || /\.auth\.(getUser|getClaims)\(/.test(draft.textOf(body))) return false;
  const first = firstOwn(body);
  if (!first) return false;
  const block = first.parent as ts.Block;
  const header = variableWith(block, /headers\.get\(\s*['"`]authorization['"`]\s*\)/i, draft);
  const client = clientIn(block, handler, draft);
  const last = [header?.statement, client?.statement].filter((s): s is ts.Statement => s !== undefined).sort((a, b) => b.pos - a.pos)[0];
  let place: ts.Statement | undefined = last ? block.statements[block.statements.indexOf(last) + 1] : first;
  // A test that the header is there stays in front of the test that it is genuine.
  while (place && header && ts.isIfStatement(place) && new RegExp(`\\b${header.name}\\b`).test(draft.textOf(place.expression)))
    place = block.statements[block.statements.indexOf(place) + 1];
  if (!place || (!header && !request)) return false;
  const code: (string | Code)[] = [];
  let name = client?.name;
  if (!name) {
    const create = createClientOf(draft) ?? addImport(draft, { name: 'createClient', module: 'jsr:@supabase/supabase-js@2' });
    name = unusedName(['supabase', 'authClient', 'guardClient'], body, place);
    const env = (key: string): string => `Deno.env.get(${quoted(key, draft.style)})${draft.style.typescript ? '!' : ''}`;
    code.push(`const ${name} = ${create}(${env('SUPABASE_URL')}, ${env('SUPABASE_ANON_KEY')});`);
  }
  const token = unusedName(['token', 'accessToken', 'callerToken'], body, place);
  const from = header ? header.name : `${request}.headers.get(${quoted('Authorization', draft.style)})`;
  code.push(
    `const ${token} = ${header ? `${from}${header.checked ? '' : '?'}` : `${from}?`}.replace(/^Bearer /i, ${quoted('', draft.style)})${header?.checked ? '' : ` ?? ${quoted('', draft.style)}`};`,
  );
  const error = unusedName(['authError', 'userError', 'callerError'], body, place);
  const user = unusedName(['user', 'caller', 'authUser'], body, place);
  code.push(`const { data: { user${user === 'user' ? '' : `: ${user}`} }, error: ${error} } = await ${name}.auth.getUser(${token});`);
  code.push(...ifThen(`${error} || !${user}`, refuse));
  if (!makeAsync(draft, handler)) return false;
  insertBefore(draft, place, code);
  return true;
}

/** The name under which the file has `createClient` already, from whichever address that serves it. */
function createClientOf(draft: Draft): string | undefined {
  const module = importedModules(draft.tree).find((name) => /(?:^|[/:])@supabase\/supabase-js(?:@|\/|$)/.test(name));
  return module === undefined ? undefined : findImport(draft, { name: 'createClient', module });
}

function variableWith(
  block: ts.Block,
  pattern: RegExp,
  draft: Draft,
): { name: string; statement: ts.Statement; checked: boolean } | undefined {
  for (const [index, statement] of block.statements.entries()) {
    if (!ts.isVariableStatement(statement)) continue;
    const declaration = statement.declarationList.declarations.find(
      (d) =>
        ts.isIdentifier(d.name) &&
        d.initializer &&
        pattern.test(draft.textOf(d.initializer)) &&
        !/replace|split|slice|substring/.test(draft.textOf(d.initializer)),
    );
    if (!declaration) continue;
    const name = (declaration.name as ts.Identifier).text;
    const next = block.statements[index + 1];
    const checked = next !== undefined && ts.isIfStatement(next) && new RegExp(`!${name}\\b`).test(draft.textOf(next.expression));
    return { name, statement, checked };
  }
  return undefined;
}

/** A Supabase client that the handler can use: made in the same block before anything happens, or at the top of the file. */
function clientIn(block: ts.Block, handler: Handler, draft: Draft): { name: string; statement?: ts.Statement } | undefined {
  for (const call of allBelow(draft.tree, ts.isCallExpression)) {
    if (draft.textOf(call.expression) !== 'createClient' || !ts.isVariableDeclaration(call.parent) || !ts.isIdentifier(call.parent.name))
      continue;
    const statement = statementOf(call)!;
    const name = call.parent.name.text;
    if (statement.parent === draft.tree) return { name };
    if (statement.parent !== block || !isDirectlyIn(handler, statement)) continue;
    const before = block.statements.slice(0, block.statements.indexOf(statement));
    if (before.every((s) => allBelow(s, ts.isAwaitExpression, false).length === 0)) return { name, statement };
  }
  for (const name of ['supabase', 'supabaseAdmin', 'supabaseClient', 'adminClient']) {
    const imported = draft.tree.statements.some(
      (s) =>
        ts.isImportDeclaration(s) &&
        s.importClause?.namedBindings &&
        ts.isNamedImports(s.importClause.namedBindings) &&
        s.importClause.namedBindings.elements.some((e) => e.name.text === name),
    );
    if (imported && !declarationOf(name, block)) return { name };
  }
  return undefined;
}
