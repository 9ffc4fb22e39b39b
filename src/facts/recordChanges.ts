import { ts } from 'ts-morph';
import { bare, walk } from '../syntax/nodes';
import type { CallSite, FileAnalysis } from './analysis';

/** A member of a record that is given another value before the record is saved. */
export interface RecordChange {
  member: string;
  /** What it is set to; nothing where it is changed in place. */
  value?: ts.Expression;
  /** It becomes one more. */
  step?: true;
  /** Something is added to the list that it holds. */
  adds?: true;
  node: ts.Node;
}

const adding = /^(push|unshift|addToSet)$/;
/** Methods that change no member. */
const inert = /^(save|toObject|toJSON|populate|execPopulate|depopulate|reload|isModified|get|lean|exec|validate)$/;

/** What a call saves, where it is a record with a name: `post.save()`, `repository.save(post)`. */
export function savedRecord({ node, role }: CallSite): ts.Identifier | undefined {
  const callee = bare(node.expression);
  if (role?.data?.operation !== 'write' || !ts.isPropertyAccessExpression(callee) || callee.name.text !== 'save') return undefined;
  const [first] = node.arguments ?? [];
  const record = role.record === 'receiver' ? bare(callee.expression) : first && bare(first);
  return record && ts.isIdentifier(record) ? record : undefined;
}

/**
 * What a function changes in the record that a call saves; undefined where it is a new one, where nothing is changed, or where more may be
 * changed than can be seen.
 */
export function recordChanges(analysis: FileAnalysis, site: CallSite): RecordChange[] | undefined {
  const record = savedRecord(site);
  const declaration = record && analysis.resolver.declarations.find(record);
  const body = analysis.functionAround(site.node)?.node.body;
  if (!declaration || !body) return undefined;
  if (declaration.kind === 'variable' && declaration.node.initializer && ts.isNewExpression(bare(declaration.node.initializer)))
    return undefined;
  const changes: RecordChange[] = [];
  let isSeen = true;
  walk(body, (node) => {
    if (!isSeen) return false;
    if (!ts.isIdentifier(node) || node.text !== record.text) return true;
    const member = node.parent;
    if (ts.isElementAccessExpression(member) && member.expression === node) isSeen = !isChanged(member);
    else if (ts.isPropertyAccessExpression(member) && member.expression === node) {
      const change = changeOf(member);
      if (change) changes.push(change);
      else if (ts.isCallExpression(member.parent) && member.parent.expression === member) isSeen = inert.test(member.name.text);
    } else if (ts.isCallExpression(member) && member.arguments[0] === node && /\bassign$/.test(member.expression.getText(analysis.source)))
      isSeen = false;
    return true;
  });
  return isSeen && changes.length > 0 ? changes : undefined;
}

function changeOf(member: ts.PropertyAccessExpression): RecordChange | undefined {
  const { parent } = member;
  const name = member.name.text;
  if (ts.isPostfixUnaryExpression(parent) || ts.isPrefixUnaryExpression(parent))
    return parent.operator === ts.SyntaxKind.PlusPlusToken
      ? { member: name, step: true, node: parent }
      : parent.operator === ts.SyntaxKind.MinusMinusToken
        ? { member: name, node: parent }
        : undefined;
  if (ts.isBinaryExpression(parent) && parent.left === member) {
    const operator = parent.operatorToken.kind;
    if (operator === ts.SyntaxKind.EqualsToken) return { member: name, value: parent.right, node: parent };
    if (operator < ts.SyntaxKind.FirstCompoundAssignment || operator > ts.SyntaxKind.LastCompoundAssignment) return undefined;
    const isStep = operator === ts.SyntaxKind.PlusEqualsToken && bare(parent.right).getText() === '1';
    return { member: name, ...(isStep ? { step: true as const } : {}), node: parent };
  }
  // `post.viewers.push(id)`
  if (ts.isPropertyAccessExpression(parent) && ts.isCallExpression(parent.parent) && parent.parent.expression === parent)
    return adding.test(parent.name.text) ? { member: name, adds: true, node: parent.parent } : undefined;
  return ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)
    ? isChanged(parent)
      ? { member: name, node: parent }
      : undefined
    : undefined;
}

/** Is a member given another value, or one below it? */
function isChanged(member: ts.PropertyAccessExpression | ts.ElementAccessExpression): boolean {
  let node: ts.Node = member;
  while ((ts.isPropertyAccessExpression(node.parent) || ts.isElementAccessExpression(node.parent)) && node.parent.expression === node)
    node = node.parent;
  const { parent } = node;
  if (ts.isPostfixUnaryExpression(parent)) return true;
  if (ts.isPrefixUnaryExpression(parent))
    return parent.operator === ts.SyntaxKind.PlusPlusToken || parent.operator === ts.SyntaxKind.MinusMinusToken;
  return (
    (ts.isBinaryExpression(parent) &&
      parent.left === node &&
      parent.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
      parent.operatorToken.kind <= ts.SyntaxKind.LastAssignment) ||
    ts.isDeleteExpression(parent)
  );
}
