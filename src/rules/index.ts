// Generated file, do not edit: npm run generate
import type { Rule } from '../model/meta';
import adminSurfaceUnguarded from './security/admin-surface-unguarded';
import missingAuthGuard from './security/missing-auth-guard';
import presenceOnlyTokenCheck from './security/presence-only-token-check';

/** Every rule, by dimension and id. */
export const rules: readonly Rule[] = [
  adminSurfaceUnguarded,
  missingAuthGuard,
  presenceOnlyTokenCheck,
];
