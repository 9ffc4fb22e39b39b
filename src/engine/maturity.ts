import type { Config } from '../model/config';

/** A rule or check, as far as it matters here. */
interface Matured {
  id: string;
  maturity: string;
}

/** The configuration with rules in preview off, unless it says what they are. */
export function withPreviewsOff(config: Config, all: readonly Matured[]): Config {
  const unnamed = all.filter(({ id, maturity }) => maturity === 'preview' && !Object.hasOwn(config.rules, id));
  return unnamed.length === 0
    ? config
    : { ...config, rules: { ...config.rules, ...Object.fromEntries(unnamed.map(({ id }) => [id, 'off' as const])) } };
}
