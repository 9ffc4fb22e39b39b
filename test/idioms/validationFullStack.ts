// packages: @prisma/client@6.1.0

// file: next/package.json
{"name": "next-app", "dependencies": {"next": "15.1.0", "zod": "3.23.0", "next-safe-action": "7.9.0", "@prisma/client": "6.1.0"}}

// file: next/app/api/p/route.ts
import { z } from 'zod';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const Post = z.object({ title: z.string() });
// endpoint: POST /api/p unvalidated
export async function POST(request: Request) { const body = await request.json(); return Response.json(await db.post.create({ data: body })); }
// endpoint: PUT /api/p validated
export async function PUT(request: Request) { const body = Post.parse(await request.json()); return Response.json(await db.post.create({ data: body })); }
// endpoint: PATCH /api/p validated
export async function PATCH(request: Request) { const body = await request.json(); const parsed = Post.safeParse(body); if (!parsed.success) return Response.json({}, { status: 400 }); return Response.json(await db.post.create({ data: parsed.data })); }
// endpoint: DELETE /api/p unvalidated
export async function DELETE(request: Request) { const body = await request.json(); const parsed = Post.safeParse(body); if (!parsed.success) { console.error(parsed.error); } return Response.json(await db.post.create({ data: body })); }

// file: next/app/actions.ts
'use server';
import { z } from 'zod';
import { createSafeActionClient } from 'next-safe-action';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const Post = z.object({ title: z.string() });
const client = createSafeActionClient();
// endpoint: ACTION a1 unvalidated
export async function a1(formData: FormData) { await db.post.create({ data: { title: formData.get('title') as string } }); }
// endpoint: ACTION a2 validated
export async function a2(prev: unknown, formData: FormData) { const parsed = Post.safeParse(Object.fromEntries(formData)); if (!parsed.success) return { errors: parsed.error.flatten() }; await db.post.create({ data: parsed.data }); }
// endpoint: ACTION a3 validated
export async function a3(formData: FormData) { const { title } = Post.parse({ title: formData.get('title') }); await db.post.create({ data: { title } }); }
// endpoint: ACTION a4 unvalidated
export async function a4(data: { title: string }) { await db.post.create({ data }); }
// endpoint: ACTION a5 validated
export async function a5(data: z.infer<typeof Post>) { const valid = Post.parse(data); await db.post.create({ data: valid }); }
// endpoint: ACTION a6 validated
export const a6 = client.schema(Post).action(async ({ parsedInput }) => { await db.post.create({ data: parsedInput }); });
// endpoint: ACTION a7 unvalidated (a type checks nothing at run time)
export async function a7(data: z.infer<typeof Post>) { await db.post.create({ data }); }

// file: tanstack/package.json
{"name": "tanstack", "dependencies": {"@tanstack/react-start": "1.95.0", "zod": "3.23.0", "@prisma/client": "6.1.0"}}

// file: tanstack/src/functions.ts
import { createServerFn } from '@tanstack/react-start';
import { z } from 'zod';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const Post = z.object({ title: z.string() });
// endpoint: POST t1 validated
export const t1 = createServerFn({ method: 'POST' }).validator(Post).handler(async ({ data }) => db.post.create({ data }));
// endpoint: POST t2 validated
export const t2 = createServerFn({ method: 'POST' }).inputValidator((data: unknown) => Post.parse(data)).handler(async ({ data }) => db.post.create({ data }));
// endpoint: POST t3 unvalidated (it gives back what it is given)
export const t3 = createServerFn({ method: 'POST' }).validator((data: { title: string }) => data).handler(async ({ data }) => db.post.create({ data }));
// endpoint: POST t4 unvalidated
export const t4 = createServerFn({ method: 'POST' }).inputValidator((data: unknown) => data as { title: string }).handler(async ({ data }) => db.post.create({ data }));
// endpoint: POST t5 validated
export const t5 = createServerFn({ method: 'POST' }).inputValidator((data: { title: string }) => { if (typeof data.title !== 'string') throw new Error('no'); return data; }).handler(async ({ data }) => db.post.create({ data: { title: data.title } }));

// file: astro/package.json
{"name": "astro-app", "dependencies": {"astro": "5.0.0", "@prisma/client": "6.1.0"}}

// file: astro/src/actions/index.ts
import { defineAction } from 'astro:actions';
import { z } from 'astro:schema';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export const server = {
  // endpoint: POST s1 validated
  s1: defineAction({ input: z.object({ title: z.string() }), handler: async (input) => db.post.create({ data: input }) }),
  // endpoint: POST s2 unvalidated
  s2: defineAction({ accept: 'form', handler: async (form) => db.post.create({ data: { title: form.get('title') as string } }) }),
  // endpoint: POST s3 unvalidated
  s3: defineAction({ handler: async (input: any) => db.post.create({ data: input }) }),
};

