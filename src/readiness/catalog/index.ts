import type { Item } from '../../model/readiness';
import { compliance } from './compliance';
import { dataIntegrity } from './dataIntegrity';
import { errorHandling } from './errorHandling';
import { integration } from './integration';
import { observability } from './observability';
import { operationalReadiness } from './operationalReadiness';
import { scalability } from './scalability';
import { security } from './security';

/** All items of the checklist, in the order in which dimensions and items are shown. */
export const catalog: readonly Item[] = [
  ...errorHandling,
  ...security,
  ...observability,
  ...dataIntegrity,
  ...compliance,
  ...integration,
  ...scalability,
  ...operationalReadiness,
];
