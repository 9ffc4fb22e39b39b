import picomatch from 'picomatch';
import { parentPort, workerData } from 'node:worker_threads';
import { memoryWorkspace } from '../project/memoryWorkspace';
import { nodeWorkspace } from '../project/nodeWorkspace';
import type { Workspace } from '../project/workspace';
import { buildScorecard } from '../readiness/score';
import { dateOf } from '../readiness/dates';
import { emptyReadiness } from '../readiness/store';

import { configFile, readConfig } from './config';
import { factStore } from './factStore';
import { ruleList } from './ruleList';
import { Server } from './serve';
import { withPreviewsOff } from './maturity';
import { openSession } from './session';

/**
 * The engine in a thread of its own. Composition only: what to serve sessions with, and the port to serve them over.
 */

/** A workspace without the files that a person excludes. */
function without(workspace: Workspace, globs: readonly string[]): Workspace {
  if (globs.length === 0) return workspace;
  const isExcluded = picomatch([...globs], { dot: true });
  return { ...workspace, list: async () => (await workspace.list()).filter((file) => !isExcluded(file)) };
}

const port = parentPort;
if (!port) throw new Error('The engine runs in a worker thread only.');

/** Where facts are kept until the folder is opened again; undefined for nowhere. */
const { cacheFolder } = (workerData ?? {}) as { cacheFolder?: string };

const descriptions = ruleList();
const knownRules = descriptions.map((rule) => rule.id);
const today = (): string => dateOf(new Date());

const server = new Server({
  rules: descriptions,
  post: (message) => port.postMessage(message),
  heapUsed: () => process.memoryUsage().heapUsed,
  open({ root, exclude }) {
    const workspace = root === undefined ? memoryWorkspace({}) : without(nodeWorkspace(root), exclude);
    const store = root === undefined ? undefined : factStore(cacheFolder, { root, bundle: __filename, settings: exclude.join('\0') });
    return openSession(workspace, {
      today: today(),
      ...(store ? { store } : {}),
      onFailure: (rule, file, error) => {
        const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
        port.postMessage({ type: 'log', level: 'error', message: `${rule} failed in ${file} and is left out there: ${message}` });
      },
    });
  },
  scorecard({ root, result, readiness, isComplete }) {
    const config = withPreviewsOff(readConfig(nodeWorkspace(root).read(configFile), { knownRules, today: today() }).config, descriptions);
    const ranRules = knownRules.filter((rule) => config.rules[rule] !== 'off');
    return buildScorecard({ result, readiness: readiness ?? emptyReadiness, config, today: today(), ranRules, isComplete });
  },
});
port.on('message', (message) => server.receive(message));
server.start();
