// packages: zsa@0.6.0, next@15.1.0, zod@3.23.0, @prisma/client@6.1.0, @supabase/ssr@0.6.0

// file: src/procedures.ts
import { createServerActionProcedure, ZSAError } from 'zsa';
import { createServerClient } from '@supabase/ssr';
import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
const connect = async () => createServerClient(process.env.URL!, process.env.KEY!, { cookies: { getAll: () => [], setAll() {} } });

export const open = createServerActionProcedure()
  .handler(async () => ({ supabase: await connect(), prisma }))
  .createServerAction();

// Supabase gives nothing and throws nothing where nobody is signed in.
export const heedless = createServerActionProcedure()
  .handler(async () => {
    const supabase = await connect();
    try {
      const { data: user } = await supabase.auth.getUser();
      return { user, supabase, prisma };
    } catch (error) {
      throw new ZSAError('NOT_AUTHORIZED', 'Sign in first');
    }
  })
  .createServerAction();

const signedIn = createServerActionProcedure().handler(async () => {
  const supabase = await connect();
  const { data } = await supabase.auth.getUser();
  if (!data.user) throw new ZSAError('NOT_AUTHORIZED', 'Sign in first');
  return { user: data.user, supabase, prisma };
});
export const members = signedIn.createServerAction();

export const editors = createServerActionProcedure(signedIn)
  .handler(async ({ ctx }) => {
    const found = await ctx.supabase.from('editors').select('id').eq('id', ctx.user.id).maybeSingle();
    return { ...ctx, editor: found.data };
  })
  .createServerAction();

// file: src/actions.ts
'use server';
import { z } from 'zod';
import { createServerAction } from 'zsa';
import { editors, heedless, members, open } from './procedures';
import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();

// endpoint: ACTION a1 absent validated
export const a1 = open.input(z.object({ id: z.string() })).handler(async ({ ctx, input }) => ctx.prisma.note.delete({ where: { id: input.id } }));
// endpoint: ACTION a2 absent (asked and let through whatever the answer is)
export const a2 = heedless.input(z.object({ id: z.string() })).handler(async ({ ctx, input }) => ctx.prisma.note.delete({ where: { id: input.id } }));
// endpoint: ACTION a3 present AUTHENTICATED
export const a3 = members.handler(async ({ ctx }) => ctx.prisma.note.deleteMany({ where: { owner: ctx.user.id } }));
// endpoint: ACTION a4 present AUTHENTICATED
export const a4 = editors
  .input(z.object({ id: z.string() }))
  .onSuccess(async () => {})
  .handler(async ({ ctx, input }) => ctx.prisma.note.delete({ where: { id: input.id } }));
// endpoint: ACTION a5 absent
export const a5 = createServerAction().handler(async () => prisma.note.deleteMany());
