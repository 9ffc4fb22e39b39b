import { ts } from 'ts-morph';
import type { SchemaPush } from '../../model/configuration';
import type { Fact, Presence } from '../../model/facts';
import { bare, propertyOf, walk } from '../../syntax/nodes';
import type { FileAnalysis } from '../analysis';

/** Applications that make their tables like the code says when they start: by an option of a library, or by a call with one. */
export function recogniseSchemaPushes(analysis: FileAnalysis): Fact[] {
  const { role } = analysis.context;
  if (role !== 'source' && role !== 'config') return [];
  return [...byOption(analysis), ...byCall(analysis)];
}

function byOption(analysis: FileAnalysis): SchemaPush[] {
  const options = analysis.tables.schemaOptions.filter(
    ({ option, packages }) => analysis.text.includes(option) && packages.some((name) => analysis.imports.has(name)),
  );
  if (options.length === 0) return [];
  const found: SchemaPush[] = [];
  walk(analysis.source, (node) => {
    if (!ts.isPropertyAssignment(node) || analysis.isKnown(node)) return;
    const role = options.find(({ option }) => node.name.getText(analysis.source) === option);
    if (!role || !role.beside.some((name) => propertyOf(node.parent, name))) return;
    const database = propertyOf(node.parent, 'database');
    if (database && !ts.isMethodDeclaration(database) && database.getText(analysis.source).includes(':memory:')) return;
    const value = bare(node.initializer);
    if (value.kind === ts.SyntaxKind.FalseKeyword) return;
    const drop = role.destroys === undefined ? undefined : propertyOf(node.parent, role.destroys);
    const destroys = drop !== undefined && !ts.isMethodDeclaration(drop) && drop.kind === ts.SyntaxKind.TrueKeyword;
    found.push(...push(analysis, node, value, role.option, destroys));
  });
  return found;
}

function byCall(analysis: FileAnalysis): SchemaPush[] {
  return analysis.sitesWith('pushesSchema').flatMap((site): SchemaPush[] => {
    const options = site.role?.pushesSchema;
    const given = site.node.arguments?.[0];
    if (!options || !given) return [];
    const object = analysis.resolver.deref(given);
    const on = options.flatMap((name, index) => {
      const value = propertyOf(object, name);
      return value && !ts.isMethodDeclaration(value) && bare(value).kind !== ts.SyntaxKind.FalseKeyword
        ? [{ name, index, value: bare(value) }]
        : [];
    })[0];
    if (!on) return [];
    return push(analysis, site.node, on.value, `sync({ ${on.name} })`, on.index === 0);
  });
}

function push(analysis: FileAnalysis, node: ts.Node, value: ts.Expression, label: string, destroys: boolean): SchemaPush[] {
  const holds = inProduction(analysis, node, value);
  if (holds === 'absent') return [];
  return [{ ...analysis.base(node), kind: 'schemaPush', label, by: 'code', where: '', destroys, depends: holds === 'unknown' }];
}

const stage = /NODE_ENV|APP_ENV|\bnode_?env\b|isProd|isDev|isLocal|isTest|\bprod\b|production|development|\bdev\b|\btest\b/i;

/** Does it happen in production? Absent where a condition asks for the stage, unknown where one asks for something else. */
function inProduction(analysis: FileAnalysis, node: ts.Node, value: ts.Expression): Presence {
  for (let child = node, { parent } = node; parent && !ts.isSourceFile(parent); child = parent, parent = parent.parent) {
    const condition = conditionOf(parent, child);
    if (condition) return stage.test(condition.getText(analysis.source)) ? 'absent' : 'unknown';
  }
  if (value.kind === ts.SyntaxKind.TrueKeyword) return 'present';
  const origin = analysis.resolver.deref(value);
  return stage.test(`${value.getText(analysis.source)} ${origin.getText()}`) ? 'absent' : 'unknown';
}

function conditionOf(parent: ts.Node, child: ts.Node): ts.Expression | undefined {
  if (ts.isIfStatement(parent) && parent.expression !== child) return parent.expression;
  if (ts.isConditionalExpression(parent) && parent.condition !== child) return parent.condition;
  return ts.isBinaryExpression(parent) && parent.right === child ? parent.left : undefined;
}
