// packages: express@4.21.0, next@15.1.0, next-auth@5.0.0-beta.25, jsonwebtoken@9.0.0, jose@5.0.0, @prisma/client@6.1.0, @supabase/supabase-js@2.45.0, @supabase/ssr@0.5.0, @clerk/nextjs@6.0.0, firebase-admin@12.0.0

// file: lib/caller.ts
import jwt from 'jsonwebtoken';
import { jwtVerify } from 'jose';
import { cookies, headers } from 'next/headers';
import { NextResponse } from 'next/server';
import { auth } from './auth';
import { db } from './db';
import { getAuth } from 'firebase-admin/auth';
const secret = new TextEncoder().encode(process.env.JWT_SECRET);
type Caller = { id: string; role: string };
// It refuses nobody: who has no token gets null. (A false token throws, no token does not.)
export async function getCurrentUser(req: any): Promise<Caller | null> { const token = req.headers.authorization?.split(' ')[1]; if (!token) return null; return jwt.verify(token, process.env.JWT_SECRET!) as Caller; }
export async function getCurrentUserBound(req: any): Promise<Caller | null> { const token = req.headers.authorization?.split(' ')[1]; if (!token) return null; const user = jwt.verify(token, process.env.JWT_SECRET!) as Caller; return user; }
export async function tryCurrentUser(req: any): Promise<Caller | null> { const token = req.headers.authorization?.split(' ')[1]; if (!token) return null; try { return jwt.verify(token, process.env.JWT_SECRET!) as Caller; } catch { return null; } }
export async function getUserId(): Promise<string | null> { const token = (await cookies()).get('session')?.value; if (!token) return null; const { payload } = await jwtVerify(token, secret); return (payload.sub as string) ?? null; }
export async function findUser(): Promise<Caller | null> { const id = await getUserId(); if (!id) return null; return db.user.findUnique({ where: { id } }); }
export async function findCaller(req: any): Promise<string | null> { const known = await getUserId(); if (known) { return known; } return (await getCurrentUser(req))?.id ?? null; }
export const sessionUser = async () => { const session = await auth(); if (!session) return null; return session.user; };
export const sessionUserShort = async () => (await auth())?.user ?? null;
export async function sessionUserUndefined() { const session = await auth(); if (!session?.user) return; return session.user; }
export async function userIfAny(req: any) { let user = null; const token = req.headers.get('authorization'); if (token) { user = jwt.verify(token, process.env.JWT_SECRET!); } return user; }
export async function userIfAnyTry(req: any) { let user = null; try { const token = req.headers.get('authorization'); if (token) { user = jwt.verify(token, process.env.JWT_SECRET!); } } catch (e) { console.error(e); } return user; }
export async function resultUser(req: any) { const token = req.headers.get('authorization'); if (!token) return { user: null, error: 'none' }; const user = jwt.verify(token, process.env.JWT_SECRET!); return { user, error: null }; }
export async function responseOrUser(req: any) { const token = req.headers.get('authorization'); if (!token) return NextResponse.json({ error: 'no' }, { status: 401 }); const user = jwt.verify(token, process.env.JWT_SECRET!); return user; }
export async function firebaseUser(req: any) { const header = req.headers.get('authorization'); if (!header?.startsWith('Bearer ')) return null; const decoded = await getAuth().verifyIdToken(header.slice(7)); return decoded; }
// It refuses by throwing.
export async function mustUser(req: any): Promise<Caller> { const user = await getCurrentUser(req); if (!user) throw new Error('Unauthorized'); return user; }
export async function mustToken(req: any): Promise<Caller> { const token = req.headers.authorization?.split(' ')[1]; if (!token) throw new Error('no'); return jwt.verify(token, process.env.JWT_SECRET!) as Caller; }

// file: lib/auth.ts
import NextAuth from 'next-auth';
import GitHub from 'next-auth/providers/github';
export const { handlers, auth, signIn, signOut } = NextAuth({ providers: [GitHub] });

// file: lib/db.ts
import { PrismaClient } from '@prisma/client';
export const db = new PrismaClient();

