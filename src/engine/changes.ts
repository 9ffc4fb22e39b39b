import { bundlerAliases } from '../project/bundlerAliases';
import { isSourceFile } from '../project/classify';
import { isManifest } from '../project/filesOfInterest';
import { isSchedule } from '../project/schedules';
import type { FileChange, FileResult } from './api';
import { baselineFile } from './baseline';
import { configFile } from './config';
import { withDeletedContents } from './deletedContents';
import type { Judgements } from './judgements';
import { PlatformUse } from './platformUse';
import type { ProjectChecks } from './projectChecks';
import type { Registry } from './registry';
import type { SessionParts } from './sessionParts';

/** Files that say which migrations there are, and for which kind of database. */
const ordersMigrations = /(?:^|\/)(?:meta\/_journal\.json|migration_lock\.toml)$/;

/** What follows for other files when one changes that they are read with: settings, manifests, migrations. */
export class Changes {
  /** What edited configuration of bundlers names, by file. */
  private readonly names = new Map<string, string>();

  /** `onSettings` is told of a changed file that configures the project, and reads it again. */
  constructor(
    private readonly parts: SessionParts,
    private readonly registry: Registry,
    private readonly judgements: Judgements,
    private readonly checksOf: ProjectChecks,
    private readonly onSettings: (file: string) => void,
  ) {}

  /** Reads configuration and baseline anew. Gives whether they are others. */
  loadConfig(): boolean {
    const isChanged = this.parts.settings.load();
    this.parts.files.setConfig(this.parts.settings.config, this.parts.settings.isTest);
    this.judgements.verdicts.forget();
    return isChanged;
  }

  /** A file that others are read with has another text. */
  settingsChanged(file: string): void {
    if (isManifest(file)) this.restructure();
    this.registry.useChanged ||= PlatformUse.isSetting(file);
    if (isSchedule(file)) this.reschedule();
    if (ordersMigrations.test(file)) this.restructureTexts();
    for (const other of this.parts.configuration.changed(file)) this.registry.waiting.mark(other, 'dependency');
    // Rules may have asked what pipelines do.
    this.registry.linksChanged = true;
    this.checksOf.forget();
  }

  /** Code that may name folders for imports is edited: where it names others now, any file may mean something else. */
  namesChanged(file: string): void {
    const names = JSON.stringify(bundlerAliases(this.parts.files.text(file) ?? '', ''));
    if (this.names.get(file) === names) return;
    this.names.set(file, names);
    this.settingsChanged(file);
  }

  /** The platform may call other routes on a schedule. */
  private reschedule(): void {
    this.parts.files.forgetSchedules();
    this.registry.relink();
  }

  /** Reads one file again; files whose facts it changes, tables and policies for one, wait for `settle`. */
  changedText(file: string): FileResult {
    if (!file.endsWith('.sql')) this.settingsChanged(file);
    for (const other of this.parts.textFiles.changed(file)) this.registry.waiting.mark(other, 'dependency');
    this.checksOf.forget();
    this.registry.waiting.take(file);
    return this.judgements.of(file, true)!.result;
  }

  /** Which migrations and schemas there are changed. */
  restructureTexts(): void {
    for (const file of this.parts.textFiles.restructured()) this.registry.waiting.mark(file, 'dependency');
  }

  /** Code that talks to the platform changed: what is within reach of clients may have. */
  refreshUse(): void {
    this.registry.useChanged = false;
    const use = this.parts.platformUse.of(this.parts.model.files());
    const isSame =
      use.imports === this.parts.use.imports && use.publicKey === this.parts.use.publicKey && use.serviceKey === this.parts.use.serviceKey;
    this.parts.use = use;
    if (!isSame) this.restructureTexts();
  }

  private restructure(): void {
    this.parts.files.refreshStructure();
    this.parts.textFiles.restructured();
    this.markAll();
  }

  /** Settings changed: any file may mean something else, or count at all. */
  markAll(): void {
    this.judgements.verdicts.forget();
    for (const file of new Set([
      ...this.judgements.judged.keys(),
      ...(this.judgements.judged.size > 0 ? [...this.parts.files.sources, ...this.parts.textFiles.files()] : []),
    ]))
      this.registry.waiting.mark(file, 'itself');
  }

  /** Files on disk changed; what that means is looked at by `settle`. */
  filesChanged(changes: FileChange[]): void {
    let moved = false;
    let restructured = false;
    let settled = true;
    const touched: string[] = [];
    const { copies } = this.parts.files;
    for (const { file, type } of this.withContents(changes)) {
      // What the editor holds counts; `release` looks at the disk again.
      if (this.parts.files.openVersion(file) !== undefined) continue;
      this.parts.files.touched(file);
      if (type === 'created') this.parts.files.addFile(file);
      if (type === 'deleted') {
        this.parts.files.removeFile(file);
        this.judgements.drop(file);
      }
      moved ||= type !== 'changed' || this.parts.files.heirsChanged(file);
      this.registry.useChanged ||= PlatformUse.isSetting(file);
      if (file === configFile || file === baselineFile || isManifest(file)) this.onSettings(file);
      else if (type !== 'deleted' && isSourceFile(file)) this.registry.waiting.mark(file, 'itself');
      restructured ||= ordersMigrations.test(file) || (type !== 'changed' && file.endsWith('.sql'));
      if (!isSourceFile(file)) touched.push(file);
      settled &&= type === 'changed' || isSourceFile(file);
      this.checksOf.forget();
    }
    if (restructured) this.restructureTexts();
    // Whether there is a file may be all that counts.
    else if (!settled) for (const file of this.parts.configuration.restructured()) this.registry.waiting.mark(file, 'dependency');
    this.registry.linksChanged ||= touched.length > 0;
    for (const file of touched) {
      if (isSchedule(file)) this.reschedule();
      for (const other of this.parts.textFiles.changed(file)) this.registry.waiting.mark(other, 'dependency');
      if (this.parts.textFiles.covers(file)) this.registry.waiting.mark(file, 'dependency');
    }
    if (!moved) return;
    this.registry.markMoved();
    this.markCopies(copies);
  }

  /** What a compiler made of files that are new is judged no more, and what it made of those that are gone is code like any other. */
  markCopies(before: ReadonlySet<string>): void {
    const { copies } = this.parts.files;
    for (const file of new Set([...before, ...copies]))
      if (before.has(file) !== copies.has(file)) this.registry.waiting.mark(file, 'itself');
  }

  private withContents(changes: readonly FileChange[]): FileChange[] {
    const known = new Set(this.parts.files.files);
    // A folder may have been taken for a file when it was told of.
    return withDeletedContents(changes, known, ({ file }) => !/[^/]\.[^/.]+$/.test(file) || !known.has(file));
  }
}
