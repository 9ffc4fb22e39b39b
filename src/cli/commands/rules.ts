import { renderJson, rulesReport } from '../../report/json';
import { renderRulesText } from '../../report/text';
import { choice, type Arguments } from '../arguments';
import { exitCode, UserError, type Terminal } from '../terminal';

/** `rules`: lists all rules and checks. Gives the exit code. */
export function rules(terminal: Terminal, given: Arguments): number {
  const format = choice('format', given.format, ['text', 'json']);
  if (given.positionals.length > 0)
    throw new UserError(`"rules" takes no arguments; for one rule, try "production-gap explain ${given.positionals[0]!}".`);
  const isColorful = terminal.isColorful && given.color;
  terminal.out(format === 'json' ? renderJson(rulesReport(terminal.rules)) : renderRulesText(terminal.rules, { color: isColorful }));
  return exitCode.clean;
}
