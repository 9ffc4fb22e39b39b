import { ts } from 'ts-morph';
import type { Library } from '../../src/model/library';
import { parseSource } from './imports';

/** Names of libraries that are words of our own, too: they count only where they are compared with a framework or a package. */
const plainWords = new Set([
  'caches',
  'credentials',
  'dom',
  'dot',
  'fetch',
  'got',
  'loggers',
  'mail',
  'next',
  'node',
  'postgres',
  'request',
  'resend',
  'sessions',
  'storage',
  'validator',
  'validators',
  'web',
  'webhooks',
  'ws',
]);

/** What a package or a framework is kept in. */
const holders = /\b(?:framework|library|libraries|packages?|imports|dependencies|specifier|owner)\b/;

/** A file that may name packages. Knowledge that only one of them has still belongs to its library. */
export interface Allowance {
  names: string[];
  why: string;
}

export const allowances: Record<string, Allowance> = {
  'src/facts/recognise/outboundCalls.ts': {
    names: ['express', 'react', '@angular/core'],
    why: 'which code runs in servers and which in browsers, by what it imports',
  },
  'src/facts/recognise/resultUses.ts': { names: ['react'], why: 'which code runs in browsers, by what it imports' },
  'src/facts/quiet.ts': { names: ['fastify'], why: 'how people call the application that a function is handed' },
  'src/facts/serverCode.ts': {
    names: ['react', '@angular/core', 'express', 'fastify', 'koa', 'hono'],
    why: 'which code runs in servers and which in browsers, by what it imports',
  },
  'src/facts/secretShapes.ts': { names: ['stripe', 'anthropic', 'openai', 'twilio', 'supabase'], why: 'names of those who issue secrets' },
  'src/facts/sql/databases.ts': { names: ['supabase', 'prisma', 'drizzle'], why: 'kinds of folders that hold migrations' },
  'src/facts/sql/sqlModel.ts': { names: ['supabase'], why: 'a kind of folder that holds migrations' },
  'src/facts/sql/describe.ts': { names: ['supabase'], why: 'a kind of folder that holds migrations' },
  'src/facts/config/prismaSchema.ts': {
    names: ['prisma', 'mysql', 'sqlite'],
    why: 'the file is about its schemas, which name kinds of databases',
  },
  'src/engine/idioms.ts': { names: ['zod'], why: 'what fixes write schemas with' },
  'src/engine/projectSymbols.ts': {
    names: ['pino', 'bunyan', 'winston', 'consola', 'tslog', 'log4js', 'loglevel', 'signale'],
    why: 'how loggers are called that fixes write to',
  },
};

/** Names of packages and of what libraries are called in a file, each with its line. */
export function namedPackages(file: string, text: string, libraries: readonly Library[]): { name: string; line: number }[] {
  const names = new Set(libraries.flatMap(({ id, packages }) => [id, ...packages.map((name) => name.replace(/\/$/, ''))]));
  const frameworks = libraries.filter(({ id, roots }) => roots && !plainWords.has(id)).map(({ id }) => id);
  const source = parseSource(file, text);
  const found: { name: string; line: number }[] = [];
  const note = (name: string, node: ts.Node): void => {
    found.push({ name, line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1 });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node)) {
      const name = node.text.split('#')[0]!;
      if (names.has(name) && (!plainWords.has(name) || node.text.includes('#') || isCompared(node, source))) note(name, node);
    } else if (ts.isRegularExpressionLiteral(node)) {
      const parts = node.text.split(/[|()^$/]+/);
      for (const name of frameworks) if (parts.includes(name)) note(name, node);
    } else if (
      ts.isPropertyAssignment(node) &&
      ts.isIdentifier(node.name) &&
      names.has(node.name.text) &&
      !plainWords.has(node.name.text)
    ) {
      note(node.name.text, node);
    } else if (ts.isPropertyAccessExpression(node) && names.has(node.name.text) && holders.test(node.expression.getText(source))) {
      note(node.name.text, node);
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

/** Is a word compared with the name of a framework or a package, looked for among them, or in a list of them? */
function isCompared(node: ts.StringLiteralLike, source: ts.SourceFile): boolean {
  const { parent } = node;
  if (ts.isBinaryExpression(parent)) return holders.test((parent.left === node ? parent.right : parent.left).getText(source));
  if (ts.isCallExpression(parent)) return holders.test(parent.expression.getText(source));
  return ts.isCaseClause(parent) && holders.test(parent.parent.parent.expression.getText(source));
}

/** Names that nobody allowed a file, and allowances that are no longer needed, one sentence each. */
export function packageNameProblems(file: string, text: string, libraries: readonly Library[]): string[] {
  const allowed = allowances[file]?.names ?? [];
  const found = namedPackages(file, text, libraries);
  return [
    ...found
      .filter(({ name }) => !allowed.includes(name))
      .map(({ name, line }) => `${file}:${line} names ${name}; what is known of a package is stated in src/libraries`),
    ...allowed.filter((name) => !found.some((other) => other.name === name)).map((name) => `${file} need not be allowed ${name} any more`),
  ];
}
