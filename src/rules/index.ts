// Generated file, do not edit: npm run generate
import type { Rule } from '../model/meta';
import controlFlowExceptionSwallowed from './error-handling/control-flow-exception-swallowed';
import emitterWithoutErrorListener from './error-handling/emitter-without-error-listener';
import errorDetailLeak from './error-handling/error-detail-leak';
import fetchResponseNotChecked from './error-handling/fetch-response-not-checked';
import floatingPromise from './error-handling/floating-promise';
import swallowedError from './error-handling/swallowed-error';
import uncheckedResultError from './error-handling/unchecked-result-error';
import unhandledAsyncHandler from './error-handling/unhandled-async-handler';
import adminSurfaceUnguarded from './security/admin-surface-unguarded';
import callerChosenRole from './security/caller-chosen-role';
import commandInjection from './security/command-injection';
import disabledGuard from './security/disabled-guard';
import envFileCommitted from './security/env-file-committed';
import exportedServerFunction from './security/exported-server-function';
import firebaseOpenRules from './security/firebase-open-rules';
import hardcodedSecret from './security/hardcoded-secret';
import identityFromInput from './security/identity-from-input';
import inconsistentAuthPosture from './security/inconsistent-auth-posture';
import inconsistentEndpointPosture from './security/inconsistent-endpoint-posture';
import insecureRandomness from './security/insecure-randomness';
import massAssignment from './security/mass-assignment';
import middlewareMatcherGap from './security/middleware-matcher-gap';
import middlewareOnlyAuth from './security/middleware-only-auth';
import missingAuthGuard from './security/missing-auth-guard';
import missingOwnershipCheck from './security/missing-ownership-check';
import missingRateLimit from './security/missing-rate-limit';
import nosqlInjection from './security/nosql-injection';
import openRedirect from './security/open-redirect';
import pathTraversal from './security/path-traversal';
import permissiveCors from './security/permissive-cors';
import plainTextPassword from './security/plain-text-password';
import presenceOnlyTokenCheck from './security/presence-only-token-check';
import rlsDefinerFunction from './security/rls-definer-function';
import rlsDisabled from './security/rls-disabled';
import rlsPermissivePolicy from './security/rls-permissive-policy';
import secretFallbackLiteral from './security/secret-fallback-literal';
import serverSecretInClient from './security/server-secret-in-client';
import sessionWithoutProof from './security/session-without-proof';
import sqlInjection from './security/sql-injection';
import ssrf from './security/ssrf';
import unrestrictedUpload from './security/unrestricted-upload';
import unsetSecretBypass from './security/unset-secret-bypass';
import unvalidatedInput from './security/unvalidated-input';
import unverifiedSessionSource from './security/unverified-session-source';
import weakPasswordHash from './security/weak-password-hash';
import wsUnauthenticated from './security/ws-unauthenticated';
import xssRawHtml from './security/xss-raw-html';
import errorNotLogged from './observability/error-not-logged';
import clientTrustedPrice from './data-integrity/client-trusted-price';
import floatMoney from './data-integrity/float-money';
import schemaPushInProduction from './data-integrity/schema-push-in-production';
import unfilteredWrite from './data-integrity/unfiltered-write';
import piiInLogs from './compliance/pii-in-logs';
import externalCallWithoutTimeout from './integration/external-call-without-timeout';
import unverifiedWebhook from './integration/unverified-webhook';
import connectionPerRequest from './scalability/connection-per-request';
import nPlusOne from './scalability/n-plus-one';
import unboundedQuery from './scalability/unbounded-query';
import buildChecksDisabled from './operational-readiness/build-checks-disabled';
import containerHygiene from './operational-readiness/container-hygiene';

/** Every rule, by dimension and id. */
export const rules: readonly Rule[] = [
  controlFlowExceptionSwallowed,
  emitterWithoutErrorListener,
  errorDetailLeak,
  fetchResponseNotChecked,
  floatingPromise,
  swallowedError,
  uncheckedResultError,
  unhandledAsyncHandler,
  adminSurfaceUnguarded,
  callerChosenRole,
  commandInjection,
  disabledGuard,
  envFileCommitted,
  exportedServerFunction,
  firebaseOpenRules,
  hardcodedSecret,
  identityFromInput,
  inconsistentAuthPosture,
  inconsistentEndpointPosture,
  insecureRandomness,
  massAssignment,
  middlewareMatcherGap,
  middlewareOnlyAuth,
  missingAuthGuard,
  missingOwnershipCheck,
  missingRateLimit,
  nosqlInjection,
  openRedirect,
  pathTraversal,
  permissiveCors,
  plainTextPassword,
  presenceOnlyTokenCheck,
  rlsDefinerFunction,
  rlsDisabled,
  rlsPermissivePolicy,
  secretFallbackLiteral,
  serverSecretInClient,
  sessionWithoutProof,
  sqlInjection,
  ssrf,
  unrestrictedUpload,
  unsetSecretBypass,
  unvalidatedInput,
  unverifiedSessionSource,
  weakPasswordHash,
  wsUnauthenticated,
  xssRawHtml,
  errorNotLogged,
  clientTrustedPrice,
  floatMoney,
  schemaPushInProduction,
  unfilteredWrite,
  piiInLogs,
  externalCallWithoutTimeout,
  unverifiedWebhook,
  connectionPerRequest,
  nPlusOne,
  unboundedQuery,
  buildChecksDisabled,
  containerHygiene,
];
