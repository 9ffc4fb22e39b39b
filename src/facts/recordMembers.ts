import { ts } from 'ts-morph';
import { memberOf } from './traceParts';

const wrapping = /^(data|values|set|\$set|\$setOnInsert|create|update|doc|document|defaults)$/;
const beside =
  /^(\$\w+|where|targetWhere|setWhere|target|select|include|omit|skipDuplicates|transaction|returning|upsert|new|lean|id|[a-z]+Id)$/;

/** Does a member hold a record, not a column: `{ where, data: input }`? Beside columns it is one itself: `{ title, data: input }`. */
export function wrapsRecord(name: ts.PropertyName): boolean {
  const object = name.parent.parent;
  const isWord = (each: ts.PropertyName | undefined, words: RegExp): boolean =>
    each !== undefined && (ts.isIdentifier(each) || ts.isStringLiteral(each)) && words.test(each.text);
  return (
    isWord(name, wrapping) &&
    ts.isObjectLiteralExpression(object) &&
    object.properties.every((property) => isWord(property.name, wrapping) || isWord(property.name, beside))
  );
}

/** Methods that give elements of a list, or what a promise will hold, as they are. */
const keeping = /^(then|catch|finally|at|find|findLast|filter|slice|pop|shift|values|concat|flat|toReversed|reverse|sort|toSorted)$/;

/** Is an expression what was sent, not something that a call has made of it? */
export function keepsRecords(node: ts.Expression): boolean {
  return !ts.isCallExpression(node) || keeping.test(memberOf(node));
}

/** Operators whose operand is compared as it is: `{ $eq: value }`. Those that hold conditions are none of them. */
export function takesValue(name: ts.PropertyName): boolean {
  const text = ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : '';
  return text.startsWith('$') && !/^\$(and|or|nor|not|elemMatch|expr|where|match|all)$/.test(text);
}
