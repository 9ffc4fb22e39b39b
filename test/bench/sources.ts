import { Random } from './random';

/**
 * Writes source text of the kind the product meets: handlers of 8 to 25 lines, about half of them with a gap, comments and
 * types between them.
 */

const nouns = ['order', 'invoice', 'booking', 'customer', 'product', 'ticket', 'message', 'shipment', 'coupon', 'review'];
const fields = ['title', 'status', 'note', 'quantity', 'email', 'dueDate', 'currency', 'reference'];

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Where simulated typing starts: an empty line inside a handler in the middle of the file. */
export const typingMark = '/* typing */';

function validation(random: Random, noun: string): string {
  return random.chance(0.4)
    ? `const body = ${noun}Schema.parse(req.body);`
    : `const body = req.body as {
${fields
  .slice(0, 3)
  .map((field) => `      ${field}: string;`)
  .join('\n')}
    };`;
}

function expressHandler(random: Random, index: number): string {
  const noun = random.pick(nouns);
  const guard = random.chance(0.7) ? 'requireAuth, ' : '';
  const path = `'/${noun}s-${index}/:id'`;
  const field = random.pick(fields);
  switch (Math.floor(random.next() * 5)) {
    case 0:
      return `// Lists what the dashboard shows first.
router.get(${path}, ${guard}async (req, res) => {
  const rows = await prisma.${noun}.findMany({
    where: { ${field}: String(req.query.${field}) },
    orderBy: { createdAt: 'desc' },
  });

  const visible = rows.filter((row) => row.status !== 'archived');
  res.json({
    count: visible.length,
    rows: visible.map((row) => ({
      id: row.id,
      ${field}: row.${field},
    })),
  });
});
`;
    case 1:
      return `router.post(${path}, ${guard}async (req, res, next) => {
  try {
    ${validation(random, noun)}
    const saved = await prisma.${noun}.create({
      data: { ...body, ownerId: req.params.id },
    });
    logger.info({ id: saved.id }, '${noun} saved');
    res.status(201).json(saved);
  } catch (error) {
    next(error);
  }
});
`;
    case 2:
      return `router.patch(${path}, ${guard}async (req, res) => {
  try {
    ${validation(random, noun)}
    const current = await prisma.${noun}.findUnique({
      where: { id: req.params.id },
    });

    if (!current) {
      return res.status(404).json({ error: 'Not found' });
    }
    if (current.ownerId !== req.user?.id) {
      return res.status(403).json({ error: 'Forbidden' });
    }

    const changed = await prisma.${noun}.update({
      where: { id: current.id },
      data: body,
    });
    res.json(changed);
  } catch (error: any) {
    console.error('updating the ${noun} failed', error);
    res.status(500).json({ error: error.message });
  }
});
`;
    case 3:
      return `router.post(${path.replace(":id'", ":id/sync'")}, ${guard}async (req, res) => {
  const url = \`https://api.partner.example/${noun}s/\${req.params.id}\`;
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      Authorization: \`Bearer \${process.env.PARTNER_KEY}\`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ ${field}: req.body.${field} }),
  });

  const { data, error } = await supabase
    .from('${noun}s')
    .update({ synced: true })
    .eq('id', req.params.id)
    .select();
  if (error) throw error;

  res.json({
    remote: await response.json(),
    local: data,
  });
});
`;
    default:
      return `async function load${capital(noun)}${index}(
  id: string,
  depth = 0,
): Promise<${capital(noun)}Row | undefined> {
  const { rows } = await pool.query(
    'SELECT * FROM ${noun}s WHERE id = $1 AND depth >= $2',
    [id, depth],
  );

  for (const row of rows) {
    if (row.${field} === null || row.status === 'deleted') {
      continue;
    }
    return {
      id: row.id,
      ${field}: row.${field},
      total: Math.round(row.price * row.quantity),
    };
  }

  return undefined;
}

router.get(
  ${path},
  ${guard}asyncHandler(async (req, res) => {
    const depth = Number(req.query.depth ?? 0);
    const found = await load${capital(noun)}${index}(req.params.id, depth);
    if (!found) {
      res.status(404).json({ error: 'Not found' });
      return;
    }
    res.json(found);
  }),
);
`;
  }
}

