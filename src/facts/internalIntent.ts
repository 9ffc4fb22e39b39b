import { ts } from 'ts-morph';
import type { FileAnalysis } from './analysis';

const name =
  /(^|[a-z_])(internal|webhooks?|cron|scheduled|backfill|helper|system|unsafe)([A-Z_]|$)|^_|^(on|handle|process)[A-Z]\w*(Event|Webhook|Job)$/;
const named = /internal|webhook|cron|scheduled|backfill|helper|system|unsafe/i;
const said =
  /\b(internal( use)?( only)?|server[- ]?(side )?only|(only )?(called|used|invoked|run) (only )?(by|from|in) (the |a |our |other )?(webhooks?|server|cron|jobs?|workers?|scheduler|backend|actions?|other (functions|actions))|helper (for|of|function)|do(es)? not (call|expose)|not (meant )?(to be )?(called|exposed))\b/i;
const caller = /^(current_?)?(user|owner|account|tenant|org|organi[sz]ation|author|actor)_?id$/i;

/**
 * Why a function that is exported for callers outside reads as if only the server called it: by its name, by the comment in
 * front of it, or because it is handed whose request it is. Undefined when nothing says so.
 */
export function internalReason(
  analysis: FileAnalysis,
  exported: string,
  node: ts.Node,
  parameters: readonly ts.ParameterDeclaration[],
): string | undefined {
  const last = exported.slice(exported.lastIndexOf('.') + 1);
  if (name.test(last) || (named.test(last) && /helper$|internal$|^internal/i.test(last))) return 'its name says so';
  let statement: ts.Node = node;
  while (statement.parent && !ts.isSourceFile(statement.parent)) statement = statement.parent;
  const { text } = analysis.source;
  const comments = ts.getLeadingCommentRanges(text, statement.getFullStart()) ?? [];
  // What stands at the top of a file, with a line between, is about the file.
  let next = statement.getStart(analysis.source);
  for (const { pos, end } of [...comments].reverse()) {
    if (text.slice(end, next).split('\n').length > 2) break;
    if (said.test(text.slice(pos, end))) return 'the comment above it says so';
    next = pos;
  }
  const id = parameters.find((parameter) => ts.isIdentifier(parameter.name) && caller.test(parameter.name.text));
  return id ? `it is handed ${id.name.getText(analysis.source)}` : undefined;
}
