import type { ConfigKind } from './configKind';
import { accessRules } from './accessRules';
import { clusterFiles } from './clusterProbes';
import { containerFiles } from './containerFiles';
import { credentialFiles } from './credentialFiles';
import { environmentFiles } from './environmentFiles';
import { composeFiles } from './healthProbes';
import { otherSettings } from './otherSettings';
import { packageScripts } from './packageScripts';
import { pipelines } from './pipelines';
import { platforms } from './platforms';
import { prismaSchema } from './prismaSchema';
import { tsconfig } from './tsconfig';

/** Every kind of configuration file that facts are made of. */
export const configKinds: readonly ConfigKind[] = [
  packageScripts,
  tsconfig,
  environmentFiles,
  credentialFiles,
  pipelines,
  platforms,
  containerFiles,
  composeFiles,
  accessRules,
  prismaSchema,
  clusterFiles,
  otherSettings,
];
