import type { FixSource } from '../model/rule';
import { isCount, type SchemaField } from './schemas';

/** Columns that a client must not choose, whatever the table. */
const ownColumns =
  /^(id|uuid|user_?id|owner_?id|author_?id|created_?by|tenant_?id|org_?id|organization_?id|role|roles|is_?admin|is_?staff|is_?super_?admin|permissions|password_?hash|verified|email_?verified|reset_?\w+|\w*_?token|\w*_?secret|\w*_?hash|otp\w*|verification\w*|stripe\w*|balance|credits|created_?at|updated_?at|deleted_?at)$/i;

/**
 * Fields that a client may give for a row of a Prisma model: scalar columns without a default, an owner or a privilege among
 * them. Undefined when the schema or the model cannot be found. All are optional for an update.
 */
export function modelFields(source: FixSource, model: string, update: boolean): SchemaField[] | undefined {
  const columns = modelColumns(source, model);
  if (!columns) return undefined;
  const fields = columns
    .filter(({ name, hasDefault, isManaged }) => !ownColumns.test(name) && !isManaged && (update || !hasDefault))
    .map(({ hasDefault, isManaged: _, ...field }) => ({ ...field, optional: update || hasDefault || field.optional }));
  return fields.length > 0 ? fields : undefined;
}

/** A scalar column; `optional` where it may be null. */
export interface Column extends SchemaField {
  hasDefault: boolean;
  /** It is set by the database, or stands for a row of another table. */
  isManaged: boolean;
}

/** The scalar columns of a Prisma model, in their order. Undefined when the schema or the model cannot be found. */
export function modelColumns(source: FixSource, model: string): Column[] | undefined {
  const schema = schemaText(source);
  const body = schema && blockOf(schema, 'model', model);
  return schema && body ? body.split(/\r?\n/).flatMap((line) => columnIn(line, schema) ?? []) : undefined;
}

function columnIn(line: string, schema: string): Column | undefined {
  const match = /^\s*(\w+)\s+(\w+)(\[\])?(\?)?\s*(.*)$/.exec(line.replace(/\/\/.*$/, ''));
  const [, name, type, list, nullable, attributes = ''] = match ?? [];
  if (name === undefined || type === undefined) return undefined;
  const values = blockOf(schema, 'enum', type);
  const scalar = scalars[type];
  if (!scalar && !values) return undefined;
  const column: Column = {
    name,
    type: list ? 'array' : (scalar ?? 'string'),
    optional: nullable !== undefined,
    hasDefault: /@default\b/.test(attributes),
    isManaged: /@(id|updatedAt|relation|ignore)\b/.test(attributes),
  };
  if (values)
    column.values = values
      .split(/\r?\n/)
      .map((value) => /^\s*(\w+)/.exec(value)?.[1])
      .filter((value) => value !== undefined);
  if (nullable) column.nullable = true;
  if (column.type === 'string' && !values && /e-?mail$/i.test(name)) column.type = 'email';
  if (column.type === 'whole' && isCount(name)) column.type = 'integer';
  return column;
}

const scalars: Readonly<Record<string, SchemaField['type']>> = {
  String: 'string',
  Int: 'whole',
  BigInt: 'whole',
  Float: 'number',
  Decimal: 'number',
  Boolean: 'boolean',
  DateTime: 'date',
  Json: 'any',
  Bytes: 'any',
};

/** The schema nearest to the file, in one of its usual places. */
function schemaText(source: FixSource): string | undefined {
  const folders = source.file.split('/').slice(0, -1);
  for (let depth = folders.length; depth >= 0; depth--) {
    const prefix = folders
      .slice(0, depth)
      .map((folder) => `${folder}/`)
      .join('');
    for (const place of ['prisma/schema.prisma', 'schema.prisma', 'src/prisma/schema.prisma']) {
      const text = source.read?.(prefix + place);
      if (text !== undefined) return text;
    }
  }
  return undefined;
}

function blockOf(schema: string, kind: 'model' | 'enum', name: string): string | undefined {
  return new RegExp(`^\\s*${kind}\\s+${name}\\s*\\{([^}]*)\\}`, 'im').exec(schema)?.[1];
}
