import assert from 'node:assert/strict';
import { collect } from '../../../src/build/accuracy/collect';
import { measure, questions, renderMeasurements } from '../../../src/build/accuracy/measure';
import { memoryWorkspace } from '../../../src/project/memoryWorkspace';

const next = {
  'package.json': JSON.stringify({
    name: 'shop',
    dependencies: { next: '15.0.0', '@supabase/supabase-js': '2.45.0', '@prisma/client': '5.0.0', zod: '3.23.0', pino: '9.0.0' },
  }),
  'next.config.js': 'module.exports = { typescript: { ignoreBuildErrors: true } };\n',
  'lib/admin.ts':
    "import { createClient } from '@supabase/supabase-js';\nexport const admin = createClient(process.env.URL!, process.env.SUPABASE_SERVICE_ROLE_KEY!);\n",
  'lib/prisma.ts': "import { PrismaClient } from '@prisma/client';\nexport const prisma = new PrismaClient();\n",
  'app/api/orders/route.ts': `import { admin } from '@/lib/admin';
export async function POST(request: Request) {
  try {
    const body = await request.json();
    await admin.from('orders').insert({ title: body.title });
    const { data, error } = await admin.from('orders').select('*');
    if (error) throw error;
    await fetch('https://mail.example.com/send', { method: 'POST' });
    console.log('stored', body.email);
    return Response.json(data);
  } catch (error) {
    return Response.json({ error: (error as Error).message }, { status: 500 });
  }
}
`,
  'app/api/notes/route.ts': `import { z } from 'zod';
import { prisma } from '@/lib/prisma';
const Note = z.object({ text: z.string() });
export async function GET() {
  return Response.json(await prisma.note.findMany());
}
export async function POST(request: Request) {
  const note = Note.parse(await request.json());
  await fetch('https://mail.example.com/send', { signal: AbortSignal.timeout(5000) });
  return Response.json(await prisma.note.create({ data: note }));
}
`,
  'app/api/pages/route.ts': `import pino from 'pino';
import { prisma } from '@/lib/prisma';
const log = pino();
export async function GET() {
  log.info('asked');
  return Response.json(await prisma.page.findMany({ take: 10 }));
}
`,
  'supabase/config.toml': 'project_id = "shop"\n',
  'supabase/migrations/20250101000000_first.sql': `create table orders (id uuid primary key, owner uuid);
create table notes (id uuid primary key);
alter table notes enable row level security;
create policy "all" on notes for insert with check (true);
create policy "own" on notes for update using (auth.uid() = id);
`,
};
const express = {
  'package.json': JSON.stringify({ name: 'api', dependencies: { express: '4.19.0' } }),
  'src/server.ts': `import express from 'express';
import { load } from './load';
const app = express();
app.get('/orders', async (req, res) => {
  try {
    res.json(await load());
  } catch (error) {
    res.status(500).json({ error: 'failed' });
  }
});
app.get('/bills', async (req, res) => {
  res.json(await load());
});
`,
  'src/load.ts': "export async function load() {\n  return (await fetch('https://api.example.com/orders')).json();\n}\n",
  '.github/workflows/ci.yml': 'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: npm test\n',
};

describe('Measuring applications', () => {
  it('counts what the product knows of them, and only where the question arises', async () => {
    const applications = [
      await collect('acme/shop', memoryWorkspace(next, '/shop')),
      await collect('acme/api', memoryWorkspace(express, '/api')),
    ];
    const answers = Object.fromEntries(
      measure(applications).map(({ id, part, whole, applications: arises, concerned }) => [id, `${part}/${whole} ${concerned}/${arises}`]),
    );
    assert.deepEqual(answers, {
      'async-handlers': '1/2 1/1',
      'leaks-edge': '0/0 0/0',
      'leaks-next': '1/3 1/1',
      'unchecked-results': '1/2 1/1',
      'validated-bodies': '1/2 1/1',
      'fetch-unbounded': '2/3 2/2',
      'fetch-unchecked': '3/3 2/2',
      'unbounded-lists': '1/2 1/1',
      'endpoints-guarded': '0/6 0/2',
      'endpoints-delegated': '0/6 0/2',
      'endpoints-open': '4/6 1/2',
      'mixed-posture': '0/2 0/2',
      'tables-without-rls': '1/2 1/1',
      'open-write-policies': '1/2 1/1',
      console: '1/2 1/1',
      loggers: '1/2 1/2',
      'personal-logs': '1/2 1/1',
      pipelines: '1/2 1/2',
      images: '0/2 0/2',
      'builds-unchecked': '1/1 1/1',
      'cors-for-all': '0/0 0/0',
    });
    const text = renderMeasurements(measure(applications), applications);
    assert.match(text, /Calls of fetch by a server without a timeout +2\/3 +67 % +75 % +0 +2\/2\n/);
    assert.match(text, /Files of Supabase edge functions whose answers any site may read +0\/0 +– +– +0 +0\/0\n/);
    assert.match(text, /2 applications, with their endpoints: acme\/shop \(4\), acme\/api \(2\)\.$/);
  });

  it('asks each question once', () => {
    assert.equal(new Set(questions.map(({ id }) => id)).size, questions.length);
  });
});
