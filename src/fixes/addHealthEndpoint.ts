import { ts } from 'ts-morph';
import type { CheckFix, ProjectView } from '../model/check';
import type { Route, RouteFact, ServerMade } from '../model/facts';
import type { HealthIdiom } from '../model/library';
import type { FixProposal, FixSource } from '../model/rule';
import { bare, whole } from '../syntax/nodes';
import { parse } from '../syntax/trees';
import { Draft, linked } from './edits';
import { expand } from './idioms';
import { isCall, nodeAt } from './nodes';
import { creation } from './scaffold';
import { insertAfter, insertBefore, statementOf } from './statements';
import { braced, lineEnd, quoted, render, styleOf, type Code, type FileStyle } from './style';

/** What an address is for that tells whether a server works, and how one is recognised. */
export interface HealthAddress {
  /** What settings of the project ask for already. */
  asked: string | undefined;
  isHealth(path: string): boolean;
}

/**
 * An endpoint that tells whether the server of a route works: behind the statement that makes it, on a router, or in a file of its
 * own, as the framework has it. None where that is not known. Whoever asks it must not have to log in.
 */
export function addHealthEndpoint(
  project: ProjectView,
  first: Route,
  server: ServerMade | undefined,
  { asked, isHealth }: HealthAddress,
): CheckFix[] {
  const idiom = project.idioms(first.framework)?.health;
  const path = asked ?? '/healthz';
  const fix =
    idiom &&
    (idiom.at === 'file'
      ? inFile(project, first, idiom, asked ?? idiom.path)
      : idiom.at === 'server'
        ? server && atServer(server, idiom, path)
        : onRouter(project, first, idiom, path, isHealth));
  if (!fix) return [];
  const isOpen = ({ method, path: address, authentication }: Route): boolean =>
    method === 'GET' && isHealth(address) && authentication.presence === 'absent';
  return [{ ...fix, holds: (after) => after.routes.some(isOpen) }];
}

type Written = Exclude<HealthIdiom, { at: 'file' }>;

function offer(path: string, build: FixProposal['build']): FixProposal {
  return { id: 'add-health-endpoint', kind: 'suggestion', title: `Add GET ${path}, which tells that the server works`, build };
}

/** Behind `const app = express();`, where nothing runs before it. */
function atServer(server: ServerMade, { code }: Written, path: string): FixProposal {
  return offer(path, (source) => {
    const draft = draftOf(source, server.file);
    const call = draft && nodeAt(draft.tree, server.span);
    if (!draft || !call || !isCall(call)) return undefined;
    const made = nameOf(call);
    if (!made) return undefined;
    const line = lineEnd(draft.text, made.statement.end);
    // One that stands by itself is left so.
    const parted = /^\s*$/.test(draft.text.slice(line)) || /^\r?\n[ \t]*\r?\n/.test(draft.text.slice(line));
    insertAfter(draft, made.statement, ['', ...filled(code, draft.textOf(made.name), path, draft.style), ...(parted ? [] : [''])]);
    return draft.finish();
  });
}

/** The name under which a server is known, and the statement that gives it. */
function nameOf(
  call: ts.CallExpression | ts.NewExpression,
): { name: ts.Identifier | ts.PropertyAccessExpression; statement: ts.Statement } | undefined {
  const value = whole(call);
  const { parent } = value;
  const statement = statementOf(value);
  if (!statement) return undefined;
  if (ts.isVariableDeclaration(parent))
    return ts.isVariableStatement(statement) && ts.isIdentifier(parent.name) ? { name: parent.name, statement } : undefined;
  if (!ts.isBinaryExpression(parent) || parent.parent !== statement || !ts.isExpressionStatement(statement)) return undefined;
  return ts.isIdentifier(parent.left) || ts.isPropertyAccessExpression(parent.left) ? { name: parent.left, statement } : undefined;
}

