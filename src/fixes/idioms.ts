import type { Import } from './imports';

/**
 * How fixes write things in a framework. Data only: texts with `{{placeholders}}`, to be filled by `expand`. A statement
 * ends in a semicolon, which goes away in files that have none.
 */
export interface FrameworkIdiom {
  /** Packages that tell the framework when a file imports exactly one of them. */
  packages: string[];
  /** What the parameters of a handler are, in order. */
  parameters: ('request' | 'response' | 'next' | 'context')[];
  /** Usual names of those parameters, the first one for new ones. */
  parameterNames: string[][];
  /** Statements that answer with a JSON body and leave the handler: `status`, `body`, `response`, `context`, `Response`, `message`, `code`. */
  reply: string[];
  /** The same where the handler is declared to return nothing. */
  voidReply?: string[];
  /** What happens to a rejection that nobody catches, per major version. */
  rejection: (major: number | undefined) => 'handled' | 'lost';
  /** What an error boundary in the handler does: pass the error on, answer, or leave it to the framework. */
  boundary: 'next' | 'reply' | 'none';
  /** How an unexpected error is passed on to the framework from a catch clause. */
  forward?: string[];
  /** How a guard is attached. */
  attach: 'argument' | 'option' | 'statements' | 'decorator' | 'procedure';
  /** Option that takes guards, with `attach: 'option'`. */
  guardOption?: string;
  /** How the framework's own logger is reached from a handler. */
  logger?: string;
  /** Bodies are validated by a JSON schema among the route's options. */
  schemaOption?: string;
}

const web: Pick<FrameworkIdiom, 'parameters' | 'parameterNames' | 'rejection' | 'boundary' | 'attach'> = {
  parameters: ['request', 'context'],
  parameterNames: [
    ['request', 'req', '_req', '_request'],
    ['context', 'ctx'],
  ],
  rejection: () => 'handled',
  boundary: 'reply',
  attach: 'statements',
};

/** Framework id → idiom. Ids are those of the library files. */
export const frameworkIdioms: Readonly<Record<string, FrameworkIdiom>> = {
  express: {
    packages: ['express', 'express-promise-router', 'router'],
    parameters: ['request', 'response', 'next'],
    parameterNames: [
      ['req', 'request', '_req'],
      ['res', 'response', '_res'],
      ['next', '_next'],
    ],
    reply: ['return {{response}}.status({{status}}).json({{body}});'],
    voidReply: ['{{response}}.status({{status}}).json({{body}});', 'return;'],
    rejection: (major) => (major !== undefined && major < 5 ? 'lost' : 'handled'),
    boundary: 'next',
    forward: ['return {{next}}({{error}});'],
    attach: 'argument',
  },
  fastify: {
    packages: ['fastify'],
    parameters: ['request', 'response'],
    parameterNames: [
      ['request', 'req', '_request', '_req'],
      ['reply', 'rep', 'res'],
    ],
    reply: ['return {{response}}.code({{status}}).send({{body}});'],
    rejection: () => 'handled',
    boundary: 'none',
    forward: ['throw {{error}};'],
    attach: 'option',
    guardOption: 'preHandler',
    logger: '{{request}}.log',
    schemaOption: 'schema',
  },
  koa: {
    packages: ['koa', '@koa/router', 'koa-router'],
    parameters: ['context', 'next'],
    parameterNames: [
      ['ctx', 'context'],
      ['next', '_next'],
    ],
    reply: ['{{context}}.status = {{status}};', '{{context}}.body = {{body}};', 'return;'],
    rejection: () => 'handled',
    boundary: 'none',
    forward: ['throw {{error}};'],
    attach: 'argument',
  },
  hono: {
    packages: ['hono'],
    parameters: ['context', 'next'],
    parameterNames: [
      ['c', 'ctx', 'context'],
      ['next', '_next'],
    ],
    reply: ['return {{context}}.json({{body}}, {{status}});'],
    rejection: () => 'handled',
    boundary: 'none',
    forward: ['throw {{error}};'],
    attach: 'argument',
  },
  next: { ...web, packages: ['next'], reply: ['return {{Response}}.json({{body}}, { status: {{status}} });'] },
  'next-action': {
    ...web,
    packages: [],
    parameters: [],
    parameterNames: [],
    boundary: 'none',
    forward: ['throw {{error}};'],
    reply: ['return {{body}};'],
  },
  'next-pages': {
    packages: [],
    parameters: ['request', 'response'],
    parameterNames: [['req'], ['res']],
    reply: ['return {{response}}.status({{status}}).json({{body}});'],
    voidReply: ['{{response}}.status({{status}}).json({{body}});', 'return;'],
    rejection: () => 'handled',
    boundary: 'reply',
    attach: 'statements',
  },
  // Replies of edge functions carry the headers of the file's other replies, which no template can say.
  'supabase-edge': { ...web, packages: [], reply: [] },
  nest: {
    packages: ['@nestjs/common'],
    parameters: [],
    parameterNames: [],
    reply: ['throw new HttpException({{message}}, {{status}});'],
    rejection: () => 'handled',
    boundary: 'none',
    forward: ['throw {{error}};'],
    attach: 'decorator',
  },
  trpc: {
    packages: ['@trpc/server'],
    parameters: [],
    parameterNames: [],
    reply: ['throw new TRPCError({ code: {{code}}, message: {{message}} });'],
    rejection: () => 'handled',
    boundary: 'none',
    forward: ['throw {{error}};'],
    attach: 'procedure',
  },
};

