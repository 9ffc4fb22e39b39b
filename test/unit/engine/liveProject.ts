import { strict as assert } from 'node:assert';
import type { FileChange, FileResult, Session } from '../../../src/engine/api';
import { openSession, type SessionOptions } from '../../../src/engine/session';
import type { Finding } from '../../../src/model/finding';
import { memoryWorkspace } from '../../../src/project/memoryWorkspace';

/** A session on files that tests change as an editor or other programs would. */
export interface LiveProject {
  session: Session;
  /** What is on disk. */
  disk: Map<string, string>;
  /** Failures that the session told of, as `rule file`. */
  failures: string[];
  /** Changes files on disk and tells the session; undefined deletes. */
  write(files: Record<string, string | undefined>): void;
  /** Replaces a part of the present text in the editor. Throws unless it stands there exactly once. */
  type(file: string, from: string, to: string): FileResult;
}

/** Opens and scans a project. */
export async function openLive(files: Record<string, string>, options: SessionOptions = {}): Promise<LiveProject> {
  const disk = new Map(Object.entries(files));
  const failures: string[] = [];
  const session = openSession(memoryWorkspace(disk), { onFailure: (rule, file) => failures.push(`${rule} ${file}`), ...options });
  await session.scan();
  const typed = new Map<string, string>();
  let version = 1;
  return {
    session,
    disk,
    failures,
    write(changes) {
      const told: FileChange[] = [];
      for (const [file, text] of Object.entries(changes)) {
        told.push({ file, type: text === undefined ? 'deleted' : disk.has(file) ? 'changed' : 'created' });
        if (text === undefined) disk.delete(file);
        else disk.set(file, text);
      }
      session.filesChanged(told);
    },
    type(file, from, to) {
      const text = typed.get(file) ?? disk.get(file) ?? '';
      assert.equal(text.split(from).length, 2, `"${from}" stands once in ${file}`);
      typed.set(
        file,
        text.replace(from, () => to),
      );
      return session.setText(file, typed.get(file)!, version++);
    },
  };
}

/** Open findings of a rule as `file:line`. */
export function placesOf(findings: readonly Finding[], rule: string): string[] {
  return findings.filter((finding) => finding.rule === rule).map(({ location }) => `${location.file}:${location.line}`);
}

/** Authentication of routes as `METHOD path answer`. */
export function answersOf(session: Session): string[] {
  return session.routes().map(({ method, path, authentication }) => `${method} ${path} ${authentication}`);
}

/** An Express application with a guard in a file of its own and routers in others. */
export function guardedApplication(): Record<string, string> {
  return {
    'package.json': JSON.stringify({ name: 'shop', dependencies: { express: '4.21.2', '@prisma/client': '6.1.0', jsonwebtoken: '9.0.2' } }),
    'tsconfig.json': JSON.stringify({ compilerOptions: { baseUrl: '.', paths: { '#guards': ['src/guards/index.ts'] } } }),
    'src/db.ts': "import { PrismaClient } from '@prisma/client';\n\nexport const prisma = new PrismaClient();\n",
    'src/guards/session.ts': `import jwt from 'jsonwebtoken';

export function requireSession(req, res, next) {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.SECRET);
  } catch {
    return res.status(401).json({ error: 'Unauthorized' });
  }
  next();
}
`,
    'src/guards/index.ts': "export * from './session';\n",
    'src/app.ts': `import express from 'express';
import { orders } from './orders';
import { items } from './items';
import { reports } from './reports';

const app = express();
app.use('/orders', orders);
app.use('/items', items);
app.use('/reports', reports);
app.listen(3000);
`,
    'src/orders.ts': routerSource('orders', './guards/session'),
    'src/items.ts': routerSource('items', '#guards'),
    'src/reports.ts': `import { Router } from 'express';
import { prisma } from './db';

export const reports = Router();
reports.get('/', (req, res, next) => {
  prisma.report.findMany().then((rows) => res.json(rows), next);
});
`,
  };
}

function routerSource(name: string, guards: string): string {
  return `import { Router } from 'express';
import { requireSession } from '${guards}';
import { prisma } from './db';

export const ${name} = Router();
${name}.post('/', requireSession, (req, res, next) => {
  prisma.${name}.create({ data: { name: String(req.body.name) } }).then((row) => res.json(row), next);
});
`;
}

/** A file with a guard of Express that verifies a token, and room for more. */
export const expressGuard = `import jwt from 'jsonwebtoken';
export function requireUser(req, res, next) {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.SECRET);
  } catch {
    return res.status(401).end();
  }
  next();
}
`;

/** Endpoints with their verdicts, in order: `present GET /users`. */
export function endpointsOf({ session }: LiveProject): string[] {
  return session
    .routes()
    .map(({ authentication, method, path }) => `${authentication} ${method} ${path}`)
    .sort();
}

/** Opens a project that depends on packages, and on `jsonwebtoken`. */
export function openWith(dependencies: Record<string, string>, files: Record<string, string>): Promise<LiveProject> {
  return openLive({ 'package.json': JSON.stringify({ dependencies: { ...dependencies, jsonwebtoken: '9.0.2' } }), ...files });
}
