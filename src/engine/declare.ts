import { ts } from 'ts-morph';
import { identifies } from '../facts/guardLevels';
import type { DeclaredKind, FunctionPlace, FunctionRef, HandlerRef, Route } from '../model/facts';
import type { Action, FileEdit, Finding, Fix, Span } from './api';
import { configFile } from './config';
import { withEntry } from './configText';
import { declaredText, difference, publicAction, symbolAction } from './declaration';
import { isNamed } from './declared';
import { fileNames, type IdiomHost } from './importPaths';

/** What is said of a function in each list. */
const nouns: Record<DeclaredKind, string> = {
  authentication: 'an authentication guard',
  validation: 'a validator',
  'rate-limit': 'a rate limiter',
  logging: 'a logger',
};
const kinds = Object.keys(nouns) as DeclaredKind[];

/** What a name suggests. It decides about the order of what is offered in a chain, and about what is offered elsewhere at all. */
const hints: Record<DeclaredKind, RegExp> = {
  authentication: /auth|guard|protect|session|login|signedin|user|admin|role|permission|token|jwt|access|member|owner|tenant|identity/i,
  validation: /valid|schema|sanitiz|sanitis|dto|parse/i,
  'rate-limit': /limit|throttl|quota|slow/i,
  logging: /log|audit|track|report/i,
};

/** A function that a team may speak of. */
interface Symbol {
  /** As the code at hand calls it. */
  name: string;
  ref?: FunctionRef;
  /** It runs before a handler: it may be anything. Elsewhere its name has to suggest it. */
  inChain: boolean;
}

const brokenConfiguration = `Mend ${configFile} first: it can't be read.`;

/** Declarations that make sense at a place: of the function in a guard's position, and that an open endpoint is meant to be open. */
export function declareActions(file: string, span: Span, findings: readonly Finding[], host: IdiomHost): Action[] {
  const actions = [...ofRoutes(file, span, findings, host), ...ofSymbols(file, span, host)];
  if (actions.length === 0 || isReadable(host)) return actions;
  return actions.map((action) => ({ ...action, disabled: brokenConfiguration }));
}

function isReadable(host: IdiomHost): boolean {
  try {
    withEntry(host.files.text(configFile), 'guards', {});
    return true;
  } catch {
    return false;
  }
}

function ofRoutes(file: string, span: Span, findings: readonly Finding[], host: IdiomHost): Action[] {
  const found = host.tree.routes(file).filter((route) => isOpen(route) && route.head.start <= span.end && span.start <= route.head.end);
  return found.slice(0, 3).map((route): Action => {
    const finding = findings.find((candidate) => candidate.dimension === 'security' && candidate.span.start === route.head.start);
    return {
      id: publicAction(route.method, route.path),
      title: `Declare ${route.method} ${route.path} public, because …`,
      kind: 'declare',
      asks: 'reason',
      isPreferred: false,
      ...(finding ? { finding: { fingerprint: finding.fingerprint, rule: finding.rule } } : {}),
    };
  });
}

function isOpen(route: Route): boolean {
  return (
    (route.entry === 'http' || route.entry === 'rpc' || route.entry === 'action') &&
    route.authentication.presence !== 'present' &&
    route.publicIntent === undefined
  );
}

function ofSymbols(file: string, span: Span, host: IdiomHost): Action[] {
  const symbol = inChain(file, span, host) ?? ownDeclaration(file, span, host) ?? calledInHandler(file, span, host);
  if (!symbol) return [];
  const last = symbol.name.split('.').pop()!;
  if (host.files.declaredGuard(symbol.ref, last) || host.files.declaredKind(symbol.ref, last)) return [];
  const summary = symbol.ref && host.model.summary(symbol.ref);
  // What is seen by itself need not be said.
  const seen = new Set(summary?.guards.filter(({ kind, level }) => kind !== 'authentication' || identifies(level)).map(({ kind }) => kind));
  if (seen.size > 0) return [];
  const hinted = kinds.filter((kind) => hints[kind].test(last));
  const rest = symbol.inChain ? kinds.filter((kind) => !hinted.includes(kind)) : [];
  const written = writtenName(symbol, last);
  return [...hinted, ...rest].map((kind): Action => ({
    id: symbolAction(kind, written),
    title: `Treat ${last} as ${nouns[kind]}`,
    kind: 'declare',
    isPreferred: false,
  }));
}

/** The shortest name that leaves no doubt about which function is meant. */
function writtenName({ ref }: Symbol, last: string): string {
  if (!ref) return last;
  return [`${ref.file}#${last}`, `${ref.file}#${ref.id}`].find((name) => isNamed({ name }, ref, last)) ?? last;
}

/** The middleware or wrapper at a place of a registration. */
function inChain(file: string, span: Span, host: IdiomHost): Symbol | undefined {
  const refs = chainRefs(file, host).filter((ref) => ref.span.start <= span.start && span.end <= ref.span.end);
  const ref = refs.sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0];
  const name = ref?.name.replace(/\(.*$/s, '').trim();
  if (!ref || name === undefined || !/^[\w$]+(\.[\w$]+)*$/.test(name) || ref.path?.endsWith('#schema')) return undefined;
  if (!ref.fn && ref.path !== undefined && (host.tables.call(ref.path) || host.tables.isDescribed(ref.path))) return undefined;
  return { name, inChain: true, ...(ref.fn ? { ref: ref.fn } : {}) };
}

