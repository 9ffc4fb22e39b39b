import { defineLibrary } from '../model/library';

/** Auth.js 5 and NextAuth 4. `auth()` gives the session or null; wrapped around a handler it puts it on the request and refuses nobody. */
export default defineLibrary({
  id: 'next-auth',
  title: 'Auth.js',
  byCookie: true,
  packages: ['next-auth'],
  calls: {
    'next-auth#().auth': {
      verify: { level: 'AUTHENTICATED', fails: 'empty' },
      callbacks: [{ args: [0], params: ['web#request', 'next#ctx'] }],
    },
    'next-auth#getServerSession': { verify: { level: 'AUTHENTICATED', fails: 'empty' } },
    'next-auth/next#getServerSession': { verify: { level: 'AUTHENTICATED', fails: 'empty' } },
    'next-auth/next#unstable_getServerSession': { verify: { level: 'AUTHENTICATED', fails: 'empty' } },
    'next-auth/jwt#getToken': { verify: { level: 'AUTHENTICATED', fails: 'empty' } },
  },
  reads: {
    'web#request.auth': { identity: true },
    'web#request.auth.*': { identity: true },
  },
});
