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
  const schema = schemaText(source);
  const body = schema && blockOf(schema, 'model', model);
  if (!schema || !body) return undefined;
  const fields: SchemaField[] = [];
  for (const line of body.split(/\r?\n/)) {
    const match = /^\s*(\w+)\s+(\w+)(\[\])?(\?)?\s*(.*)$/.exec(line.replace(/\/\/.*$/, ''));
    if (!match || match[1] === undefined) continue;
    const [, name, type, list, nullable, attributes] = match as unknown as [
      string,
      string,
      string,
      string | undefined,
      string | undefined,
      string,
    ];
    if (ownColumns.test(name) || /@(id|updatedAt|relation|ignore)\b/.test(attributes) || (!update && /@default\b/.test(attributes)))
      continue;
    const values = blockOf(schema, 'enum', type);
    const scalar = scalars[type];
    if (!scalar && !values) continue;
    const field: SchemaField = {
      name,
      type: list ? 'array' : (scalar ?? 'string'),
      optional: update || nullable !== undefined || /@default\b/.test(attributes),
    };
    if (values)
      field.values = values
        .split(/\r?\n/)
        .map((value) => /^\s*(\w+)/.exec(value)?.[1])
        .filter((value) => value !== undefined);
    if (nullable) field.nullable = true;
    if (field.type === 'string' && !values && /e-?mail$/i.test(name)) field.type = 'email';
    if (field.type === 'whole' && isCount(name)) field.type = 'integer';
    fields.push(field);
  }
  return fields.length > 0 ? fields : undefined;
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
