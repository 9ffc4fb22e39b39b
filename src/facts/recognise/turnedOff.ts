import { ts } from 'ts-morph';
import type { MountFact } from '../../model/facts';
import { majorOf } from '../../project/packages';
import { bare, walk } from '../../syntax/nodes';
import type { FileAnalysis } from '../analysis';
import { optionPath } from './disabledChecks';

/** What a framework does for every endpoint, and its configuration turns off: `csrf: { checkOrigin: false }`. Older versions want to be told to do so. */
export function recogniseTurnedOff(analysis: FileAnalysis): MountFact[] {
  const { file, packageDir, dependencies } = analysis.context;
  const inner = packageDir === '' ? file : file.slice(packageDir.length + 1);
  const options = analysis.tables.turnsOff.filter((role) => role.files.test(inner));
  if (options.length === 0) return [];
  const found: MountFact[] = [];
  const off = (node: ts.Node, role: (typeof options)[number]): void => {
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
  };
  const wanting = new Set(
    options.filter(({ offBefore }) => offBefore && (majorOf(dependencies?.[offBefore.package] ?? '') ?? offBefore.major) < offBefore.major),
  );
  const besides = new Map<(typeof options)[number], ts.Node>();
  walk(analysis.source, (node) => {
    if (!ts.isPropertyAssignment(node)) return;
    const path = optionPath(node);
    for (const role of wanting) if (path === role.offBefore!.beside) besides.set(role, node);
    const role = options.find(({ option }) => path === option || path.endsWith(`.${option}`));
    if (!role) return;
    wanting.delete(role);
    if (isOff(bare(node.initializer))) off(node, role);
  });
  for (const [role, node] of besides) if (wanting.has(role)) off(node, role);
  return found;
}

/** `false`, or a list with a star: everybody is trusted. */
function isOff(value: ts.Expression): boolean {
  return (
    value.kind === ts.SyntaxKind.FalseKeyword ||
    (ts.isArrayLiteralExpression(value) && value.elements.some((element) => ts.isStringLiteralLike(element) && element.text === '*'))
  );
}
