import { ts } from 'ts-morph';
import type { Draft } from './edits';
import type { Handler } from './handlers';
import { allBelow } from './nodes';
import { shapeOf } from './replies';
import { braced, quoted, type Code } from './style';

/**
 * How a server function tells its caller of an error: as its own answers do, with `body` where it has no say in the matter, and by throwing
 * where whoever calls it awaits a text, a flag or a list.
 */
export function actionReply(draft: Draft, { fn }: Handler, message: string, body: string): Code {
  const returned =
    fn.body && ts.isBlock(fn.body) ? allBelow(fn.body, ts.isReturnStatement, false).flatMap((exit) => exit.expression ?? []) : [];
  const objects = returned.filter(ts.isObjectLiteralExpression);
  if (!fn.type && (returned.length === 0 || objects.length > 0)) return [`return ${body};`];
  const shape = objects.map((object) => shapeOf(object, draft)).find((found) => found !== undefined);
  if (shape) return [`return ${braced(`${shape.before}${quoted(message, draft.style)}${shape.after}`, draft.style)};`];
  return [`throw new Error(${quoted(message, draft.style)});`];
}
