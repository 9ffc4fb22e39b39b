// packages: @sveltejs/kit@1.30.0, @prisma/client@5.1.0

// file: src/lib/auth.ts
import { error, redirect } from '@sveltejs/kit';
import { db } from './db';
export async function needUser(event: any) { const id = event.cookies.get('sid'); const session = await db.session.findUnique({ where: { token: id } }); if (!session) throw error(401); return session.user; }
export function needs(event: any) { if (!event.locals.user) throw redirect(303, '/login'); }

// file: src/lib/db.ts
import { PrismaClient } from '@prisma/client';
export const db = new PrismaClient();

// file: src/routes/a/+server.ts
import { error, json, redirect } from '@sveltejs/kit';
import { db } from '$lib/db';
// endpoint: POST /a present AUTHENTICATED
export const POST = async ({ locals }) => { if (!locals.user) throw error(401, 'no'); await db.post.deleteMany({}); return json({}); };
// endpoint: PUT /a present AUTHENTICATED
export const PUT = async ({ locals }) => { if (!locals.user) throw redirect(302, '/login'); await db.post.deleteMany({}); return json({}); };
// endpoint: PATCH /a present AUTHENTICATED
export const PATCH = async ({ locals }) => { const session = await locals.getUser(); if (!session) { throw error(401); } await db.post.deleteMany({}); return json({}); };

// file: src/routes/b/+server.ts
import { json } from '@sveltejs/kit';
import { db } from '$lib/db';
import { needUser, needs } from '$lib/auth';
// endpoint: POST /b present AUTHENTICATED
export const POST = async (event) => { needs(event); await db.post.deleteMany({}); return json({}); };
// endpoint: PUT /b present AUTHENTICATED|SECRET
export const PUT = async (event) => { await needUser(event); await db.post.deleteMany({}); return json({}); };
