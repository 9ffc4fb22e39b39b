import { roundAmount, storeExactly, storeNumeric } from '../../fixes/exactMoney';
import type { FloatColumn } from '../../model/facts';
import { moneyName } from '../../model/lexicon';
import { defineRule } from '../../model/meta';

const binary = /^(real|float4|float8|double precision|float(\s*\(\d+\))?)$/;
/** What says that a number is none of money, or has no fraction. */
const harmless = /\bcents?\b|_cents\b|percent|%|\bminor units?\b|\bpence\b|\bratio\b|\bdecimals?\b|\bscore\b/i;

/** Money is kept or charged in binary floating point, which has no exact form of most amounts: sums are off by cents. */
export default defineRule({
  id: 'float-money',
  dimension: 'data-integrity',
  title: 'Money in floating point',
  severity: 'warning',
  confidence: 'high',
  fixKinds: ['fix', 'suggestion', 'scaffold'],
  cwe: [1339],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    column:
      '{{table}}{{column}} keeps money as {{type}}: most amounts have no exact form in it, and sums and comparisons are off by cents.',
    charged:
      '{{label}} may have a fraction (19.99 * 100 is 1998.9999999999998): {{option}} takes whole numbers only, and the payment is refused or off by a cent.',
  },
  needs: ['table', 'floatColumn', 'chargedAmount'],
  table(table, context) {
    for (const column of table.columns) {
      if (!binary.test(column.type.trim().toLowerCase())) continue;
      const confidence = moneyName(
        column.name,
        table.name,
        table.columns.map(({ name }) => name),
      );
      if (!confidence) continue;
      const isHere = column.file === table.file;
      context.report(table, {
        message: 'column',
        confidence,
        data: { table: `${table.written}.`, column: column.name, type: column.type },
        ...(isHere ? { span: column.span } : { related: [{ file: column.file, span: column.span, message: 'The column is made here.' }] }),
        fixes: storeNumeric(table, column),
      });
    }
  },
  floatColumn(column, context) {
    const confidence = confidenceIn(column);
    if (!confidence || context.fileRole(column.file) === 'test') return;
    if (column.note !== undefined && harmless.test(column.note)) return context.notApplicable(column);
    context.report(column, {
      message: 'column',
      confidence,
      data: { table: column.table === undefined ? '' : `${column.table}.`, column: column.column, type: column.type },
      fixes: storeExactly(column),
    });
  },
  chargedAmount(amount, context) {
    if (context.fileRole(amount.file) !== 'source') return;
    context.report(amount, {
      message: 'charged',
      severity: 'error',
      confidence: 'medium',
      span: amount.product,
      data: { label: amount.label, option: amount.option },
      fixes: [roundAmount(amount)],
    });
  },
});

function confidenceIn({ column, table, beside }: FloatColumn): 'high' | 'medium' | 'low' | undefined {
  return moneyName(column, table, beside);
}
