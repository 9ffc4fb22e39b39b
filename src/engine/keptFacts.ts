import { destination } from '../facts/projectView';
import { mightBeSecret, mightHoldSecret } from '../facts/secretShapes';
import type { FileFacts } from '../model/facts';
import { digest, type FactStore } from './factStore';
import type { Registry } from './registry';
import type { SessionParts } from './sessionParts';

/** Facts of one file with all that they were made of, but for what other files answered. */
interface Entry {
  /** Digest of the text. */
  text: string;
  /** Digest of what was known of the file before it was read. */
  context: string;
  facts: FileFacts;
}

interface Kept {
  engine: string;
  /** Digest of the configuration. */
  config: string;
  entries: Entry[];
  /** Files that others asked about and that are not analysed, with digests of their texts. */
  silent: [file: string, text: string][];
}

/**
 * Facts that outlive a session. They are a function of a file's text, of what its package and the configuration say of it, of where its imports
 * lead, and of what other files answered: where all of that is as it was, a file need not be read as code again.
 */
export class KeptFacts {
  private readonly digests = new WeakMap<FileFacts, string>();
  private readonly dependencies = new WeakMap<object, string>();
  private isRead = false;
  /** Files whose facts were found and hold. */
  private recalled = new Set<FileFacts>();

  constructor(
    private readonly parts: SessionParts,
    private readonly registry: Registry,
    private readonly store: FactStore,
  ) {
    parts.files.onMade = (facts, text) => {
      if (isKept(facts, text)) this.digests.set(facts, digest(text));
    };
  }

  /**
   * Makes known what was kept, once for each session; files that are others than they were, and those that asked about them, wait to be analysed.
   * `breathe` lets others have their turn, and says whether to go on.
   */
  async recall(breathe: () => Promise<boolean>): Promise<void> {
    if (this.isRead) return;
    const kept = this.read();
    const files = new Set(this.parts.files.files);
    for (const entry of kept?.entries ?? []) {
      if (!(await breathe())) return;
      const { file } = entry.facts;
      if (!this.parts.model.peek(file) && files.has(file) && !this.parts.isExcluded(file)) this.take(entry);
    }
    this.isRead = true;
    if (!kept) return;
    // Those who asked about a file are not told by the file itself where that was opened or changed meanwhile, is gone, or could not be analysed.
    const others = kept.entries.filter((entry) => this.parts.model.peek(entry.facts.file) !== entry.facts && !this.isCurrent(entry));
    const silent = kept.silent.filter(([file, text]) => this.textDigest(file) !== text);
    for (const file of [...others.map(({ facts }) => facts.file), ...silent.map(([name]) => name)])
      this.registry.waiting.markDependents(file);
  }

  private take(entry: Entry): void {
    const { facts, text } = entry;
    this.parts.model.restore(facts);
    this.registry.register(facts.file, facts);
    if (this.isCurrent(entry)) {
      this.digests.set(facts, text);
      this.recalled.add(facts);
    } else this.registry.waiting.mark(facts.file, 'itself');
  }

  /** Keeps what is known now, unless that is what was found. */
  keep(): void {
    const all = this.keepable();
    if (all.length === this.recalled.size && all.every(({ facts }) => this.recalled.has(facts))) return;
    const entries = all.map(({ text, facts }): Entry => ({ text, context: this.contextDigest(facts.file), facts }));
    const known = new Set(entries.map(({ facts }) => facts.file));
    const asked = new Set(entries.flatMap(({ facts }) => facts.dependsOn));
    const silent = [...asked].filter((file) => !known.has(file)).map((file): [string, string] => [file, this.textDigest(file)]);
    const body = JSON.stringify({ engine: this.store.engine, config: this.configDigest(), entries, silent } satisfies Kept);
    this.store.write(`${digest(body)}\n${body}`);
    this.recalled = new Set(all.map(({ facts }) => facts));
  }

  /** Facts that may be kept, with digests of the texts that they were made of. */
  private keepable(): { text: string; facts: FileFacts }[] {
    const found: { text: string; facts: FileFacts }[] = [];
    const constants = new Set<string>();
    for (const facts of this.parts.model.files()) {
      const text = this.digests.get(facts) ?? this.digestOfOpen(facts);
      if (text !== undefined) found.push({ text, facts });
      else for (const constant of constantsOf(facts)) constants.add(JSON.stringify(constant).slice(1, -1));
    }
    if (constants.size === 0) return found;
    return found.filter(({ facts }) => this.recalled.has(facts) || !holdsOneOf(facts, constants));
  }

  /** Of an open file, facts were made piece by piece; they are those of its present text. */
  private digestOfOpen(facts: FileFacts): string | undefined {
    const text = this.parts.files.isOpen(facts.file) ? this.parts.files.text(facts.file) : undefined;
    return text !== undefined && isKept(facts, text) ? digest(text) : undefined;
  }

  /** Undefined where nothing was kept, by another engine, for another configuration, or where a part is missing. */
  private read(): Kept | undefined {
    const text = this.store.read();
    const end = text?.indexOf('\n') ?? -1;
    if (text === undefined || end < 0) return undefined;
    const body = text.slice(end + 1);
    if (digest(body) !== text.slice(0, end)) return undefined;
    // Only this class writes what has such a digest.
    const kept = JSON.parse(body) as Kept;
    return kept.engine === this.store.engine && kept.config === this.configDigest() ? kept : undefined;
  }

  private isCurrent({ text, context, facts }: Entry): boolean {
    const { file, resolved = {} } = facts;
    return (
      text === this.textDigest(file) &&
      context === this.contextDigest(file) &&
      Object.entries(resolved).every(([specifier, target]) => this.leadsTo(file, specifier) === target)
    );
  }

  private leadsTo(file: string, specifier: string): string {
    const generated = this.parts.tables.generated(specifier);
    return generated === undefined ? destination(this.parts.files.resolve(file, specifier)) : destination({ package: generated });
  }

  /** '' where there is no text. */
  private textDigest(file: string): string {
    const text = this.parts.files.text(file);
    return text === undefined ? '' : digest(text);
  }

  private configDigest(): string {
    return digest(JSON.stringify(this.parts.settings.config));
  }

  private contextDigest(file: string): string {
    const { dependencies, ...rest } = this.parts.files.context(file);
    return digest(JSON.stringify({ ...rest, dependencies: dependencies && this.dependenciesDigest(dependencies) }));
  }

  /** All files of a package have the same. */
  private dependenciesDigest(dependencies: object): string {
    let known = this.dependencies.get(dependencies);
    if (known === undefined) this.dependencies.set(dependencies, (known = digest(JSON.stringify(dependencies))));
    return known;
  }
}

/** Constants that others import are among the facts of a file: where one might be a credential, the file is analysed each time, and so is who uses it. */
function isKept(facts: FileFacts, text: string): boolean {
  return facts.deferred === true || !mightHoldSecret(text);
}

/** Texts of constants that might be credentials. */
function constantsOf({ summary }: FileFacts): string[] {
  const exported = Object.entries(summary.exports).map(([name, { text }]) => [name, text ?? ''] as const);
  const ofClasses = Object.values(summary.classes).flatMap(({ texts }) => Object.entries(texts ?? {}));
  return [...exported, ...ofClasses].flatMap(([name, text]) => (text.length >= shortest && mightBeSecret(name, text) ? text : []));
}

/** Shorter texts stand in any file. */
const shortest = 6;

function holdsOneOf(facts: FileFacts, texts: ReadonlySet<string>): boolean {
  const json = JSON.stringify(facts);
  for (const text of texts) if (json.includes(text)) return true;
  return false;
}
