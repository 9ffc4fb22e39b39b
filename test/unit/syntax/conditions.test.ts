import assert from 'node:assert/strict';
import { ts } from 'ts-morph';
import { conditionOf } from '../../../src/syntax/conditions';

/** The condition of the only statement of a text. */
function conditionIn(text: string): string {
  const source = ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true);
  const [statement] = source.statements;
  assert.ok(statement);
  const test = ts.isExpressionStatement(statement) ? statement.expression : statement;
  assert.ok(ts.isIfStatement(test) || ts.isConditionalExpression(test) || ts.isBinaryExpression(test));
  return conditionOf(test).getText(source);
}

describe('Conditions', () => {
  const cases: Record<string, string> = {
    'if (user) save();': 'user',
    'user ? save() : refuse();': 'user',
    'user && save(token);': 'user',
    'user && user.isAdmin && save();': 'user && user.isAdmin',
    'user || refuse();': 'user',
  };
  for (const [text, expected] of Object.entries(cases)) it(text, () => assert.equal(conditionIn(text), expected));
});
