// file: app/actions.ts
// packages: next@15.0.0, next-safe-action@7.9.0, zod@4.0.0
'use server';
import { createSafeActionClient } from 'next-safe-action';
import { z } from 'zod';
import { validateAndResolve } from './addresses';

const actionClient = createSafeActionClient();
const schema = z.object({ url: z.string().url() });

export const preview = actionClient.schema(schema).action(async ({ parsedInput }) => {
  const page = await fetch(parsedInput.url); // expect: ssrf
  return page.text();
});
export const taken = actionClient.inputSchema(z.object({ url: z.url() })).action(async ({ parsedInput: { url } }) => {
  const page = await fetch(url); // expect: ssrf
  return page.text();
});
export const chosen = actionClient.schema(z.object({ id: z.string().uuid() })).action(async ({ parsedInput }) => {
  const page = await fetch(`https://api.example.com/pages/${parsedInput.id}`); // ok: ssrf
  return page.text();
});
export const named = actionClient.schema(z.object({ url: z.enum(['https://a.example', 'https://b.example']) })).action(async ({ parsedInput }) => {
  const page = await fetch(parsedInput.url); // ok: ssrf
  return page.text();
});
export const tested = actionClient.schema(schema).action(async ({ parsedInput }) => post(parsedInput.url)); // ok: ssrf
async function post(url: string) {
  const address = await validateAndResolve(url);
  return (await fetch(url, { method: 'POST', headers: { host: address } })).ok;
}
export const untested = actionClient.schema(schema).action(async ({ parsedInput }) => send(parsedInput.url)); // expect: ssrf
async function send(url: string) {
  return (await fetch(url, { method: 'POST' })).ok;
}
