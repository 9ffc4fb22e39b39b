import { ts } from 'ts-morph';
import type { ConnectionMade } from '../model/facts';
import type { FileEdit } from '../model/fix';
import type { FixProposal, FixSource } from '../model/rule';
import { Draft } from './edits';
import { importSymbol } from './imports';
import { allBelow, callAt, declarationOf, functionAround, outwards, withCasts } from './nodes';
import { endWithComments, insertBefore, startWithComments } from './statements';

/** Uses one client for all requests: the one that the project exports, otherwise one at the top of the file. */
export function shareConnection(fact: ConnectionMade): FixProposal {
  return { id: 'share-connection', kind: 'suggestion', title: 'Share one client between requests', build: (source) => build(fact, source) };
}

function build(fact: ConnectionMade, source: FixSource): FileEdit[] | undefined {
  const draft = new Draft(source);
  const made = callAt(draft.tree, fact.span);
  const fn = made && functionAround(made);
  if (!made || !fn) return undefined;
  const holder = withCasts(made).parent;
  const name = ts.isVariableDeclaration(holder) && ts.isIdentifier(holder.name) ? holder.name.text : undefined;
  // Whoever opens or closes a client himself means one of his own.
  if (
    name !== undefined &&
    allBelow(fn, ts.isPropertyAccessExpression).some(
      (access) =>
        access.expression.getText(draft.tree).replace(/[?!]/g, '') === name &&
        /^(connect|end|close|quit|disconnect|destroy|release|\$connect|\$disconnect|initialize|unref)$/.test(access.name.text),
    )
  )
    return undefined;
  const statement = name === undefined ? undefined : statementOf(holder as ts.VariableDeclaration);
  const shared = source.idioms.sharedClient?.(fact.instance);
  if (shared) {
    const isFree = name === shared.name && !declarationOf(name, draft.tree) && !isImported(name, draft.tree);
    const local = importSymbol(draft, shared, isFree);
    if (statement && local === name) remove(draft, statement);
    else draft.replaceNode(made, local);
    return draft.finish();
  }
  if (!statement || declarationOf(name!, draft.tree) || isImported(name!, draft.tree)) return undefined;
  const top = [...outwards(statement)].find((node): node is ts.Statement => ts.isSourceFile(node.parent));
  if (!top) return undefined;
  const lines = draft.text
    .slice(startWithComments(draft, statement), endWithComments(draft, statement))
    .split(/\r?\n/)
    .map((line) => line.trim());
  // A client that is made over several lines keeps its shape where it is.
  if (draft.textOf(statement).includes('\n') || /\bawait\b/.test(draft.textOf(statement))) return undefined;
  insertBefore(draft, top, [...lines, '']);
  remove(draft, statement);
  return draft.finish();
}

function statementOf(declaration: ts.VariableDeclaration): ts.VariableStatement | undefined {
  const { parent } = declaration;
  return ts.isVariableDeclarationList(parent) && parent.declarations.length === 1 && ts.isVariableStatement(parent.parent)
    ? parent.parent
    : undefined;
}

/** Takes a statement away with its line. */
function remove(draft: Draft, statement: ts.Statement): void {
  const start = startWithComments(draft, statement);
  const end = endWithComments(draft, statement);
  const lineStart = draft.text.lastIndexOf('\n', start - 1) + 1;
  const isLine = draft.text.slice(lineStart, start).trim() === '';
  const next = /^[ \t]*\r?\n/.exec(draft.text.slice(end))?.[0].length ?? 0;
  draft.replace(isLine && next > 0 ? lineStart : start, end + next, '');
}

function isImported(name: string, tree: ts.SourceFile): boolean {
  return tree.statements.some(
    (statement) =>
      ts.isImportDeclaration(statement) &&
      statement.importClause !== undefined &&
      new RegExp(`(?<![\\w$])${name.replace(/\$/g, '\\$')}(?![\\w$])`).test(statement.importClause.getText(tree)),
  );
}
