import type { DisabledCheck } from '../../model/configuration';
import { fileRole } from '../../project/classify';
import { JsonPlaces } from '../../project/jsonPlaces';
import { nameOf } from '../../project/paths';
import { placed, type ConfigKind } from './configKind';

/** Settings for what is never released, by their names: tests, editors, other tools. */
const elsewhere =
  /^tsconfig[.-](?:.*[.-])?(?:spec|tests?|e2e|cypress|jest|vitest|playwright|eslint|lint|storybook|examples?|docs?|scripts?|dev)\b/;

/** Places in which nothing of the application lies. */
const aside = /(?:^|\/)(?:\.[^/]+|archived?|templates?)\//;

/** Settings of the compiler: whether it looks for what is null, undefined or anything. */
export const tsconfig: ConfigKind = {
  credentials: 'own',
  covers: (file) => /^tsconfig[^/]*\.json$/.test(nameOf(file)),
  facts(file, text) {
    const role = fileRole(`${file.slice(0, -nameOf(file).length)}index.ts`);
    if (role === 'test' || role === 'example' || role === 'script' || elsewhere.test(nameOf(file)) || aside.test(file)) return [];
    const settings = new JsonPlaces(text);
    const strict = settings.member('compilerOptions', 'strict');
    // What is off for the rest says little where missing values are looked for.
    if (strict?.value !== false || settings.member('compilerOptions', 'strictNullChecks')?.value === true) return [];
    if (isForTests(file, settings.member('include')?.value)) return [];
    const { start, end } = strict.valueSpan;
    const fact: DisabledCheck = {
      ...placed(file, strict.span, 'compilerOptions'),
      kind: 'disabledCheck',
      check: 'types',
      by: 'option',
      label: 'strict',
      weakened: true,
      depends: false,
      mended: [{ start, end, newText: 'true' }],
    };
    return [fact];
  },
};

/** Are all the files that settings are for tests, by where they are? */
function isForTests(file: string, include: unknown): boolean {
  const folder = file.slice(0, -nameOf(file).length);
  return (
    Array.isArray(include) &&
    include.length > 0 &&
    include.every(
      (pattern) => typeof pattern === 'string' && fileRole(folder + pattern.replace(/^\.\//, '').replace(/\*+/g, 'some')) === 'test',
    )
  );
}
