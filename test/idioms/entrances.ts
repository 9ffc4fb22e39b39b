// packages: next@15.1.0, next-auth@5.0.0-beta.25, better-auth@1.2.0, @prisma/client@6.1.0

// file: lib/db.ts
import { PrismaClient } from '@prisma/client';
export const db = new PrismaClient();

// file: auth.ts
import NextAuth from 'next-auth';
import GitHub from 'next-auth/providers/github';
export const { handlers, signIn, signOut, auth } = NextAuth({ providers: [GitHub] });

// file: chosen.ts
import NextAuth from 'next-auth';
import GitHub from 'next-auth/providers/github';
export const choose = NextAuth({ providers: [GitHub], callbacks: { authorized: ({ auth }) => !!auth } });

// file: app/api/one/[...nextauth]/route.ts
import { handlers } from '../../../../auth';
// endpoint: GET /api/one/[...nextauth] public
// endpoint: POST /api/one/[...nextauth] public (whoever wants to come in is not known yet)
export const { GET, POST } = handlers;

// file: app/api/two/[...nextauth]/route.ts
import { choose } from '../../../../chosen';
// endpoint: GET /api/two/[...nextauth] public
// endpoint: POST /api/two/[...nextauth] public
export const { GET, POST } = choose.handlers;

// file: app/api/three/[...nextauth]/route.ts
import NextAuth from 'next-auth';
import GitHub from 'next-auth/providers/github';
const handler = NextAuth({ providers: [GitHub] });
// endpoint: GET /api/three/[...nextauth] public
// endpoint: POST /api/three/[...nextauth] public
export { handler as GET, handler as POST };

// file: app/api/four/[...all]/route.ts
import { toNextJsHandler } from 'better-auth/next-js';
import { auth } from '../../../../lib/auth';
// endpoint: GET /api/four/[...all] public
// endpoint: POST /api/four/[...all] public
export const { GET, POST } = toNextJsHandler(auth);

// file: lib/auth.ts
import { betterAuth } from 'better-auth';
export const auth = betterAuth({});

// file: app/api/five/route.ts
import { made } from '../../../lib/made';
// endpoint: POST /api/five unknown (what somebody makes elsewhere may be anything)
export const { POST } = made();

// file: lib/made.ts
declare const all: any;
export const made = () => all.handlers;

// file: app/api/six/route.ts
'use server';
import { db } from '../../../lib/db';
// endpoint: POST /api/six absent NONE (an endpoint, and no action beside it)
export async function POST() { await db.post.deleteMany({}); return Response.json({}); }
// endpoint: ACTION wipe absent NONE
export async function wipe() { await db.post.deleteMany({}); }
