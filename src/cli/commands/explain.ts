import { didYouMean } from '../../engine/nearest';
import type { Arguments } from '../arguments';
import { exitCode, UserError, type Terminal } from '../terminal';

/** `explain`: prints the page of one rule or check. Gives the exit code. Throws a UserError for an id that does not exist. */
export function explain(terminal: Terminal, { positionals }: Arguments): number {
  const [id] = positionals;
  if (id === undefined || positionals.length > 1)
    throw new UserError('"explain" takes the id of one rule, for example "production-gap explain missing-auth-guard".');
  const rule = terminal.rules.find((candidate) => candidate.id === id);
  if (!rule)
    throw new UserError(
      `there is no rule "${id}".${didYouMean(
        id,
        terminal.rules.map((candidate) => candidate.id),
      )}`,
    );
  const page = terminal.page(rule) ?? `# ${rule.title}\n\n\`${rule.id}\`, ${rule.severity}, ${rule.dimension}\n`;
  terminal.out(`${withoutMarkers(page)}\n`);
  return exitCode.clean;
}

/** Pages carry comments for the tools that maintain them. */
function withoutMarkers(page: string): string {
  return page.replace(/^<!--.*-->\r?\n/gm, '').trim();
}
