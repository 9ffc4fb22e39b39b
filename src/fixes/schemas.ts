import { ts } from 'ts-morph';
import type { RequestInput } from '../model/facts';
import type { Draft } from './edits';
import { quoted, type Code } from './style';

type Field = RequestInput['fields'][number];

export type FieldType = Field['type'];

/** A field of a schema in words of no library. */
export interface SchemaField {
  name: string;
  /** `integer` counts something and is positive, `whole` is any whole number. */
  type: FieldType | 'integer' | 'whole' | 'date' | 'any';
  optional: boolean;
  nullable?: boolean;
  /** The only texts that it may hold. */
  values?: string[];
  /** Type as the author declared it, which says more than `type`. */
  declared?: ts.TypeNode;
}

/** What names usually hold, for fields whose use says nothing. */
const nameHints: readonly [RegExp, FieldType | 'integer'][] = [
  [/e-?mail$/i, 'email'],
  [/^(quantity|qty|count|page|limit|offset|pageSize|perPage|per_page|age|seats)$/i, 'integer'],
  [/(amount|price|total|percent|percentage|rate|score|lat|lng|latitude|longitude|balance|cost|discount|weight)$/i, 'number'],
  [/^(is|has|can|should|allow|enable)[A-Z_]|(enabled|active|accepted|confirmed|subscribed|agree|remember(Me)?)$/, 'boolean'],
  [/(items|tags|ids|messages|files|options|lines|entries|members|roles)$/i, 'array'],
  [/^(metadata|meta|settings|preferences|config|payload|data|filters)$/i, 'object'],
];

/** Does the name say that a number counts something? */
export function isCount(name: string): boolean {
  return nameHints.find(([pattern]) => pattern.test(name))?.[1] === 'integer';
}

/** Fields of an input, with types guessed from their names where their use says nothing. */
export function schemaFields(fields: readonly Field[]): SchemaField[] {
  return fields.map((field) => {
    const hint = nameHints.find(([pattern]) => pattern.test(field.name))?.[1];
    if (field.type === 'unknown') return { ...field, type: hint ?? 'string' };
    if (field.type === 'number' && hint === 'integer') return { ...field, type: 'integer' };
    if (field.type === 'string' && hint === 'email') return { ...field, type: 'email' };
    return { ...field };
  });
}

/** Fields of an object type that is written out, or declared in the same file. Undefined for other types. */
export function declaredFields(type: ts.TypeNode | undefined, tree: ts.SourceFile): SchemaField[] | undefined {
  const members = membersOf(type, tree);
  if (!members) return undefined;
  const fields: SchemaField[] = [];
  for (const member of members) {
    if (!ts.isPropertySignature(member) || !member.type || !(ts.isIdentifier(member.name) || ts.isStringLiteral(member.name)))
      return undefined;
    fields.push({ name: member.name.text, type: 'unknown', optional: member.questionToken !== undefined, declared: member.type });
  }
  return fields.length > 0 ? fields : undefined;
}

function membersOf(type: ts.TypeNode | undefined, tree: ts.SourceFile): ts.NodeArray<ts.TypeElement> | undefined {
  if (!type) return undefined;
  if (ts.isTypeLiteralNode(type)) return type.members;
  if (!ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName) || type.typeArguments) return undefined;
  const name = type.typeName.text;
  for (const statement of tree.statements) {
    if (ts.isInterfaceDeclaration(statement) && statement.name.text === name && !statement.heritageClauses) return statement.members;
    if (ts.isTypeAliasDeclaration(statement) && statement.name.text === name)
      return ts.isTypeLiteralNode(statement.type) ? statement.type.members : undefined;
  }
  return undefined;
}

/** How schemas are written in the installed zod. */
export interface ZodStyle {
  major: number;
  /** Values arrive as text (query, path, form). */
  text: boolean;
}

function zodType(field: SchemaField, draft: Draft, zod: ZodStyle): string {
  const values = field.values?.map((value) => quoted(value, draft.style)).join(', ');
  const base = field.declared ? zodOfType(field.declared, draft, zod, 0) : values ? `z.enum([${values}])` : zodOf(field.type, zod);
  return `${base}${field.nullable ? '.nullable()' : ''}${field.optional ? '.optional()' : ''}`;
}

function zodOf(type: SchemaField['type'], zod: ZodStyle): string {
  const number = zod.text ? 'z.coerce.number()' : 'z.number()';
  switch (type) {
    case 'number':
      return number;
    case 'integer':
      return `${number}.int().positive()`;
    case 'whole':
      return `${number}.int()`;
    case 'date':
      return 'z.coerce.date()';
    case 'any':
      return 'z.any()';
    case 'boolean':
      // `z.coerce.boolean()` takes the text "false" for true.
      if (!zod.text) return 'z.boolean()';
      return zod.major >= 4 ? 'z.stringbool()' : "z.enum(['true', 'false']).transform((value) => value === 'true')";
    case 'array':
      return 'z.array(z.any())';
    case 'object':
      return 'z.record(z.string(), z.any())';
    case 'email':
      return zod.major >= 4 ? 'z.email()' : 'z.string().email()';
    default:
      return 'z.string()';
  }
}

