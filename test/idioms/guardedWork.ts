// packages: next@15.1.0, next-auth@5.0.0-beta.25, @prisma/client@6.1.0, express@4.21.0

// file: lib/auth.ts
import NextAuth from 'next-auth';
export const { auth, handlers } = NextAuth({ providers: [] });

// file: lib/db.ts
import { PrismaClient } from '@prisma/client';
export const db = new PrismaClient();

// file: lib/periods.ts
import { auth } from './auth';
import { db } from './db';
// It refuses by what it gives back, and does nothing for those whom it refuses.
export async function reopen(id: string) { const session = await auth(); if (!session?.user) { return { error: 'no' }; } await db.period.update({ where: { id }, data: { open: true } }); return { ok: true }; }
// It asks when everything is done.
export async function reopenFirst(id: string) { await db.period.update({ where: { id }, data: { open: true } }); const session = await auth(); if (!session?.user) { return { error: 'no' }; } return { ok: true }; }
export async function note(id: string) { await db.note.create({ data: { id } }); }

// file: app/form.ts
'use server';
import { reopen, reopenFirst, note } from '../lib/periods';
import { db } from '../lib/db';
// endpoint: ACTION ignored present AUTHENTICATED
export async function ignored(form: FormData) { await reopen(String(form.get('id'))); }
// endpoint: ACTION loaded present AUTHENTICATED
export async function loaded(form: FormData) { const { reopen: run } = await import('../lib/periods'); await run(String(form.get('id'))); }
// endpoint: ACTION late absent
export async function late(form: FormData) { await reopenFirst(String(form.get('id'))); }
// endpoint: ACTION besides absent
export async function besides(form: FormData) { await reopen(String(form.get('id'))); await db.note.create({ data: { id: '1' } }); }
// endpoint: ACTION further absent
export async function further(form: FormData) { await note(String(form.get('id'))); await reopen(String(form.get('id'))); }
// endpoint: ACTION reads absent
export async function reads(form: FormData) { const rows = await db.note.findMany({ take: 5 }); await reopen(String(form.get('id'))); return rows; }
