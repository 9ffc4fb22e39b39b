import type { ConfigurationFacts } from '../../model/configuration';
import type { Fact, FileFacts } from '../../model/facts';
import { within } from '../../project/paths';
import { isSourceFile } from '../../project/classify';
import { lineStartsOfText } from '../../syntax/ranges';
import { exposedBy } from '../exposedNames';
import type { Tables } from '../tables';
import { isSame, textFacts, type TextModel } from '../textModel';
import { scriptsIn } from './commands';
import type { ConfigKind, Surroundings } from './configKind';
import { credentialsIn } from './writtenCredentials';

/** What the model needs from whoever holds the files. */
export interface ConfigHost {
  files(): readonly string[];
  /** Present text of a file; undefined if it cannot be read. */
  text(file: string): string | undefined;
  /** Does version control hold the file? Undefined when nobody can tell. */
  tracked(file: string): boolean | undefined;
  /** Dependencies of the package around a file; undefined without one. */
  dependencies(file: string): Record<string, string> | undefined;
}

interface Known {
  facts: FileFacts | undefined;
  /** Other files that were asked for. */
  read: ReadonlySet<string>;
}

/**
 * Facts of files with settings, scripts and steps. Each file is read when somebody asks, and again when its text or that
 * of a file that it was read with has changed.
 */
export class ConfigModel implements TextModel {
  private readonly known = new Map<string, Known>();
  private notCode: readonly string[] | undefined;
  private covered: Map<string, ConfigKind> | undefined;
  private readonly texts = new Map<string, string | undefined>();
  /** Scripts by manifest. */
  private readonly scripts = new Map<string, ReadonlyMap<string, string>>();

  constructor(
    private readonly kinds: readonly ConfigKind[],
    private readonly tables: Tables,
    private readonly host: ConfigHost,
  ) {}

  files(): string[] {
    return [...this.structure().keys()];
  }

  covers(file: string): boolean {
    return !isSourceFile(file) && this.structure().has(file);
  }

  facts(file: string): FileFacts | undefined {
    const kind = this.structure().get(file);
    if (!kind) return undefined;
    let known = this.known.get(file);
    if (!known) this.known.set(file, (known = this.read(file, kind)));
    return known.facts;
  }

  /** All facts of a kind, by file. */
  of<K extends keyof ConfigurationFacts>(kind: K): ConfigurationFacts[K][] {
    return this.files().flatMap((file) =>
      (this.facts(file)?.facts ?? []).filter((fact): fact is ConfigurationFacts[K] => fact.kind === kind),
    );
  }

  changed(file: string): string[] {
    if (isSourceFile(file)) return [];
    this.forget(file);
    const before = this.known.get(file);
    const readers = [...this.known].filter(([other, { read }]) => other !== file && read.has(file)).map(([other]) => other);
    if (before) this.known.delete(file);
    return this.differing(readers);
  }

  restructured(): string[] {
    this.covered = undefined;
    this.notCode = undefined;
    this.texts.clear();
    this.scripts.clear();
    const covered = this.structure();
    for (const file of [...this.known.keys()]) if (!covered.has(file)) this.known.delete(file);
    const fresh = this.known.size === 0 ? [] : [...covered.keys()].filter((file) => !this.known.has(file));
    return [...this.differing([...this.known.keys()]), ...fresh];
  }

  /** Manifests are asked about for each command; texts are read once until somebody says that they changed. */
  private textOf(file: string): string | undefined {
    if (!this.texts.has(file)) this.texts.set(file, this.host.text(file));
    return this.texts.get(file);
  }

  private forget(file: string): void {
    this.texts.delete(file);
    this.scripts.delete(file);
  }

  private differing(files: readonly string[]): string[] {
    return files.filter((file) => {
      const before = this.known.get(file)?.facts?.facts;
      this.known.delete(file);
      return !isSame(before, this.facts(file)?.facts);
    });
  }

  private others(): readonly string[] {
    return (this.notCode ??= this.host.files().filter((file) => !isSourceFile(file)));
  }

  private kindOf(file: string): ConfigKind | undefined {
    return this.kinds.find((kind) => kind.covers(file));
  }

  private structure(): Map<string, ConfigKind> {
    if (!this.covered) {
      this.covered = new Map();
      for (const file of this.others()) {
        const kind = this.kindOf(file);
        if (kind) this.covered.set(file, kind);
      }
    }
    return this.covered;
  }

  private read(file: string, kind: ConfigKind): Known {
    const read = new Set<string>();
    const text = this.textOf(file);
    if (text === undefined) return { facts: undefined, read };
    const around: Surroundings = {
      files: this.others(),
      text: (other) => {
        read.add(other);
        return this.textOf(other);
      },
      scripts: (folder) => {
        const manifest = within(folder, 'package.json');
        read.add(manifest);
        let scripts = this.scripts.get(manifest);
        if (!scripts) this.scripts.set(manifest, (scripts = scriptsIn(this.textOf(manifest))));
        return scripts;
      },
      tracked: (other) => this.host.tracked(other),
      commands: this.tables.commands,
      exposedBy: (other, name) => exposedBy(this.tables, this.host.dependencies(other), name),
    };
    const facts: Fact[] = kind.facts(file, text, around);
    if (kind.credentials !== 'own') facts.push(...credentialsIn(file, text, { namesCount: kind.credentials !== 'shapes' }));
    return { facts: textFacts(file, lineStartsOfText(text), facts), read };
  }
}
