import { defineLibrary, type CallRole } from '../model/library';

/** https://github.com/auth0/express-jwt: without credentials requests are let through where none are required. */
const token: CallRole['guard'] = {
  kind: 'authentication',
  level: 'AUTHENTICATED',
  levels: { option: 'credentialsRequired', of: { false: 'OPTIONAL' } },
};

const parser: CallRole = { harmless: true, unboundedBy: ['limit'] };
const csrf: CallRole = { guard: { kind: 'csrf' } };

/** Middleware packages of the Express world whose part in a chain is known. */
export default defineLibrary({
  id: 'express-middleware',
  title: 'Express middleware',
  packages: [],
  removesOperators: ['express-mongo-sanitize', 'mongo-sanitize', '@exortek/express-mongo-sanitize'],
  calls: {
    'express-rate-limit#': { guard: { kind: 'rate-limit' } },
    'express-rate-limit#rateLimit': { guard: { kind: 'rate-limit' } },
    'express-slow-down#': { guard: { kind: 'rate-limit' } },
    'helmet#': { guard: { kind: 'headers' } },
    // Run with cors 2.8.6: no origin is `*`, an undefined one sends no header, `*` in a list fits nobody.
    'cors#': { guard: { kind: 'cors' }, cors: { options: 0, standard: 'all', lists: true } },
    'compression#': { harmless: true },
    'morgan#': { guard: { kind: 'logging' } },
    'pino-http#': { guard: { kind: 'logging' } },
    'pino-http#pinoHttp': { guard: { kind: 'logging' } },
    'express-pino-logger#': { guard: { kind: 'logging' } },
    'express-winston#logger': { guard: { kind: 'logging' } },
    'body-parser#json': parser,
    'body-parser#urlencoded': parser,
    'body-parser#raw': parser,
    'body-parser#text': parser,
    'cookie-parser#': { harmless: true },
    'cookie-session#': { harmless: true, byCookie: true },
    'express-session#': { harmless: true, byCookie: true },
    'express-fileupload#': { guard: { kind: 'body-limit', onlyWith: 'limits.fileSize' }, unbounded: true },
    'hpp#': { harmless: true },
    'xss-clean#': { harmless: true },
    'express-mongo-sanitize#': { harmless: true },
    'method-override#': { harmless: true },
    'serve-static#': { harmless: true },
    'connect-flash#': { harmless: true },
    'swagger-ui-express#setup': { harmless: true },
    'swagger-ui-express#serve': { harmless: true },
    'http-proxy-middleware#createProxyMiddleware': { harmless: true },
    'csurf#': csrf,
    '@dr.pogodin/csurf#': csrf,
    'csrf-csrf#doubleCsrf().doubleCsrfProtection': csrf,
    'csrf-sync#csrfSync().csrfSynchronisedProtection': csrf,
    'lusca#csrf': csrf,
    'lusca#': { guard: { kind: 'csrf', onlyWith: 'csrf' } },
    // https://github.com/valexandersaulys/tiny-csrf: DELETE passes unless it is told otherwise.
    'tiny-csrf#': { guard: { kind: 'csrf', methods: ['POST', 'PUT', 'PATCH'] } },
    '@edge-csrf/express#createCsrfMiddleware': csrf,
    '@edge-csrf/nextjs#createCsrfMiddleware': csrf,
    '@edge-csrf/nextjs#createCsrfProtect()': { verify: { kind: 'csrf', level: 'NONE', fails: 'throws' } },
    // https://github.com/pillarjs/csrf: it makes tokens and says whether one is right.
    'csrf#().verify': { verify: { kind: 'csrf', level: 'NONE', fails: 'false' } },
    'remix-utils/csrf/server#CSRF().validate': { verify: { kind: 'csrf', level: 'NONE', fails: 'throws' } },
    'express-async-handler#': { catchesAsync: true },
    'express-basic-auth#': { guard: { kind: 'authentication', level: 'AUTHENTICATED' } },
    'express-jwt#expressjwt': { guard: token },
    'express-jwt#': { guard: token },
    // https://github.com/jfromaniello/express-unless: texts are compared, patterns tested, pairs are for their methods.
    'express-jwt#expressjwt().unless': { sparesPaths: 'path' },
    'express-jwt#().unless': { sparesPaths: 'path' },
    'express-oauth2-jwt-bearer#auth': { guard: { kind: 'authentication', level: 'AUTHENTICATED' } },
    'express-openid-connect#requiresAuth': { guard: { kind: 'authentication', level: 'AUTHENTICATED' } },
    'connect-ensure-login#ensureLoggedIn': { guard: { kind: 'authentication', level: 'AUTHENTICATED' } },
    '@clerk/express#requireAuth': { guard: { kind: 'authentication', level: 'AUTHENTICATED' } },
    '@clerk/express#clerkMiddleware': { harmless: true },
    // Up to version 5: it gives requests methods, and checks nothing by itself.
    'express-validator#': { harmless: true },
    'express-validator#validationResult': { validates: { arg: 0, safe: true, keeps: true } },
    'celebrate#celebrate': { guard: { kind: 'validation' } },
    'express-validation#validate': { guard: { kind: 'validation' } },
    'express-openapi-validator#middleware': { guard: { kind: 'validation' } },
  },
});