const expressHead = `import { Router } from 'express';
import { z } from 'zod';
import { requireAuth } from '../lib/auth';
import { asyncHandler } from '../lib/asyncHandler';
import { pool, prisma } from '../lib/db';
import { logger } from '../lib/logger';
import { supabase } from '../lib/supabase';

export const router = Router();

${nouns.map((noun) => `const ${noun}Schema = z.object({\n  title: z.string(),\n  status: z.string(),\n  note: z.string(),\n});\n`).join('\n')}
${nouns.map((noun) => `interface ${capital(noun)}Row {\n  id: string;\n  total: number;\n  [field: string]: unknown;\n}\n`).join('\n')}`;

const expressTyping = `router.post('/typed/:id', requireAuth, async (req, res) => {
  const started = Date.now();
  ${typingMark}
  res.json({ ok: true, took: Date.now() - started });
});
`;

function nextFunction(random: Random, index: number): string {
  const noun = random.pick(nouns);
  const field = random.pick(fields);
  const guard = random.chance(0.7)
    ? `const supabase = await createClient();
  const { data: session } = await supabase.auth.getUser();
  if (!session.user) return { error: 'Please log in' };`
    : 'const supabase = await createClient();';
  switch (Math.floor(random.next() * 3)) {
    case 0:
      return `/** Saves what the form holds. */
export async function save${capital(noun)}${index}(formData: FormData) {
  ${guard}

  const values = Object.fromEntries(formData) as {
    id: string;
    ${field}: string;
  };
  const { error } = await supabase
    .from('${noun}s')
    .update({ ${field}: values.${field} })
    .eq('id', values.id);

  if (error) {
    return { error: error.message };
  }
  revalidatePath('/${noun}s');
  return { ok: true };
}
`;
    case 1:
      return `export async function remove${capital(noun)}${index}(id: string) {
  ${guard}
  try {
    await supabaseAdmin.from('${noun}s').delete().eq('id', id);
    revalidatePath('/${noun}s');
  } catch (error: any) {
    console.error('[${noun}]', error);
    return { error: error.message };
  }
  return { ok: true };
}
`;
    default:
      return `export async function load${capital(noun)}s${index}(page: number) {
  ${guard}
  const parsed = pageSchema.safeParse({ page });
  if (!parsed.success) {
    return { error: 'Invalid page' };
  }

  const { data, error } = await supabase
    .from('${noun}s')
    .select('id, ${field}, status, created_at')
    .order('created_at', { ascending: false })
    .range(parsed.data.page * 50, parsed.data.page * 50 + 49);
  if (error) throw error;

  return {
    rows: data.map((row) => ({
      ...row,
      label: \`\${row.id}: \${row.${field}}\`,
    })),
  };
}
`;
  }
}

const nextHead = `'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { supabaseAdmin } from '@/lib/supabase/admin';
import { createClient } from '@/lib/supabase/server';

const pageSchema = z.object({ page: z.number().int().min(0) });
`;

const nextTyping = `export async function typed(id: string) {
  const supabase = await createClient();
  ${typingMark}
  return { ok: true, id };
}
`;

function fill(lines: number, head: string, middle: string, part: (index: number) => string): string {
  const parts = [head];
  let count = head.split('\n').length + middle.split('\n').length;
  let placed = false;
  for (let index = 0; count < lines; index++) {
    if (!placed && count >= lines / 2) {
      parts.push(middle);
      placed = true;
    }
    const text = part(index);
    parts.push(text);
    count += text.split('\n').length;
  }
  if (!placed) parts.push(middle);
  return parts.join('\n');
}

/** A router of about `lines` lines with `typingMark` inside a handler in the middle. */
export function expressSource(lines: number, seed: number): string {
  const random = new Random(seed);
  return fill(lines, expressHead, expressTyping, (index) => expressHandler(random, index));
}

/** A file of server actions of about `lines` lines with `typingMark` inside one in the middle. */
export function actionsSource(lines: number, seed: number): string {
  const random = new Random(seed);
  return fill(lines, nextHead, nextTyping, (index) => nextFunction(random, index));
}

