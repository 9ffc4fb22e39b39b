import { ts } from 'ts-morph';
import { constantString, propertyOf } from '../syntax/nodes';
import type { FileAnalysis } from './analysis';

/** How many names are followed from one to the next. */
const deepest = 8;

/** Text of a constant: written out, behind a name, a member of an object of constants, taken apart or not, in this file or another. */
export function constantText(analysis: FileAnalysis, node: ts.Expression | undefined): string | undefined {
  return node && textIn(analysis, node, [], deepest);
}

/** Text of a member of a value, or of the value itself. */
function textIn(analysis: FileAnalysis, node: ts.Expression, members: readonly string[], depth: number): string | undefined {
  const value = analysis.resolver.deref(node);
  if (members.length === 0) {
    const own = constantString(value);
    if (own !== undefined) return own;
    if (ts.isTemplateExpression(value)) return depth === 0 ? undefined : filledIn(analysis, value, depth - 1);
    if (ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.PlusToken && depth > 0) {
      const parts = [value.left, value.right].map((part) => textIn(analysis, part, [], depth - 1));
      return parts.every((part) => part !== undefined) ? parts.join('') : undefined;
    }
  }
  const [first, ...deeper] = members;
  if (depth === 0) return undefined;
  if (ts.isPropertyAccessExpression(value)) {
    if (value.expression.kind === ts.SyntaxKind.ThisKeyword && members.length === 0)
      return analysis.resolver.members.textOfMember(value.expression, value.name.text);
    return textIn(analysis, value.expression, [value.name.text, ...members], depth - 1);
  }
  if (ts.isObjectLiteralExpression(value) && first !== undefined) {
    const property = propertyOf(value, first);
    return property && !ts.isMethodDeclaration(property) ? textIn(analysis, property, deeper, depth - 1) : undefined;
  }
  if (ts.isCallExpression(value) && isFrozen(analysis, value)) return textIn(analysis, value.arguments[0]!, members, depth - 1);
  if (ts.isCallExpression(value)) {
    const [specifier] = value.arguments;
    const loads =
      value.expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(value.expression) && value.expression.text === 'require');
    return loads && specifier && ts.isStringLiteral(specifier) ? exportedText(analysis, specifier.text, members) : undefined;
  }
  const declaration = ts.isIdentifier(value) ? analysis.resolver.declarations.find(value) : undefined;
  if (declaration?.kind === 'other' && ts.isEnumDeclaration(declaration.node) && first !== undefined && deeper.length === 0)
    return enumText(declaration.node, first);
  if (declaration?.kind === 'import')
    return exportedText(analysis, declaration.specifier, declaration.name === '*' ? members : [declaration.name, ...members]);
  if (declaration?.kind !== 'variable' || !declaration.constant || !declaration.node.initializer || declaration.steps.length === 0)
    return undefined;
  const steps = declaration.steps.flatMap((step) => ('member' in step ? [step.member] : []));
  return steps.length === declaration.steps.length
    ? textIn(analysis, declaration.node.initializer, [...steps, ...members], depth - 1)
    : undefined;
}

/** Does a call give back its argument as it is, only that nobody may change it? */
export function isFrozen(analysis: FileAnalysis, call: ts.CallExpression): boolean {
  return call.arguments.length === 1 && /^Object\.(?:freeze|seal)$/.test(call.expression.getText(analysis.source));
}

/** Text of a member of an enumeration. */
export function enumText({ members }: ts.EnumDeclaration, name: string): string | undefined {
  return constantString(
    members.find((member) => (ts.isIdentifier(member.name) || ts.isStringLiteral(member.name)) && member.name.text === name)?.initializer,
  );
}

/** Text of a template all of whose parts are constants. */
function filledIn(analysis: FileAnalysis, template: ts.TemplateExpression, depth: number): string | undefined {
  const parts = template.templateSpans.map((span) => textIn(analysis, span.expression, [], depth));
  return parts.every((part) => part !== undefined)
    ? template.head.text + template.templateSpans.map((span, index) => parts[index]! + span.literal.text).join('')
    : undefined;
}

/** Text that another file exports under a name, or in a member of it. */
function exportedText(analysis: FileAnalysis, specifier: string, names: readonly string[]): string | undefined {
  const target = analysis.project.module(analysis.file, specifier);
  if (!('file' in target) || names[0] === undefined) return undefined;
  const first = analysis.project.exportOf(target.file, names[0]);
  if (!first || names.length === 1) return first?.text;
  return first.object === undefined ? undefined : analysis.project.exportOf(first.file, [first.object, ...names.slice(1)].join('.'))?.text;
}
