import { ts } from 'ts-morph';
import { leaves } from '../syntax/flow';
import { constantString } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';

/**
 * Is a value one of the constants of a `switch` at some place: in one of its cases, or behind it, where everything else leaves by its
 * `default`? `is` tells the value by what the `switch` asks.
 */
export function isOneOfCases(node: ts.Node, is: (asked: ts.Expression) => boolean): boolean {
  let child: ts.Node = node;
  for (let { parent } = node; parent && !isFunctionNode(child); child = parent, parent = parent.parent) {
    if (ts.isCaseClause(parent) && parent.expression !== child && constantString(parent.expression) !== undefined) {
      if (is(parent.parent.parent.expression) && !isFallenInto(parent)) return true;
    }
    if (!ts.isBlock(parent) && !ts.isCaseOrDefaultClause(parent)) continue;
    for (const statement of parent.statements) {
      if (statement === child) break;
      if (ts.isSwitchStatement(statement) && is(statement.expression) && refusesOthers(statement)) return true;
    }
  }
  return false;
}

/** Does every other value leave: `default: return reply(400)`? */
function refusesOthers({ caseBlock }: ts.SwitchStatement): boolean {
  const other = caseBlock.clauses.find(ts.isDefaultClause);
  const last = other?.statements.at(-1);
  return (
    last !== undefined &&
    !ts.isBreakStatement(last) &&
    leaves(last) &&
    caseBlock.clauses.every((clause) => ts.isDefaultClause(clause) || constantString(clause.expression) !== undefined)
  );
}

/** Does the `default` in front of a case go on into it? */
function isFallenInto(clause: ts.CaseClause): boolean {
  const { clauses } = clause.parent;
  const before = clauses[clauses.indexOf(clause) - 1];
  return before !== undefined && ts.isDefaultClause(before) && !leaves(before.statements.at(-1));
}
