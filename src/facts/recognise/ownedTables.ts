import { ts } from 'ts-morph';
import type { OwnedTable } from '../../model/facts';
import { namesOwner, tableKey } from '../../model/ownerNames';
import { bare, constantString, hasSpread } from '../../syntax/nodes';
import type { CallSite, FileAnalysis } from '../analysis';
import { columnsIn } from '../columnLimits';

/** Tables that code describes, with their columns, where one of them says whose a row is. */
export function recogniseOwnedTables(analysis: FileAnalysis): OwnedTable[] {
  if (analysis.context.side === 'client') return [];
  return [...analysis.sitesWith('models').flatMap((site) => described(analysis, site)), ...classes(analysis)];
}

function described(analysis: FileAnalysis, site: CallSite): OwnedTable[] {
  const { columns, name } = site.role!.models!;
  const argument = site.node.arguments?.[columns];
  const object = argument && columnsIn(analysis, argument);
  // More may be spread in, and added to a schema later.
  if (!object || hasSpread(object)) return [];
  const written = object.properties.flatMap(({ name: key }) =>
    key && (ts.isIdentifier(key) || ts.isStringLiteral(key)) ? [key.text] : [],
  );
  const callee = bare(site.node.expression);
  const receiver =
    ts.isPropertyAccessExpression(callee) && ts.isIdentifier(bare(callee.expression))
      ? (bare(callee.expression) as ts.Identifier).text
      : undefined;
  const { parent } = site.node;
  const held = ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) ? parent.name.text : undefined;
  const names = [name === 'receiver' ? receiver : name === undefined ? undefined : constantString(site.node.arguments?.[name]), held];
  return tables(analysis, site.node, names, written);
}

/** Classes whose members are columns. */
function classes(analysis: FileAnalysis): OwnedTable[] {
  return analysis.outline.classes.flatMap(({ name, node }) => {
    const isTable = (ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : []).some(({ expression }) => {
      const named = ts.isCallExpression(expression) ? expression.expression : expression;
      return analysis.tables.decorator(analysis.resolver.pathOf(named))?.table === true;
    });
    // What it extends may have more of them.
    if (
      !isTable ||
      node.heritageClauses?.some(
        ({ token }) =>
          token === ts.SyntaxKind.ExtendsKeyword && !/\bBaseEntity\b|\bModel\b/.test(node.getText(analysis.source).slice(0, 400)),
      )
    )
      return [];
    const columns = node.members.flatMap((member) =>
      ts.isPropertyDeclaration(member) && ts.isIdentifier(member.name) ? [member.name.text] : [],
    );
    return tables(analysis, node, [name], columns);
  });
}

function tables(analysis: FileAnalysis, node: ts.Node, names: readonly (string | undefined)[], columns: string[]): OwnedTable[] {
  if (!columns.some(namesOwner)) return [];
  const keys = new Set(names.flatMap((name) => (name === undefined ? [] : (tableKey(name) ?? []))));
  return [...keys].map((table) => ({ ...analysis.base(node), kind: 'ownedTable', table, columns }));
}
