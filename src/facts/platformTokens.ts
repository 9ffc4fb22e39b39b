import { ts } from 'ts-morph';
import { boundNames, dispositionOf } from '../syntax/flow';
import { bare } from '../syntax/nodes';
import { isFunctionNode, type FunctionInfo } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import type { Candidate } from './guardCandidates';
import { lastName } from './guardConditions';
import { isSent } from './recognise/sessionReads';

/** Members of a token that only tokens of accounts have: the public key of an application is a token without them. */
const ofAccount = /^(sub|session_id|user_id|email)$/;
const decoder = /^_?(decode|parse|read|extract)\w*(jwt|token|payload|claims)/i;

/**
 * What a function reads out of a token that the platform has verified before: `payload.sub`, of a payload decoded by hand. A
 * test of it is as good as asking, where nobody gets through with a token of their own making.
 */
export function platformIdentities(analysis: FileAnalysis, parts: readonly FunctionInfo[], sites: readonly CallSite[]): Candidate[] {
  if (!analysis.context.upstream) return [];
  const payloads = new Set(
    sites
      .filter((site) => decodes(analysis, site))
      .flatMap(({ node }) => {
        const disposition = dispositionOf(node);
        return disposition.kind === 'bound' ? boundNames(disposition.name) : [];
      }),
  );
  if (payloads.size === 0) return [];
  return analysis.outline.members
    .filter((node): node is ts.PropertyAccessExpression => {
      if (!ts.isPropertyAccessExpression(node) || !ofAccount.test(node.name.text)) return false;
      const owner = bare(node.expression);
      return ts.isIdentifier(owner) && payloads.has(owner.text) && parts.some((part) => analysis.functionAround(node) === part);
    })
    .map((node) => {
      const disposition = dispositionOf(node);
      const names = new Set(disposition.kind === 'bound' ? boundNames(disposition.name) : []);
      return {
        node,
        name: analysis.label(node, 40),
        level: 'AUTHENTICATED',
        kind: 'authentication',
        fails: 'result',
        names,
        failNames: new Set(),
        tested: true,
      };
    });
}

/** `JSON.parse(atob(part))`, `decodeJwtPayload(token)`: of what the caller sent to be let in. */
function decodes(analysis: FileAnalysis, { node }: CallSite): boolean {
  const [argument] = node.arguments ?? [];
  const callee = bare(node.expression);
  if (!argument || isFunctionNode(argument)) return false;
  const isParser = callee.getText(analysis.source) === 'JSON.parse' && /atob|base64/i.test(around(analysis, node));
  return (isParser || decoder.test(lastName(callee) ?? '')) && isSent(analysis, argument);
}

function around(analysis: FileAnalysis, node: ts.Node): string {
  return analysis.functionAround(node)?.node.getText(analysis.source) ?? '';
}
