import { ts } from 'ts-morph';
import type { HandlerRef } from '../../model/facts';
import type { InFront } from '../../model/library';
import { propertyAt } from '../../syntax/nodes';
import type { FileAnalysis } from '../analysis';

/** What the framework itself puts in front of an endpoint, by its version and what else the file exports. */
export function standingInFront(analysis: FileAnalysis, inFront: InFront | undefined, node: ts.Node): HandlerRef[] {
  if (!inFront) return [];
  const { since, beside, unless } = inFront;
  const exported = (name: string) => analysis.exports.find((entry) => 'name' in entry && entry.name === name);
  if (since && !since.packages.some((name) => isAtLeast(analysis.context.dependencies?.[name], since.version))) return [];
  if (beside !== undefined && !exported(beside)) return [];
  const options = unless && exported(unless.name);
  const value =
    options && 'value' in options && ts.isExpression(options.value)
      ? propertyAt(options.value, unless.member, (given) => analysis.resolver.deref(given))
      : undefined;
  return value?.kind === ts.SyntaxKind.FalseKeyword ? [] : [{ name: inFront.name, span: analysis.span(node), path: inFront.path }];
}

function isAtLeast(range: string | undefined, [major, minor]: readonly [number, number]): boolean {
  const found = /(\d+)(?:\.(\d+))?/.exec(range ?? '');
  if (!found) return false;
  return Number(found[1]) > major || (Number(found[1]) === major && Number(found[2] ?? 0) >= minor);
}