/** Before the first route of a router that has nobody log in, and no prefix that would make another address of it. */
function onRouter(
  project: ProjectView,
  first: Route,
  { code }: Written,
  path: string,
  isHealth: HealthAddress['isHealth'],
): FixProposal | undefined {
  const facts = project.facts('route');
  const candidates = project.routes.filter(
    ({ framework, authentication, guards }) =>
      framework === first.framework &&
      (authentication.presence === 'absent' ||
        (authentication.presence === 'present' &&
          guards.every(({ place }) => place === 'route' || place === 'handler' || place === 'wrapper'))),
  );
  const open = candidates.flatMap((route): { fact: RouteFact; prefix: string }[] => {
    const fact = facts.find(
      ({ file, span, methods }) => file === route.file && span.start === route.span.start && methods.includes(route.method),
    );
    return fact?.registrar === undefined || !route.path.endsWith(fact.path)
      ? []
      : [{ fact, prefix: route.path.slice(0, route.path.length - fact.path.length) }];
  });
  const fits = open
    .filter(({ prefix }) => isHealth(`${prefix}${path}`))
    .sort((a, b) => Number(b.fact.file === first.file) - Number(a.fact.file === first.file) || a.fact.order - b.fact.order)[0];
  const earliest =
    fits &&
    facts
      .filter(({ registrar, file }) => registrar === fits.fact.registrar && file === fits.fact.file)
      .sort((a, b) => a.span.start - b.span.start)[0];
  if (!earliest) return undefined;
  return offer(`${fits.prefix}${path}`, (source) => {
    const draft = draftOf(source, earliest.file);
    const call = draft && nodeAt(draft.tree, earliest.span);
    const statement = call && statementOf(call);
    const router = call && isCall(call) && routerOf(call.expression);
    if (!draft || !router || !statement || !ts.isExpressionStatement(statement)) return undefined;
    insertBefore(draft, statement, [...filled(code, draft.textOf(router), path, draft.style), '']);
    return draft.finish();
  });
}

/** `router` of `router.get`, if need be through other routes that are registered in one go. */
function routerOf(callee: ts.Expression): ts.Expression | undefined {
  let node = bare(callee);
  while (ts.isPropertyAccessExpression(node)) {
    const receiver = bare(node.expression);
    if (ts.isIdentifier(receiver) || (ts.isPropertyAccessExpression(receiver) && receiver.expression.kind === ts.SyntaxKind.ThisKeyword))
      return receiver;
    if (!ts.isCallExpression(receiver)) return undefined;
    node = bare(receiver.expression);
  }
  return undefined;
}

/** In a file of its own, written like those beside it. */
function inFile(
  project: ProjectView,
  first: Route,
  { below, file, code }: Exclude<HealthIdiom, Written>,
  path: string,
): FixProposal | undefined {
  const [dir = ''] = project.packages
    .map((each) => (each.dir === '' ? '' : `${each.dir}/`))
    .filter((each) => first.file.startsWith(each))
    .sort((a, b) => b.length - a.length);
  const others = [first.file, ...project.files].filter((each) => each.startsWith(dir) && below.test(each.slice(dir.length)));
  const [model] = others;
  if (model === undefined) return undefined;
  const [folder] = below.exec(model.slice(dir.length))!;
  const extension = others.some((each) => /\.[cm]?tsx?$/.test(each)) ? 'ts' : 'js';
  const created = `${dir}${folder}${path.slice(1)}/${file}.${extension}`;
  return {
    ...offer(path, (source) => {
      const text = source.read?.(model);
      if (text === undefined || source.read?.(created) !== undefined || project.files.includes(created)) return undefined;
      const style = styleOf(linked(parse(model, text)));
      return [creation(created, `${render(filled(code, '', path, style), style, '')}\n`.replaceAll('\n', style.newline))];
    }),
    kind: 'scaffold',
  };
}

function filled(code: Code, on: string, path: string, style: FileStyle): Code {
  const values = { on, path: quoted(path, style), body: braced(`status: ${quoted('ok', style)}`, style) };
  return code.map((line) => (typeof line === 'string' ? expand(line, values) : filled(line, on, path, style)));
}

/** A draft of the file that the edits are for, whichever the finding stands in. */
function draftOf(source: FixSource, file: string): Draft | undefined {
  if (file === source.file) return new Draft(source);
  const text = source.read?.(file);
  return text === undefined ? undefined : new Draft({ ...source, file, text, tree: parse(file, text) });
}
