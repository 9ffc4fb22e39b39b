import { defineLibrary, type CallRole } from '../model/library';

const auth: CallRole = {
  verify: { level: 'AUTHENTICATED', fails: 'empty' },
  callbacks: [{ args: [0], params: ['web#request', 'next#ctx'] }],
};
/**
 * https://next-auth.js.org/configuration/nextjs#middleware: without a callback of its own it asks for a token; with one, those get in for whom
 * that gives something, and the function around them decides about the rest.
 */
const asks: CallRole = {
  guard: { kind: 'authentication', level: 'AUTHENTICATED', decidedBy: 'callbacks.authorized' },
  callbacks: [
    { args: [0], params: ['web#request'] },
    ...[0, 1].map((arg) => ({ args: [arg], params: ['next-auth#asked'], property: 'callbacks.authorized' })),
  ],
};

function goesElsewhere(arg: number): CallRole {
  return { interrupts: { by: 'itself', unless: { arg, option: 'redirect' } } };
}

/** What version 5 makes, by what it was told. */
const made = ['next-auth#()', 'nextAuth#configured'];

/**
 * Auth.js 5 and NextAuth 4. `auth()` gives the session or null; wrapped around a handler it puts it on the request and refuses nobody.
 * As middleware it refuses by the callback `authorized` of its configuration, and nobody without that; a function that is given to it
 * decides instead (source of next-auth 5.0.0-beta.25, `lib/index.ts`).
 */
export default defineLibrary({
  id: 'next-auth',
  title: 'Auth.js',
  byCookie: true,
  packages: ['next-auth'],
  variants: {
    'next-auth#': [
      { arg: 0, option: 'callbacks.authorized', value: 'nextAuth#configured' },
      // What another file adds may hold the callback.
      { arg: 0, text: /^\w+$|\.\.\.\s*\w/, value: 'nextAuth#configured' },
    ],
  },
  calls: {
    // As in version 4, and in 5: `export const { GET, POST } = handlers`.
    ...Object.fromEntries(
      ['next-auth#', 'next-auth/next#', ...made.flatMap((path) => ['GET', 'POST'].map((method) => `${path}.handlers.${method}`))].map(
        (path) => [path, { entrance: true } satisfies CallRole],
      ),
    ),
    // Source of 5.0.0-beta.30, `lib/actions.ts`: with the answer of the provider, they leave through `redirect` of Next.js.
    ...Object.fromEntries(made.map((path) => [`${path}.signIn`, goesElsewhere(1)])),
    ...Object.fromEntries(made.map((path) => [`${path}.signOut`, goesElsewhere(0)])),
    'next-auth#().auth': auth,
    'nextAuth#configured.auth': { ...auth, configured: 'alone' },
    'next-auth/middleware#': asks,
    'next-auth/middleware#withAuth': asks,
    'next-auth#getServerSession': { verify: { level: 'AUTHENTICATED', fails: 'empty' } },
    'next-auth/next#getServerSession': { verify: { level: 'AUTHENTICATED', fails: 'empty' } },
    'next-auth/next#unstable_getServerSession': { verify: { level: 'AUTHENTICATED', fails: 'empty' } },
    'next-auth/jwt#getToken': { verify: { level: 'AUTHENTICATED', fails: 'empty' } },
  },
  aliases: { 'next-auth#asked.req': 'web#request' },
  reads: {
    'next-auth#asked.token': { identity: true },
    'next-auth#asked.token.*': { identity: true },
    'web#request.nextauth.token': { identity: true },
    'web#request.nextauth.token.*': { identity: true },
    'web#request.auth': { identity: true },
    'web#request.auth.*': { identity: true },
  },
  idioms: {
    rethrow: [
      {
        code: '{{unstable_rethrow}}({{error}});',
        from: { packages: ['next'], module: 'next/navigation', names: ['unstable_rethrow'] },
        version: { package: 'next', since: 15 },
      },
      {
        code: 'if ({{isRedirectError}}({{error}})) throw {{error}};',
        from: { packages: ['next'], module: 'next/dist/client/components/redirect', names: ['isRedirectError'] },
        version: { package: 'next', since: 13, before: 15 },
      },
    ],
  },
});
