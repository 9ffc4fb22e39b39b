import { ts } from 'ts-morph';
import type { Draft } from './edits';
import { quoted } from './style';
import type { FieldType, SchemaField } from './schemas';

/** Conditions that hold when a field is not what it should be, for projects without a validator. */
export function typeTests(fields: readonly SchemaField[], access: (name: string) => string, draft: Draft): string {
  return fields
    .filter((field) => field.type !== 'any')
    .map((field) => {
      const value = access(field.name);
      const text = (type: string): string => quoted(type, draft.style);
      const test =
        field.type === 'array'
          ? `!Array.isArray(${value})`
          : field.type === 'object'
            ? `typeof ${value} !== ${text('object')} || ${value} === null`
            : field.type === 'integer' || field.type === 'whole'
              ? `!Number.isInteger(${value})`
              : `typeof ${value} !== ${text(field.type === 'number' || field.type === 'boolean' ? field.type : 'string')}`;
      if (!field.optional) return test;
      return `(${value} !== undefined && ${/ \|\| /.test(test) ? `(${test})` : test})`;
    })
    .join(' || ');
}

/** Declared types that a `typeof` test can stand for; `string` for the others. */
export function simpleType(field: SchemaField): SchemaField {
  if (!field.declared) return field;
  const kind = ts.SyntaxKind;
  const types: Partial<Record<ts.SyntaxKind, FieldType>> = {
    [kind.NumberKeyword]: 'number',
    [kind.BooleanKeyword]: 'boolean',
    [kind.ArrayType]: 'array',
    [kind.TypeLiteral]: 'object',
  };
  return { ...field, type: types[field.declared.kind] ?? 'string' };
}
