/** What the text of an UPDATE or DELETE says of its rows. */
export interface ReadChange {
  table: string;
  does: 'changes' | 'deletes';
}

const name = String.raw`["\`[]?([\w.]+)["\`\]]?`;
const deletes = new RegExp(String.raw`^delete from (?:only )?${name}(?: (?:as )?(?!returning\b)\w+)?(?: returning\b.*)?$`, 'i');
const changes = new RegExp(String.raw`^update (?:only )?${name}(?: (?:as )?(?!set\b)\w+)? set (.+)$`, 'i');
/** A clause that may leave fewer rows, or another statement. */
const narrows = /\b(?:where|from|join|using|limit|order by|set)\b|;/i;

/**
 * Reads a statement that changes or deletes all rows of a table; undefined for all other text, and where an expression in it may bring
 * a clause of its own. `\uFFFD` stands for an expression.
 */
export function readWholeChange(text: string): ReadChange | undefined {
  const plain = text
    .replace(/--[^\n]*|\/\*[^]*?\*\//g, ' ')
    .replace(/'(?:[^'\uFFFD]|'')*'/g, "''")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\s*;$/, '')
    .replace(/ where (?:true|1 ?= ?1)$/i, '');
  const [, deleted] = deletes.exec(plain) ?? [];
  if (deleted !== undefined) return { table: deleted, does: 'deletes' };
  const [, changed, rest] = changes.exec(plain) ?? [];
  if (changed === undefined || rest === undefined || narrows.test(rest)) return undefined;
  // A value stands behind an operator, a bracket or a comma; anything else may be a clause.
  const isKnown = rest
    .split('\uFFFD')
    .slice(0, -1)
    .every((before) => /(?:[=(+*/-]|\|\|)\s*$/.test(before));
  return isKnown ? { table: changed, does: 'changes' } : undefined;
}
