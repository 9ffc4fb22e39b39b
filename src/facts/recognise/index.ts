import type { Fact } from '../../model/facts';
import type { FileAnalysis } from '../analysis';
import { recogniseProcedures } from './builders';
import { recogniseCalls } from './calls';
import { recogniseDecorators, recogniseProviders } from './decorators';
import { recogniseFileRoutes } from './fileRoutes';

/** Everything that makes facts of a file, in a fixed order. */
export const recognisers: readonly ((analysis: FileAnalysis) => Fact[])[] = [
  recogniseCalls,
  recogniseFileRoutes,
  recogniseDecorators,
  recogniseProviders,
  recogniseProcedures,
];
