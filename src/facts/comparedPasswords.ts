import { ts } from 'ts-morph';
import { bare, walk } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { isEnvironment } from './comparedSecrets';
import { deciderOf } from './deciders';
import { lastName } from './guardConditions';

/** A look at the text tells of most files that nothing in them compares a password. */
const plainly = /\bpass(?:word|wd)?\b\s*[!=]==?|[!=]==?\s*[\w$.?!]*\bpass(?:word|wd)?\b/i;
const passName = /^pass(?:word|wd)?$/i;

/**
 * Is a password that was sent compared as it is: with that of a record (`account.password === password`; two fields of a form are not), or with one for
 * all that a setting holds (`password === process.env.ADMIN_PASSWORD`)?
 */
export function comparesSent(analysis: FileAnalysis, fn: FunctionInfo): boolean {
  const { body } = fn.node;
  if (!body || !analysis.mayHold(plainly)) return false;
  let found = false;
  walk(body, (node) => {
    if (ts.isBinaryExpression(node) && /^[!=]==?$/.test(ts.tokenToString(node.operatorToken.kind) ?? ''))
      found ||= isOne(analysis, bare(node.left), bare(node.right)) || isOne(analysis, bare(node.right), bare(node.left));
    return !found;
  });
  return found;
}

function isOne(analysis: FileAnalysis, password: ts.Expression, other: ts.Expression): boolean {
  if (!passName.test(lastName(password) ?? '')) return false;
  if (passName.test(lastName(other) ?? '') && ts.isPropertyAccessExpression(other) && isOfRecord(analysis, other.expression)) return true;
  // What programs send each other stands in headers.
  return isEnvironment(analysis, other) && deciderOf(analysis, password).by === 'sent';
}

function isOfRecord(analysis: FileAnalysis, node: ts.Expression): boolean {
  const value = bare(node);
  return (
    ts.isIdentifier(value) &&
    !/^(?:req|request|body|form|formData|values?|input|data|payload|event|args|params|state|props)$/i.test(value.text) &&
    analysis.resolver.pathOf(value)?.endsWith('.body') !== true
  );
}
