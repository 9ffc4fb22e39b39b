import { ts } from 'ts-morph';
import { enclosingTry } from '../syntax/flow';
import { bare } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';

/** Calls that take something away for good. */
const deletes = /^(del$|delete|destroy|remove|findOneAndDelete$|findByIdAndDelete$|findByIdAndRemove$)/;

const left =
  'old|older|legacy|stale|expired|orphan(?:s|ed)?|temp|tmp|temporary|leftovers?|obsolete|outdated|previous|prev|unused|superseded|cached?';
/** What nobody uses any more, as names and comments call it. */
const leftNames = new RegExp(`(?:^|[^a-z])(?:${left})(?![a-z])`, 'i');
const leftComments = new RegExp(`\\b(?:${left}|clean(?:s|ed|ing)?(?:[ -]?up)?|tidy|tidies|garbage)\\b`, 'i');
/** What lets somebody in for as long as it is there. */
const grants = /token|otp|code|nonce|session|invit|key|secret|permission|role|member|access|grant|share|credential|passwo/i;

/**
 * Does a tried deletion only tidy up? It is named after what nobody uses any more (`oldAvatar`, "clean up legacy collections"), or
 * it stands beside another deletion whose failure is heard, which is the one that was asked for. What gives access never does.
 */
export function tidies(analysis: FileAnalysis, tried: ts.Node, writing: readonly CallSite[]): 'left' | 'beside' | 'both' | undefined {
  if (writing.length === 0 || !writing.every(({ node }) => isDelete(node))) return undefined;
  const text = writing.map(({ node }) => node.getText(analysis.source)).join('\n');
  const isNamed = leftNames.test(apart(text));
  if (grants.test(text) && !/expired/i.test(text)) return undefined;
  const isLeft = isNamed || isSaidToBeLeft(analysis, tried);
  const isBeside = hasHeardDelete(analysis, tried);
  if (isLeft && isBeside) return 'both';
  if (isLeft) return 'left';
  return isBeside ? 'beside' : undefined;
}

export function isDelete(node: ts.CallExpression | ts.NewExpression): boolean {
  const callee = bare(node.expression);
  const name = ts.isIdentifier(callee) ? callee.text : ts.isPropertyAccessExpression(callee) ? callee.name.text : '';
  return deletes.test(name);
}

/** `oldAvatarId` as words. */
function apart(text: string): string {
  return text.replace(/([a-z\d])([A-Z])/g, '$1 $2');
}

/** A comment above the statement, or above the conditions and loops around it. */
function isSaidToBeLeft({ source }: FileAnalysis, tried: ts.Node): boolean {
  for (let node = tried; !isFunctionNode(node) && !ts.isSourceFile(node); node = node.parent) {
    if (!ts.isStatement(node) || ts.isBlock(node)) continue;
    const above = ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? [];
    if (above.some(({ pos, end }) => leftComments.test(source.text.slice(pos, end)))) return true;
  }
  return false;
}

/** Is something else deleted in the same function, and does somebody learn of it when that fails? */
function hasHeardDelete(analysis: FileAnalysis, tried: ts.Node): boolean {
  const own = functionAround(tried);
  return analysis.sites.some(({ node, role }) => {
    if (!(role?.data?.operation === 'write' || role?.sink === 'write') || !isDelete(node)) return false;
    if (functionAround(node) !== own || (tried.pos <= node.pos && node.end <= tried.end)) return false;
    const around = enclosingTry(node);
    return !isCaught(node) && (!around || (around.pos <= tried.pos && tried.end <= around.end));
  });
}

function functionAround(node: ts.Node): ts.Node | undefined {
  let current: ts.Node | undefined = node.parent;
  while (current && !isFunctionNode(current)) current = current.parent;
  return current;
}

/** `remove().catch(…)` */
function isCaught(node: ts.Node): boolean {
  const { parent } = node;
  return ts.isPropertyAccessExpression(parent) && (parent.name.text === 'catch' || isCaught(parent.parent));
}
