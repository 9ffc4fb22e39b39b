import picomatch from 'picomatch';
import type { Config } from '../model/config';
import type { Finding } from '../model/finding';
import { baselineFile, readBaseline, type Baseline } from './baseline';
import { configFile, readConfig } from './config';

/** What settings are read with. */
export interface SettingsHost {
  text(file: string): string | undefined;
  /** Ids of rules and checks that a configuration may name. */
  known: readonly string[];
  /** Present date as YYYY-MM-DD. */
  today: string;
  /** Configuration instead of the project's file. */
  given: Config | undefined;
  /** A configuration with what follows from the maturity of rules. */
  settled(config: Config): Config;
}

/** The project's configuration and baseline. */
export class ProjectSettings {
  config: Config;
  baseline: Baseline | undefined;
  /** What is wrong with the two files. */
  findings: Finding[] = [];
  private read: readonly (string | undefined)[] | undefined;

  constructor(
    private readonly host: SettingsHost,
    config: Config,
  ) {
    this.config = host.settled(host.given ?? config);
  }

  /** Reads both files. Gives whether they are others than those read before. */
  load(): boolean {
    const texts = [this.host.text(configFile), this.host.text(baselineFile)] as const;
    const isChanged = this.read?.every((text, index) => text === texts[index]) !== true;
    this.read = texts;
    const reading = this.host.given ? undefined : readConfig(texts[0], { knownRules: [...this.host.known], today: this.host.today });
    if (reading) this.config = this.host.settled(reading.config);
    const baseline = readBaseline(texts[1]);
    this.baseline = baseline.baseline;
    this.findings = [...(reading?.findings ?? []), ...baseline.findings];
    return isChanged;
  }

  /** Patterns of further tests as one question; undefined when there are none. */
  get isTest(): ((file: string) => boolean) | undefined {
    return this.config.tests.length > 0 ? picomatch([...this.config.tests], { dot: true }) : undefined;
  }

  isExcluded(file: string): boolean {
    return this.config.exclude.length > 0 && picomatch.isMatch(file, [...this.config.exclude], { dot: true });
  }
}
