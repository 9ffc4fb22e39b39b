// Generated file, do not edit: npm run generate
import type { Check } from '../model/meta';
import authPosture from './security/auth-posture';

/** Every check, by dimension and id. */
export const checks: readonly Check[] = [
  authPosture,
];
