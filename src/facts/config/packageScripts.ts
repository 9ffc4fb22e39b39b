import type { DisabledCheck, Verification } from '../../model/configuration';
import type { Fact } from '../../model/facts';
import type { Span } from '../../model/finding';
import { JsonPlaces } from '../../project/jsonPlaces';
import { folderOf, nameOf } from '../../project/paths';
import { shellCommands, type ShellCommand } from '../../project/shell';
import { placed, type ConfigKind, type Surroundings } from './configKind';
import { isReleasing, pushesIn } from './schemaPushes';

/** Scripts that check something, by the names that people give them. */
const checking: readonly [RegExp, Verification][] = [
  [/^(?:type-?check|check-?types|types?:check|check:types|tsc|typecheck:.*)$/, 'types'],
  [/^lint(?::(?!fix).*)?$/, 'lint'],
  [/^tests?(?::(?:ci|unit|all|run|integration|e2e))?$/, 'tests'],
];

const checkers: readonly [RegExp, Verification][] = [
  [/\b(?:tsc|vue-tsc|svelte-check|tsgo)\b/, 'types'],
  [/\b(?:eslint|next lint|biome (?:check|lint|ci)|oxlint)\b/, 'lint'],
  [/\b(?:jest|vitest|mocha|ava|playwright test|node --test|cypress run|bun test)\b/, 'tests'],
];

/** Scripts for people at work, which no release waits for. */
const convenience = /fix|format|watch|\bdev\b|report|pre-?commit|staged/;

/** Scripts of a package. */
export const packageScripts: ConfigKind = {
  credentials: 'shapes',
  covers: (file) => nameOf(file) === 'package.json',
  facts(file, text, around) {
    const isMember = folderOf(file) !== '' && hasWorkspaces(around);
    return new JsonPlaces(text).members('scripts').flatMap(({ name, value, valueSpan }): Fact[] => {
      // With escapes in it, places in the command are not those in the file.
      const isPlain = typeof value === 'string' && value.length === valueSpan.end - valueSpan.start - 2;
      if (typeof value !== 'string') return [];
      const start = isPlain ? valueSpan.start + 1 : undefined;
      const pushes = isReleasing(name) ? pushesIn(file, value, folderOf(file), around, 'script', name, valueSpan, start, name) : [];
      return [...pushes, ...(disabled(file, name, value, start, valueSpan, isMember) ?? [])];
    });
  },
};

/** What keeps the script from failing: nothing is run, or its failure is swallowed. */
function disabled(
  file: string,
  script: string,
  command: string,
  start: number | undefined,
  whole: Span,
  isMember: boolean,
): DisabledCheck[] | undefined {
  const commands = shellCommands(command);
  const named = checking.find(([pattern]) => pattern.test(script))?.[1];
  const fact = (check: Verification, span: Span, mended?: DisabledCheck['mended']): DisabledCheck[] => [
    {
      ...placed(file, span, `scripts.${script}`),
      kind: 'disabledCheck',
      check,
      by: 'command',
      label: script,
      weakened: false,
      depends: false,
      ...(mended ? { mended } : {}),
    },
  ];
  // Tools that run a script in all packages want one of that name in each.
  if (named !== undefined && !isMember && commands.length > 0 && commands.every(({ text }) => doesNothing(text)) && succeeds(commands))
    return fact(named, whole);
  if (convenience.test(script)) return undefined;
  for (const [index, { text, after, start: at, end }] of commands.entries()) {
    const before = commands[index - 1];
    if (after !== '||' || !before || !/^(?:true|:|exit 0|echo\b.*)$/.test(text)) continue;
    const check = checkers.find(([pattern]) => pattern.test(before.text))?.[1];
    if (check === undefined) continue;
    if (start === undefined) return fact(check, whole);
    return fact(check, { start: start + before.start, end: start + end }, [
      { start: start + before.end, end: start + Math.max(end, at), newText: '' },
    ]);
  }
  return undefined;
}

/** Is the root the root of a monorepo? */
function hasWorkspaces(around: Surroundings): boolean {
  return (
    around.files.some((file) => /^(?:pnpm-workspace\.yaml|turbo\.json|nx\.json|lerna\.json)$/.test(file)) ||
    /"workspaces"/.test(around.text('package.json') ?? '')
  );
}

function doesNothing(command: string): boolean {
  return /^(?:echo\b.*|printf\b.*|true|:|exit\b.*)$/.test(command);
}

/** The usual `echo "no test specified" && exit 1` fails, as it says. */
function succeeds(commands: readonly ShellCommand[]): boolean {
  return !commands.some(({ text }) => /^exit\s+[1-9]/.test(text));
}
