import type { EnvironmentEntry, VersionControl } from '../../model/configuration';
import { isEnvironmentFile } from '../../project/gitIndex';
import { IgnoreRules } from '../../project/gitignore';
import { ancestors, folderOf, nameOf, within } from '../../project/paths';
import { readCommented, readDotenv } from '../../project/dotenv';
import { isServerOnly } from '../exposedNames';
import { isOwnSecret, isPlaceholder, isRandom, looksChosen, namesSecret, shapeOf } from '../secretShapes';
import { placed, type ConfigKind, type Surroundings } from './configKind';

/** Files with settings of the environment: which names they hold, whether the values are credentials, and whether git has them. */
export const environmentFiles: ConfigKind = {
  credentials: 'own',
  covers: isEnvironmentFile,
  facts(file, text, around) {
    const purpose = purposeOf(file);
    const control = controlOf(file, around);
    // What stays on one machine is where credentials belong.
    if (control === 'left-out') return [];
    const entries = purpose === 'example' ? [...readDotenv(text), ...readCommented(text)] : readDotenv(text);
    return entries.map(({ name, nameSpan, value, isComment }): EnvironmentEntry => {
      const exposedBy = isComment ? undefined : around.exposedBy(file, name);
      const secret = secretOf(name, value, purpose, exposedBy !== undefined);
      return {
        ...placed(file, nameSpan, name),
        kind: 'environmentEntry',
        name,
        purpose,
        control,
        serverOnly: isServerOnly(exposedBy === undefined ? name : name.slice(exposedBy.length)),
        ...(exposedBy !== undefined ? { exposedBy } : {}),
        ...(secret ? { secret } : {}),
      };
    });
  },
};

function purposeOf(file: string): EnvironmentEntry['purpose'] {
  const parts = nameOf(file).toLowerCase().split(/[.-]/);
  // `config.env.env`, to be copied to the name without the end.
  if (parts.length > 2 && parts.at(-1) === 'env' && parts.at(-2) === 'env') return 'example';
  const says = (...words: string[]): boolean => words.some((word) => parts.includes(word));
  if (says('example', 'sample', 'template', 'dist', 'defaults', 'default', 'schema', 'tpl')) return 'example';
  if (says('test', 'testing', 'ci', 'e2e')) return 'test';
  return says('development', 'dev', 'docker', 'compose')
    ? 'development'
    : /(?:^|\/)(?:examples?|[\w-]*-examples?|tests?|fixtures|e2e)\//.test(file)
      ? 'example'
      : 'settings';
}

function controlOf(file: string, around: Surroundings): VersionControl {
  const tracked = around.tracked(file);
  if (tracked === true) return 'held';
  if (isLeftOut(file, around)) return 'left-out';
  return tracked === false ? 'not-left-out' : 'unknown';
}

/** Do the rules of git leave a file out? */
export function isLeftOut(file: string, around: Surroundings): boolean {
  const folders = ancestors(folderOf(file)).reverse();
  let rules = IgnoreRules.none;
  const exclude = around.text('.git/info/exclude');
  if (exclude !== undefined) rules = rules.with('', exclude);
  for (const folder of folders) {
    if (folder !== '' && rules.ignores(`${folder}/`)) return true;
    const text = around.text(within(folder, '.gitignore'));
    if (text !== undefined) rules = rules.with(folder === '' ? '' : `${folder}/`, text);
  }
  return rules.ignores(file);
}

/** Is the value a credential? In files for trials only what a provider gave out counts, in files for everybody too. */
function secretOf(name: string, value: string, purpose: EnvironmentEntry['purpose'], isExposed: boolean): EnvironmentEntry['secret'] {
  if (value.length < 4 || /^\$\{?\w|^<.*>$|^op:\/\//.test(value)) return undefined;
  const masked = `${value.slice(0, 4)}… (${value.length} characters)`;
  const shape = shapeOf(value);
  // Keys of the database that everybody has on their own machine are the same for all.
  if (shape?.sandbox && shape.provider === 'supabase-service-role') return undefined;
  if (shape) return { certainty: 'shape', provider: shape.provider, masked, sandbox: shape.sandbox };
  if (purpose !== 'settings' || isExposed || !namesSecret(name) || isPlaceholder(value)) return undefined;
  const isCredential = looksChosen(value) || (isOwnSecret(name) && value.length >= 8) || isRandom(value);
  return isCredential && !/\s/.test(value)
    ? { certainty: 'name', provider: 'secret', masked: `${value.length} characters`, sandbox: false }
    : undefined;
}
