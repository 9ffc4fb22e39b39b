import { ts } from 'ts-morph';
import { walk } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { Draft } from './edits';
import { headOf, routeLabel, type Handler } from './handlers';
import { expand } from './idioms';
import { importSymbol, moduleOf } from './imports';
import { allBelow, ancestor, declarationOf, outwards } from './nodes';
import { quoted, type Code } from './style';

const logMethods =
  /^(error|warn|info|log|debug|fatal|trace|critical|exception|captureException|captureError|captureMessage|recordException|reportError|notify)$/;
const logReceivers = /^(console|logger|log|this\.(logger|log)|.*\.(log|logger)|Sentry|.*logger|rollbar|Bugsnag|bugsnag|span)$/i;

/** Loggers that people name after what is special about them: `safeLog`, and no `catalog` or `dialog`. */
const ownLogger = /[a-z](?:Log|Logger)$/;

/** Does the code below write a log line or report an error? Nested functions do not count. */
export function logsBelow(node: ts.Node, tree: ts.SourceFile): boolean {
  let found = false;
  walk(node, (inner) => {
    if (found || ((ts.isArrowFunction(inner) || ts.isFunctionExpression(inner)) && inner !== node)) return false;
    if (ts.isCallExpression(inner)) {
      const callee = inner.expression;
      if (ts.isPropertyAccessExpression(callee)) found = logMethods.test(callee.name.text) && isLogger(callee.expression.getText(tree));
      else if (ts.isIdentifier(callee)) found = /^(log(Error|Exception)?|captureException|reportError|trackError)$/.test(callee.text);
    }
    return !found;
  });
  return found;
}

function isLogger(receiver: string): boolean {
  return logReceivers.test(receiver) || ownLogger.test(receiver);
}

/** Keeps what comes from the code readable and harmless inside a log message. */
function clean(label: string): string {
  return label
    .replace(/\s+/g, ' ')
    .replace(/\((\w+) as [\w.]+\)/g, '$1')
    .replace(/[`$'"\\]/g, '')
    .trim()
    .slice(0, 80);
}

/**
 * A statement that logs a caught error: with the framework's own request logger, the logger of the file or class, the
 * project's logger, or `console.error`. Adds the import that it needs. `error` is the name of the variable.
 */
export function logLine(draft: Draft, at: ts.Node, error: string, options: { handler?: Handler; what?: string; client?: boolean }): Code {
  const { handler } = options;
  const route = handler && (addressOf(draft, handler) ?? routeLabel(handler));
  const what = options.what ? clean(options.what) : route ? undefined : functionName(at, draft);
  const message = what ? `${what} failed` : route ? `${clean(route)} failed` : 'Unexpected error';
  const fields = [error === 'err' ? 'err' : `err: ${error}`];
  if (route) fields.push(`route: ${quoted(clean(route), draft.style)}`);
  const object = draft.style.spacedBraces ? `{ ${fields.join(', ')} }` : `{${fields.join(', ')}}`;
  const short = quoted(what ? message : route ? 'request failed' : message, draft.style);

  const isSilent = handler?.idiom.packages.some((name) => draft.source.idioms.silent?.includes(name));
  if (handler?.idiom.logger && handler.names.request && !isSilent) {
    return [
      `${expand(handler.idiom.logger, handler.names)}.error(${draft.style.spacedBraces ? `{ ${fields[0]} }` : `{${fields[0]}}`}, ${short});`,
    ];
  }
  const member = loggerMember(at, draft);
  if (member) return [`${member}.error(${quoted(message, draft.style)}, ${error} instanceof Error ? ${error}.stack : ${error});`];
  const own = fileLogger(draft);
  if (own?.style === 'error-last') return [`${own.name}.error(${quoted(message, draft.style)}, ${error});`];
  const logger = options.client ? undefined : draft.source.idioms.logger;
  const name = own?.name ?? (logger && (loggerInScope(at, draft) ?? importSymbol(draft, logger)));
  if (!name) return [`console.error(${quoted(message, draft.style)}, ${error});`];
  if ((own ?? logger)?.style === 'object-first') return [`${name}.error(${object}, ${short});`];
  // Loggers that take the message first print an error among the fields as an empty object.
  const stack = `${error} instanceof Error ? ${error}.stack : ${error}`;
  const rest = [`err: ${stack}`, ...fields.slice(1)].join(', ');
  return [`${name}.error(${short}, ${draft.style.spacedBraces ? `{ ${rest} }` : `{${rest}}`});`];
}

/** Where a handler is reached, below whatever its router is mounted at. */
function addressOf({ source, tree }: Draft, { registration }: Handler): string | undefined {
  const head = registration && source.addressOf && headOf(registration, tree);
  return head === undefined ? undefined : source.addressOf?.(head);
}

/** The name of the nearest function that has one. */
function functionName(at: ts.Node, draft: Draft): string | undefined {
  for (const node of outwards(at)) {
    if (!isFunctionNode(node)) continue;
    const name =
      node.name ??
      (ts.isVariableDeclaration(node.parent) || ts.isPropertyAssignment(node.parent) || ts.isPropertyDeclaration(node.parent)
        ? node.parent.name
        : undefined);
    if (name && ts.isIdentifier(name)) return clean(draft.textOf(name));
  }
  return undefined;
}

/** `this.logger` of the class around a node. */
function loggerMember(at: ts.Node, draft: Draft): string | undefined {
  const cls = ancestor(at, (node): node is ts.ClassLikeDeclaration => ts.isClassDeclaration(node) || ts.isClassExpression(node));
  const member = cls?.members.find(
    (m) => ts.isPropertyDeclaration(m) && /^(logger|log)$/.test(m.name.getText(draft.tree)) && /\bLogger\b/.test(m.getText(draft.tree)),
  );
  return member?.name ? `this.${member.name.getText(draft.tree)}` : undefined;
}

/** A logger that the file makes for itself: `const log = logger.child(…)`. */
function loggerInScope(at: ts.Node, draft: Draft): string | undefined {
  for (const name of ['logger', 'log']) {
    const declaration = declarationOf(name, at);
    if (
      declaration &&
      ts.isVariableDeclaration(declaration) &&
      /\b(child|createLogger|getLogger|pino|winston)\b/.test(declaration.getText(draft.tree))
    )
      return name;
  }
  return undefined;
}

/** How the file itself writes errors to a logger that it imports or declares at its top. */
function fileLogger(draft: Draft): { name: string; style: 'object-first' | 'message-first' | 'error-last' } | undefined {
  for (const call of allBelow(draft.tree, ts.isCallExpression)) {
    const callee = call.expression;
    if (
      !ts.isPropertyAccessExpression(callee) ||
      !/^(error|warn)$/.test(callee.name.text) ||
      !ts.isIdentifier(callee.expression) ||
      !(/^(logger|log)$/i.test(callee.expression.text) || ownLogger.test(callee.expression.text))
    )
      continue;
    const name = callee.expression.text;
    const declaration = declarationOf(name, draft.tree);
    if (moduleOf(name, draft.tree) === undefined && !declaration) continue;
    const [first, second] = call.arguments;
    if (!first || !second) continue;
    if (ts.isObjectLiteralExpression(first)) return { name, style: 'object-first' };
    if (ts.isStringLiteralLike(first) || ts.isTemplateExpression(first))
      return { name, style: ts.isObjectLiteralExpression(second) ? 'message-first' : 'error-last' };
  }
  return undefined;
}
