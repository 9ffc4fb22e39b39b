import { defineLibrary, type CallRole } from '../model/library';

const session: CallRole = { verify: { level: 'AUTHENTICATED', fails: 'empty' } };
const presence: CallRole = {
  verify: { level: 'PRESENCE_ONLY', fails: 'empty' },
  unverified: { from: 'cookie', instead: 'auth.api.getSession()' },
};

/** better-auth 1. `getSession` asks the database; the cookie functions only look whether a cookie is there. */
export default defineLibrary({
  id: 'better-auth',
  title: 'better-auth',
  byCookie: true,
  packages: ['better-auth'],
  aliases: {
    'better-auth#betterAuth()': 'betterAuth#auth',
    'better-auth/minimal#betterAuth()': 'betterAuth#auth',
  },
  calls: {
    'betterAuth#auth.api.getSession': session,
    '?.api.getSession': session,
    // Its limits are for requests that its own handler answers, not for these: https://better-auth.com/docs/concepts/rate-limit
    'betterAuth#auth.api.signInEmail': { deed: { does: 'checks-password' } },
    'betterAuth#auth.api.signInUsername': { deed: { does: 'checks-password' } },
    'betterAuth#auth.api.signUpEmail': { deed: { does: 'sets-password' } },
    '?.api.signInEmail': { deed: { does: 'checks-password' } },
    '?.api.signUpEmail': { deed: { does: 'sets-password' } },
    'betterAuth#auth.api.verifyApiKey': { verify: { level: 'SECRET', fails: 'empty' } },
    'betterAuth#auth.api.userHasPermission': { verify: { level: 'ROLE', fails: 'empty' } },
    'betterAuth#auth.api.hasPermission': { verify: { level: 'ROLE', fails: 'empty' } },
    ...Object.fromEntries(
      ['GET', 'POST'].map((method) => [`better-auth/next-js#toNextJsHandler().${method}`, { entrance: true } satisfies CallRole]),
    ),
    'better-auth/cookies#getSessionCookie': presence,
    'better-auth/cookies#getCookieCache': presence,
  },
});
