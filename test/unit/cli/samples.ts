import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ProjectResult, RouteRow, Session } from '../../../src/engine/api';
import type { SessionRequest, Terminal } from '../../../src/cli/terminal';
import { run } from '../../../src/cli/run';
import { nodeWorkspace } from '../../../src/project/nodeWorkspace';
import type { Finding } from '../../../src/model/finding';
import type { Workspace } from '../../../src/project/workspace';
import { rules } from '../report/samples';

/** Folders that tests made, removed by `cleanUp`. */
const folders: string[] = [];

/** A new folder with these files. */
export function folderWith(files: Record<string, string> = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'production-gap-'));
  folders.push(folder);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

/** Removes what `folderWith` made. */
export function cleanUp(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** What a session that is not real finds; it remembers what it was asked. */
export interface Fake {
  findings?: (workspace: Workspace) => Finding[];
  analysed?: string[];
  routes?: RouteRow[];
  /** What a scan does with the files. */
  onScan?: (workspace: Workspace) => Promise<void>;
  /** A rule that throws in src/a.ts. */
  failure?: string;
  /** Sessions that were opened, with what they were told. */
  opened: { root: string; request: SessionRequest; texts: Record<string, string>; scans: number; disposed: boolean }[];
}

function fakeSession(fake: Fake, workspace: Workspace, request: SessionRequest): Session {
  const state: Fake['opened'][number] = { root: workspace.root, request, texts: {}, scans: 0, disposed: false };
  fake.opened.push(state);
  const project = (): ProjectResult => ({
    root: workspace.root,
    files: { analysed: [...(fake.analysed ?? ['src/a.ts']), ...Object.keys(state.texts)], skipped: [] },
    findings: fake.findings?.(workspace) ?? [],
    outcomes: [],
    timings: {},
  });
  return {
    root: workspace.root,
    rejudged: 0,
    prepare: () => Promise.resolve(),
    scan: async (options) => {
      state.scans++;
      options?.onProgress?.(1, 2, 'src/a.ts');
      await fake.onScan?.(workspace);
      if (fake.failure !== undefined) request.onFailure(fake.failure, 'src/a.ts', new Error('thrown'));
      return project();
    },
    setText: (file, text, version) => {
      state.texts[file] = text;
      return { file, version, findings: [] };
    },
    editText: (file, _, version) => ({ file, version, findings: [] }),
    release: () => undefined,
    filesChanged: () => undefined,
    settle: () => Promise.resolve([]),
    result: () => undefined,
    project,
    named: (findings) => [...findings],
    routes: () => fake.routes ?? [],
    actions: () => [],
    resolve: () => undefined,
    dispose: () => {
      state.disposed = true;
    },
  };
}

/** What a command printed and how it ended. */
export interface Ended {
  code: number;
  out: string;
  err: string;
  fake: Fake;
}

/** Runs a command line against a session that is not real. */
export async function runWith(
  args: readonly string[],
  given: Partial<Terminal> & { fake?: Omit<Fake, 'opened'>; text?: string } = {},
): Promise<Ended> {
  const { fake: wanted = {}, text = '', ...rest } = given;
  const fake: Fake = { ...wanted, opened: [] };
  let out = '';
  let err = '';
  const terminal: Terminal = {
    cwd: tmpdir(),
    out: (part) => void (out += part),
    err: (part) => void (err += part),
    input: () => Promise.resolve(text),
    isColorful: false,
    showsProgress: false,
    today: '2026-06-15',
    cacheFolder: undefined,
    version: '1.2.3',
    engine: undefined,
    workspace: nodeWorkspace,
    readText: (file) => readFileSync(file, 'utf8'),
    rules,
    openSession: (workspace, request) => fakeSession(fake, workspace, request),
    page: (rule) => `# Page of ${rule.id}`,
    ...rest,
  };
  const code = await run(args, terminal);
  return { code, out, err, fake };
}
