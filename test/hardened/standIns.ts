/**
 * Stand-ins for what the applications reach: a database, a logger, tokens, Next.js' responses and Supabase. They do what the
 * test says through `globalThis.lab`; the frameworks and zod are real.
 */
export const standIns: Record<string, string> = {
  '@prisma/client': `const model = (name) => new Proxy({}, { get: (_, operation) => async (given) => globalThis.lab.database(name, operation, given) });
export class PrismaClient {
  constructor() {
    return new Proxy(this, { get: (_, name) => model(name) });
  }
}
`,
  pino: `const line = (level) => (...given) => {
  globalThis.lab.lines.push({ level, given });
};
export default function pino() {
  const logger = { level: 'info' };
  for (const level of ['trace', 'debug', 'info', 'warn', 'error', 'fatal']) logger[level] = line(level);
  logger.child = () => logger;
  logger.silent = () => {};
  return logger;
}
`,
  jsonwebtoken: `export default {
  verify(token) {
    if (token !== 'genuine') throw new Error('jwt malformed');
    return { id: 'user-1', sub: 'user-1' };
  },
};
`,
  'next/server': `export class NextResponse extends Response {
  static json(body, init) {
    return new NextResponse(JSON.stringify(body), { ...init, headers: { 'content-type': 'application/json', ...init?.headers } });
  }
}
`,
  'jsr:@supabase/supabase-js@2': `const query = (table) => {
  let operation = 'select';
  const chain = new Proxy({}, {
    get: (_, name) => {
      if (name === 'then') return (done, failed) => globalThis.lab.supabase(table, operation).then(done, failed);
      return () => {
        if (['insert', 'update', 'delete', 'upsert'].includes(name)) operation = name;
        return chain;
      };
    },
  });
  return chain;
};
export const createClient = () => ({
  from: query,
  auth: {
    getUser: async (token) => (token === 'genuine' ? { data: { user: { id: 'user-1' } }, error: null } : { data: { user: null }, error: { message: 'invalid JWT' } }),
  },
});
`,
};
