/** A request as a test makes it. */
export interface Ask {
  method: string;
  path: string;
  body?: unknown;
}

/** One handler that is hardened and then asked. */
export interface HandlerCase {
  /** What it is, for the test's title. */
  name: string;
  file: string;
  /** Text of the source that stands in the handler. */
  at: string;
  good: Ask;
  /** The same with a body that the handler must not take; absent where it takes none. */
  bad?: unknown;
  /** It calls the payment service. */
  calls: boolean;
  /** Comments that have to be there afterwards. */
  comments: string[];
}

/** A small application with unhardened handlers, and how it is run. */
export interface Application {
  title: string;
  /** `serve` starts it on a port; `call` hands requests to what its files export; `deno` to what they give `Deno.serve`. */
  run: 'express' | 'fastify' | 'call' | 'deno';
  /** Packages that stand for others: `express4` is installed beside `express`. */
  aliases?: Record<string, string>;
  files: Record<string, string>;
  handlers: HandlerCase[];
}

/** What every Node application here has: a database client, a guard's verification and a logger. */
export const shared: Record<string, string> = {
  'src/lib/db.ts': `import { PrismaClient } from '@prisma/client';

export const db = new PrismaClient();
`,
  'src/lib/logger.ts': `import pino from 'pino';

export const logger = pino();
`,
};
