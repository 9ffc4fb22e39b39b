import type { CommandPurpose, KnownCommand } from '../../model/configuration';
import type { CommandRole } from '../../model/library';
import { readJsonc, recordMember } from '../../project/jsonc';
import { folderOf, nameOf } from '../../project/paths';
import { bareCommand, calledScripts, shellCommands } from '../../project/shell';
import type { Surroundings } from './configKind';

/** A command that was recognised, with where it stands in the text that was looked at. */
export interface FoundCommand extends KnownCommand {
  start: number;
  end: number;
}

/** What a line of a shell does. */
export interface Done {
  commands: FoundCommand[];
  /** Something in it is not known. */
  runsOther: boolean;
}

/** Names of scripts that say what they are for, where their text is nowhere to be found. */
const byName: readonly [RegExp, CommandPurpose][] = [
  [/^(?:type-?check|check-?types|types?:check|check:types|tsc)\b/, 'types'],
  [/^lint\b/, 'lint'],
  [/^test(?!.*watch)\b/, 'tests'],
  [/^build\b/, 'build'],
];

/** Commands of a shell that prepare others and do nothing to the application. */
const harmless =
  /^(?:cd|echo|printf|export|set|mkdir|cp|mv|rm|ls|cat|sleep|true|if|then|else|elif|fi|for|do|done|while|case|esac|test|\[|\[\[|exit|source|\.|touch|chmod|curl|wget|corepack|node -v|git|which|command|apt-get|sudo apt|apk|pip|npm (?:ci|i|install)|pnpm (?:i|install)|yarn(?: install)?$|bun (?:i|install)|npm config|prisma generate|playwright install|\w+=\S*$)(?:\s|$)/;

const deepest = 6;

/**
 * What the commands of a text are for, those of scripts that they call included. `folder` is where they run; scripts that
 * are not there are looked for in the root and in all packages.
 */
export function commandsIn(text: string, folder: string, around: Surroundings, via: readonly string[] = []): Done {
  const found: FoundCommand[] = [];
  let runsOther = false;
  const names = scriptNames(folder, around);
  for (const { text: command, start, end } of shellCommands(text)) {
    const bare = bareCommand(command);
    const role = roleOf(bare, around.commands);
    if (role) {
      found.push({
        purpose: role.purpose,
        label: labelOf(bare, role),
        destroys: role.destroys?.test(bare) ?? false,
        via: [...via],
        packageDir: folder,
        start,
        end,
      });
      continue;
    }
    const scripts = calledScripts(command, names);
    runsOther ||= scripts.length === 0 && !harmless.test(command) && !harmless.test(bare);
    for (const script of scripts) {
      const inside = ofScript(script, folder, around, via);
      found.push(...inside.commands.map((done) => ({ ...done, start, end })));
      runsOther ||= inside.runsOther;
    }
  }
  return { commands: found, runsOther };
}

function roleOf(command: string, roles: readonly CommandRole[]): CommandRole | undefined {
  return roles.find(({ pattern }) => pattern.test(command));
}

function labelOf(command: string, { pattern }: CommandRole): string {
  return pattern.exec(command)![0].trim();
}

function scriptNames(folder: string, around: Surroundings): ReadonlySet<string> {
  return new Set([...around.scripts(folder).keys(), ...around.scripts('').keys()]);
}

/** Scripts of a package.json, by name. */
export function scriptsIn(text: string | undefined): ReadonlyMap<string, string> {
  if (text === undefined) return new Map();
  return new Map(
    Object.entries(recordMember(readJsonc(text), 'scripts')).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
  );
}

function ofScript(script: string, folder: string, around: Surroundings, via: readonly string[]): Done {
  // `"lint": "turbo lint"` in the root runs the script of that name in all packages; any other circle leads nowhere.
  const isSpread = via.at(-1) === script && folder === '';
  if (via.length > deepest || (via.includes(script) && !isSpread)) return { commands: [], runsOther: false };
  const homes = homesOf(script, folder, around, isSpread);
  if (homes.length === 0) {
    const purpose = byName.find(([pattern]) => pattern.test(script))?.[1];
    return {
      commands: purpose ? [{ purpose, label: script, destroys: false, via: [...via, script], start: 0, end: 0 }] : [],
      runsOther: !purpose,
    };
  }
  const all = homes.map((home) => commandsIn(around.scripts(home).get(script)!, home, around, [...via, script]));
  return { commands: all.flatMap(({ commands }) => commands), runsOther: all.some((done) => done.runsOther) };
}

/** Folders of the packages whose script is meant: the one at hand, the root, or all that have one of this name. */
function homesOf(script: string, folder: string, around: Surroundings, isSpread: boolean): string[] {
  if (!isSpread) for (const home of [folder, '']) if (around.scripts(home).has(script)) return [home];
  const members = around.files
    .filter((file) => nameOf(file) === 'package.json' && folderOf(file) !== '' && !file.includes('node_modules/'))
    .map(folderOf);
  return members.slice(0, mostMembers).filter((home) => around.scripts(home).has(script));
}

/** More packages of a monorepo say nothing new. */
const mostMembers = 60;
