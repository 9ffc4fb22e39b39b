// packages: @trpc/server@11.0.0, zod@4.0.0
import { initTRPC } from '@trpc/server';
import { z } from 'zod';

const t = initTRPC.create();
const schema = z.object({ url: z.string().url() });
export const router = t.router({
  a: t.procedure.input(schema).mutation(async ({ input }) => {
    const page = await fetch(input.url); // expect: ssrf
    return page.text();
  }),
  b: t.procedure.input(z.object({ url: z.enum(['https://a.example', 'https://b.example']) })).mutation(async ({ input }) => {
    const page = await fetch(input.url); // ok: ssrf
    return page.text();
  }),
});
export const more = t.router({
  c: t.procedure.input(z.object({ page: z.object({ id: z.string().uuid(), url: z.string() }) })).query(async ({ input: { page } }) => {
    const found = await fetch(`https://${page.id}.example.com/`); // ok: ssrf
    return found.text();
  }),
  d: t.procedure.input(z.object({ page: z.object({ id: z.string().uuid(), url: z.string() }) })).query(async ({ input: { page } }) => {
    const found = await fetch(page.url); // expect: ssrf
    return found.text();
  }),
});
