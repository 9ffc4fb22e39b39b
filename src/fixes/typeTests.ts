import { ts } from 'ts-morph';
import type { Draft } from './edits';
import { quoted } from './style';
import type { FieldType, SchemaField } from './schemas';

/** Conditions that hold when a field is not what it should be, for projects without a validator. */
export function typeTests(fields: readonly SchemaField[], access: (name: string) => string, draft: Draft): string {
  const tests = fields
    .filter((field) => field.type !== 'any')
    .map((field) => {
      const value = access(field.name);
      const text = (type: string): string => quoted(type, draft.style);
      const test =
        field.type === 'array'
          ? `!Array.isArray(${value})`
          : field.type === 'key'
            ? `(typeof ${value} !== ${text('string')} && typeof ${value} !== ${text('number')})`
            : field.type === 'numeric'
              ? `Number.isNaN(Number(${value}))`
              : field.type === 'object'
                ? `typeof ${value} !== ${text('object')} || ${value} === null`
                : field.type === 'integer' || field.type === 'whole'
                  ? `!Number.isInteger(${value})`
                  : `typeof ${value} !== ${text(field.type === 'number' || field.type === 'boolean' ? field.type : 'string')}`;
      if (!field.optional) return test;
      const isThere = `${value} !== undefined${field.nullish ? ` && ${value} !== null` : ''}`;
      return `(${isThere} && ${/ \|\| /.test(test) ? `(${test})` : test})`;
    });
  // One test alone needs no parentheses.
  return tests.length === 1 ? tests[0]!.replace(/^\((.*)\)$/s, '$1') : tests.join(' || ');
}

/** What a `typeof` test can say of a declared type; `any` where it can say nothing. */
export function simpleType(field: SchemaField): SchemaField {
  if (!field.declared) return field;
  const parts = partsOf(field.declared);
  const takesNull = parts.some(isNull);
  const types = new Set(parts.filter((part) => !isNull(part) && part.kind !== ts.SyntaxKind.UndefinedKeyword).map(kindOf));
  const [only] = types;
  const isMissing = takesNull || parts.some((part) => part.kind === ts.SyntaxKind.UndefinedKeyword);
  return {
    ...field,
    type: types.size === 1 && only ? only : 'any',
    optional: field.optional || isMissing,
    ...(takesNull ? { nullish: true } : {}),
  };
}

function partsOf(type: ts.TypeNode): ts.TypeNode[] {
  if (ts.isParenthesizedTypeNode(type)) return partsOf(type.type);
  return ts.isUnionTypeNode(type) ? type.types.flatMap(partsOf) : [type];
}

function isNull(type: ts.TypeNode): boolean {
  return ts.isLiteralTypeNode(type) && type.literal.kind === ts.SyntaxKind.NullKeyword;
}

function kindOf(type: ts.TypeNode): FieldType | undefined {
  const kind = ts.SyntaxKind;
  const plain: Partial<Record<ts.SyntaxKind, FieldType>> = {
    [kind.StringKeyword]: 'string',
    [kind.NumberKeyword]: 'number',
    [kind.BooleanKeyword]: 'boolean',
    [kind.ArrayType]: 'array',
    [kind.TupleType]: 'array',
    [kind.TypeLiteral]: 'object',
  };
  if (ts.isLiteralTypeNode(type)) {
    if (ts.isStringLiteral(type.literal)) return 'string';
    if (ts.isNumericLiteral(type.literal)) return 'number';
    return type.literal.kind === kind.TrueKeyword || type.literal.kind === kind.FalseKeyword ? 'boolean' : undefined;
  }
  if (!ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) return plain[type.kind];
  if (/^(Readonly)?Array$/.test(type.typeName.text)) return 'array';
  return type.typeName.text === 'Record' ? 'object' : undefined;
}
