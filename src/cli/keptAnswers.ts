import { readFileSync } from 'node:fs';
import path from 'node:path';
import { digest } from '../engine/factStore';
import { codeOf, nodeStore, type TextStore } from '../project/nodeStore';
import { nodeWorkspace } from '../project/nodeWorkspace';
import { askAgain, isYounger, Witness, type Asked } from '../project/witness';
import type { Arguments } from './arguments';
import { exitCode, type Terminal } from './terminal';

/** What a command printed, and all that it asked of the world to know it. */
interface KeptAnswer {
  /** What identifies the program: another one might say something else. */
  engine: string;
  /** Milliseconds since 1970 at which the command began. */
  at: number;
  /** What was asked of each folder, and the digest of what was said. */
  folders: { root: string; asked: Asked; said: string }[];
  /** Digests of other files, by absolute path. */
  texts: Record<string, string>;
  out: string;
  code: number;
}

/** The world that a command is run in. */
export type Surroundings = Pick<Terminal, 'cwd' | 'isColorful' | 'today' | 'cacheFolder'>;

/** More is not kept; in characters. */
const longest = 20_000_000;

/**
 * Where the answer to a command line is kept from one run to the next; undefined where that is not wanted, or the command
 * does more than answer. The date is part of the question: what is put off until a day is due on that day.
 */
export function answerStore(given: Arguments, around: Surroundings): TextStore | undefined {
  if (given.command !== 'check' && given.command !== 'routes') return undefined;
  if (given.stdin || given.updateBaseline || given.help || given.version || !given.cache) return undefined;
  const folder = given.cacheDir === undefined ? around.cacheFolder : path.resolve(around.cwd, given.cacheDir);
  const { cacheDir: _, ...question } = given;
  const asked = JSON.stringify([question, around.cwd, around.isColorful && given.color, around.today]);
  return folder === undefined ? undefined : nodeStore(folder, `answer-${digest(asked)}`);
}

/** What identifies a bundled program; undefined for one that is being worked on. */
export function engineOf(bundle: string): string | undefined {
  const code = codeOf(bundle);
  return code === undefined ? undefined : digest(code);
}

/** The kept answer, if the same program would give it again: everything that it asked is asked anew. */
export async function recallAnswer(store: TextStore, engine: string): Promise<Pick<KeptAnswer, 'out' | 'code'> | undefined> {
  const kept = parsed(store.read());
  if (kept?.engine !== engine) return undefined;
  const workspaces = kept.folders.map((folder) => ({ ...folder, workspace: nodeWorkspace(folder.root) }));
  // Whoever changes a file and runs the command should not wait for all others to be read first.
  if (workspaces.some(({ workspace, asked }) => isYounger(workspace, asked, kept.at))) return undefined;
  for (const [file, said] of Object.entries(kept.texts)) if (digestOf(file) !== said) return undefined;
  for (const { workspace, asked, said } of workspaces) if ((await askAgain(workspace, asked, digest)) !== said) return undefined;
  return kept;
}

/** Listens to one command, to keep its answer. */
export class AnswerKeeper {
  private readonly at = Date.now();
  private readonly witnesses: { root: string; witness: Witness }[] = [];
  private readonly texts: Record<string, string> = {};
  private out = '';
  /** Did it speak of something that may go away by itself: a rule that failed, settings that can't be read? */
  private isTroubled = false;

  constructor(
    private readonly store: TextStore,
    private readonly engine: string,
  ) {}

  /** The terminal for the command. */
  over(terminal: Terminal): Terminal {
    return {
      ...terminal,
      out: (text) => {
        this.out += text;
        terminal.out(text);
      },
      err: (text) => {
        // Progress is written over itself, and means nothing later.
        if (!text.startsWith('\r')) this.isTroubled = true;
        terminal.err(text);
      },
      workspace: (root) => {
        const witness = new Witness(digest);
        this.witnesses.push({ root, witness });
        return witness.over(terminal.workspace(root));
      },
      readText: (file) => {
        const text = terminal.readText(file);
        this.texts[file] = digest(text);
        return text;
      },
    };
  }

  /** Keeps what was printed, unless somebody wrote to the files meanwhile. */
  keep(code: number): void {
    if (this.isTroubled || code === exitCode.failure || this.out.length > longest) return;
    const folders: KeptAnswer['folders'] = [];
    for (const { root, witness } of this.witnesses) {
      const testimony = witness.testimony();
      if (!testimony) return;
      folders.push({ root, ...testimony });
    }
    const { engine, at, texts, out } = this;
    this.store.write(JSON.stringify({ engine, at, folders, texts, out, code } satisfies KeptAnswer));
  }
}

function digestOf(file: string): string | undefined {
  try {
    return digest(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** What cannot be read as one is no answer. */
function parsed(text: string | undefined): KeptAnswer | undefined {
  try {
    const kept = JSON.parse(text ?? '') as KeptAnswer;
    return Array.isArray(kept.folders) && typeof kept.out === 'string' && typeof kept.code === 'number' ? kept : undefined;
  } catch {
    return undefined;
  }
}
