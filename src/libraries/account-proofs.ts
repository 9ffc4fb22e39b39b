import { defineLibrary, type CallRole } from '../model/library';

const checks: CallRole = { deed: { does: 'checks-password' } };
const sets: CallRole = { deed: { does: 'sets-password' } };
const issues: CallRole = { deed: { does: 'issues-token' } };
const opens: CallRole = { deed: { does: 'issues-token', kept: true } };
/** bcrypt also takes a callback. */
const calls = (role: CallRole): CallRole => ({ ...role, callsBack: true });
const bcrypts = ['bcrypt', 'bcryptjs', '@node-rs/bcrypt'];
/** Classes with the methods `hash` and `verify`. */
const hashers = ['oslo/password#Argon2id', 'oslo/password#Bcrypt', 'oslo/password#Scrypt', 'lucia#Scrypt', 'lucia#LegacyScrypt'];
const argons = ['argon2', '@node-rs/argon2', '@node-rs/scrypt', 'scrypt-kdf', 'argon2-browser'];

/** What compares and digests passwords, and what makes the tokens that people are let in with. */
export default defineLibrary({
  id: 'account-proofs',
  title: 'Proofs of accounts',
  packages: [...bcrypts, ...argons, 'oslo', 'lucia'],
  aliases: {
    'jose#SignJWT()': 'jose#signer',
    'jose#signer.*': 'jose#builder',
    'jose#builder()': 'jose#signer',
    'jose#signer.sign': 'jose#sign',
  },
  calls: {
    ...Object.fromEntries(
      bcrypts.flatMap((name) => [
        [`${name}#compare`, calls(checks)],
        [`${name}#compareSync`, checks],
        [`${name}#verify`, checks],
        [`${name}#hash`, calls(sets)],
        [`${name}#hashSync`, sets],
        [`${name}#genSalt`, { callsBack: true }],
      ]),
    ),
    ...Object.fromEntries(
      argons.flatMap((name) => [
        [`${name}#verify`, checks],
        [`${name}#verifySync`, checks],
        [`${name}#hash`, sets],
        [`${name}#hashSync`, sets],
      ]),
    ),
    ...Object.fromEntries(
      hashers.flatMap((name) => [
        [`${name}().verify`, checks],
        [`${name}().hash`, sets],
      ]),
    ),
    'global#Bun.password.verify': checks,
    'global#Bun.password.hash': sets,
    'passport#authenticate': { deed: { does: 'checks-password', arg0: 'local' } },
    'jsonwebtoken#sign': issues,
    'jose#sign': issues,
    'hono/jwt#sign': issues,
    'nest#jwt.sign': issues,
    'nest#jwt.signAsync': issues,
    'fastify#app.jwt.sign': issues,
    'fastify#reply.jwtSign': issues,
    '@tsndr/cloudflare-worker-jwt#sign': issues,
    'lucia#client.createSession': opens,
    'express#req.login': opens,
    'express#req.logIn': opens,
    'nuxt-auth-utils#setUserSession': opens,
    'firebaseAdmin#auth.createCustomToken': issues,
    // A link that signs in: whoever is answered with it needs no mailbox.
    'supabase#client.auth.admin.generateLink': issues,
  },
});
