import { defineLibrary, type CallRole } from '../model/library';

const second: CallRole = { secrets: [1] };
const option: CallRole = { secrets: ['option:secret'] };
const clientSecret: CallRole = { secrets: ['option:clientSecret'] };
const consumerSecret: CallRole = { secrets: ['option:consumerSecret'] };

/** Packages that make one kind of digest, as a default export, as a member or in a namespace. */
const digests: readonly (readonly [path: string, algorithm: string])[] = [
  ['md5#', 'md5'],
  ['blueimp-md5#', 'md5'],
  ['js-md5#', 'md5'],
  ['js-md5#md5', 'md5'],
  ['js-sha1#', 'sha1'],
  ['js-sha1#sha1', 'sha1'],
  ['js-sha256#sha256', 'sha256'],
  ['js-sha512#sha512', 'sha512'],
  ['sha1#', 'sha1'],
  ...['MD5', 'SHA1', 'SHA256', 'SHA512', 'SHA3'].flatMap((name) =>
    ['crypto-js#', 'crypto-js#default.'].map((from): [string, string] => [`${from}${name}`, name]),
  ),
  ...['md5', 'sha1', 'sha256', 'sha512'].map((name): [string, string] => [`crypto-js/${name}#`, name]),
];
const subtle: CallRole = { digest: { by: 0, value: 1 } };

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
    'jose#sign': { secrets: [0] },
    'jose#jwtVerify': second,
    'node:crypto#createHmac': second,
    'node:crypto#createCipheriv': second,
    'node:crypto#createDecipheriv': second,
    'node:crypto#createHash': { digest: { by: 0, value: 'update' } },
    'node:crypto#hash': { digest: { by: 0, value: 1 } },
    'global#crypto.subtle.digest': subtle,
    'node:crypto#webcrypto.subtle.digest': subtle,
    ...Object.fromEntries(digests.map(([path, by]) => [path, { digest: { by, value: 0 } } satisfies CallRole])),
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
