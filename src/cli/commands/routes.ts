import { renderJson, routesReport } from '../../report/json';
import { renderRoutesText } from '../../report/text';
import { choice, type Arguments } from '../arguments';
import { openProject, progress } from '../project';
import { exitCode, UserError, type Terminal } from '../terminal';

/** `routes`: lists the endpoints of one project. Gives the exit code. Throws a UserError when the folder cannot be read. */
export async function routes(terminal: Terminal, given: Arguments): Promise<number> {
  const format = choice('format', given.format, ['text', 'json']);
  if (given.positionals.length > 1) throw new UserError('"routes" takes one folder.');
  const { session } = openProject(terminal, given.positionals[0] ?? '.', given.config);
  const { onProgress, end } = progress(terminal);
  try {
    await session.scan(onProgress ? { onProgress } : {});
  } finally {
    end();
  }
  const rows = session.routes();
  session.dispose();
  terminal.out(format === 'json' ? renderJson(routesReport(rows)) : renderRoutesText(rows, { color: terminal.isColorful && given.color }));
  return exitCode.clean;
}
