import { readArguments } from './arguments';
import { check } from './commands/check';
import { explain } from './commands/explain';
import { routes } from './commands/routes';
import { rules } from './commands/rules';
import { help } from './help';
import { exitCode, UserError, type Terminal } from './terminal';

const commands = { check, routes, rules, explain };

/** Runs one command line and gives the exit code. Never throws: whatever goes wrong ends in one line and code 2. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const given = readArguments(args);
    if (given.version) terminal.out(`${terminal.version}\n`);
    else if (given.help || given.command === undefined) terminal.out(help);
    else return await commands[given.command](terminal, given);
    return exitCode.clean;
  } catch (error) {
    const message =
      error instanceof UserError ? error.message : `unexpected failure: ${error instanceof Error ? error.message : String(error)}`;
    terminal.err(`production-gap: ${message.replace(/\s*\n\s*/g, ' ')}\n`);
    return exitCode.failure;
  }
}
