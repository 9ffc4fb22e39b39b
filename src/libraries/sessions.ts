import { defineLibrary, type CallRole } from '../model/library';

const found: CallRole = { verify: { level: 'AUTHENTICATED', fails: 'empty' } };
const guards: CallRole = { guard: { kind: 'authentication', level: 'AUTHENTICATED' } };
const iron = ['iron-session', 'iron-session/edge'];

/** Session libraries: sealed cookies, Lucia and its relatives. The session is always there; a field of it says who calls. */
export default defineLibrary({
  id: 'sessions',
  title: 'Session libraries',
  byCookie: true,
  packages: ['iron-session', 'lucia', 'oslo', '@oslojs/jwt', 'remix-auth', 'nuxt-auth-utils'],
  aliases: {
    'lucia#Lucia()': 'lucia#client',
    'lucia#lucia()': 'lucia#client',
    'lucia#client.handleRequest()': 'lucia#request',
    'remix-auth#Authenticator()': 'remixAuth#authenticator',
  },
  calls: {
    ...Object.fromEntries(iron.map((name) => [`${name}#getIronSession`, found])),
    ...Object.fromEntries(
      iron.map((name) => [`${name}#unsealData`, { verify: { level: 'AUTHENTICATED', fails: 'empty' } } satisfies CallRole]),
    ),
    'iron-session/next#withIronSessionApiRoute': { harmless: true },
    'lucia#client.validateSession': found,
    'lucia#client.validateSessionToken': found,
    'lucia#request.validate': found,
    'lucia#request.validateBearerToken': found,
    'remixAuth#authenticator.isAuthenticated': found,
    'remixAuth#authenticator.authenticate': { verify: { level: 'AUTHENTICATED', fails: 'throws' } },
    'nuxt-auth-utils#requireUserSession': { verify: { level: 'AUTHENTICATED', fails: 'throws' } },
    'nuxt-auth-utils#getUserSession': found,
    'express-openid-connect#requiresAuth': guards,
  },
});
