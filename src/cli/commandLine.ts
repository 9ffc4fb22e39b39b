import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { version } from '../../package.json';
import type { RuleDescription, Session } from '../engine/api';
import { ruleList } from '../engine/ruleList';
import { factStore } from '../engine/factStore';
import { openSession } from '../engine/session';
import { nodeWorkspace } from '../project/nodeWorkspace';
import { engineOf } from './keptAnswers';
import { run } from './run';
import { ignoreClosedPipes, surroundings } from './surroundings';
import type { Workspace } from '../project/workspace';
import type { SessionRequest, Terminal } from './terminal';

/** Pages stand in `docs` beside `dist` in the package, and further up while developing. */
function page(this: Terminal, { id, kind }: RuleDescription): string | undefined {
  for (let folder = __dirname, level = 0; level < 4; folder = path.dirname(folder), level++) {
    const file = path.join(folder, 'docs', `${kind}s`, `${id}.md`);
    if (existsSync(file)) return this.readText(file);
  }
  return undefined;
}

async function input(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8');
}

function open(workspace: Workspace, { cacheFolder: folder, ...request }: SessionRequest): Session {
  const settings = request.config ? JSON.stringify(request.config) : '';
  const store = factStore(folder, { root: workspace.root, bundle: __filename, settings });
  return openSession(workspace, store ? { ...request, store } : request);
}

ignoreClosedPipes();

const terminal: Terminal = {
  ...surroundings(),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  input,
  showsProgress: process.stderr.isTTY,
  version,
  engine: engineOf(__filename),
  rules: ruleList(),
  workspace: nodeWorkspace,
  readText: (file) => readFileSync(file, 'utf8'),
  openSession: open,
  page,
};

// The code is only set, so that output still waiting for a slow pipe gets there before the process ends by itself.
void run(process.argv.slice(2), terminal).then((code) => {
  process.exitCode = code;
});
