import { defineLibrary } from '../model/library';

/** Plugins that give Fastify its guards. Registered alone they refuse nobody; what is used as a hook does. */
export default defineLibrary({
  id: 'fastify-auth',
  title: 'Fastify authentication plugins',
  packages: [
    '@fastify/jwt',
    '@fastify/auth',
    '@fastify/bearer-auth',
    '@fastify/basic-auth',
    '@fastify/passport',
    '@fastify/session',
    '@fastify/secure-session',
  ],
  calls: {
    '@fastify/jwt#': { harmless: true },
    '@fastify/auth#': { harmless: true },
    '@fastify/basic-auth#': { harmless: true },
    '@fastify/cookie#': { harmless: true },
    '@fastify/session#': { harmless: true, byCookie: true },
    '@fastify/secure-session#': { harmless: true, byCookie: true },
    '@fastify/formbody#': { harmless: true },
    '@fastify/multipart#': { harmless: true },
    '@fastify/sensible#': { harmless: true },
    '@fastify/static#': { harmless: true },
    '@fastify/websocket#': { harmless: true },
    '@fastify/compress#': { harmless: true },
    '@fastify/swagger#': { harmless: true },
    '@fastify/swagger-ui#': { harmless: true },
    '@fastify/cors#': { guard: { kind: 'cors' } },
    '@fastify/helmet#': { guard: { kind: 'headers' } },
    '@fastify/csrf-protection#': { harmless: true },
    // This one puts its hook on the context that it is registered in.
    '@fastify/bearer-auth#': { guard: { kind: 'authentication', level: 'SECRET' } },
    '@fastify/passport#authenticate': { guard: { kind: 'authentication', level: 'AUTHENTICATED' } },
    '@fastify/passport#Authenticator().authenticate': { guard: { kind: 'authentication', level: 'AUTHENTICATED' } },
    'fastify#app.basicAuth': { guard: { kind: 'authentication', level: 'AUTHENTICATED' } },
    'fastify#app.verifyBearerAuth': { guard: { kind: 'authentication', level: 'SECRET' } },
    'fastify#app.jwt.verify': { verify: { level: 'AUTHENTICATED', fails: 'throws' } },
    'fastify#request.accessJwtVerify': { verify: { level: 'AUTHENTICATED', fails: 'throws' } },
    'fastify#request.isAuthenticated': { verify: { level: 'AUTHENTICATED', fails: 'false' } },
  },
});
