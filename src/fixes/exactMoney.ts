import { ts } from 'ts-morph';
import type { ColumnFact, TableFact } from '../model/database';
import type { ChargedAmount, FloatColumn } from '../model/facts';
import type { FileEdit } from '../model/fix';
import type { FixProposal, FixSource } from '../model/rule';
import { Draft } from './edits';
import { storeInMigration } from './migrations';
import { nodeAt } from './nodes';

/** Rounds an amount to whole units where it is given away. */
export function roundAmount(amount: ChargedAmount): FixProposal {
  return { id: 'round-amount', kind: 'fix', title: 'Round the amount to a whole number', build: (source) => round(amount, source) };
}

function round(amount: ChargedAmount, source: FixSource): FileEdit[] | undefined {
  const draft = new Draft(source);
  const node = nodeAt(draft.tree, amount.product);
  if (!ts.isBinaryExpression(node)) return undefined;
  draft.replaceNode(node, `Math.round(${draft.textOf(node)})`);
  return draft.finish();
}

/** Declares a column with the exact type that its database has. Code gets another kind of number from then on. */
export function storeExactly({ file, exact }: FloatColumn): FixProposal[] {
  if (!exact) return [];
  return [
    {
      id: 'store-exactly',
      kind: 'suggestion',
      title: 'Keep it as Decimal',
      build: () => [{ file, edits: exact.map((edit) => ({ ...edit })) }],
    },
  ];
}

/** A migration that turns a column into an exact one. */
export function storeNumeric(table: TableFact, column: ColumnFact): FixProposal[] {
  return storeInMigration(table, column, 'numeric(12, 2)');
}
