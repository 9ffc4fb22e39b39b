// packages: next@15.1.0, @prisma/client@6.1.0, next-auth@5.0.0-beta.25, lucia@3.2.2, iron-session@8.0.4, jose@5.9.6

// file: lib/a0.ts
import { Auth0Client } from '@auth0/nextjs-auth0/server';
export const auth0 = new Auth0Client();

// file: lib/amp.ts
import { createServerRunner } from '@aws-amplify/adapter-nextjs';
export const { runWithAmplifyServerContext } = createServerRunner({ config: {} as any });

// file: lib/aw.ts
import { Client, Account } from 'node-appwrite';
import { cookies } from 'next/headers';
export async function createSessionClient() {
  const client = new Client().setEndpoint('x').setProject('y');
  const session = (await cookies()).get('session');
  if (!session || !session.value) throw new Error('No session');
  client.setSession(session.value);
  return { get account() { return new Account(client); } };
}

// file: lib/ba.ts
import { betterAuth } from 'better-auth';
export const auth = betterAuth({});

// file: lib/db.ts
import { PrismaClient } from '@prisma/client';
export const prisma = new PrismaClient();

// file: lib/lucia.ts
import { Lucia } from 'lucia';
export const lucia = new Lucia({} as any, {});

// file: lib/na.ts
import NextAuth from 'next-auth';
export const { auth, handlers, signIn, signOut } = NextAuth({ providers: [] });

// file: lib/stack.ts
import { StackServerApp } from '@stackframe/stack';
export const stackServerApp = new StackServerApp({ tokenStore: 'nextjs-cookie' });

