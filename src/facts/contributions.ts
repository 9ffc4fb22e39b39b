import { ts } from 'ts-morph';
import { bare, walk } from '../syntax/nodes';
import type { CallSite, FileAnalysis } from './analysis';
import { deciderOf } from './deciders';
import { recordChanges, savedRecord } from './recordChanges';

/** What adds to a list of a record, takes out of one, or counts. */
const adding = /^(?:\$addToSet|\$push|\$pull|connect|disconnect|push)$/;
const counting = /^(?:\$inc|increment|decrement)$/;
/** What stands in an update beside what is stored. */
const beside = /^(?:where|data|select|include|new|upsert|updatedAt|updated_at|runValidators|lean|returnDocument)$/;

/**
 * Does a write leave something of whoever calls in a row that is anybody's: a like, a comment, a name in a list, one more in a count? That is what rows
 * of others are there for.
 */
export function contributes(analysis: FileAnalysis, site: CallSite): boolean {
  const changes = savedRecord(site) ? recordChanges(analysis, site) : undefined;
  if (changes) return changes.every(({ adds, step }) => adds || step);
  let adds = false;
  let counts = false;
  let stores = false;
  const condition = site.role?.data?.where?.by;
  for (const [index, argument] of (site.node.arguments ?? []).entries())
    walk(argument, (node) => {
      if (index === condition) return false;
      if (!ts.isPropertyAssignment(node) && !ts.isShorthandPropertyAssignment(node)) return true;
      const name = ts.isIdentifier(node.name) || ts.isStringLiteral(node.name) ? node.name.text : '';
      if (name === 'where') return false;
      if (counting.test(name)) counts = true;
      else if (adding.test(name)) adds ||= ts.isPropertyAssignment(node) && namesCaller(analysis, node.initializer);
      else if (!beside.test(name) && !(ts.isPropertyAssignment(node) && holdsOperator(node.initializer))) stores = true;
      return !counting.test(name) && !adding.test(name);
    });
  return adds || (counts && !stores);
}

/** `{ increment: 1 }` */
function holdsOperator(value: ts.Expression): boolean {
  const object = bare(value);
  return (
    ts.isObjectLiteralExpression(object) &&
    object.properties.some((property) => property.name && (adding.test(property.name.getText()) || counting.test(property.name.getText())))
  );
}

/** Is who calls among what is added, in it or in an object that is written there? */
function namesCaller(analysis: FileAnalysis, value: ts.Expression): boolean {
  const given = analysis.resolver.deref(value);
  if (ts.isArrayLiteralExpression(given)) return given.elements.some((element) => namesCaller(analysis, element));
  if (!ts.isObjectLiteralExpression(given)) return deciderOf(analysis, value).by === 'caller';
  return given.properties.some(
    (property) =>
      (ts.isPropertyAssignment(property) && namesCaller(analysis, property.initializer)) ||
      (ts.isShorthandPropertyAssignment(property) && deciderOf(analysis, property.name).by === 'caller'),
  );
}
