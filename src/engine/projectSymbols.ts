import { ts } from 'ts-morph';
import type { AccessPath, ExportFact, FileFacts, FunctionRef, HandlerRef } from '../model/facts';
import type { ProjectIdioms, ProjectSymbol } from '../model/rule';
import { nameOf } from '../project/paths';
import { logsBelow } from '../fixes/logLines';
import { walk } from '../syntax/nodes';
import { outlineOf } from '../syntax/outline';
import { isImportable, type IdiomHost } from './importPaths';

type Logger = NonNullable<ProjectIdioms['logger']>;

/** Makers of loggers, by package, and how their methods are called. */
const loggerPackages: Readonly<Record<string, Logger['style']>> = {
  pino: 'object-first',
  bunyan: 'object-first',
  roarr: 'object-first',
  winston: 'message-first',
  consola: 'message-first',
  tslog: 'message-first',
  log4js: 'message-first',
  loglevel: 'message-first',
  signale: 'message-first',
  loggers: 'message-first',
  'electron-log': 'message-first',
};
/** Packages that export a logger as it is. */
const readyLoggers: Readonly<Record<string, { name: string; isDefault: boolean }>> = {
  consola: { name: 'consola', isDefault: false },
  loglevel: { name: 'log', isDefault: true },
  'electron-log': { name: 'log', isDefault: true },
};
/** Users of a logger that are looked into to see how they call it. */
const mostRead = 40;

/** The logger that files of the project import most. */
export function loggerOf(file: string, host: IdiomHost): Logger | undefined {
  const candidates: (Logger & { known: boolean })[] = [];
  for (const facts of host.model.files()) {
    for (const [name, exported] of Object.entries(facts.summary.exports)) {
      if (name.includes('.')) continue;
      const maker = makerOf(exported);
      if (!maker && !isOwnLogger(name, exported, facts, host)) continue;
      const local = name === 'default' ? (/log/i.test(exported.object ?? '') ? exported.object! : 'logger') : name;
      candidates.push({
        name: local,
        from: { file: facts.file },
        isDefault: name === 'default',
        expression: local,
        uses: 0,
        style: maker && loggerPackages[maker] === 'object-first' ? 'object-first' : 'message-first',
        known: maker !== undefined,
      });
    }
  }
  for (const candidate of candidates) candidate.uses = 'file' in candidate.from ? usersOf(candidate.from.file, host).length : 0;
  // The same logger under its name and as the default: its users say which one they mean, and a name is the safer guess.
  const [best] = candidates
    .filter((candidate) => importableFrom(file, candidate, host))
    .sort(
      (a, b) => b.uses - a.uses || Number(b.known) - Number(a.known) || Number(a.isDefault) - Number(b.isDefault) || depth(a) - depth(b),
    );
  if (!best) return readyLogger(file, host);
  const { known, ...logger } = best;
  return known ? logger : { ...logger, style: styleOfUses(logger, host) };
}

function depth(symbol: ProjectSymbol): number {
  return 'file' in symbol.from ? symbol.from.file.split('/').length : 0;
}

