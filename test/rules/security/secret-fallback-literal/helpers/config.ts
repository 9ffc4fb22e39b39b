// file: src/config.ts
// packages: env-var@7.5.0, @vendor/env@1.0.0
import { getEnv, envOr } from '@vendor/env';
import vars from 'env-var';
import { env, label, pretend, required, setting, Settings } from './env';

export const jwtSecret = env('JWT_SECRET', 'default-jwt-secret'); // expect: secret-fallback-literal
export const sessionSecret = setting('SESSION_SECRET') || 'keyboard cat'; // expect: secret-fallback-literal
export const cookieSecret = Settings.read('COOKIE_SECRET', 'chocolate'); // expect: secret-fallback-literal
export const refreshSecret = getEnv('REFRESH_TOKEN_SECRET') ?? 'refresh-me'; // expect: secret-fallback-literal
export const accessSecret = getEnv('ACCESS_TOKEN_SECRET', 'access-me'); // expect: secret-fallback-literal
export const csrfSecret = vars.get('CSRF_SECRET').default('changeme').asString(); // expect: secret-fallback-literal

export const port = env('PORT', '3000'); // ok: secret-fallback-literal
export const name = env('COOKIE_NAME', 'session-secret'); // ok: secret-fallback-literal
export const hookSecret = required('HOOK_SECRET', 'see the dashboard'); // ok: secret-fallback-literal
export const appSecret = envOr('APP_SECRET', 'the secret that everything is signed with'); // ok: secret-fallback-literal
export const empty = env('ADMIN_SECRET', ''); // ok: secret-fallback-literal
export const shown = label('SESSION_SECRET', 'Session secret'); // ok: secret-fallback-literal
pretend('INTERNAL_SECRET', 'only-for-this-run'); // ok: secret-fallback-literal
export const trial = process.env.NODE_ENV === 'production' ? env('SIGNING_SECRET') : env('SIGNING_SECRET', 'trial'); // ok: secret-fallback-literal
