import type { Workspace } from './workspace';

/** Kinds of questions that a workspace answers, in an order in which they can be asked anew: what was listed decides what else is told. */
const kinds = ['list', 'unreadable', 'part', 'tracked', 'stat', 'read', 'source'] as const;

type Kind = (typeof kinds)[number];

/** What was asked of a workspace: by kind, the files that it was asked about ('' for the whole). */
export type Asked = Partial<Record<Kind, string[]>>;

/** Short name of a text that no other text shares. */
type Digest = (text: string) => string;

/** Answers to all questions that were put to a workspace: whoever asks them again and hears the same would come to the same result. */
export class Witness {
  private readonly answers = new Map<string, string>();
  /** Was the same said each time that something was asked? A file that is written to meanwhile says one thing and then another. */
  private steady = true;

  constructor(private readonly digest: Digest) {}

  /** A workspace that says what the given one says, while this one listens. */
  over(workspace: Workspace): Workspace {
    const { unreadable, tracked, isPartOfRepository } = workspace;
    const heard = <T>(kind: Kind, file: string, answer: T): T => {
      this.hear(kind, file, answer);
      return answer;
    };
    return {
      ...workspace,
      list: async () => heard('list', '', await workspace.list()),
      read: (file) => heard('read', file, workspace.read(file)),
      readWithReason: (file) => heard('source', file, workspace.readWithReason(file)),
      stat: (file) => heard('stat', file, workspace.stat(file)),
      ...(unreadable ? { unreadable: () => heard('unreadable', '', unreadable()) } : {}),
      ...(tracked ? { tracked: (file) => heard('tracked', file, tracked(file)) } : {}),
      ...(isPartOfRepository ? { isPartOfRepository: () => heard('part', '', isPartOfRepository()) } : {}),
    };
  }

  private hear(kind: Kind, file: string, answer: unknown): void {
    const question = `${kind}\0${file}`;
    const said = this.digest(plain(kind, answer));
    const before = this.answers.get(question);
    if (before !== undefined && before !== said) this.steady = false;
    this.answers.set(question, said);
  }

  /** What was asked, and one digest for all that was said; undefined where the same question had more than one answer. */
  testimony(): { asked: Asked; said: string } | undefined {
    if (!this.steady) return undefined;
    const asked: Asked = {};
    const questions = [...this.answers].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [question] of questions) {
      const at = question.indexOf('\0');
      (asked[question.slice(0, at) as Kind] ??= []).push(question.slice(at + 1));
    }
    return { asked, said: this.digest(questions.map(([question, said]) => `${question}\0${said}`).join('\n')) };
  }
}

/** Asks a workspace all that was asked before; gives the digest of what it says now. */
export async function askAgain(workspace: Workspace, asked: Asked, digest: Digest): Promise<string | undefined> {
  const witness = new Witness(digest);
  const heard = witness.over(workspace);
  for (const kind of kinds)
    for (const file of asked[kind] ?? []) {
      if (kind === 'list') await heard.list();
      else if (kind === 'unreadable') heard.unreadable?.();
      else if (kind === 'part') heard.isPartOfRepository?.();
      else if (kind === 'tracked') heard.tracked?.(file);
      else if (kind === 'stat') heard.stat(file);
      else if (kind === 'read') heard.read(file);
      else heard.readWithReason(file);
    }
  return witness.testimony()?.said;
}

/** Was one of the files that were read written to after a moment (in milliseconds since 1970)? What says no may still be different. */
export function isYounger(workspace: Workspace, asked: Asked, moment: number): boolean {
  return [...new Set([...(asked.source ?? []), ...(asked.read ?? [])])].some((file) => (workspace.stat(file)?.mtimeMs ?? 0) > moment);
}

/** An answer as text. When a file was written decides nothing: who fetches the same files anew gets new times. */
function plain(kind: Kind, answer: unknown): string {
  if (typeof answer === 'string') return `+${answer}`;
  if (kind === 'source') {
    const reading = answer as ReturnType<Workspace['readWithReason']>;
    return 'text' in reading ? `+${reading.text}` : `-${reading.skipped}`;
  }
  if (kind === 'stat') return String((answer as ReturnType<Workspace['stat']>)?.size);
  return Array.isArray(answer) ? answer.join('\n') : String(answer);
}
