import { defineLibrary, type CallRole } from '../model/library';

const second: CallRole = { secrets: [1] };
const option: CallRole = { secrets: ['option:secret'] };
const clientSecret: CallRole = { secrets: ['option:clientSecret'] };
const consumerSecret: CallRole = { secrets: ['option:consumerSecret'] };

/** Strategies of Passport: modules give the class itself or as a member. */
function strategies(names: readonly string[], role: CallRole): Record<string, CallRole> {
  return Object.fromEntries(names.flatMap((name) => [`passport-${name}#Strategy`, `passport-${name}#`].map((path) => [path, role])));
}

/** Calls that are given the secret they work with. */
export default defineLibrary({
  id: 'credentials',
  title: 'Signing and encryption',
  packages: [],
  calls: {
    'jsonwebtoken#sign': second,
    'jsonwebtoken#verify': second,
    'node:crypto#createHmac': second,
    'node:crypto#createCipheriv': second,
    'node:crypto#createDecipheriv': second,
    'express-session#': option,
    'express-session#session': option,
    'cookie-session#': { secrets: ['option:secret', 'option:keys'] },
    'cookie-parser#': { secrets: [0] },
    'express-jwt#': option,
    'express-jwt#expressjwt': option,
    'passport-jwt#Strategy': { secrets: ['option:secretOrKey'] },
    ...strategies(
      [
        'auth0',
        'discord',
        'facebook',
        'github',
        'github2',
        'gitlab2',
        'google-oauth2',
        'google-oauth20',
        'linkedin-oauth2',
        'microsoft',
        'oauth2',
        'slack',
        'spotify',
      ],
      clientSecret,
    ),
    ...strategies(['oauth1', 'google-oauth1', 'twitter'], consumerSecret),
    '@fastify/jwt#': option,
    '@fastify/cookie#': option,
    '@fastify/session#': option,
    '@nestjs/jwt#JwtModule.register': option,
    'hono/jwt#jwt': option,
    'iron-session#getIronSession': { secrets: ['option:password'] },
    'next-auth#': option,
    'better-auth#betterAuth': option,
  },
});
