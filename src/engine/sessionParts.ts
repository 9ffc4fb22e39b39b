import { configKinds } from '../facts/config';
import { ConfigModel } from '../facts/config/configModel';
import { EndpointRoles } from '../facts/endpointRoles';
import { PeerGroups } from '../facts/peers';
import { ProjectModel } from '../facts/projectModel';
import { RouteTree } from '../facts/routeTree';
import { defaultSettings, type ClientUse, type InterfaceSettings } from '../facts/sql/exposure';
import { SqlModel } from '../facts/sql/sqlModel';
import { tablesOf, type Tables } from '../facts/tables';
import { TextModels } from '../facts/textModel';
import { libraries as allLibraries } from '../libraries';
import { defaultConfig, type Config } from '../model/config';
import type { Library } from '../model/library';
import type { Check, Rule } from '../model/meta';
import { isSourceFile } from '../project/classify';
import { readSupabaseConfig } from '../project/manifests';
import { within } from '../project/paths';
import { whyUnreadable } from '../project/readable';
import type { Workspace } from '../project/workspace';
import { rules as allRules } from '../rules';
import { checks as allChecks } from '../checks';
import { declaredPublic } from './declared';
import { withPreviewsOff } from './maturity';
import type { FactStore } from './factStore';
import { PackageFacts } from './packageFacts';
import { PlatformUse } from './platformUse';
import { ProjectFiles } from './project';
import { ProjectSettings } from './projectSettings';
import { Questions } from './questions';
import { RowOwners } from './rowOwners';

/** What a session can be given besides files. Everything has a default. */
export interface SessionOptions {
  /** Configuration instead of the project's file. */
  config?: Config;
  libraries?: readonly Library[];
  rules?: readonly Rule[];
  checks?: readonly Check[];
  /** Rules and checks in preview stay off until the configuration names them. So it is unless `rules` or `checks` are given. */
  heedsMaturity?: boolean;
  /** Present date as YYYY-MM-DD, for waivers. Without one, nothing expires. */
  today?: string;
  /** Milliseconds that the analysis of one file may take; 10,000 without one. */
  limitMs?: number;
  /** Where facts are kept from one session to the next. Without it, everything is analysed anew. */
  store?: FactStore;
  /** Told once per rule that throws. */
  onFailure?: (rule: string, file: string, error: unknown) => void;
}

/** The models that a session consists of, each told whom to ask. */
export class SessionParts {
  readonly tables: Tables;
  readonly rules: readonly Rule[];
  readonly ruleIds: ReadonlySet<string>;
  readonly checks: readonly Check[];
  readonly settings: ProjectSettings;
  readonly files: ProjectFiles;
  readonly model: ProjectModel;
  readonly tree: RouteTree;
  readonly peers: PeerGroups;
  readonly questions: Questions;
  readonly platformUse: PlatformUse;
  readonly packageFacts: PackageFacts;
  readonly rowOwners: RowOwners;
  readonly sql: SqlModel;
  readonly configuration: ConfigModel;
  /** Files that are not parsed as TypeScript. */
  readonly textFiles: TextModels;
  /** How the project's code talks to its platform; see {@link PlatformUse}. */
  use: ClientUse = { imports: false, publicKey: false, serviceKey: false };

  constructor(
    readonly workspace: Workspace,
    readonly options: SessionOptions,
  ) {
    this.tables = tablesOf(options.libraries ?? allLibraries);
    this.rules = options.rules ?? allRules.filter((rule) => rule.maturity !== 'deprecated');
    this.ruleIds = new Set(this.rules.map((rule) => rule.id));
    this.checks = options.checks ?? allChecks.filter((check) => check.maturity !== 'deprecated');
    const read = (file: string): string | undefined => this.files.text(file);
    this.settings = new ProjectSettings(
      {
        text: read,
        known: this.knownRules,
        today: options.today ?? '0000-01-01',
        given: options.config,
        settled: (config) => this.settled(config),
      },
      defaultConfig,
    );
    this.files = new ProjectFiles(workspace, this.settings.config, options.limitMs);
    this.model = new ProjectModel(this.tables, this.files);
    this.tree = new RouteTree(this.tables, {
      summary: (ref) => this.model.summary(ref),
      declaredGuard: (ref, name) => this.files.declaredGuard(ref, name),
      declaredKind: (ref, name) => this.files.declaredKind(ref, name),
      declaredPublic: (path, method) => declaredPublic(this.settings.config, path, method),
      platformLimit: () => this.files.platformLimit,
      scheduleOf: (file, path) => this.files.scheduleOf(file, path),
    });
    this.peers = new PeerGroups({
      files: () => this.tree.files(),
      routes: (file) => this.tree.routes(file),
      packageDir: (file) => this.files.context(file).packageDir,
      role: (file) => this.files.role(file),
      isApplication: (group) => this.tree.isApplication(group),
    });
    this.questions = new Questions(this.tree, this.peers, new EndpointRoles(this.tables, (file) => this.model.peek(file)));
    this.platformUse = new PlatformUse(this.files);
    this.packageFacts = new PackageFacts((file) => this.files.context(file).packageDir);
    this.sql = new SqlModel({
      files: () => this.files.files,
      text: (file) => this.readable(file),
      settings: (folder) => this.interfaceSettings(folder),
      use: () => this.use,
    });
    this.configuration = new ConfigModel(configKinds, this.tables, {
      files: () => this.files.files,
      text: (file) => this.readable(file),
      tracked: (file) => this.workspace.tracked?.(file),
      dependencies: (file) => this.files.packages.of(file)?.dependencies,
    });
    this.textFiles = new TextModels([this.sql, this.configuration]);
    this.rowOwners = new RowOwners(this.textFiles, (file) => this.files.context(file).packageDir);
  }

  /** Ids of all rules and checks. */
  get knownRules(): string[] {
    return [...this.rules, ...this.checks].map((rule) => rule.id);
  }

  /** The configuration with what follows from the maturity of rules. */
  private settled(config: Config): Config {
    const { rules, checks, heedsMaturity = rules === undefined && checks === undefined } = this.options;
    return heedsMaturity ? withPreviewsOff(config, [...this.rules, ...this.checks]) : config;
  }

  /** Is a file left out by the configuration? */
  isExcluded(file: string): boolean {
    return this.settings.isExcluded(file);
  }

  /** Text of a file that is not analysed when it is too much to read. */
  private readable(file: string): string | undefined {
    const text = this.files.text(file);
    const reason = text === undefined || isSourceFile(file) ? undefined : whyUnreadable(text);
    if (reason === undefined) return text;
    this.files.markSkipped(file, reason);
    return undefined;
  }

  private interfaceSettings(folder: string): InterfaceSettings {
    const text = this.files.text(within(folder, 'config.toml'));
    if (text === undefined || !/(?:^|\/)supabase$/.test(folder)) return defaultSettings;
    return { ...defaultSettings, ...readSupabaseConfig(text).api };
  }

  /** Offsets at which the lines of a file start, for files whose facts are known. */
  lineStarts(file: string): readonly number[] | undefined {
    return this.model.peek(file)?.lineStarts ?? (this.textFiles.covers(file) ? this.textFiles.facts(file)?.lineStarts : undefined);
  }
}
