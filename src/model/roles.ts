import type { GuardKind } from './facts';

/** The protections beside authentication that every endpoint is judged by, in the order they are shown. */
export const endpointRoles = [
  'validation',
  'rate-limit',
  'signature',
  'csrf',
  'body-limit',
  'error-handling',
  'logging',
] as const satisfies readonly GuardKind[];
export type EndpointRole = (typeof endpointRoles)[number];

/** All kinds of protections, in the order in which they are published. */
export const guardKinds = ['authentication', ...endpointRoles, 'cors', 'headers'] as const satisfies readonly GuardKind[];
