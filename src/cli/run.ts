import { readArguments, type Arguments } from './arguments';
import { check } from './commands/check';
import { explain } from './commands/explain';
import { routes } from './commands/routes';
import { rules } from './commands/rules';
import { help } from './help';
import { answerStore, AnswerKeeper } from './keptAnswers';
import { exitCode, UserError, type Terminal } from './terminal';

const commands = { check, routes, rules, explain };

/** Runs one command line and gives the exit code. Never throws: whatever goes wrong ends in one line and code 2. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const given = readArguments(args);
    if (given.version) terminal.out(`${terminal.version}\n`);
    else if (given.help || given.command === undefined) terminal.out(help);
    else return await answered(terminal, given, commands[given.command]);
    return exitCode.clean;
  } catch (error) {
    const message =
      error instanceof UserError ? error.message : `unexpected failure: ${error instanceof Error ? error.message : String(error)}`;
    terminal.err(`production-gap: ${message.replace(/\s*\n\s*/g, ' ')}\n`);
    return exitCode.failure;
  }
}

/** Runs a command, and keeps what it says where the same question is likely to be asked again. */
async function answered(
  terminal: Terminal,
  given: Arguments,
  command: (terminal: Terminal, given: Arguments) => Promise<number> | number,
): Promise<number> {
  const store = terminal.engine === undefined ? undefined : answerStore(given, terminal);
  if (!store) return command(terminal, given);
  const keeper = new AnswerKeeper(store, terminal.engine!);
  const code = await command(keeper.over(terminal), given);
  keeper.keep(code);
  return code;
}