// file: app/api/amplify/route.ts
// endpoint: POST /api/amplify present AUTHENTICATED
import { prisma } from '../../../lib/db';
import { runWithAmplifyServerContext } from '../../../lib/amp';
import { getCurrentUser } from 'aws-amplify/auth/server';
import { cookies } from 'next/headers';
export async function POST(req: Request) {
  const user = await runWithAmplifyServerContext({ nextServerContext: { cookies }, operation: (ctx: any) => getCurrentUser(ctx) }); if (!user) return new Response('', { status: 401 });
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/apiKeyDb/route.ts
// endpoint: POST /api/apiKeyDb present SECRET
import { prisma } from '../../../lib/db';
import { createHash } from 'crypto';
export async function POST(req: Request) {
  const key = req.headers.get('x-api-key'); if (!key) return new Response('', { status: 401 }); const row = await prisma.apiKey.findUnique({ where: { hash: createHash('sha256').update(key).digest('hex') } }); if (!row) return new Response('', { status: 401 });
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/appwrite/route.ts
// endpoint: POST /api/appwrite unknown
import { prisma } from '../../../lib/db';
import { createSessionClient } from '../../../lib/aw';
export async function POST(req: Request) {
  const { account } = await createSessionClient(); const user = await account.get();
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/auth0/route.ts
// endpoint: POST /api/auth0 present AUTHENTICATED
import { prisma } from '../../../lib/db';
import { auth0 } from '../../../lib/a0';
export async function POST(req: Request) {
  const session = await auth0.getSession(); if (!session) return new Response('', { status: 401 });
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/basic/route.ts
// endpoint: POST /api/basic present SECRET
import { prisma } from '../../../lib/db';

export async function POST(req: Request) {
  const [u, p] = atob(req.headers.get('authorization')?.slice(6) ?? '').split(':'); if (u !== process.env.ADMIN_USER || p !== process.env.ADMIN_PASSWORD) return new Response('', { status: 401 });
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/betterAuth/route.ts
// endpoint: POST /api/betterAuth present AUTHENTICATED
import { prisma } from '../../../lib/db';
import { auth } from '../../../lib/ba';
import { headers } from 'next/headers';
export async function POST(req: Request) {
  const session = await auth.api.getSession({ headers: await headers() }); if (!session) return new Response('', { status: 401 });
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/clerkAuth/route.ts
// endpoint: POST /api/clerkAuth present AUTHENTICATED
import { prisma } from '../../../lib/db';
import { auth } from '@clerk/nextjs/server';
export async function POST(req: Request) {
  const { userId } = await auth(); if (!userId) return new Response('', { status: 401 });
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/clerkCurrentUser/route.ts
// endpoint: POST /api/clerkCurrentUser present AUTHENTICATED
import { prisma } from '../../../lib/db';
import { currentUser } from '@clerk/nextjs/server';
export async function POST(req: Request) {
  const user = await currentUser(); if (!user) return new Response('', { status: 401 });
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/clerkGetAuth/route.ts
// endpoint: POST /api/clerkGetAuth present AUTHENTICATED
import { prisma } from '../../../lib/db';
import { getAuth } from '@clerk/nextjs/server';
export async function POST(req: Request) {
  const { userId } = getAuth(req as any); if (!userId) return new Response('', { status: 401 });
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/clerkProtect/route.ts
// endpoint: POST /api/clerkProtect present AUTHENTICATED
import { prisma } from '../../../lib/db';
import { auth } from '@clerk/nextjs/server';
export async function POST(req: Request) {
  await auth.protect();
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/cognito/route.ts
// endpoint: POST /api/cognito present AUTHENTICATED
import { prisma } from '../../../lib/db';
import { CognitoJwtVerifier } from 'aws-jwt-verify';
const verifier = CognitoJwtVerifier.create({ userPoolId: 'x', tokenUse: 'access', clientId: 'y' });
export async function POST(req: Request) {
  try { await verifier.verify(req.headers.get('authorization') ?? ''); } catch { return new Response('', { status: 401 }); }
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/convexToken/route.ts
// endpoint: POST /api/convexToken unknown
import { prisma } from '../../../lib/db';
import { convexAuthNextjsToken } from '@convex-dev/auth/nextjs/server';
export async function POST(req: Request) {
  const token = await convexAuthNextjsToken(); if (!token) return new Response('', { status: 401 });
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/descope/route.ts
// endpoint: POST /api/descope present AUTHENTICATED
import { prisma } from '../../../lib/db';
import { session } from '@descope/nextjs-sdk/server';
export async function POST(req: Request) {
  const s = await session(); if (!s) return new Response('', { status: 401 });
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/firebase/route.ts
// endpoint: POST /api/firebase present AUTHENTICATED
import { prisma } from '../../../lib/db';
import { getAuth } from 'firebase-admin/auth';
export async function POST(req: Request) {
  const t = req.headers.get('authorization')?.split('Bearer ')[1]; if (!t) return new Response('', { status: 401 }); const decoded = await getAuth().verifyIdToken(t); const uid = decoded.uid;
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/firebaseCookie/route.ts
// endpoint: POST /api/firebaseCookie present AUTHENTICATED
import { prisma } from '../../../lib/db';
import { getAuth } from 'firebase-admin/auth';
export async function POST(req: Request) {
  try { await getAuth().verifySessionCookie('x', true); } catch { return new Response('', { status: 401 }); }
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/iron/route.ts
// endpoint: POST /api/iron present AUTHENTICATED
import { prisma } from '../../../lib/db';
import { getIronSession } from 'iron-session';
import { cookies } from 'next/headers';
export async function POST(req: Request) {
  const session = await getIronSession<{ userId?: string }>(await cookies(), { password: process.env.P!, cookieName: 's' }); if (!session.userId) return new Response('', { status: 401 });
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/jose/route.ts
// endpoint: POST /api/jose present AUTHENTICATED
import { prisma } from '../../../lib/db';
import { jwtVerify } from 'jose';
export async function POST(req: Request) {
  const t = req.headers.get('authorization')?.slice(7) ?? ''; try { await jwtVerify(t, new TextEncoder().encode(process.env.S)); } catch { return new Response('', { status: 401 }); }
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/joseCookie/route.ts
// endpoint: POST /api/joseCookie present AUTHENTICATED
import { prisma } from '../../../lib/db';
import { jwtVerify } from 'jose';
import { cookies } from 'next/headers';
export async function POST(req: Request) {
  const t = (await cookies()).get('session')?.value; if (!t) return new Response('', { status: 401 }); const { payload } = await jwtVerify(t, new TextEncoder().encode(process.env.S)); const userId = payload.sub;
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/jwtDecode/route.ts
// endpoint: POST /api/jwtDecode absent
import { prisma } from '../../../lib/db';
import jwt from 'jsonwebtoken';
export async function POST(req: Request) {
  const u = jwt.decode(req.headers.get('authorization')?.split(' ')[1] ?? ''); if (!u) return new Response('', { status: 401 });
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/jwtVerify/route.ts
// endpoint: POST /api/jwtVerify present AUTHENTICATED
import { prisma } from '../../../lib/db';
import jwt from 'jsonwebtoken';
export async function POST(req: Request) {
  let u; try { u = jwt.verify(req.headers.get('authorization')?.split(' ')[1] ?? '', process.env.JWT_SECRET!); } catch (e) { return new Response('', { status: 401 }); }
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/kinde/route.ts
// endpoint: POST /api/kinde present AUTHENTICATED
import { prisma } from '../../../lib/db';
import { getKindeServerSession } from '@kinde-oss/kinde-auth-nextjs/server';
export async function POST(req: Request) {
  const { isAuthenticated } = getKindeServerSession(); if (!(await isAuthenticated())) return new Response('', { status: 401 });
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/kindeUser/route.ts
// endpoint: POST /api/kindeUser present AUTHENTICATED
import { prisma } from '../../../lib/db';
import { getKindeServerSession } from '@kinde-oss/kinde-auth-nextjs/server';
export async function POST(req: Request) {
  const { getUser } = getKindeServerSession(); const user = await getUser(); if (!user || !user.id) return new Response('', { status: 401 });
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/logto/route.ts
// endpoint: POST /api/logto present AUTHENTICATED
import { prisma } from '../../../lib/db';
import { getLogtoContext } from '@logto/next/server-actions';
export async function POST(req: Request) {
  const { isAuthenticated } = await getLogtoContext({} as any); if (!isAuthenticated) return new Response('', { status: 401 });
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/lucia/route.ts
// endpoint: POST /api/lucia present AUTHENTICATED
import { prisma } from '../../../lib/db';
import { lucia } from '../../../lib/lucia';
import { cookies } from 'next/headers';
export async function POST(req: Request) {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value; if (!id) return new Response('', { status: 401 }); const { session, user } = await lucia.validateSession(id); if (!session) return new Response('', { status: 401 });
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/nextauth5/route.ts
// endpoint: POST /api/nextauth5 present AUTHENTICATED
import { prisma } from '../../../lib/db';
import { auth } from '../../../lib/na';
export async function POST(req: Request) {
  const session = await auth(); if (!session?.user) return new Response('', { status: 401 });
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/nextauthWrap/route.ts
// endpoint: POST /api/nextauthWrap present AUTHENTICATED
import { prisma } from '../../../lib/db';
import { auth } from '../../../lib/na';
export const POST = auth(async (req: any) => { if (!req.auth) return new Response('', { status: 401 }); const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({}); });

// file: app/api/none/route.ts
// endpoint: POST /api/none absent
import { prisma } from '../../../lib/db';

export async function POST(req: Request) {
  
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/pocketbase/route.ts
// endpoint: POST /api/pocketbase present AUTHENTICATED
import { prisma } from '../../../lib/db';
import PocketBase from 'pocketbase';
export async function POST(req: Request) {
  const pb = new PocketBase('x'); pb.authStore.loadFromCookie(req.headers.get('cookie') ?? ''); if (!pb.authStore.isValid) return new Response('', { status: 401 }); await pb.collection('users').authRefresh();
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/presence/route.ts
// endpoint: POST /api/presence absent
import { prisma } from '../../../lib/db';

export async function POST(req: Request) {
  if (!req.headers.get('authorization')) return new Response('', { status: 401 });
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/privy/route.ts
// endpoint: POST /api/privy present AUTHENTICATED
import { prisma } from '../../../lib/db';
import { PrivyClient } from '@privy-io/server-auth';
const privy = new PrivyClient('a', 'b');
export async function POST(req: Request) {
  try { await privy.verifyAuthToken(req.headers.get('authorization') ?? ''); } catch { return new Response('', { status: 401 }); }
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/propel/route.ts
// endpoint: POST /api/propel present AUTHENTICATED
import { prisma } from '../../../lib/db';
import { getUserOrThrow } from '@propelauth/nextjs/server/app-router';
export async function POST(req: Request) {
  const user = await getUserOrThrow();
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/sessionDb/route.ts
// endpoint: POST /api/sessionDb present AUTHENTICATED
import { prisma } from '../../../lib/db';
import { cookies } from 'next/headers';
export async function POST(req: Request) {
  const id = (await cookies()).get('session')?.value; const session = id ? await prisma.session.findUnique({ where: { id }, include: { user: true } }) : null; if (!session || session.expiresAt < new Date()) return new Response('', { status: 401 });
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/stack/route.ts
// endpoint: POST /api/stack present AUTHENTICATED
import { prisma } from '../../../lib/db';
import { stackServerApp } from '../../../lib/stack';
export async function POST(req: Request) {
  const user = await stackServerApp.getUser(); if (!user) return new Response('', { status: 401 });
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/stackOr/route.ts
// endpoint: POST /api/stackOr present AUTHENTICATED
import { prisma } from '../../../lib/db';
import { stackServerApp } from '../../../lib/stack';
export async function POST(req: Request) {
  const user = await stackServerApp.getUser({ or: 'throw' });
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/supaClaims/route.ts
// endpoint: POST /api/supaClaims present AUTHENTICATED
import { prisma } from '../../../lib/db';
import { createServerClient } from '@supabase/ssr';
export async function POST(req: Request) {
  const supabase = createServerClient('a', 'b', {} as any); const { data } = await supabase.auth.getClaims(); if (!data?.claims) return new Response('', { status: 401 });
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/supaToken/route.ts
// endpoint: POST /api/supaToken present AUTHENTICATED
import { prisma } from '../../../lib/db';
import { createClient } from '@supabase/supabase-js';
const supabase = createClient('a', 'b');
export async function POST(req: Request) {
  const token = req.headers.get('authorization')?.replace('Bearer ', ''); const { data, error } = await supabase.auth.getUser(token); if (error || !data.user) return new Response('', { status: 401 });
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/supaUser/route.ts
// endpoint: POST /api/supaUser present AUTHENTICATED
import { prisma } from '../../../lib/db';
import { createServerClient } from '@supabase/ssr';
export async function POST(req: Request) {
  const supabase = createServerClient('a', 'b', {} as any); const { data: { user } } = await supabase.auth.getUser(); if (!user) return new Response('', { status: 401 });
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/supertokens/route.ts
// endpoint: POST /api/supertokens present AUTHENTICATED
import { prisma } from '../../../lib/db';
import { withSession } from 'supertokens-node/nextjs';
export async function POST(req: Request) { return withSession(req, async (err: any, session: any) => { if (err) return new Response('', { status: 500 }); if (!session) return new Response('', { status: 401 }); const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({}); }); }

// file: app/api/workos/route.ts
// endpoint: POST /api/workos present AUTHENTICATED
import { prisma } from '../../../lib/db';
import { withAuth } from '@workos-inc/authkit-nextjs';
export async function POST(req: Request) {
  const { user } = await withAuth(); if (!user) return new Response('', { status: 401 });
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}

// file: app/api/workosEnsure/route.ts
// endpoint: POST /api/workosEnsure present AUTHENTICATED
import { prisma } from '../../../lib/db';
import { withAuth } from '@workos-inc/authkit-nextjs';
export async function POST(req: Request) {
  const { user } = await withAuth({ ensureSignedIn: true });
  const d = await req.json(); await prisma.post.create({ data: { title: String(d.title) } }); return Response.json({});
}
