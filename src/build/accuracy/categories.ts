/** Which rules answer a category of the labelled examples. Categories that no rule answers yet are not listed. */
const categories = new Map<string, readonly string[]>(
  Object.entries({
    'empty-catch': ['swallowed-error'],
    'error-detail-exposed': ['error-detail-leak'],
    'floating-promise': ['floating-promise', 'unhandled-async-handler'],
    'hardcoded-secret': ['hardcoded-secret', 'secret-fallback-literal'],
    'insecure-randomness': ['insecure-randomness'],
    'mass-assignment': ['mass-assignment'],
    'missing-auth': [
      'missing-auth-guard',
      'admin-surface-unguarded',
      'presence-only-token-check',
      'exported-server-function',
      'inconsistent-auth-posture',
      'unverified-session-source',
    ],
    // Whoever sets the columns of somebody else's record does what they may not do.
    'missing-authorization': ['mass-assignment', 'admin-surface-unguarded', 'missing-auth-guard', 'inconsistent-auth-posture'],
    'missing-error-handling': ['unhandled-async-handler', 'unchecked-result-error', 'swallowed-error'],
    'missing-logging': ['error-not-logged'],
    'missing-rate-limit': ['missing-rate-limit', 'inconsistent-endpoint-posture'],
    'missing-rls': ['rls-disabled', 'rls-permissive-policy'],
    'missing-timeout': ['external-call-without-timeout'],
    'n-plus-one': ['n-plus-one'],
    'sensitive-data-logged': ['pii-in-logs'],
    'unbounded-query': ['unbounded-query'],
    'unrestricted-upload': ['unrestricted-upload'],
    'unverified-webhook': ['unverified-webhook'],
    'command-injection': ['command-injection'],
    'nosql-injection': ['nosql-injection', 'sql-injection', 'command-injection'],
    // Addresses of scripts and of links in a page are told as what becomes of them there.
    'open-redirect': ['open-redirect', 'xss-raw-html'],
    'permissive-cors': ['permissive-cors'],
    'path-traversal': ['path-traversal'],
    'sql-injection': ['sql-injection', 'nosql-injection'],
    ssrf: ['ssrf'],
    'weak-crypto': ['weak-password-hash'],
    xss: ['xss-raw-html'],
    'unvalidated-input': ['unvalidated-input'],
  }),
);

/** Ids of the rules that answer a category; none when there is no such rule yet. */
export function rulesOfCategory(category: string): readonly string[] {
  return categories.get(category) ?? [];
}

/** All categories that rules answer. */
export const answeredCategories: readonly string[] = [...categories.keys()];
