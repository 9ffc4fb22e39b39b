import { ts } from 'ts-morph';
import type { MountFact } from '../../model/facts';
import { bare, walk } from '../../syntax/nodes';
import type { FileAnalysis } from '../analysis';
import { optionPath } from './disabledChecks';

/** What a framework does for every endpoint, and its configuration turns off: `csrf: { checkOrigin: false }`. */
export function recogniseTurnedOff(analysis: FileAnalysis): MountFact[] {
  const { file, packageDir } = analysis.context;
  const inner = packageDir === '' ? file : file.slice(packageDir.length + 1);
  const options = analysis.tables.turnsOff.filter((role) => role.files.test(inner));
  if (options.length === 0) return [];
  const found: MountFact[] = [];
  walk(analysis.source, (node) => {
    if (!ts.isPropertyAssignment(node) || !isOff(bare(node.initializer))) return;
    const path = optionPath(node);
    const role = options.find(({ option }) => path === option || path.endsWith(`.${option}`));
    if (!role) return;
    found.push({
      ...analysis.base(node),
      kind: 'mount',
      framework: role.library,
      registrar: `file-routes:${packageDir}`,
      order: 0,
      prefix: '',
      chain: [],
      mounts: [],
      reach: 'global',
      lifts: role.kind,
    });
  });
  return found;
}

/** `false`, or a list with a star: everybody is trusted. */
function isOff(value: ts.Expression): boolean {
  return (
    value.kind === ts.SyntaxKind.FalseKeyword ||
    (ts.isArrayLiteralExpression(value) && value.elements.some((element) => ts.isStringLiteralLike(element) && element.text === '*'))
  );
}
