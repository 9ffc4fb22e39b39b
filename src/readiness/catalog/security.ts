import { itemsOf } from './item';

/** Security hardening. */
export const security = itemsOf('security', [
  {
    id: 'SEC-1',
    title: 'Every endpoint that touches private data or spends money knows who is calling',
    type: 'auto',
    weight: 5,
    backedBy: [
      'missing-auth-guard',
      'inconsistent-auth-posture',
      'presence-only-token-check',
      'unverified-session-source',
      'session-without-proof',
      'unset-secret-bypass',
      'exported-server-function',
    ],
    also: [
      'middleware-only-auth',
      'middleware-matcher-gap',
      'ws-unauthenticated',
      'unmetered-paid-api',
      'jwt-weak-config',
      'session-fixation',
      'oauth-state-missing',
      'timing-unsafe-compare',
    ],
  },
  {
    id: 'SEC-2',
    title: 'Endpoints of the same kind have the same protection, and administration needs a role',
    type: 'auto',
    weight: 4,
    backedBy: ['inconsistent-auth-posture', 'admin-surface-unguarded', 'auth-posture', 'disabled-guard', 'caller-chosen-role'],
    also: ['debug-endpoint'],
  },
  {
    id: 'SEC-3',
    title: 'People can reach only their own data',
    type: 'mixed',
    weight: 3,
    backedBy: [
      'identity-from-input',
      'missing-ownership-check',
      'unfiltered-write',
      'rls-disabled',
      'rls-permissive-policy',
      'rls-definer-function',
      'firebase-open-rules',
    ],
    also: ['excessive-data-exposure'],
    question:
      'Sign in as one person and try to open, change and delete what belongs to another, by changing the id in the address or the request. Is it refused every time?',
  },
  {
    id: 'SEC-4',
    title: 'No secrets in the code, in what browsers download, or in the history',
    type: 'mixed',
    weight: 3,
    backedBy: ['hardcoded-secret', 'secret-fallback-literal', 'server-secret-in-client', 'env-file-committed'],
    question:
      'Was every key or password that was ever in the code, in a chat or in a commit replaced by a new one, and the old one switched off?',
  },
  {
    id: 'SEC-5',
    title: 'All input is validated and never becomes part of a command',
    type: 'auto',
    weight: 3,
    backedBy: [
      'unvalidated-input',
      'sql-injection',
      'nosql-injection',
      'command-injection',
      'xss-raw-html',
      'unrestricted-upload',
      'mass-assignment',
    ],
    also: ['path-traversal', 'ssrf', 'open-redirect', 'prototype-pollution', 'regex-dos', 'graphql-unbounded', 'postmessage-origin'],
  },
  {
    id: 'SEC-6',
    title: 'Cross-origin access, cookies, headers and rate limits are set',
    type: 'auto',
    weight: 1,
    backedBy: ['permissive-cors', 'cross-origin-access', 'insecure-cookie', 'missing-security-headers', 'missing-rate-limit'],
    also: ['missing-csrf-protection', 'token-in-web-storage', 'inconsistent-endpoint-posture'],
  },
  {
    id: 'SEC-7',
    title: 'The life of an account is thought through',
    type: 'manual',
    weight: 0.5,
    backedBy: [],
    also: ['weak-password-hash', 'plain-text-password', 'insecure-randomness', 'user-enumeration'],
    question:
      'Do e-mail verification, password reset and signing out everywhere work, do sessions end by themselves, and was it decided who needs a second factor?',
  },
  {
    id: 'SEC-8',
    title: 'Dependencies are audited and a security review is on record',
    type: 'mixed',
    weight: 0.5,
    backedBy: ['vulnerable-dependency'],
    question:
      'Are known holes in dependencies looked for automatically, and has somebody other than the author reviewed the security? Link the report.',
  },
]);
