// packages: nuxt@3.15.0, h3@1.13.0, nuxt-auth-utils@0.5.0, drizzle-orm@0.38.0, @prisma/client@6.1.0, jsonwebtoken@9.0.0, @nuxtjs/supabase@1.4.0, better-auth@1.1.0

// file: server/api/admin/x.delete.ts
// endpoint: DELETE /api/admin/x present
export default defineEventHandler(() => db.post.deleteMany({}));

// file: server/api/loose/x.delete.ts
// endpoint: DELETE /api/loose/x absent
export default defineEventHandler(() => db.post.deleteMany({}));

// file: server/api/member/x.delete.ts
// endpoint: DELETE /api/member/x present
export default defineEventHandler(() => db.post.deleteMany({}));

// file: server/api/n1.delete.ts
// endpoint: DELETE /api/n1 absent
export default defineEventHandler(async (event) => { await db.post.deleteMany({}); });

// file: server/api/n10.delete.ts
// endpoint: DELETE /api/n10 present ROLE
export default defineEventHandler(async (event) => { await requireAdmin(event); await db.post.deleteMany({}); });

// file: server/api/n11.delete.ts
// endpoint: DELETE /api/n11 present AUTHENTICATED
export default defineEventHandler(async (event) => { const user = verifyToken(event); await db.post.deleteMany({}); });

// file: server/api/n12.delete.ts
// endpoint: DELETE /api/n12 present AUTHENTICATED
export default defineAuthedHandler(async (event) => { await db.post.deleteMany({}); });

// file: server/api/n13.delete.ts
// endpoint: DELETE /api/n13 present AUTHENTICATED
export default protectedHandler(async (event) => { await db.post.deleteMany({}); });

// file: server/api/n14.delete.ts
// endpoint: DELETE /api/n14 absent
export default openHandler(async (event) => { await db.post.deleteMany({}); });

// file: server/api/n15.delete.ts
// endpoint: DELETE /api/n15 present AUTHENTICATED
import { serverSupabaseUser } from '#supabase/server'; export default defineEventHandler(async (event) => { const user = await serverSupabaseUser(event); if (!user) throw createError({ statusCode: 401 }); await db.post.deleteMany({}); });

// file: server/api/n16.delete.ts
// endpoint: DELETE /api/n16 absent PRESENCE_ONLY
import { serverSupabaseSession } from '#supabase/server'; export default defineEventHandler(async (event) => { const s = await serverSupabaseSession(event); if (!s) throw createError({ statusCode: 401 }); await db.post.deleteMany({}); });

// file: server/api/n17.delete.ts
// endpoint: DELETE /api/n17 absent
export default defineEventHandler({ onRequest: [], handler: async (event) => { await db.post.deleteMany({}); } });

// file: server/api/n18.delete.ts
// endpoint: DELETE /api/n18 present AUTHENTICATED
export default defineEventHandler({ onRequest: [async (event) => { await requireUserSession(event); }], handler: async (event) => { await db.post.deleteMany({}); } });

// file: server/api/n19.delete.ts
// endpoint: DELETE /api/n19 present AUTHENTICATED
import { getServerSession } from '#auth'; export default eventHandler(async (event) => { const session = await getServerSession(event); if (!session) { return { status: 'unauthenticated!' }; } await db.post.deleteMany({}); });

// file: server/api/n2.delete.ts
// endpoint: DELETE /api/n2 present AUTHENTICATED
export default defineEventHandler(async (event) => { await requireUserSession(event); await db.post.deleteMany({}); });

// file: server/api/n20.delete.ts
// endpoint: DELETE /api/n20 present AUTHENTICATED
export default defineEventHandler(async (event) => { const session = await auth.api.getSession({ headers: event.headers }); if (!session?.user) return sendError(event, createError({ statusCode: 401 })); await db.post.deleteMany({}); });

// file: server/api/n21.delete.ts
// endpoint: DELETE /api/n21 absent PRESENCE_ONLY
export default defineEventHandler(async (event) => { const t = getHeader(event, 'authorization'); if (!t) throw createError({ statusCode: 401 }); await db.post.deleteMany({}); });

// file: server/api/n22.delete.ts
// endpoint: DELETE /api/n22 present SECRET
export default defineEventHandler(async (event) => { if (getHeader(event, 'x-key') !== useRuntimeConfig(event).apiKey) throw createError({ statusCode: 401 }); await db.post.deleteMany({}); });

// file: server/api/n23.delete.ts
// endpoint: DELETE /api/n23 absent (not awaited)
export default defineEventHandler(async (event) => { requireAuth(event); await db.post.deleteMany({}); });

