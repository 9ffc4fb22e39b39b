import ignore, { type Ignore } from 'ignore';

interface Layer {
  rules: Ignore;
  /** Folder of the file below the root, '' or ending in a slash. */
  folder: string;
  /** Way from the file's folder down to the root, '' or ending in a slash, for files in folders around the root. */
  down: string;
}

/** Rules by where they stand and what they say. They remember what they were asked, which is most of the work of a second listing. */
export type KnownRules = Map<string, Ignore>;

/** The `.gitignore` files that apply in a folder. Immutable: `with` and `withOuter` add one more that is nearer. */
export class IgnoreRules {
  private constructor(
    private readonly layers: readonly Layer[],
    private readonly before?: KnownRules,
    private readonly now?: KnownRules,
  ) {}

  static readonly none = new IgnoreRules([]);

  /** No rules yet; those that are added are taken from `before` where they are the same, and all are left in `now`. */
  static remembering(before: KnownRules, now: KnownRules): IgnoreRules {
    return new IgnoreRules([], before, now);
  }

  private add(text: string, folder: string, down: string): IgnoreRules {
    const key = [folder, down, text].join('\0');
    const rules = this.before?.get(key) ?? ignore({ allowRelativePaths: true }).add(text);
    this.now?.set(key, rules);
    return new IgnoreRules([{ rules, folder, down }, ...this.layers], this.before, this.now);
  }

  /** Adds the file of a folder below the root; `folder` is '' for the root or ends in a slash. */
  with(folder: string, text: string): IgnoreRules {
    return this.add(text, folder, '');
  }

  /** Adds the file of a folder around the root; `down` leads from there to the root and ends in a slash. */
  withOuter(down: string, text: string): IgnoreRules {
    return this.add(text, '', down);
  }

  /**
   * Is a path left out of version control? Paths are relative to the root, folders end in a slash, '' is the root.
   * The folders around it must have been asked before: as git does, what is in an ignored folder is not asked for.
   */
  ignores(path: string): boolean {
    for (const { rules, folder, down } of this.layers) {
      const seen = down + path.slice(folder.length);
      if (seen === '') continue;
      const { ignored, unignored } = rules.test(seen);
      if (ignored) return true;
      if (unignored) return false;
    }
    return false;
  }
}
