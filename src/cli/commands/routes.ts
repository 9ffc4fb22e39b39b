import { renderJson, routesReport } from '../../report/json';
import { renderRoutesCsv, renderRoutesMarkdown, renderRoutesText } from '../../report/routes';
import { choice, type Arguments } from '../arguments';
import { openProject, progress } from '../project';
import { exitCode, UserError, type Terminal } from '../terminal';

/** `routes`: lists the endpoints of one project. Gives the exit code. Throws a UserError when the folder cannot be read. */
export async function routes(terminal: Terminal, given: Arguments): Promise<number> {
  const format = choice('format', given.format, ['text', 'json', 'markdown', 'csv']);
  if (given.positionals.length > 1) throw new UserError('"routes" takes one folder.');
  const { session } = openProject(terminal, given.positionals[0] ?? '.', given);
  const { onProgress, end } = progress(terminal);
  try {
    await session.scan(onProgress ? { onProgress } : {});
  } finally {
    end();
  }
  const rows = session.routes();
  session.dispose();
  const render = {
    text: () => renderRoutesText(rows, { color: terminal.isColorful && given.color }),
    json: () => renderJson(routesReport(rows)),
    markdown: () => renderRoutesMarkdown(rows),
    csv: () => renderRoutesCsv(rows),
  };
  terminal.out(render[format]());
  return exitCode.clean;
}