/** Everything that a file puts before handlers, wrappers included. */
function chainRefs(file: string, host: IdiomHost): HandlerRef[] {
  return (host.model.peek(file)?.facts ?? []).flatMap((fact) => {
    if (fact.kind !== 'route' && fact.kind !== 'mount') return [];
    return [...fact.chain.flatMap(withWrapped), ...(fact.kind === 'route' && fact.handler ? withWrapped(fact.handler).slice(0, -1) : [])];
  });
}

/** A reference and what it is given; the innermost comes last. */
function withWrapped(ref: HandlerRef): HandlerRef[] {
  return [ref, ...(ref.wraps ?? []).flatMap(withWrapped)];
}

/** The declaration of a function that stands before handlers somewhere, or that handlers call under a telling name. */
function ownDeclaration(file: string, span: Span, host: IdiomHost): Symbol | undefined {
  const text = host.files.text(file) ?? '';
  const fn = host.model.peek(file)?.functions.find((place) => place.parent === undefined && isNameOf(text, span, place));
  if (!fn) return undefined;
  const ref = { file, id: fn.id };
  const symbol = { name: fn.name, ref };
  const isIt = (other: FunctionRef | undefined): boolean =>
    other?.file === file && (other.id === fn.id || other.id.startsWith(`${fn.id}.`));
  for (const facts of host.model.files())
    if (chainRefs(facts.file, host).some((used) => isIt(used.fn))) return { ...symbol, inChain: true };
  if (!kinds.some((kind) => hints[kind].test(fn.name))) return undefined;
  const isCalled = host.tree
    .all()
    .some(({ handler }) => handler && host.model.peek(handler.file)?.summary.functions[handler.id]?.callees.some(isIt));
  return isCalled ? { ...symbol, inChain: false } : undefined;
}

/** Is the word at a place the name that a function is declared under: `function door(`, `const door = (`? */
function isNameOf(text: string, { start, end }: Span, fn: FunctionPlace): boolean {
  let from = start;
  while (from > 0 && /[\w$]/.test(text[from - 1]!)) from--;
  const to = from + fn.name.length;
  if (end > to || text.slice(from, to) !== fn.name || /[\w$]/.test(text[to] ?? '')) return false;
  return from < fn.span.start
    ? /^\s*(:[^=;\n]*)?=\s*$/.test(text.slice(to, fn.span.start))
    : /^[a-z\s*]*$/.test(text.slice(fn.span.start, from));
}

/** What a handler calls under a telling name. */
function calledInHandler(file: string, span: Span, host: IdiomHost): Symbol | undefined {
  const facts = host.model.peek(file);
  const handlers = host.tree.handledIn(file).flatMap(({ handler }) => facts?.functions.find(({ id }) => id === handler?.id) ?? []);
  if (!handlers.some((fn) => fn.span.start <= span.start && span.end <= fn.span.end)) return undefined;
  const tree = host.files.trees.get(file);
  const called = tree && calleeAt(tree, span);
  if (!called || !kinds.some((kind) => hints[kind].test(called.text))) return undefined;
  const own = facts?.functions.find(({ id }) => id === called.text);
  if (own) return { name: called.text, ref: { file, id: own.id }, inChain: false };
  const origin = fileNames(file, host).imports.get(called.text);
  if (!origin) return undefined;
  const target = host.files.resolve(file, origin.specifier);
  if ('package' in target) return host.tables.isDescribed(`${target.package}#`) ? undefined : { name: called.text, inChain: false };
  if ('unresolved' in target) return { name: called.text, inChain: false };
  const exported = host.model.exported.of(target.file, origin.name);
  return { name: called.text, inChain: false, ...(exported?.fn === undefined ? {} : { ref: { file: exported.file, id: exported.fn } }) };
}

/** The name of the function that a call at a place is of. */
function calleeAt(tree: ts.SourceFile, { start, end }: Span): ts.Identifier | undefined {
  let found: ts.Identifier | undefined;
  const visit = (node: ts.Node): void => {
    if (node.end < end || node.getStart(tree) > start) return;
    if (
      ts.isCallExpression(node) &&
      ts.isIdentifier(node.expression) &&
      node.expression.getStart(tree) <= start &&
      end <= node.expression.end
    )
      found = node.expression;
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/**
 * The edit of the project's configuration that a declaration stands for. Nothing when it needs a reason and has none, or
 * when the file can't be read.
 */
export function resolveDeclare(actionId: string, reason: string | undefined, host: IdiomHost): Fix | undefined {
  const before = host.files.text(configFile);
  try {
    const after = declaredText(actionId, before, reason);
    if (after === undefined) return undefined;
    const edit: FileEdit =
      before === undefined
        ? { file: configFile, create: true, edits: [{ start: 0, end: 0, newText: after }] }
        : { file: configFile, edits: [difference(before, after)] };
    return { id: actionId, kind: 'suggestion', title: 'Declare in the project configuration', edits: [edit] };
  } catch {
    return undefined;
  }
}
