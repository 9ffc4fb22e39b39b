// Generated file, do not edit: npm run generate
import type { Check } from '../model/meta';
import authPosture from './security/auth-posture';
import crossOriginAccess from './security/cross-origin-access';
import missingHealthEndpoint from './observability/missing-health-endpoint';
import missingStructuredLogger from './observability/missing-structured-logger';
import sharedClient from './scalability/shared-client';
import missingCi from './operational-readiness/missing-ci';
import missingEnvExample from './operational-readiness/missing-env-example';
import unvalidatedEnv from './operational-readiness/unvalidated-env';

/** Every check, by dimension and id. */
export const checks: readonly Check[] = [
  authPosture,
  crossOriginAccess,
  missingHealthEndpoint,
  missingStructuredLogger,
  sharedClient,
  missingCi,
  missingEnvExample,
  unvalidatedEnv,
];
