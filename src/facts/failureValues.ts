import { ts } from 'ts-morph';
import { mentions } from '../syntax/flow';
import { bare } from '../syntax/nodes';
import type { FileAnalysis } from './analysis';

/** A value that holds nothing. */
export function isNothing(value: ts.Expression): boolean {
  if (ts.isArrayLiteralExpression(value)) return value.elements.length === 0;
  if (ts.isObjectLiteralExpression(value)) return value.properties.length === 0;
  return value.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(value) && value.text === 'undefined');
}

/** Several words, or letters of a script that writes none apart: somebody is told something. */
export function isSentence(text: string): boolean {
  return /\p{L}\s+\S*\p{L}/u.test(text) || /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]{4}/u.test(text);
}

/** A value that takes the place of a result without saying that there is none. */
export function isEmptyDefault(value: ts.Expression): boolean {
  // `return 'error'` is no result that somebody asked for, and says so in one word.
  if (ts.isStringLiteralLike(value)) return !/^(?:\w+[-_ ])?(?:errors?|fail(?:ed|ure)?)$/i.test(value.text);
  if (ts.isNumericLiteral(value)) return true;
  if (ts.isPrefixUnaryExpression(value)) return ts.isNumericLiteral(value.operand);
  return isNothing(value);
}

/** Does a text say that something went wrong? */
export function saysFailure(text: string): boolean {
  return /error|\berr\b|fail|invalid|unable|denied|unavailable|wrong/i.test(text);
}

/** `500`, and no number of something. */
function isFailingStatus(node: ts.Expression): boolean {
  const value = bare(node);
  return ts.isNumericLiteral(value) && /^[45]\d\d$/.test(value.text);
}

/** Does a value say that something went wrong? */
export function tellsFailure(analysis: FileAnalysis, node: ts.Expression | undefined, names: ReadonlySet<string>): boolean {
  if (!node) return false;
  const value = analysis.resolver.deref(node);
  if (names.size > 0 && mentions(value, names)) return true;
  if (ts.isCallExpression(value)) return value.arguments.some((argument) => tellsFailure(analysis, argument, names));
  if (ts.isStringLiteralLike(value) || ts.isTemplateExpression(value)) return saysFailure(value.getText(analysis.source));
  if (!ts.isObjectLiteralExpression(value)) return false;
  return value.properties.some((property) => {
    const name = property.name && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)) ? property.name.text : '';
    if (/^(error|errors|err|errorMessage|error_message|failed|failure|warning|degraded|stale|unavailable)$/.test(name))
      return !(ts.isPropertyAssignment(property) && property.initializer.kind === ts.SyntaxKind.NullKeyword);
    if (!ts.isPropertyAssignment(property)) return false;
    if (/^(success|ok|valid|healthy|isValid|connected|available|authenticated)$/.test(name))
      return (
        property.initializer.kind === ts.SyntaxKind.FalseKeyword ||
        (ts.isStringLiteralLike(property.initializer) && /err|fail/.test(property.initializer.text))
      );
    // In whatever language the rest is.
    if (/^(?:status|status_?code|http_?status|code)$/i.test(name) && isFailingStatus(property.initializer)) return true;
    return /^(status|state|message|note|notice|type|reason|code)$/.test(name) && tellsFailure(analysis, property.initializer, names);
  });
}
