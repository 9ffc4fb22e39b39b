import { ts } from 'ts-morph';
import type { OutboundCall } from '../model/facts';
import type { FileEdit } from '../model/fix';
import type { FixProposal, FixSource } from '../model/rule';
import { constantString, whole } from '../syntax/nodes';
import { Draft } from './edits';
import { callAt, referencesTo } from './nodes';
import { insertAfter, statementOf } from './statements';

/** Throws when another system answers with a failure, before its answer is read. */
export function checkResponse(fact: OutboundCall): FixProposal {
  return { id: 'check-response', kind: 'suggestion', title: 'Check the status of the response', build: (source) => build(fact, source) };
}

function build(fact: OutboundCall, source: FixSource): FileEdit[] | undefined {
  if (fact.checked !== 'absent' || !/^(fetch|node-fetch)$/.test(fact.library)) return undefined;
  const draft = new Draft(source);
  const call = callAt(draft.tree, fact.span);
  const declaration = call && whole(call).parent;
  if (!declaration || !ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name)) return undefined;
  const name = declaration.name.text;
  const statement = statementOf(declaration);
  if (!statement || !ts.isVariableStatement(statement) || statement.declarationList.declarations.length > 1) return undefined;
  const looks = referencesTo(name, statement.parent).some(
    (reference) => ts.isPropertyAccessExpression(reference.parent) && /^(ok|status)$/.test(reference.parent.name.text),
  );
  if (looks) return undefined;
  insertAfter(draft, statement, [`if (!${name}.ok) throw new Error(\`${host(call)} responded \${${name}.status}\`);`]);
  return draft.finish();
}

/** Who answered, in words that do not give an address away: the host of a constant address. */
function host(call: ts.CallExpression | ts.NewExpression): string {
  const first = call.arguments?.[0];
  const address = constantString(first) ?? (first && ts.isTemplateExpression(first) ? first.head.text : undefined);
  return /^https?:\/\/([\w.-]+)/.exec(address ?? '')?.[1] ?? 'upstream';
}
