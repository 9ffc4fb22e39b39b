import { ts } from 'ts-morph';
import type { Draft } from './edits';
import { allBelow, declarationOf, isCall, isReference } from './nodes';
import { startWithComments, statementOf } from './statements';
import { lineEnd, lineStart, startsLine } from './style';

/** A variable that held the text for this answer alone goes with it. */
export function dropUnused(draft: Draft, found: ts.Node): void {
  const name = ts.isShorthandPropertyAssignment(found) ? found.name : found;
  const declaration = ts.isIdentifier(name) ? declarationOf(name.text, name) : undefined;
  if (!ts.isIdentifier(name) || !declaration || !ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name)) return;
  const statement = statementOf(declaration);
  if (!statement || !ts.isVariableStatement(statement) || statement.declarationList.declarations.length > 1 || !declaration.initializer)
    return;
  const isPure = allBelow(declaration.initializer, isCall).every((call) =>
    /^(String|JSON\.stringify)$|\.toString$/.test(draft.textOf(call.expression)),
  );
  const uses = allBelow(statement.parent, ts.isIdentifier).filter(
    (other) => other.text === name.text && other !== declaration.name && isUse(other),
  );
  const start = lineStart(draft.text, statement.getStart(draft.tree));
  const end = lineEnd(draft.text, statement.end);
  const isAlone = startsLine(draft.text, statement.getStart(draft.tree)) && draft.text.slice(statement.end, end).trim() === '';
  if (!isPure || uses.length !== 1 || !isAlone || startWithComments(draft, statement) !== statement.getStart(draft.tree)) return;
  draft.replace(start, Math.min(draft.text.length, end + draft.style.newline.length), '');
}

function isUse(identifier: ts.Identifier): boolean {
  return isReference(identifier) || ts.isShorthandPropertyAssignment(identifier.parent);
}
