import { ts } from 'ts-morph';
import { bare } from '../syntax/nodes';
import type { FileAnalysis } from './analysis';

/** The parts of a request that an object has schemas for, by the names of its members; undefined where not all of them can be read. */
export function partsNamed(
  analysis: FileAnalysis,
  value: ts.Expression | ts.MethodDeclaration,
  parts: Readonly<Record<string, string>>,
): string[] | undefined {
  const object = ts.isMethodDeclaration(value) ? value : bare(analysis.resolver.deref(value));
  if (!ts.isObjectLiteralExpression(object)) return undefined;
  const found = new Set<string>();
  for (const { name } of object.properties) {
    const key = name && memberNamed(name);
    if (key === undefined) return undefined;
    const part = parts[key];
    if (part !== undefined) found.add(part);
  }
  return [...found];
}

/** `body`, or `Segments.BODY` in brackets. */
function memberNamed(name: ts.PropertyName): string | undefined {
  if (ts.isIdentifier(name) || ts.isStringLiteral(name)) return name.text;
  const key = ts.isComputedPropertyName(name) ? bare(name.expression) : undefined;
  return key && ts.isPropertyAccessExpression(key) ? key.name.text.toLowerCase() : undefined;
}

const sent: ReadonlySet<string> = new Set(['body', 'form', 'arguments', 'message']);

/** Does a check look at what an endpoint is sent? What is only read has nothing but its address. */
export function checksWhatIsSent(parts: readonly string[] | undefined, method: string): boolean {
  return parts === undefined || parts.some((part) => sent.has(part) || /^(?:GET|HEAD|DELETE|QUERY)$/.test(method));
}
