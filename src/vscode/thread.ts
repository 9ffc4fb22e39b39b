import { Worker } from 'node:worker_threads';
import type { EngineThread, ThreadEvents } from './engineClient';

/** Past this the thread ends with an error that the client survives, where the whole extension host would end otherwise. */
const heapLimitMb = 2_048;

/**
 * Starts the engine's bundle in a thread of its own, which keeps what it knows of files in a folder. Costs the caller about 2 ms; the bundle loads over
 * there.
 */
export function spawnThread(bundle: string, cacheFolder: string, events: ThreadEvents): EngineThread {
  const worker = new Worker(bundle, { execArgv: [], workerData: { cacheFolder }, resourceLimits: { maxOldGenerationSizeMb: heapLimitMb } });
  let reason: string | undefined;
  worker.on('message', (message) => events.onMessage(message));
  worker.on('messageerror', (error) => (reason = error.message));
  worker.on('error', (error: unknown) => (reason = error instanceof Error ? (error.stack ?? error.message) : String(error)));
  worker.on('exit', (code) => events.onExit(reason ?? `exit code ${code}`));
  return {
    post: (message) => worker.postMessage(message),
    stop: () => void worker.terminate(),
  };
}
