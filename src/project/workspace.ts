/** Files of one project. Paths are relative to the root, with forward slashes. */
export interface Workspace {
  readonly root: string;
  /** Every file of interest: sources, manifests, configuration, migrations. */
  list(): Promise<string[]>;
  /** Text of a file; undefined when it is missing, unreadable or not text. */
  read(file: string): string | undefined;
  stat(file: string): { size: number; mtimeMs: number } | undefined;
}
