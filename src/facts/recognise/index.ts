import type { Fact } from '../../model/facts';
import type { FileAnalysis } from '../analysis';
import { recogniseAsyncCallbacks } from './asyncCallbacks';
import { recogniseProcedures } from './builders';
import { recogniseCaughtInterrupts } from './caughtInterrupts';
import { recogniseCallerProofs } from './callerProofs';
import { recogniseRejectionListeners } from './rejectionListeners';
import { recogniseCalls } from './calls';
import { recogniseCatches } from './catches';
import { recogniseComparedCredentials } from './comparedCredentials';
import { recogniseChosenRoles } from './chosenRoles';
import { recogniseCors } from './cors';
import { recogniseConnections } from './connections';
import { recogniseDataAccesses } from './dataAccesses';
import { recogniseDecorations } from './decorations';
import { recogniseDecorators } from './decorators';
import { recogniseProviders } from './providers';
import { recogniseDisabledChecks } from './disabledChecks';
import { recogniseEmitters, recogniseErrorListeners } from './emitters';
import { recogniseEntries } from './entries';
import { recogniseEnvironment } from './environment';
import { recogniseEnvSchemas } from './envSchemas';
import { recogniseErrorFormats } from './errorFormats';
import { recogniseErrorLeaks } from './errorLeaks';
import { recogniseEscapingSwitches } from './escapingSwitches';
import { recogniseExposedSecrets } from './exposedSecrets';
import { recogniseFileRoutes } from './fileRoutes';
import { recogniseFloatingPromises } from './floatingPromises';
import { recogniseGuessableSecrets } from './guessableSecrets';
import { recogniseLogCalls } from './logCalls';
import { recogniseMethodTables } from './methodTables';
import { recogniseMoney } from './money';
import { recogniseOutboundCalls } from './outboundCalls';
import { recogniseOwnedTables } from './ownedTables';
import { recognisePasswordDigests } from './passwordDigests';
import { recognisePlainPasswords } from './plainPasswords';
import { recogniseRequestedAmounts } from './requestedAmounts';
import { recogniseRequestInputs } from './requestInputs';
import { recogniseResultUses } from './resultUses';
import { recogniseRowAccesses } from './rowAccesses';
import { recogniseSchemaPushes } from './schemaPushes';
import { recogniseSecrets } from './secrets';
import { recogniseServerLoggers } from './packageGuards';
import { recogniseServersMade } from './serversMade';
import { recogniseSessionIssues } from './sessionIssues';
import { recogniseSessionReads } from './sessionReads';
import { recogniseSettingReads } from './settingReads';
import { recogniseSockets } from './sockets';
import { recogniseTablePlaces } from './tablePlaces';
import { recogniseTaintedSinks } from './taintedSinks';
import { recogniseTurnedOff } from './turnedOff';
import { recogniseUploads } from './uploads';
import { recogniseWholeWrites } from './wholeWrites';

/** Everything that makes facts of a file, in a fixed order. */
export const recognisers: readonly ((analysis: FileAnalysis) => Fact[])[] = [
  recogniseEntries,
  recogniseCalls,
  recogniseTablePlaces,
  recogniseFileRoutes,
  recogniseMethodTables,
  recogniseDecorators,
  recogniseDecorations,
  recogniseProviders,
  recogniseTurnedOff,
  recogniseProcedures,
  recogniseSockets,
  recogniseAsyncCallbacks,
  recogniseFloatingPromises,
  recogniseErrorFormats,
  recogniseServerLoggers,
  recogniseErrorLeaks,
  recogniseCatches,
  recogniseCaughtInterrupts,
  recogniseResultUses,
  recogniseOutboundCalls,
  recogniseDataAccesses,
  recogniseWholeWrites,
  recogniseRequestInputs,
  recogniseTaintedSinks,
  recogniseEscapingSwitches,
  recogniseSessionReads,
  recogniseSessionIssues,
  recognisePasswordDigests,
  recognisePlainPasswords,
  recogniseGuessableSecrets,
  recogniseCallerProofs,
  recogniseRejectionListeners,
  recogniseErrorListeners,
  recogniseEmitters,
  recogniseCors,
  recogniseUploads,
  recogniseSecrets,
  recogniseComparedCredentials,
  recogniseDisabledChecks,
  recogniseExposedSecrets,
  recogniseSchemaPushes,
  recogniseSettingReads,
  recogniseLogCalls,
  recogniseConnections,
  recogniseEnvironment,
  recogniseEnvSchemas,
  recogniseMoney,
  recogniseRequestedAmounts,
  recogniseChosenRoles,
  recogniseRowAccesses,
  recogniseOwnedTables,
  recogniseServersMade,
];
