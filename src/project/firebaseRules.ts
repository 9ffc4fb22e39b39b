import type { Span } from '../model/finding';

/** One `allow` of a rules file, with what it stands in. Offsets are 0-based. */
export interface AllowStatement {
  /** Joined patterns of the matches around it, without that of the database: `/users/{userId}`. */
  path: string;
  /** `read`, `write`, `get`, … as written. */
  operations: string[];
  /** The condition; absent where there is none, so that it always holds. */
  condition?: { text: string; span: Span };
  /** From `allow` to the end of the condition. */
  span: Span;
}

/** A rules file of a document database or of file storage. */
export interface RulesFile {
  allows: AllowStatement[];
  /** Functions that do nothing but give back an expression, by name. */
  functions: Map<string, string>;
}

const comment = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;

/** Reads a rules file; undefined when it is none. A file with errors gives what can be read of it. Never throws. */
export function readFirebaseRules(text: string): RulesFile | undefined {
  if (!/\bservice\s+(?:cloud\.firestore|firebase\.storage)\b/.test(text)) return undefined;
  // Comments become spaces, so that offsets stay.
  const code = text.replace(comment, (found) => found.replace(/[^\n]/g, ' '));
  const functions = new Map<string, string>();
  for (const [, name, body] of code.matchAll(/\bfunction\s+(\w+)\s*\([^)]*\)\s*\{\s*return\s+([^;}]+);?\s*\}/g))
    functions.set(name!, body!.trim());
  const allows: AllowStatement[] = [];
  const around: string[] = [];
  const token =
    /\bmatch\s+((?:\/(?:\{[^}\n]*\}|\$\([^)\n]*\)|[^\s{}/]+))+)\s*\{|\ballow\s+((?:read|write|get|list|create|update|delete)(?:\s*,\s*(?:read|write|get|list|create|update|delete))*)\s*(?::\s*if\b\s*|;)|\{|\}/g;
  for (let match = token.exec(code); match; match = token.exec(code)) {
    const [whole, path, operations] = match;
    if (path !== undefined) around.push(path);
    else if (operations !== undefined) {
      const hasCondition = /:\s*if\b\s*$/.test(whole);
      const start = match.index + whole.length;
      const end = hasCondition ? endOfCondition(code, start) : match.index + whole.replace(/;$/, '').trimEnd().length;
      const condition = hasCondition ? { condition: { text: code.slice(start, end).replace(/\s+/g, ' '), span: { start, end } } } : {};
      allows.push({
        path: pathOf(around),
        operations: operations.split(/[\s,]+/).filter((word) => word !== ''),
        ...condition,
        span: { start: match.index, end },
      });
      token.lastIndex = Math.max(end, token.lastIndex - (hasCondition ? whole.length : 0));
    } else if (whole === '{') around.push('');
    else around.pop();
  }
  return { allows, functions };
}

function pathOf(around: readonly string[]): string {
  return (
    around
      .join('')
      .replace(/^\/databases\/\{[^}]*\}\/documents/, '')
      .replace(/^\/b\/\{[^}]*\}\/o/, '') || '/'
  );
}

/** A condition ends at a semicolon, at the end of its block, or where the next statement begins. */
function endOfCondition(code: string, start: number): number {
  const rest = code.slice(start);
  const end = /;|\n\s*(?:allow|match|function)\b|\}/.exec(rest)?.index ?? rest.length;
  return start + rest.slice(0, end).trimEnd().length;
}
