import { ts } from 'ts-morph';
import type { EmitterMade } from '../model/facts';
import type { FileEdit } from '../model/fix';
import type { FixProposal, FixSource } from '../model/rule';
import { whole } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import { errorName } from './boundaries';
import { Draft } from './edits';
import { logLine } from './logLines';
import { nodeAt } from './nodes';
import { insertAfter, insertBefore, statementOf } from './statements';
import type { Code } from './style';

/** Writes errors of an emitter to the project's log, so that they no longer end the process. */
export function listenForErrors(fact: EmitterMade): FixProposal {
  return {
    id: 'listen-for-errors',
    kind: 'suggestion',
    title: 'Listen for its errors and log them',
    build: (source) => build(fact, source),
  };
}

function build(fact: EmitterMade, source: FixSource): FileEdit[] | undefined {
  if (fact.listened !== 'absent' || fact.name === undefined) return undefined;
  const draft = new Draft(source);
  const place = nodeAt(draft.tree, fact.span);
  const error = errorName(draft);
  const code: Code = [
    `${fact.name}.on('error', (${error}) => {`,
    logLine(draft, place, error, { what: fact.name.replace(/^this\./, '') }),
    '});',
  ];
  const parameter = ts.isParameter(place) ? place : ts.isParameter(place.parent) ? place.parent : undefined;
  if (parameter) {
    const { body } = parameter.parent as ts.FunctionLikeDeclaration;
    const [first] = body && ts.isBlock(body) ? body.statements : [];
    if (!first) return undefined;
    insertBefore(draft, first, code);
    return draft.finish();
  }
  const holder = ts.isExpression(place) ? whole(place).parent : undefined;
  const isMade =
    holder !== undefined &&
    (ts.isVariableDeclaration(holder) || (ts.isBinaryExpression(holder) && holder.operatorToken.kind === ts.SyntaxKind.EqualsToken));
  const statement = isMade ? statementOf(holder) : undefined;
  if (!statement || isFunctionNode(statement)) return undefined;
  if (ts.isVariableStatement(statement) && statement.declarationList.declarations.length > 1) return undefined;
  if (!ts.isVariableStatement(statement) && !ts.isExpressionStatement(statement)) return undefined;
  insertAfter(draft, statement, code);
  return draft.finish();
}