/** A guard that can be written from a package alone, without anything of the project. */
export interface GuardTemplate {
  package: string;
  frameworks: string[];
  /** Expression for frameworks that take guards as arguments or options. */
  expression?: string;
  /** Statements for frameworks that check in the handler; `refuse` stands for the refusing statements. */
  statements?: string[];
  imports: Import[];
}

/** Guards of authentication libraries, most specific first. */
export const guardTemplates: readonly GuardTemplate[] = [
  {
    package: '@clerk/nextjs',
    frameworks: ['next'],
    statements: ['const { userId } = await auth();', 'if (!userId) {{refuse}}'],
    imports: [{ name: 'auth', module: '@clerk/nextjs/server' }],
  },
  {
    package: '@clerk/express',
    frameworks: ['express'],
    expression: 'requireAuth()',
    imports: [{ name: 'requireAuth', module: '@clerk/express' }],
  },
  {
    package: '@fastify/jwt',
    frameworks: ['fastify'],
    expression: '({{request}}) => {{request}}.jwtVerify()',
    imports: [],
  },
];

/** Packages by which people sign in with somebody else, whose tokens the auth server of Supabase does not know. */
export const otherSignIns =
  /^(?:@clerk\/.+|@auth0\/.+|@kinde(?:-oss)?\/.+|@workos-inc\/.+|@descope\/.+|@stackframe\/.+|@privy-io\/.+|next-auth|@auth\/.+|better-auth)$/;

/** What a client is told, by status. Nothing of the error itself. */
export const statusTexts: Readonly<Record<number, string>> = {
  400: 'Invalid request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not found',
  409: 'Conflict',
  422: 'Invalid request',
  429: 'Too many requests',
  500: 'Internal server error',
  502: 'Bad gateway',
  503: 'Service unavailable',
  504: 'Gateway timeout',
};

/** Text for a status; the one of 500 for unknown ones. */
export function statusText(status: number): string {
  return statusTexts[status] ?? (status < 500 && status >= 400 ? statusTexts[400]! : statusTexts[500]!);
}

/** Replaces `{{name}}` by its value. Throws if a value is missing, which is a mistake in the idiom. */
export function expand(template: string, values: Readonly<Record<string, string | undefined>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`Idiom needs ${name}: ${template}`);
    return value;
  });
}

/** Names of the placeholders in a template. */
export function placeholders(template: string): string[] {
  return [...template.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]!);
}