// file: nuxt/package.json
{"name": "nuxt-app", "dependencies": {"nuxt": "3.14.0", "zod": "3.23.0", "@prisma/client": "6.1.0"}}

// file: nuxt/server/api/a.post.ts
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
// endpoint: POST /api/a unvalidated
export default defineEventHandler(async (event) => { const body = await readBody(event); return db.post.create({ data: body }); });

// file: nuxt/server/api/b.post.ts
import { z } from 'zod';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const Post = z.object({ title: z.string() });
// endpoint: POST /api/b validated
export default defineEventHandler(async (event) => { const body = await readValidatedBody(event, Post.parse); return db.post.create({ data: body }); });

// file: nuxt/server/api/c.post.ts
import { z } from 'zod';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const Post = z.object({ title: z.string() });
// endpoint: POST /api/c validated
export default defineEventHandler(async (event) => { const result = await readValidatedBody(event, (body) => Post.safeParse(body)); if (!result.success) throw createError({ statusCode: 400 }); return db.post.create({ data: result.data }); });

// file: svelte/package.json
{"name": "svelte-app", "dependencies": {"@sveltejs/kit": "2.15.0", "sveltekit-superforms": "2.22.0", "zod": "3.23.0", "@prisma/client": "6.1.0"}}

// file: svelte/src/routes/a/+page.server.ts
import { superValidate, fail } from 'sveltekit-superforms';
import { zod } from 'sveltekit-superforms/adapters';
import { z } from 'zod';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const Post = z.object({ title: z.string() });
export const actions = {
  // endpoint: POST /a?/one validated
  one: async ({ request }) => { const form = await superValidate(request, zod(Post)); if (!form.valid) return fail(400, { form }); await db.post.create({ data: form.data }); return { form }; },
  // endpoint: POST /a?/two unvalidated (nobody asks whether it is valid)
  two: async ({ request }) => { const form = await superValidate(request, zod(Post)); await db.post.create({ data: form.data }); return { form }; },
  // endpoint: POST /a?/three unvalidated
  three: async ({ request }) => { const form = await request.formData(); await db.post.create({ data: { title: form.get('title') as string } }); },
  // endpoint: POST /a?/four validated
  four: async ({ request }) => { const parsed = Post.safeParse(Object.fromEntries(await request.formData())); if (!parsed.success) return { bad: true }; await db.post.create({ data: parsed.data }); },
};

// file: remix/package.json
{"name": "remix-app", "dependencies": {"react-router": "7.1.0", "@react-router/node": "7.1.0", "@conform-to/zod": "1.2.0", "zod": "3.23.0", "@prisma/client": "6.1.0"}}

// file: remix/app/routes/a.tsx
import { parseWithZod } from '@conform-to/zod';
import { z } from 'zod';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const Post = z.object({ title: z.string() });
// endpoint: POST /a validated
export async function action({ request }) { const submission = parseWithZod(await request.formData(), { schema: Post }); if (submission.status !== 'success') return submission.reply(); await db.post.create({ data: submission.value }); return null; }

// file: remix/app/routes/b.tsx
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
// endpoint: POST /b unvalidated
export async function action({ request }) { const form = await request.formData(); await db.post.create({ data: { title: form.get('title') } }); return null; }

// file: convex/package.json
{"name": "convex-app", "dependencies": {"convex": "1.17.0"}}

// file: convex/convex/posts.ts
import { mutation } from './_generated/server';
import { v } from 'convex/values';
// endpoint: MUTATION posts.c1 validated
export const c1 = mutation({ args: { title: v.string() }, handler: async (ctx, args) => { await ctx.db.insert('posts', args); } });
// endpoint: MUTATION posts.c2 unvalidated
export const c2 = mutation(async (ctx, args: { title: string }) => { await ctx.db.insert('posts', args); });
// endpoint: MUTATION posts.c3 unvalidated
export const c3 = mutation({ handler: async (ctx, args: { title: string }) => { await ctx.db.insert('posts', args); } });

// file: firebase/package.json
{"name": "firebase-app", "dependencies": {"firebase-functions": "6.1.0", "firebase-admin": "12.0.0", "zod": "3.23.0"}}

// file: firebase/src/index.ts
import { onCall, HttpsError } from 'firebase-functions/v2/https';
import { getFirestore } from 'firebase-admin/firestore';
import { z } from 'zod';
const Post = z.object({ title: z.string() });
// endpoint: CALL o1 unvalidated
export const o1 = onCall(async (request) => { await getFirestore().collection('posts').add(request.data); });
// endpoint: CALL o2 validated
export const o2 = onCall(async (request) => { const data = Post.parse(request.data); await getFirestore().collection('posts').add(data); });
// endpoint: CALL o3 validated
export const o3 = onCall(async ({ data }) => { const parsed = Post.safeParse(data); if (!parsed.success) throw new HttpsError('invalid-argument', 'no'); await getFirestore().collection('posts').add(parsed.data); });