// file: server/api/n24.delete.ts
// endpoint: DELETE /api/n24 present AUTHENTICATED
export default defineEventHandler(async (event) => { const session = await useSession(event, { password: process.env.P }); if (!session.data.userId) throw createError({ statusCode: 401 }); await db.post.deleteMany({}); });

// file: server/api/n25.delete.ts
// endpoint: DELETE /api/n25 present AUTHENTICATED
export default defineEventHandler(async (event) => { const userId = event.context.auth?.userId; if (!userId) { throw createError({ statusCode: 401 }) } await db.post.deleteMany({}); });

// file: server/api/n26.delete.ts
// endpoint: DELETE /api/n26 present AUTHENTICATED
export default defineEventHandler(async (event) => { const { userId } = event.context.auth(); if (!userId) { throw createError({ statusCode: 401 }) } await db.post.deleteMany({}); });

// file: server/api/n3.delete.ts
// endpoint: DELETE /api/n3 present AUTHENTICATED
export default defineEventHandler(async (event) => { const { user } = await getUserSession(event); if (!user) throw createError({ statusCode: 401 }); await db.post.deleteMany({}); });

// file: server/api/n4.delete.ts
// endpoint: DELETE /api/n4 absent
export default defineEventHandler(async (event) => { const session = await getUserSession(event); if (!session) throw createError({ statusCode: 401 }); await db.post.deleteMany({}); }); // always an object

// file: server/api/n5.delete.ts
// endpoint: DELETE /api/n5 present AUTHENTICATED
export default defineEventHandler(async (event) => { if (!event.context.user) throw createError({ statusCode: 401 }); await db.post.deleteMany({}); });

// file: server/api/n6.delete.ts
// endpoint: DELETE /api/n6 absent
export default defineEventHandler(async (event) => { if (!event.context.user) createError({ statusCode: 401 }); await db.post.deleteMany({}); });

// file: server/api/n7.delete.ts
// endpoint: DELETE /api/n7 present AUTHENTICATED
export default defineEventHandler(async (event) => { if (!event.context.user) return createError({ statusCode: 401 }); await db.post.deleteMany({}); });

// file: server/api/n8.delete.ts
// endpoint: DELETE /api/n8 present AUTHENTICATED
export default defineEventHandler(async (event) => { if (!event.context.user) { setResponseStatus(event, 401); return { error: 'x' }; } await db.post.deleteMany({}); });

// file: server/api/n9.delete.ts
// endpoint: DELETE /api/n9 present AUTHENTICATED
export default defineEventHandler(async (event) => { await requireAuth(event); await db.post.deleteMany({}); });

// file: server/middleware/1.auth.ts
import jwt from 'jsonwebtoken';
export default defineEventHandler(async (event) => {
  const token = getCookie(event, 'token');
  if (token) { try { event.context.user = jwt.verify(token, process.env.S!); } catch {} }
});

// file: server/middleware/2.admin.ts
export default defineEventHandler((event) => {
  if (event.path.startsWith('/api/admin') && !event.context.user?.isAdmin) throw createError({ statusCode: 403 });
  const url = getRequestURL(event);
  if (url.pathname.startsWith('/api/member')) {
    if (!event.context.user) { throw createError({ statusCode: 401 }); }
  }
  if (event.path.startsWith('/api/loose') && !event.context.user) createError({ statusCode: 401 });
});

// file: server/utils/auth.ts
import type { H3Event, EventHandler } from 'h3';
import jwt from 'jsonwebtoken';
import { betterAuth } from 'better-auth';
export const auth = betterAuth({});
export async function requireAuth(event: H3Event) { const session = await auth.api.getSession({ headers: event.headers }); if (!session) throw createError({ statusCode: 401, statusMessage: 'Unauthorized' }); return session.user; }
export const requireAdmin = async (event: H3Event) => { const { user } = await requireUserSession(event); if (user.role !== 'admin') throw createError({ statusCode: 403 }); return user; };
export function verifyToken(event: H3Event) { const token = getHeader(event, 'authorization')?.replace('Bearer ', ''); if (!token) throw createError({ statusCode: 401 }); try { return jwt.verify(token, useRuntimeConfig().jwtSecret); } catch { throw createError({ statusCode: 401 }); } }
export const defineAuthedHandler = <T>(handler: (event: H3Event) => T) => defineEventHandler(async (event) => { await requireUserSession(event); return handler(event); });
export const protectedHandler = (handler: any) => defineEventHandler(async (event) => { const user = event.context.user; if (!user) { setResponseStatus(event, 401); return { error: 'no' }; } return handler(event); });
export const openHandler = (handler: any) => defineEventHandler(async (event) => { const s = await getUserSession(event); console.log(s.user); return handler(event); });

// file: server/utils/db.ts
import { PrismaClient } from '@prisma/client';
export const db = new PrismaClient();
