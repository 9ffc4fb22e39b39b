import { ts } from 'ts-morph';
import type { ChargedAmount, FloatColumn } from '../../model/facts';
import { bare, constantString } from '../../syntax/nodes';
import type { CallSite, FileAnalysis } from '../analysis';

/** Columns that keep binary floating point numbers, and amounts that are given to payment services with a fraction. */
export function recogniseMoney(analysis: FileAnalysis): (FloatColumn | ChargedAmount)[] {
  const { role, side } = analysis.context;
  if (role !== 'source' && role !== 'config') return [];
  const facts: (FloatColumn | ChargedAmount)[] = [];
  for (const site of analysis.meaningful) {
    if (site.role?.floats) facts.push(...columnOf(analysis, site));
    if (site.role?.minorUnits && side !== 'client') {
      for (const argument of site.node.arguments ?? []) facts.push(...fractionsIn(analysis, site, argument, site.role.minorUnits));
    }
  }
  return facts;
}

/** `price: real('price').notNull()` in the object that describes a table. */
function columnOf(analysis: FileAnalysis, site: CallSite): FloatColumn[] {
  let current: ts.Node = site.node;
  while (ts.isPropertyAccessExpression(current.parent) || (ts.isCallExpression(current.parent) && current.parent.expression === current))
    current = current.parent;
  const property = current.parent;
  if (!ts.isPropertyAssignment(property)) return [];
  const object = property.parent;
  const key = property.name.getText(analysis.source).replace(/['"]/g, '');
  const made = ts.isCallExpression(object.parent) ? object.parent : undefined;
  const table = constantString(made?.arguments[0]);
  const line = analysis.source.text.slice(property.end, analysis.source.text.indexOf('\n', property.end) + 1 || undefined);
  const note = /\/\/(.*)/.exec(line)?.[1]?.trim();
  return [
    {
      ...analysis.base(property),
      span: analysis.span(property.name),
      kind: 'floatColumn',
      library: site.role!.library,
      ...(table === undefined ? {} : { table }),
      column: constantString(site.node.arguments?.[0]) ?? key,
      beside: object.properties.flatMap((other) => (other === property || !other.name ? [] : [other.name.getText(analysis.source)])),
      type: analysis.label(site.node.expression, 30),
      ...(note === undefined ? {} : { note }),
    },
  ];
}

/** What is given to one of some options, at any depth. */
export function optionsIn(
  analysis: FileAnalysis,
  node: ts.Expression,
  options: readonly string[],
  depth = 5,
): { option: string; value: ts.Expression }[] {
  if (depth === 0) return [];
  const value = analysis.resolver.deref(node);
  const below = (inner: ts.Expression) => optionsIn(analysis, inner, options, depth - 1);
  if (ts.isArrayLiteralExpression(value)) return value.elements.flatMap(below);
  // `items.map((item) => ({ price_data: { unit_amount: item.price * 100 } }))`
  if (ts.isCallExpression(value)) return value.arguments.flatMap(below);
  if (ts.isArrowFunction(value) && !ts.isBlock(value.body)) return below(value.body);
  if (!ts.isObjectLiteralExpression(value)) return [];
  return value.properties.flatMap((property) => {
    const initializer = ts.isPropertyAssignment(property)
      ? property.initializer
      : ts.isShorthandPropertyAssignment(property)
        ? property.name
        : undefined;
    const name = property.name && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)) ? property.name.text : undefined;
    if (!initializer || name === undefined) return [];
    return options.includes(name) ? [{ option: name, value: initializer }] : below(initializer);
  });
}

function fractionsIn(analysis: FileAnalysis, site: CallSite, argument: ts.Expression, options: readonly string[]): ChargedAmount[] {
  return optionsIn(analysis, argument, options).flatMap(({ option, value }) => {
    const product = fractionOf(analysis, value, 3);
    return product
      ? [
          {
            ...analysis.base(site.node),
            span: analysis.span(value),
            kind: 'chargedAmount' as const,
            library: site.role!.library,
            option,
            label: analysis.label(product, 50),
            product: analysis.span(product),
          },
        ]
      : [];
  });
}

const wholeNames = /(count|qty|quantity|credits?|seats?|units|items|dollars|euros|months|days|people|guests|tickets|cents|inCents|minor)$/i;

/** The product with 100 that may have a fraction, in what a value is made of. */
function fractionOf(analysis: FileAnalysis, node: ts.Expression, depth: number): ts.BinaryExpression | undefined {
  if (depth === 0) return undefined;
  const value = analysis.resolver.deref(node);
  if (ts.isConditionalExpression(value))
    return fractionOf(analysis, value.whenTrue, depth - 1) ?? fractionOf(analysis, value.whenFalse, depth - 1);
  if (!ts.isBinaryExpression(value)) return undefined;
  const operator = value.operatorToken.kind;
  if (
    operator === ts.SyntaxKind.PlusToken ||
    operator === ts.SyntaxKind.MinusToken ||
    operator === ts.SyntaxKind.QuestionQuestionToken ||
    operator === ts.SyntaxKind.BarBarToken
  )
    return fractionOf(analysis, value.left, depth - 1) ?? fractionOf(analysis, value.right, depth - 1);
  if (operator !== ts.SyntaxKind.AsteriskToken) return undefined;
  const [left, right] = [bare(value.left), bare(value.right)];
  const other = isHundred(left) ? right : isHundred(right) ? left : undefined;
  return other && !isWhole(analysis, other) ? value : undefined;
}

function isHundred(node: ts.Expression): boolean {
  return ts.isNumericLiteral(node) && /^1_?00(\.0*)?$/.test(node.text);
}

/** Is a number certainly without a fraction, by how it is made or what it is called? */
function isWhole(analysis: FileAnalysis, node: ts.Expression): boolean {
  const value = analysis.resolver.deref(node);
  if (ts.isNumericLiteral(value)) return !value.getText(analysis.source).includes('.');
  if (ts.isCallExpression(value))
    return /^(Math\.(round|floor|ceil|trunc)|parseInt|Number\.parseInt|BigInt)$/.test(value.expression.getText(analysis.source));
  // The price of a plan that another file holds is written down there, mostly without a fraction.
  if (ts.isIdentifier(value) && /^[A-Z][A-Z0-9_]+$/.test(value.text)) return true;
  const name = ts.isIdentifier(value) ? value.text : ts.isPropertyAccessExpression(value) ? value.name.text : '';
  return wholeNames.test(name) || (ts.isIdentifier(bare(node)) && wholeNames.test((bare(node) as ts.Identifier).text));
}
