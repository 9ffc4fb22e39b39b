import { ts } from 'ts-morph';
import type { RequestInput } from '../model/facts';
import { bare, contains, walk } from '../syntax/nodes';
import type { FileAnalysis } from './analysis';
import type { InputUses } from './inputFields';
import { rootOf, type Validation } from './validation';

/** What checks an input of a handler: all of it at once, or each of its fields. */
export function validatedBy(
  analysis: FileAnalysis,
  validations: readonly Validation[],
  uses: InputUses,
  fieldCount: number,
  isStored: boolean,
): RequestInput['validated'] {
  let byName: Validation | undefined;
  const locals = new Set([...uses.fields.values()].flatMap((field) => [...field.locals]));
  const checkedFields = new Set<string>();
  for (const validation of validations) {
    const value = madeFrom(analysis, validation.value);
    const root = rootOf(value);
    const isWhole = uses.wholes.some((node) => contains(value, node)) || (root !== undefined && uses.names.has(root.text));
    const isRequest = root !== undefined && bare(value) === root && isRequestObject(analysis, root);
    const isMade =
      (ts.isObjectLiteralExpression(bare(value)) || ts.isArrayLiteralExpression(bare(value))) &&
      [...uses.names, ...locals].some((name) => new RegExp(`\\b${name}\\b`).test(value.getText(analysis.source)));
    if (isWhole || isRequest || isMade) {
      if (!validation.byName)
        return {
          presence: 'present',
          by: validation.by,
          ...(validation.keeps ? { keeps: true as const } : {}),
          ...(isStored && validation.strips && !isReplaced(analysis, validation) ? { unused: true as const } : {}),
        };
      byName ??= validation;
    } else if (root && locals.has(root.text)) checkedFields.add(root.text);
  }
  if (fieldCount > 0 && checkedFields.size >= fieldCount) return { presence: 'present', by: 'a check of each field' };
  return byName ? { presence: 'unknown', reason: `${byName.by} may validate it`, by: byName.by } : { presence: 'absent' };
}

/** Does what a schema gives back take the place of what it was given: `req.body = schema.parse(req.body)`? */
function isReplaced(analysis: FileAnalysis, { site, value }: Validation): boolean {
  const body = analysis.functionAround(site.node)?.node.body;
  const name = bare(value).getText(analysis.source);
  let found = body === undefined;
  if (body)
    walk(body, (node) => {
      if (
        ts.isBinaryExpression(node) &&
        node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
        node.left.getText(analysis.source) === name
      )
        found = true;
      return !found;
    });
  return found;
}

/** What a checked value was made of: `const dto = plainToInstance(PostDto, req.body)`. */
function madeFrom(analysis: FileAnalysis, value: ts.Expression): ts.Expression {
  const made = ts.isIdentifier(bare(value)) ? analysis.resolver.deref(bare(value), 1) : value;
  const passes = ts.isCallExpression(made) ? analysis.site(made)?.role?.passes : undefined;
  return ts.isCallExpression(made) && typeof passes === 'number' ? (made.arguments[passes] ?? value) : value;
}

/** Validators of middleware frameworks are given the request itself. */
function isRequestObject(analysis: FileAnalysis, node: ts.Identifier): boolean {
  const path = analysis.resolver.pathOf(node);
  return (
    path !== undefined &&
    (analysis.tables.read(`${path}.body`)?.input !== undefined || analysis.tables.read(`${path}.headers`)?.input !== undefined)
  );
}
