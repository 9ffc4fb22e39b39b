import ignore, { type Ignore } from 'ignore';

interface Layer {
  rules: Ignore;
  /** Folder of the file below the root, '' or ending in a slash. */
  folder: string;
  /** Way from the file's folder down to the root, '' or ending in a slash, for files in folders around the root. */
  down: string;
}

/** The `.gitignore` files that apply in a folder. Immutable: `with` and `withOuter` add one more that is nearer. */
export class IgnoreRules {
  private constructor(private readonly layers: readonly Layer[]) {}

  static readonly none = new IgnoreRules([]);

  private add(text: string, folder: string, down: string): IgnoreRules {
    return new IgnoreRules([{ rules: ignore({ allowRelativePaths: true }).add(text), folder, down }, ...this.layers]);
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