/** A route handler file of the Next.js app router. */
export function routeSource(seed: number): string {
  const random = new Random(seed);
  const noun = random.pick(nouns);
  const field = random.pick(fields);
  const guard = random.chance(0.6) ? `const user = await requireUser();\n    ` : '';
  return `import { NextResponse } from 'next/server';
import { requireUser } from '@/lib/auth';
import { supabaseAdmin } from '@/lib/supabase/admin';

export async function GET(request: Request) {
  try {
    ${guard}const { searchParams } = new URL(request.url);
    const { data } = await supabaseAdmin.from('${noun}s').select('*').eq('${field}', searchParams.get('${field}'));
    return NextResponse.json(data);
  } catch (error: any) {
    return NextResponse.json({ error: error.message }, { status: 500 });
  }
}

export async function POST(request: Request) {
  try {
    ${guard}const body = await request.json();
    const { data, error } = await supabaseAdmin.from('${noun}s').insert(body).select().single();
    if (error) throw error;
    const response = await fetch('https://hooks.partner.example/${noun}s', { method: 'POST', body: JSON.stringify(data) });
    return NextResponse.json({ ok: response.ok, id: data.id });
  } catch (error) {
    console.error('${noun}', error);
    return NextResponse.json({ error: 'Saving failed' }, { status: 500 });
  }
}
`;
}

/** A React component: most files of a real repository hold no handler at all. */
export function componentSource(name: string, seed: number): string {
  const random = new Random(seed);
  const shown = [random.pick(fields), random.pick(fields), random.pick(fields)];
  return `'use client';

import { useEffect, useMemo, useState } from 'react';

export interface ${name}Props {
  id: string;
  rows: { id: string; ${[...new Set(shown)].map((field) => `${field}: string`).join('; ')} }[];
  onSelect?: (id: string) => void;
}

export function ${name}({ id, rows, onSelect }: ${name}Props) {
  const [filter, setFilter] = useState('');
  const [selected, setSelected] = useState<string | null>(null);

  const visible = useMemo(
    () => rows.filter((row) => row.${shown[0]}.toLowerCase().includes(filter.toLowerCase())),
    [rows, filter],
  );

  useEffect(() => {
    if (selected && onSelect) onSelect(selected);
  }, [selected, onSelect]);

  return (
    <section aria-label="${name}" data-id={id}>
      <input value={filter} onChange={(event) => setFilter(event.target.value)} placeholder="Filter" />
      <ul>
        {visible.map((row) => (
          <li key={row.id} className={row.id === selected ? 'selected' : undefined}>
            <button onClick={() => setSelected(row.id)}>{row.${shown[1]}}</button>
            <span>{row.${shown[2]} || 'none'}</span>
          </li>
        ))}
      </ul>
      {visible.length === 0 && <p>Nothing matches {filter}.</p>}
    </section>
  );
}
`;
}

/** A service module: plain functions that others call. */
export function serviceSource(index: number, seed: number): string {
  const random = new Random(seed);
  const noun = random.pick(nouns);
  return `import { prisma } from '../lib/db';
import { logger } from '../lib/logger';
import { format${index % 40} } from '../lib/format${index % 40}';

export interface ${capital(noun)}Change {
  id: string;
  status?: string;
  note?: string;
  lines: { sku: string; quantity: number; priceCents: number }[];
}

export function total${index}(change: ${capital(noun)}Change): number {
  return change.lines.reduce((sum, line) => sum + line.quantity * line.priceCents, 0);
}

export async function apply${index}(change: ${capital(noun)}Change, userId: string) {
  const current = await prisma.${noun}.findFirst({ where: { id: change.id, ownerId: userId } });
  if (!current) {
    throw new Error(format${index % 40}('${noun}', change.id));
  }
  const saved = await prisma.${noun}.update({
    where: { id: current.id },
    data: { status: change.status ?? current.status, note: change.note, totalCents: total${index}(change) },
  });
  for (const line of change.lines) {
    await prisma.stock.update({ where: { sku: line.sku }, data: { count: { decrement: line.quantity } } });
  }
  logger.info({ id: saved.id, userId }, '${noun} changed');
  return saved;
}
`;
}
