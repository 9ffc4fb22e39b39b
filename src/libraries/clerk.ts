import { defineLibrary, type CallRole } from '../model/library';

const identity: CallRole = { verify: { level: 'AUTHENTICATED', fails: 'empty' } };
const protects: CallRole = { verify: { level: 'AUTHENTICATED', fails: 'throws', roleArgs: true } };
const modules = ['@clerk/nextjs/server', '@clerk/nextjs'];

/**
 * Clerk for Next.js, Express, Fastify, Hono, Remix and Astro. The middleware alone reads tokens and refuses nobody: what
 * protects is `auth.protect()` in its callback, or a look at what `auth()` gives.
 */
export default defineLibrary({
  id: 'clerk',
  title: 'Clerk',
  byCookie: true,
  packages: [
    '@clerk/nextjs',
    '@clerk/express',
    '@clerk/backend',
    '@clerk/fastify',
    '@clerk/remix',
    '@clerk/astro',
    '@clerk/clerk-sdk-node',
    '@clerk/tanstack-react-start',
  ],
  aliases: Object.fromEntries(
    modules.flatMap((name) => [
      [`${name}#auth`, 'clerk#auth'],
      [`${name}#currentUser`, 'clerk#currentUser'],
      [`${name}#getAuth`, 'clerk#getAuth'],
      [`${name}#clerkMiddleware`, 'clerk#middleware'],
      [`${name}#authMiddleware`, 'clerk#oldMiddleware'],
      [`${name}#createRouteMatcher()`, 'clerk#matches'],
    ]),
  ),
  calls: {
    'clerk#auth': identity,
    'clerk#auth.protect': protects,
    'clerk#auth().protect': protects,
    'clerk#auth().redirectToSignIn': { leaves: 'refusal' },
    'clerk#currentUser': identity,
    'clerk#getAuth': identity,
    'clerk#middleware': { harmless: true, callbacks: [{ args: [0], params: ['clerk#auth', 'web#request'] }] },
    // The old middleware protected everything that its options did not name.
    'clerk#oldMiddleware': { guard: { kind: 'authentication', level: 'AUTHENTICATED' }, configured: true },
    '@clerk/express#getAuth': identity,
    '@clerk/express#requireAuth': { guard: { kind: 'authentication', level: 'AUTHENTICATED' } },
    '@clerk/express#clerkMiddleware': { harmless: true },
    '@clerk/clerk-sdk-node#ClerkExpressRequireAuth': { guard: { kind: 'authentication', level: 'AUTHENTICATED' } },
    '@clerk/clerk-sdk-node#ClerkExpressWithAuth': { harmless: true },
    '@clerk/fastify#getAuth': identity,
    '@clerk/fastify#clerkPlugin': { harmless: true },
    '@clerk/remix/ssr.server#getAuth': identity,
    '@clerk/tanstack-react-start/server#getAuth': identity,
    '@clerk/tanstack-react-start/server#auth': identity,
    '@clerk/backend#verifyToken': { verify: { level: 'AUTHENTICATED', fails: 'throws' } },
    '@clerk/backend#createClerkClient().authenticateRequest': { verify: { level: 'AUTHENTICATED', fails: 'empty' } },
  },
  // https://clerk.com/docs/users/metadata: the front end may write it.
  selfWritten: ['unsafeMetadata'],
  reads: {
    'clerk#matches': { path: true },
    'clerk#matches()': { path: true },
    'express#req.auth.userId': { identity: true },
  },
});
