import { defineLibrary, type CallRole } from '../model/library';

const second: CallRole = { secrets: [1] };
const option: CallRole = { secrets: ['option:secret'] };

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
    'passport-google-oauth20#Strategy': { secrets: ['option:clientSecret'] },
    'passport-github2#Strategy': { secrets: ['option:clientSecret'] },
    'passport-facebook#Strategy': { secrets: ['option:clientSecret'] },
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