function zodOfType(type: ts.TypeNode, draft: Draft, zod: ZodStyle, depth: number): string {
  const kind = ts.SyntaxKind;
  if (ts.isParenthesizedTypeNode(type)) return zodOfType(type.type, draft, zod, depth);
  switch (type.kind) {
    case kind.StringKeyword:
      return 'z.string()';
    case kind.NumberKeyword:
      return zod.text ? 'z.coerce.number()' : 'z.number()';
    case kind.BooleanKeyword:
      return zodOf('boolean', zod);
    case kind.UnknownKeyword:
      return 'z.unknown()';
  }
  if (ts.isArrayTypeNode(type)) return `z.array(${zodOfType(type.elementType, draft, zod, depth + 1)})`;
  if (ts.isTypeReferenceNode(type) && draft.textOf(type.typeName) === 'Array' && type.typeArguments?.[0])
    return `z.array(${zodOfType(type.typeArguments[0], draft, zod, depth + 1)})`;
  if (ts.isLiteralTypeNode(type)) return type.literal.kind === kind.NullKeyword ? 'z.null()' : `z.literal(${draft.textOf(type.literal)})`;
  if (ts.isUnionTypeNode(type)) {
    const parts = type.types.filter((part) => part.kind !== kind.UndefinedKeyword);
    const rest = parts.filter((part) => !(ts.isLiteralTypeNode(part) && part.literal.kind === kind.NullKeyword));
    const suffix = `${rest.length < parts.length ? '.nullable()' : ''}${parts.length < type.types.length ? '.optional()' : ''}`;
    const strings = rest.map((part) => (ts.isLiteralTypeNode(part) && ts.isStringLiteral(part.literal) ? part.literal.text : undefined));
    if (rest.length > 1 && strings.every((text) => text !== undefined))
      return `z.enum([${strings.map((text) => quoted(text!, draft.style)).join(', ')}])${suffix}`;
    if (rest.length === 1) return zodOfType(rest[0]!, draft, zod, depth) + suffix;
    return `z.union([${rest.map((part) => zodOfType(part, draft, zod, depth + 1)).join(', ')}])${suffix}`;
  }
  const fields = depth < 4 ? declaredFields(type, draft.tree) : undefined;
  if (fields)
    return `z.object({ ${fields.map((field) => `${key(field.name, draft)}: ${nestedZodType(field, draft, zod, depth + 1)}`).join(', ')} })`;
  return 'z.any()';
}

function nestedZodType(field: SchemaField, draft: Draft, zod: ZodStyle, depth: number): string {
  const base = zodOfType(field.declared!, draft, zod, depth);
  return field.optional ? `${base}.optional()` : base;
}

function key(name: string, draft: Draft): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name, draft.style);
}

/** `const Name = z.object({ … });`, on one line where it is short. */
export function zodSchema(draft: Draft, name: string, fields: readonly SchemaField[], zod: ZodStyle): Code {
  const lines = fields.map((field) => `${key(field.name, draft)}: ${zodType(field, draft, zod)}`);
  const short = `const ${name} = z.object({ ${lines.join(', ')} });`;
  if (short.length <= 110) return [draft.style.spacedBraces ? short : short.replace('({ ', '({').replace(' })', '})')];
  return [`const ${name} = z.object({`, listed(lines, draft), '});'];
}

function listed(lines: readonly string[], draft: Draft): string[] {
  return lines.map((line, index) => line + (index < lines.length - 1 || draft.style.trailingComma ? ',' : ''));
}

/** `const Name = { type: 'object', … };` for frameworks that validate by JSON schema. */
export function jsonSchema(draft: Draft, name: string, fields: readonly SchemaField[]): Code {
  const text = (value: string): string => quoted(value, draft.style);
  const types: Record<string, string> = {
    string: 'string',
    number: 'number',
    integer: 'integer',
    boolean: 'boolean',
    whole: 'integer',
    array: 'array',
    object: 'object',
  };
  const properties = fields.map((field) => {
    const more =
      field.type === 'email'
        ? `, format: ${text('email')}`
        : field.type === 'date'
          ? `, format: ${text('date-time')}`
          : field.type === 'integer'
            ? ', minimum: 1'
            : '';
    if (field.type === 'any') return `${key(field.name, draft)}: {}`;
    const values = field.values ? `, enum: [${field.values.map(text).join(', ')}]` : '';
    return `${key(field.name, draft)}: { type: ${text(types[field.type] ?? 'string')}${values}${more}${field.nullable ? ', nullable: true' : ''} }`;
  });
  const required = fields.filter((field) => !field.optional).map((field) => text(field.name));
  const lines: (string | Code)[] = [`type: ${text('object')},`];
  if (required.length > 0) lines.push(`required: [${required.join(', ')}],`);
  lines.push('additionalProperties: false,', 'properties: {', listed(properties, draft), draft.style.trailingComma ? '},' : '}');
  return [`const ${name} = {`, lines, '};'];
}