// file: src/app.ts
import express from 'express';
import jwt from 'jsonwebtoken';
import { db } from '../lib/db';
import { getCurrentUser, getCurrentUserBound, tryCurrentUser, mustUser, mustToken, findCaller } from '../lib/caller';
const app = express();
// endpoint: POST /a1 absent
app.post('/a1', async (req, res) => { await getCurrentUser(req); await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /a2 absent
app.post('/a2', async (req, res) => { const user = await getCurrentUser(req); await db.post.create({ data: { author: user?.id } }); res.json({}); });
// endpoint: POST /a3 present AUTHENTICATED
app.post('/a3', async (req, res) => { const user = await getCurrentUser(req); if (!user) return res.status(401).json({}); await db.post.create({ data: { author: user.id } }); res.json({}); });
// endpoint: POST /a4 absent
app.post('/a4', async (req, res) => { const user = await getCurrentUserBound(req); await db.post.create({ data: { author: user?.id } }); res.json({}); });
// endpoint: POST /a5 present AUTHENTICATED
app.post('/a5', async (req, res) => { const user = await getCurrentUserBound(req); if (!user) { res.status(401).json({}); return; } await db.post.create({ data: { author: user.id } }); res.json({}); });
// endpoint: POST /a6 absent
app.post('/a6', async (req, res) => { const user = await tryCurrentUser(req); await db.post.create({ data: { author: user?.id } }); res.json({}); });
// endpoint: POST /a7 present AUTHENTICATED
app.post('/a7', async (req, res) => { const user = await tryCurrentUser(req); if (user === null) throw new Error('no'); await db.post.create({ data: { author: user.id } }); res.json({}); });
// endpoint: POST /a8 present AUTHENTICATED
app.post('/a8', async (req, res) => { const user = await mustUser(req); await db.post.create({ data: { author: user.id } }); res.json({}); });
// endpoint: POST /a9 present AUTHENTICATED
app.post('/a9', async (req, res) => { await mustToken(req); await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /a10 present ROLE
app.post('/a10', async (req, res) => { const user = await getCurrentUser(req); if (user?.role !== 'admin') return res.status(403).json({}); await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /a11 absent
app.post('/a11', async (req, res) => { const caller = await findCaller(req); await db.post.create({ data: { caller } }); res.json({}); });
// endpoint: POST /a12 present AUTHENTICATED
app.post('/a12', async (req, res) => { const caller = await findCaller(req); if (!caller) return res.sendStatus(401); await db.post.create({ data: { caller } }); res.json({}); });
const attach = async (req: any, res: any, next: any) => { req.user = await getCurrentUser(req); next(); };
const must = async (req: any, res: any, next: any) => { req.user = await getCurrentUser(req); if (!req.user) return res.status(401).json({}); next(); };
// endpoint: POST /a13 absent
app.post('/a13', attach, async (req, res) => { await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /a14 present AUTHENTICATED
app.post('/a14', must, async (req, res) => { await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /a15 present AUTHENTICATED
app.post('/a15', attach, async (req: any, res) => { if (!req.user) return res.sendStatus(401); await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /a16 absent
app.post('/a16', async (req, res) => { const user = await getCurrentUser(req); if (user) console.log(user.id); await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /a17 present AUTHENTICATED
app.post('/a17', async (req, res) => { const user = await getCurrentUser(req); if (user) { await db.post.deleteMany({}); return res.json({}); } res.sendStatus(401); });
const ifAny = async (req: any) => { const raw = req.headers.authorization; if (raw) return jwt.verify(raw, process.env.JWT_SECRET!); return null; };
const ifAnyTernary = (req: any) => (req.headers.authorization ? jwt.verify(req.headers.authorization, process.env.JWT_SECRET!) : null);
const ifAnyElse = (req: any) => { let user; if (!req.headers.authorization) { user = null; } else { user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET!); } return user; };
const early = (token?: string) => { if (!token) { return undefined; } return jwt.verify(token, process.env.JWT_SECRET!); };
const saved = async (req: any, rows: unknown[]) => { if (rows.length === 0) return null; jwt.verify(req.headers.authorization, process.env.JWT_SECRET!); return db.post.createMany({ data: rows }); };
// endpoint: POST /c1 absent
app.post('/c1', async (req, res) => { const user = await ifAny(req); await db.post.create({ data: { user } }); res.json({}); });
// endpoint: POST /c2 present AUTHENTICATED
app.post('/c2', async (req, res) => { const user = await ifAny(req); if (!user) return res.sendStatus(401); await db.post.create({ data: { user } }); res.json({}); });
// endpoint: POST /c3 absent
app.post('/c3', async (req, res) => { const user = ifAnyTernary(req); await db.post.create({ data: { user } }); res.json({}); });
// endpoint: POST /c4 present AUTHENTICATED
app.post('/c4', async (req, res) => { const user = ifAnyTernary(req); if (!user) return res.sendStatus(401); await db.post.create({ data: { user } }); res.json({}); });
// endpoint: POST /c5 absent
app.post('/c5', async (req, res) => { const user = ifAnyElse(req); await db.post.create({ data: { user } }); res.json({}); });
// endpoint: POST /c6 present AUTHENTICATED
app.post('/c6', async (req, res) => { const user = ifAnyElse(req); if (!user) return res.sendStatus(401); await db.post.create({ data: { user } }); res.json({}); });
// endpoint: POST /c7 absent
app.post('/c7', async (req, res) => { const user = early(req.headers.authorization); await db.post.create({ data: { user } }); res.json({}); });
// endpoint: POST /c8 present AUTHENTICATED
app.post('/c8', async (req, res) => { const user = early(req.headers.authorization); if (!user) return res.sendStatus(401); await db.post.create({ data: { user } }); res.json({}); });
// endpoint: POST /c9 present AUTHENTICATED (it leaves early for another reason, and does nothing then)
app.post('/c9', async (req, res) => { res.json(await saved(req, req.body)); });
// endpoint: POST /c10 absent
app.post('/c10', async (req, res) => { const token = req.headers.authorization; const user = token ? jwt.verify(token, process.env.JWT_SECRET!) : null; await db.post.create({ data: { user } }); res.json({}); });
// endpoint: POST /c11 present AUTHENTICATED
app.post('/c11', async (req, res) => { const token = req.headers.authorization; const user = token ? jwt.verify(token, process.env.JWT_SECRET!) : null; if (!user) return res.sendStatus(401); await db.post.create({ data: { user } }); res.json({}); });
// endpoint: POST /c12 absent
app.post('/c12', async (req, res) => { const token = req.headers.authorization; const user = token && jwt.verify(token, process.env.JWT_SECRET!); await db.post.create({ data: { user } }); res.json({}); });
// endpoint: POST /c13 absent
app.post('/c13', async (req, res) => { const token = req.headers.authorization; let user; if (token) { user = jwt.verify(token, process.env.JWT_SECRET!); } else { user = null; } await db.post.create({ data: { user } }); res.json({}); });
// endpoint: POST /c16 absent
app.post('/c16', async (req, res) => { const token = req.headers.authorization; let user; if (token) { user = jwt.verify(token, process.env.JWT_SECRET!); } await db.post.create({ data: { user } }); res.json({}); });
// endpoint: POST /c17 absent
app.post('/c17', async (req, res) => { const token = req.headers.authorization; let user; if (token) { user = jwt.verify(token, process.env.JWT_SECRET!); } const post = await db.post.create({ data: { user } }); return res.status(201).json(post); });
// endpoint: POST /c18 present AUTHENTICATED
app.post('/c18', async (req, res) => { const token = req.headers.authorization; let user; if (token) { user = jwt.verify(token, process.env.JWT_SECRET!); } if (!user) return res.json({ error: 'no' }); const post = await db.post.create({ data: { user } }); return res.status(201).json(post); });
// endpoint: POST /c14 present AUTHENTICATED
app.post('/c14', async (req, res) => { const token = req.headers.authorization; if (token) { const user = jwt.verify(token, process.env.JWT_SECRET!); await db.post.create({ data: { user } }); } else { return res.sendStatus(401); } res.json({}); });
// endpoint: POST /c15 present AUTHENTICATED
app.post('/c15', async (req, res) => { const token = req.headers.authorization; if (!token) { return res.sendStatus(401); } const user = jwt.verify(token, process.env.JWT_SECRET!); await db.post.create({ data: { user } }); res.json({}); });

// file: app/api/b1/route.ts
import { db } from '../../../lib/db';
import { getUserId } from '../../../lib/caller';
// endpoint: POST /api/b1 absent
export async function POST() { const id = await getUserId(); return Response.json(await db.post.create({ data: { author: id } })); }
// endpoint: PUT /api/b1 present AUTHENTICATED
export async function PUT() { const id = await getUserId(); if (!id) return Response.json({}, { status: 401 }); return Response.json(await db.post.create({ data: { author: id } })); }
// endpoint: DELETE /api/b1 absent
export async function DELETE() { await getUserId(); await db.post.deleteMany({}); return Response.json({}); }

// file: app/api/b2/route.ts
import { db } from '../../../lib/db';
import { findUser } from '../../../lib/caller';
// endpoint: POST /api/b2 absent
export async function POST() { const user = await findUser(); return Response.json(await db.post.create({ data: { author: user?.id } })); }
// endpoint: PUT /api/b2 present AUTHENTICATED
export async function PUT() { const user = await findUser(); if (!user) return Response.json({}, { status: 401 }); return Response.json(await db.post.create({ data: { author: user.id } })); }
// endpoint: DELETE /api/b2 present ROLE
export async function DELETE() { const user = await findUser(); if (user?.role !== 'admin') return Response.json({}, { status: 403 }); await db.post.deleteMany({}); return Response.json({}); }
// endpoint: PATCH /api/b2 absent
export async function PATCH() { await findUser(); await db.post.deleteMany({}); return Response.json({}); }

// file: app/api/b3/route.ts
import { db } from '../../../lib/db';
import { sessionUser, sessionUserShort, sessionUserUndefined, userIfAny } from '../../../lib/caller';
// endpoint: POST /api/b3 absent
export async function POST() { const user = await sessionUser(); return Response.json(await db.post.create({ data: { author: user?.id } })); }
// endpoint: PUT /api/b3 present AUTHENTICATED
export async function PUT() { const user = await sessionUser(); if (!user) return Response.json({}, { status: 401 }); return Response.json(await db.post.create({ data: { author: user.id } })); }
// endpoint: DELETE /api/b3 absent
export async function DELETE() { const user = await sessionUserShort(); await db.post.deleteMany({ where: { author: user?.id } }); return Response.json({}); }
// endpoint: PATCH /api/b3 present AUTHENTICATED
export async function PATCH() { const user = await sessionUserShort(); if (!user) return Response.json({}, { status: 401 }); await db.post.deleteMany({}); return Response.json({}); }

// file: app/api/b4/route.ts
import { db } from '../../../lib/db';
import { sessionUserUndefined, userIfAny, userIfAnyTry } from '../../../lib/caller';
// endpoint: POST /api/b4 absent
export async function POST() { const user = await sessionUserUndefined(); return Response.json(await db.post.create({ data: { author: user?.id } })); }
// endpoint: PUT /api/b4 present AUTHENTICATED
export async function PUT() { const user = await sessionUserUndefined(); if (!user) return Response.json({}, { status: 401 }); return Response.json(await db.post.create({ data: { author: user.id } })); }
// endpoint: DELETE /api/b4 absent
export async function DELETE(req: Request) { const user = await userIfAny(req); await db.post.deleteMany({ where: { author: user?.id } }); return Response.json({}); }
// endpoint: PATCH /api/b4 present AUTHENTICATED
export async function PATCH(req: Request) { const user = await userIfAny(req); if (!user) return Response.json({}, { status: 401 }); await db.post.deleteMany({}); return Response.json({}); }

// file: app/api/b5/route.ts
import { db } from '../../../lib/db';
import { userIfAnyTry, resultUser, responseOrUser } from '../../../lib/caller';
import { NextResponse } from 'next/server';
// endpoint: POST /api/b5 absent
export async function POST(req: Request) { const user = await userIfAnyTry(req); return Response.json(await db.post.create({ data: { author: user?.id } })); }
// endpoint: PUT /api/b5 present AUTHENTICATED
export async function PUT(req: Request) { const user = await userIfAnyTry(req); if (!user) return Response.json({}, { status: 401 }); return Response.json(await db.post.create({ data: { author: user.id } })); }
// endpoint: DELETE /api/b5 absent
export async function DELETE(req: Request) { const { user } = await resultUser(req); await db.post.deleteMany({ where: { author: user?.id } }); return Response.json({}); }
// endpoint: PATCH /api/b5 present AUTHENTICATED
export async function PATCH(req: Request) { const { user, error } = await resultUser(req); if (error) return Response.json({}, { status: 401 }); await db.post.deleteMany({}); return Response.json({}); }

// file: app/api/b6/route.ts
import { db } from '../../../lib/db';
import { responseOrUser, firebaseUser } from '../../../lib/caller';
import { NextResponse } from 'next/server';
// endpoint: POST /api/b6 absent
export async function POST(req: Request) { const user = await responseOrUser(req); return Response.json(await db.post.create({ data: { author: user?.id } })); }
// endpoint: PUT /api/b6 present AUTHENTICATED
export async function PUT(req: Request) { const user = await responseOrUser(req); if (user instanceof NextResponse) return user; return Response.json(await db.post.create({ data: { author: user.id } })); }
// endpoint: DELETE /api/b6 absent
export async function DELETE(req: Request) { const user = await firebaseUser(req); await db.post.deleteMany({ where: { author: user?.uid } }); return Response.json({}); }
// endpoint: PATCH /api/b6 present AUTHENTICATED
export async function PATCH(req: Request) { const user = await firebaseUser(req); if (!user) return Response.json({}, { status: 401 }); await db.post.deleteMany({}); return Response.json({}); }
