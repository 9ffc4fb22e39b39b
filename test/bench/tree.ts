import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { actionsSource, componentSource, expressSource, routeSource, serviceSource, typingMark } from './sources';

const dependencies = {
  '@prisma/client': '6.19.0',
  '@supabase/supabase-js': '2.119.0',
  express: '4.22.3',
  next: '15.5.29',
  pg: '8.23.1',
  pino: '10.4.0',
  react: '19.3.1',
  zod: '4.6.7',
};

/** The files that the generated ones import: a guard, a logger, clients. Paths are relative to the project's root. */
export function surroundings(): Map<string, string> {
  return new Map([
    ['package.json', JSON.stringify({ name: 'bench', private: true, dependencies }, null, 2)],
    [
      'tsconfig.json',
      JSON.stringify({ compilerOptions: { strict: true, moduleResolution: 'bundler', jsx: 'preserve', paths: { '@/*': ['./*'] } } }),
    ],
    [
      'src/lib/auth.ts',
      `import type { NextFunction, Request, Response } from 'express';
import jwt from 'jsonwebtoken';

export function requireAuth(req: Request, res: Response, next: NextFunction) {
  try {
    req.user = jwt.verify(req.headers.authorization?.slice(7) ?? '', process.env.JWT_SECRET!);
    next();
  } catch {
    res.status(401).json({ error: 'Please log in' });
  }
}
`,
    ],
    [
      'src/lib/asyncHandler.ts',
      `import type { RequestHandler } from 'express';

export const asyncHandler = (handler: (...args: Parameters<RequestHandler>) => Promise<unknown>): RequestHandler =>
  (req, res, next) => { handler(req, res, next).catch(next); };
`,
    ],
    [
      'src/lib/db.ts',
      `import { PrismaClient } from '@prisma/client';
import pg from 'pg';

export const prisma = new PrismaClient();
export const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
`,
    ],
    ['src/lib/logger.ts', `import pino from 'pino';\n\nexport const logger = pino();\n`],
    [
      'src/lib/supabase.ts',
      `import { createClient } from '@supabase/supabase-js';

export const supabase = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_SERVICE_ROLE_KEY!);
`,
    ],
    [
      'lib/auth.ts',
      `import { createClient } from '@/lib/supabase/server';

export async function requireUser() {
  const supabase = await createClient();
  const { data, error } = await supabase.auth.getUser();
  if (error || !data.user) throw new Error('Unauthorized');
  return data.user;
}
`,
    ],
    [
      'lib/supabase/server.ts',
      `import { createServerClient } from '@supabase/ssr';
import { cookies } from 'next/headers';

export async function createClient() {
  const store = await cookies();
  return createServerClient(process.env.SUPABASE_URL!, process.env.SUPABASE_ANON_KEY!, { cookies: { getAll: () => store.getAll() } });
}
`,
    ],
    [
      'lib/supabase/admin.ts',
      `import { createClient } from '@supabase/supabase-js';

export const supabaseAdmin = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_SERVICE_ROLE_KEY!);
`,
    ],
  ]);
}

/**
 * A project of `count` source files in the shares of a real one: half components, a quarter services, a sixth route
 * handlers, the rest routers and server actions.
 */
export function generatedProject(count: number): Map<string, string> {
  const files = surroundings();
  for (let i = 0; i < 40; i++) {
    files.set(`src/lib/format${i}.ts`, `export const format${i} = (kind: string, id: string) => \`\${kind} \${id} not found (${i})\`;\n`);
  }
  const routers: number[] = [];
  for (let i = 0; files.size < count + 1; i++) {
    const turn = i % 12;
    if (turn < 6) files.set(`components/group${i % 30}/Panel${i}.tsx`, componentSource(`Panel${i}`, i));
    else if (turn < 9) files.set(`src/services/service${i}.ts`, serviceSource(i, i));
    else if (turn < 11) files.set(`app/api/area${i % 25}/item${i}/route.ts`, routeSource(i));
    else if (i % 24 === 11) files.set(`app/actions/actions${i}.ts`, actionsSource(160, i).replace(typingMark, ''));
    else {
      files.set(`src/routes/router${i}.ts`, expressSource(180, i).replace(typingMark, ''));
      routers.push(i);
    }
  }
  files.set('src/app.ts', appSource(routers));
  return files;
}

function appSource(routers: readonly number[]): string {
  return `import express from 'express';
import { requireAuth } from './lib/auth';
${routers.map((i) => `import { router as router${i} } from './routes/router${i}';`).join('\n')}

export const app = express();

app.use(express.json());
${routers.map((i) => `app.use('/api/r${i}', ${i % 36 === 23 ? 'requireAuth, ' : ''}router${i});`).join('\n')}
`;
}

/** Writes the files into a folder. */
export function writeTree(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [file, text] of files) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