/** The package that made the value of an export. */
function makerOf(exported: ExportFact): string | undefined {
  const found = exported.path === undefined ? null : /^([^#]+)#(?:.*\(\)|logger|redacting|masking|serialising)$/.exec(exported.path);
  return found && found[1]! in loggerPackages ? found[1]! : undefined;
}

/** An object or instance of the project's own that can log errors. */
function isOwnLogger(name: string, exported: ExportFact, facts: FileFacts, host: IdiomHost): boolean {
  const saysSo =
    /^(app|server|api|root)?(logger|log)$/i.test(name) ||
    (name === 'default' && /^(app|server)?-?(logger|log)\.[cm]?[jt]sx?$/i.test(nameOf(facts.file)));
  if (!saysSo || exported.fn !== undefined) return false;
  if (exported.object !== undefined) return facts.summary.exports[`${name}.error`] !== undefined;
  const made = /^file:(.*)#class ([^.()]+)\(\)$/.exec(exported.path ?? '');
  return made !== null && host.model.peek(made[1]!)?.summary.classes[made[2]!]?.methods['error'] !== undefined;
}

/** A logger that files import as it is from a package. */
function readyLogger(file: string, host: IdiomHost): Logger | undefined {
  const dependencies = host.files.context(file).dependencies ?? {};
  for (const [name, symbol] of Object.entries(readyLoggers)) {
    const users = dependencies[name] === undefined ? 0 : host.model.files().filter((facts) => facts.packages.includes(name)).length;
    if (users > 0) return { ...symbol, from: { package: name }, expression: symbol.name, uses: users, style: loggerPackages[name]! };
  }
  return undefined;
}

function styleOfUses(logger: ProjectSymbol, host: IdiomHost): Logger['style'] {
  if (!('file' in logger.from)) return 'message-first';
  const call = new RegExp(`\\b${logger.name}\\.(?:error|warn|info)\\(\\s*(?:(\\{)|['"\`])`, 'g');
  let votes = 0;
  for (const user of usersOf(logger.from.file, host).slice(0, mostRead))
    for (const match of (host.files.text(user) ?? '').matchAll(call)) votes += match[1] === undefined ? -1 : 1;
  return votes > 0 ? 'object-first' : 'message-first';
}

/** The wrapper that gives the rejections of handlers to the framework: one of the project's own, or of a package in use. */
export function asyncWrapperOf(file: string, host: IdiomHost): ProjectSymbol | undefined {
  const uses = wrapperUses(host);
  const found: ProjectSymbol[] = [];
  for (const facts of host.model.files()) {
    for (const [name, exported] of Object.entries(facts.summary.exports)) {
      const fn = exported.fn === undefined ? undefined : facts.summary.functions[exported.fn];
      const made = fn?.returnsFunction === undefined ? undefined : facts.summary.functions[fn.returnsFunction];
      // What is made runs as a handler and lets everybody through; `retry(fn)` and `withAuth(handler)` are something else.
      if (
        !fn ||
        !made ||
        fn.wraps?.catches !== true ||
        fn.wraps.param !== 0 ||
        fn.arity > 2 ||
        made.arity < 2 ||
        made.guards.some((guard) => guard.kind === 'authentication')
      )
        continue;
      const local = name === 'default' ? fn.name : name;
      if (!/^[A-Za-z_$][\w$]*$/.test(local)) continue;
      const symbol: ProjectSymbol = {
        name: local,
        from: { file: facts.file },
        isDefault: name === 'default',
        expression: local,
        uses: uses.get(`${facts.file}#${made.id}`) ?? 0,
      };
      if (importableFrom(file, symbol, host)) found.push(symbol);
    }
  }
  const dependencies = host.files.context(file).dependencies ?? {};
  for (const [path, count] of uses) {
    const [, name, member] = /^([^#]+)#(.*)$/.exec(path) ?? [];
    if (name === undefined || dependencies[name] === undefined || !host.tables.call(path)?.catchesAsync) continue;
    found.push(
      member
        ? { name: member, from: { package: name }, isDefault: false, expression: member, uses: count }
        : { name: 'asyncHandler', from: { package: name }, isDefault: true, expression: 'asyncHandler', uses: count },
    );
  }
  return found.sort((a, b) => b.uses - a.uses || Number(a.isDefault) - Number(b.isDefault))[0];
}

/** How often handlers are given to what: by function of the project, or by path in a package. */
function wrapperUses(host: IdiomHost): Map<string, number> {
  const uses = new Map<string, number>();
  const count = (ref: HandlerRef): void => {
    const key = (ref.wraps?.length ?? 0) === 0 ? undefined : ref.fn ? `${ref.fn.file}#${ref.fn.id}` : ref.path;
    if (key !== undefined) uses.set(key, (uses.get(key) ?? 0) + 1);
    for (const inner of ref.wraps ?? []) count(inner);
  };
  for (const facts of host.model.files()) {
    for (const fact of facts.facts)
      if (fact.kind === 'route') for (const ref of [...fact.chain, ...(fact.handler ? [fact.handler] : [])]) count(ref);
  }
  return uses;
}

/** The exported client of a kind that most files import. One that is exported as part of an object or made by a function is none. */
export function sharedClientOf(file: string, instance: AccessPath, host: IdiomHost): ProjectSymbol | undefined {
  const found: ProjectSymbol[] = [];
  for (const facts of host.model.files()) {
    for (const [name, exported] of Object.entries(facts.summary.exports)) {
      if (facts.file === file || exported.path !== instance || name.includes('.') || exported.fn !== undefined) continue;
      const local = name === 'default' ? (/^[a-z]\w*#client$/.exec(instance) ? instance.slice(0, instance.indexOf('#')) : 'db') : name;
      const symbol: ProjectSymbol = {
        name: local,
        from: { file: facts.file },
        isDefault: name === 'default',
        expression: local,
        uses: usersOf(facts.file, host).length,
      };
      if (importableFrom(file, symbol, host)) found.push(symbol);
    }
  }
  return found.sort((a, b) => b.uses - a.uses || Number(a.isDefault) - Number(b.isDefault) || depth(a) - depth(b))[0];
}

/** The error handler of the application: a middleware with as many parameters as only those have. It logs if any one of them does. */
export function errorHandlerOf(file: string, host: IdiomHost): ProjectIdioms['errorHandler'] {
  const { packageDir } = host.files.context(file);
  let found: ProjectIdioms['errorHandler'];
  for (const facts of host.model.files()) {
    for (const fact of facts.facts) {
      const arity = fact.kind === 'mount' ? host.tables.errorHandlerArity(fact.framework) : undefined;
      if (fact.kind !== 'mount' || arity === undefined) continue;
      for (const { fn } of fact.chain) {
        const summary = fn && host.model.peek(fn.file)?.summary.functions[fn.id];
        if (summary?.arity !== arity || host.files.context(fact.file).packageDir !== packageDir) continue;
        found = { file: found?.file ?? fn!.file, logs: (found?.logs ?? false) || summary.logs || logs(fn!, host) };
      }
    }
  }
  return found;
}

/** Loggers of no known library are told by how they are called. */
function logs({ file, id }: FunctionRef, host: IdiomHost): boolean {
  const tree = host.files.tree(file);
  const node = tree && outlineOf(tree).byId.get(id)?.node;
  return tree !== undefined && node !== undefined && logsBelow(node, tree);
}

/** The class of errors with a status that the code throws most. */
export function errorClassOf(file: string, host: IdiomHost): ProjectSymbol | undefined {
  const found: ProjectSymbol[] = [];
  for (const facts of host.model.files()) {
    for (const [name, exported] of Object.entries(facts.summary.exports)) {
      if (exported.cls === undefined || !/Error|Exception|Problem/.test(exported.cls) || !hasStatus(facts.file, exported.cls, host))
        continue;
      const symbol: ProjectSymbol = {
        name: exported.cls,
        from: { file: facts.file },
        isDefault: name === 'default',
        expression: exported.cls,
        uses: 0,
      };
      if (!importableFrom(file, symbol, host)) continue;
      const thrown = new RegExp(`\\b(?:throw\\s+|next\\(\\s*|reject\\(\\s*)new\\s+${exported.cls}\\s*\\(`, 'g');
      for (const user of [facts.file, ...usersOf(facts.file, host)].slice(0, mostRead))
        symbol.uses += [...(host.files.text(user) ?? '').matchAll(thrown)].length;
      if (symbol.uses > 0) found.push(symbol);
    }
  }
  return found.sort((a, b) => b.uses - a.uses || Number(a.isDefault) - Number(b.isDefault))[0];
}

/** Does a class extend `Error`, itself or through others of its file, and carry a status? */
function hasStatus(file: string, name: string, host: IdiomHost): boolean {
  const tree = host.files.tree(file);
  if (!tree) return false;
  const classes = new Map(tree.statements.filter(ts.isClassDeclaration).map((cls) => [cls.name?.text, cls]));
  let status = false;
  let base: string | undefined = name;
  for (const seen = new Set<string>(); base !== undefined && !seen.has(base);) {
    seen.add(base);
    const cls: ts.ClassDeclaration | undefined = classes.get(base);
    if (!cls) break;
    for (const member of cls.members) {
      const names = ts.isConstructorDeclaration(member)
        ? member.parameters.map((parameter) => parameter.name)
        : ts.isPropertyDeclaration(member)
          ? [member.name]
          : [];
      if (names.some((field) => ts.isIdentifier(field) && isStatus(field.text))) status = true;
      if (ts.isConstructorDeclaration(member) && member.body) {
        walk(member.body, (node) => {
          if (ts.isPropertyAccessExpression(node) && node.expression.kind === ts.SyntaxKind.ThisKeyword && isStatus(node.name.text))
            status = true;
        });
      }
    }
    const heritage: ts.Expression | undefined = cls.heritageClauses?.find((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword)
      ?.types[0]?.expression;
    base = heritage && ts.isIdentifier(heritage) ? heritage.text : undefined;
  }
  return status && base !== undefined && (base === 'Error' || (!classes.has(base) && /Error$|Exception$/.test(base)));
}

function isStatus(name: string): boolean {
  return /^(status|statusCode|httpStatus|httpCode|status_code)$/.test(name);
}

/** Tests, scripts and screens have helpers of their own. */
function isServer(file: string, host: IdiomHost): boolean {
  const { role, side } = host.files.context(file);
  return side !== 'client' && (role === 'source' || role === 'config');
}

function importableFrom(file: string, symbol: ProjectSymbol, host: IdiomHost): boolean {
  if (!('file' in symbol.from) || symbol.from.file === file) return true;
  return isServer(symbol.from.file, host) && isImportable(file, symbol.from.file, host);
}

/** Files that import a file, as far as their analysis followed the import. */
function usersOf(file: string, host: IdiomHost): string[] {
  return host.model
    .files()
    .filter((facts) => Object.values(facts.resolved ?? {}).includes(file))
    .map((facts) => facts.file);
}
