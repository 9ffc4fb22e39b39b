import { parseArgs } from 'node:util';
import { didYouMean } from '../engine/nearest';
import { UserError } from './terminal';

/** Commands, each with the options that it takes besides the general ones. */
export const commands = {
  check: ['format', 'fail-on', 'stdin', 'stdin-filename', 'config', 'update-baseline', 'all', 'no-cache', 'cache-dir'],
  routes: ['format', 'config', 'no-cache', 'cache-dir'],
  rules: ['format'],
  explain: [],
} as const satisfies Record<string, readonly OptionName[]>;

export type CommandName = keyof typeof commands;

const options = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  'no-color': { type: 'boolean' },
  all: { type: 'boolean' },
  format: { type: 'string' },
  'fail-on': { type: 'string' },
  stdin: { type: 'boolean' },
  'stdin-filename': { type: 'string' },
  config: { type: 'string' },
  'update-baseline': { type: 'boolean' },
  'no-cache': { type: 'boolean' },
  'cache-dir': { type: 'string' },
} as const;

type OptionName = keyof typeof options;

const general: readonly string[] = ['help', 'version', 'no-color'];

/** What was asked for on the command line. */
export interface Arguments {
  /** Absent when only help or the version is wanted. */
  command?: CommandName;
  /** Folders, or the rule to explain. */
  positionals: string[];
  help: boolean;
  version: boolean;
  color: boolean;
  format?: string;
  failOn?: string;
  stdin: boolean;
  stdinFilename?: string;
  config?: string;
  updateBaseline: boolean;
  /** What is known of files may be kept from one run to the next. */
  cache: boolean;
  /** Folder to keep it in. */
  cacheDir?: string;
  all: boolean;
}

function isCommand(word: string | undefined): word is CommandName {
  return word !== undefined && Object.hasOwn(commands, word);
}

function parse(args: readonly string[]): ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const code = (error as { code?: string }).code;
    const message = error instanceof Error ? error.message : String(error);
    const option = /'(-[^' ,]+)/.exec(message)?.[1] ?? '';
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
      throw new UserError(
        `there is no option ${option}.${didYouMean(option.replace(/^-+/, ''), Object.keys(options)).replace(/"(.*)"/, '"--$1"')}`,
      );
    }
    throw new UserError(message.replace(/\s+/g, ' '));
  }
}

/** Reads the command line. Throws a UserError for anything that is not understood. */
export function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parse(args);
  const [first, ...rest] = positionals;
  const result: Arguments = {
    positionals: isCommand(first) ? rest : positionals,
    help: values.help ?? false,
    version: values.version ?? false,
    color: !(values['no-color'] ?? false),
    stdin: values.stdin ?? false,
    updateBaseline: values['update-baseline'] ?? false,
    cache: !(values['no-cache'] ?? false),
    all: values.all ?? false,
  };
  if (values.format !== undefined) result.format = values.format;
  if (values['fail-on'] !== undefined) result.failOn = values['fail-on'];
  if (values['stdin-filename'] !== undefined) result.stdinFilename = values['stdin-filename'];
  if (values.config !== undefined) result.config = values.config;
  if (values['cache-dir'] !== undefined) result.cacheDir = values['cache-dir'];
  if (isCommand(first)) result.command = first;
  else if (result.help || result.version) return result;
  // Editors and hooks that pipe a file in need not name the command.
  else if (result.stdin) result.command = 'check';
  else if (first === undefined) throw new UserError('no command given; try "production-gap check" or "production-gap --help".');
  else
    throw new UserError(
      `there is no command "${first}".${didYouMean(first, Object.keys(commands)) || ` Did you mean "production-gap check ${first}"?`}`,
    );
  const allowed: readonly string[] = [...general, ...commands[result.command]];
  const strange = Object.keys(values).find((name) => !allowed.includes(name));
  if (strange !== undefined) throw new UserError(`"${result.command}" has no option --${strange}; see "production-gap --help".`);
  return result;
}

/** One of the values that an option may have. Throws a UserError for any other. */
export function choice<T extends string>(option: string, value: string | undefined, allowed: readonly [T, ...T[]]): T {
  if (value === undefined) return allowed[0];
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined)
    throw new UserError(`--${option} must be one of ${allowed.join(', ')}, but is "${value}".${didYouMean(value, allowed)}`);
  return found;
}
