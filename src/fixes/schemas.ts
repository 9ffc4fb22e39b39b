import { ts } from 'ts-morph';
import type { RequestInput } from '../model/facts';
import type { Draft } from './edits';
import { quoted, type Code } from './style';

type Field = RequestInput['fields'][number];

export type FieldType = Field['type'];

/** A field of a schema in words of no library. */
export interface SchemaField {
  name: string;
  /** `integer` counts something, `whole` is any whole number, `numeric` is a number or its text, `key` a text or a number. */
  type: FieldType | 'integer' | 'whole' | 'numeric' | 'key' | 'date' | 'any';
  optional: boolean;
  /** It may be `null` where it may be missing. */
  nullish?: boolean;
  nullable?: boolean;
  /** The only texts that it may hold. */
  values?: string[];
  /** Type as the author declared it, which says more than `type`. */
  declared?: ts.TypeNode;
}

/**
 * What names hold nearly always, for fields whose use says nothing: counted in the types that 31 applications declare, 97 % and more.
 * A name that may stand for something else (`value`, `amount`, `data`, `startDate`) says nothing.
 */
const nameHints: readonly [RegExp, FieldType][] = [
  [/e-?mail$/i, 'email'],
  [
    ending(
      'name|title|description|notes?|reason|comment|subject|password|token|url|slug|phone|message|text|label|colou?r|city|country|timezone|locale|username|bio|secret',
    ),
    'string',
  ],
  [/^(is|has|can|should|allow|enable)[A-Z_]|(enabled|active|accepted|confirmed|subscribed|agree|remember(Me)?)$/, 'boolean'],
  [/(^|_)(ids|tags|items)$|(Ids|Tags)$/, 'array'],
];

/** The same for plain JavaScript, where a text in the place of one of a few words is nobody's type error. */
const untypedHints: readonly [RegExp, SchemaField['type']][] = [
  [ending('id'), 'key'],
  [ending('type|status|category|role|code|state|language|currency|content|gender'), 'string'],
  [ending('quantity|qty|limit|offset|amount|price|total'), 'numeric'],
];

/** A name that is one of the words, or ends in it as a word of its own: `userName`, `user_name`. */
function ending(words: string): RegExp {
  return new RegExp(
    `(?:(?:^|_)(?:${words})|[a-z\\d](?:${words.replace(/(^|\|)([a-z])/g, (_, bar: string, first: string) => bar + first.toUpperCase())}))$`,
  );
}

/** Does the name say that only a few words will do? */
export function isOneOfFew(name: string): boolean {
  return fewWords.test(name);
}

const fewWords = ending(
  'type|status|format|role|mode|kind|category|level|priority|strategy|action|decision|state|exchange|currency|language|gender|period|method|provider|platform|plan|tier',
);

const counts = /^(quantity|qty|count|page|limit|offset|pageSize|perPage|per_page|age|seats)$/i;

/** Does the name say that a number counts something? */
export function isCount(name: string): boolean {
  return counts.test(name);
}

/** A field of an input by its use, or by its name where that leaves no doubt. Undefined where neither says what it holds. */
export function schemaField(field: Field, { isText, typed }: { isText: boolean; typed: boolean }): SchemaField | undefined {
  const { name, optional } = field;
  if (field.type === 'number' && isCount(name)) return { name, optional, type: 'integer' };
  if (field.type === 'string' && /e-?mail$/i.test(name)) return { name, optional, type: 'email' };
  if (field.type !== 'unknown') return { ...field };
  const hint = [...nameHints, ...(typed ? [] : untypedHints)].find(([pattern]) => pattern.test(name))?.[1];
  const type = isText && hint !== 'email' ? 'string' : hint;
  return type && { name, optional, type };
}

/** All fields of an input in the same way, any value for those that are open; undefined where most of them are. */
export function schemaFields(fields: readonly Field[], typed: boolean): SchemaField[] | undefined {
  const made = fields.map((field) => schemaField(field, { isText: false, typed }));
  if (2 * made.filter((field) => !field).length > made.length) return undefined;
  return made.map((field, index) => field ?? { name: fields[index]!.name, type: 'any', optional: fields[index]!.optional });
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
  return `${base}${field.nullable ? '.nullable()' : ''}${field.nullish ? '.nullish()' : field.optional ? '.optional()' : ''}`;
}

function zodOf(type: SchemaField['type'], zod: ZodStyle): string {
  const number = zod.text ? 'z.coerce.number()' : 'z.number()';
  switch (type) {
    case 'number':
      return number;
    case 'integer':
      return `${number}.int().nonnegative()`;
    case 'whole':
      return `${number}.int()`;
    case 'numeric':
      return 'z.coerce.number()';
    case 'key':
      return 'z.union([z.string(), z.number()])';
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
    numeric: 'number',
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
            ? ', minimum: 0'
            : '';
    if (field.type === 'any') return `${key(field.name, draft)}: {}`;
    if (field.type === 'key') return `${key(field.name, draft)}: { type: [${text('string')}, ${text('integer')}] }`;
    const values = field.values ? `, enum: [${field.values.map(text).join(', ')}]` : '';
    return `${key(field.name, draft)}: { type: ${text(types[field.type] ?? 'string')}${values}${more}${field.nullable || field.nullish ? ', nullable: true' : ''} }`;
  });
  const required = fields.filter((field) => !field.optional).map((field) => text(field.name));
  const lines: (string | Code)[] = [`type: ${text('object')},`];
  if (required.length > 0) lines.push(`required: [${required.join(', ')}],`);
  lines.push('additionalProperties: false,', 'properties: {', listed(properties, draft), draft.style.trailingComma ? '},' : '}');
  return [`const ${name} = {`, lines, '};'];
}
