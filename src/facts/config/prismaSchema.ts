import type { FloatColumn, OwnedTable } from '../../model/facts';
import { namesOwner, tableKey } from '../../model/ownerNames';
import { placed, type ConfigKind, type Surroundings } from './configKind';

/** Databases with a type of their own for exact numbers, of so many digits. */
const exactTypes: Readonly<Record<string, string>> = {
  postgresql: ' @db.Decimal(12, 2)',
  postgres: ' @db.Decimal(12, 2)',
  mysql: ' @db.Decimal(12, 2)',
  cockroachdb: ' @db.Decimal(12, 2)',
  sqlserver: ' @db.Decimal(12, 2)',
  sqlite: '',
};

/** Schemas of Prisma: fields of models that are kept in binary floating point, and models whose rows belong to somebody. Lines that cannot be read are passed over. */
export const prismaSchema: ConfigKind = {
  credentials: 'shapes',
  covers: (file) => file.endsWith('.prisma'),
  facts(file, text, around) {
    const provider = providerOf(text) ?? providerBeside(file, around);
    const found: (FloatColumn | OwnedTable)[] = [];
    for (const model of modelsOf(text)) {
      const beside = model.fields.map(({ name }) => name);
      const table = tableKey(model.name);
      const [first] = model.fields;
      if (first && table !== undefined && beside.some(namesOwner))
        found.push({ ...placed(file, first.span, model.name), kind: 'ownedTable', table, columns: beside });
      for (const field of model.fields) {
        if (field.type !== 'Float' || field.isShare) continue;
        const suffix = provider === undefined ? undefined : exactTypes[provider];
        const { start, end } = field.span;
        found.push({
          ...placed(file, { start, end }, `${model.name}.${field.name}`),
          kind: 'floatColumn',
          library: 'prisma',
          table: model.name,
          column: field.name,
          beside: beside.filter((name) => name !== field.name),
          type: 'Float',
          ...(field.note === '' ? {} : { note: field.note }),
          ...(suffix === undefined || field.isList ? {} : { exact: exactly(field, suffix) }),
        });
      }
    }
    return found;
  },
};

interface Field {
  name: string;
  type: string;
  isList: boolean;
  /** It begins as a part of one: a rate, whatever it is called. */
  isShare: boolean;
  /** Of the name. */
  span: { start: number; end: number };
  typeSpan: { start: number; end: number };
  /** Where the type with its `?` ends, and the attribute of the database that it has, if any. */
  typeEnd: number;
  native?: { start: number; end: number };
  note: string;
}

/** Models with their fields. A brace that is missing ends a model at the next one. */
function modelsOf(text: string): { name: string; fields: Field[] }[] {
  const models: { name: string; fields: Field[] }[] = [];
  let model: { name: string; fields: Field[] } | undefined;
  let above = '';
  let at = 0;
  for (const line of text.split('\n')) {
    // A field may be called `type`: without its brace, a head starts its line.
    const head = /^(?:\s*(?=\w+\s+\w+\s*\{))?(model|type|view|enum|datasource|generator)\s+(\w+)\s*(?:\{|$)/.exec(line.trimEnd());
    if (head) {
      model = head[1] === 'model' || head[1] === 'type' || head[1] === 'view' ? { name: head[2]!, fields: [] } : undefined;
      if (model) models.push(model);
    } else if (/^\s*\}/.test(line)) model = undefined;
    else if (model) {
      const field = fieldOf(line, at, above);
      if (field) model.fields.push(field);
    }
    above = /^\s*\/\/\/?(.*)$/.exec(line)?.[1] ?? '';
    at += line.length + 1;
  }
  return models;
}

function fieldOf(line: string, at: number, above: string): Field | undefined {
  const match = /^(\s*)(\w+)(\s+)(\w+)(\[\])?(\?)?(?=\s|$|@|\/)/.exec(line);
  if (!match) return undefined;
  const [whole, indent, name, gap, type, list] = match as unknown as [string, string, string, string, string, string | undefined];
  const comment = line.indexOf('//');
  const native = /@db\.\w+(?:\([^)]*\))?/.exec(comment === -1 ? line : line.slice(0, comment));
  const mapped = /@map\(\s*(?:name:\s*)?"([^"]+)"/.exec(line)?.[1] ?? '';
  const nameStart = at + indent.length;
  const typeStart = nameStart + name.length + gap.length;
  return {
    name,
    type,
    isList: list !== undefined,
    isShare: /@default\(\s*0?\.\d*[1-9]/.test(line),
    span: { start: nameStart, end: nameStart + name.length },
    typeSpan: { start: typeStart, end: typeStart + type.length },
    typeEnd: at + whole.length,
    ...(native ? { native: { start: at + native.index, end: at + native.index + native[0].length } } : {}),
    note: [above, comment === -1 ? '' : line.slice(comment + 2), mapped].join(' ').trim(),
  };
}

function exactly(field: Field, suffix: string): FloatColumn['exact'] {
  const type = { ...field.typeSpan, newText: 'Decimal' };
  if (field.native) return [type, { ...field.native, newText: suffix.trim() }];
  return suffix === '' ? [type] : [type, { start: field.typeEnd, end: field.typeEnd, newText: suffix }];
}

function providerOf(text: string): string | undefined {
  return /datasource\s+\w+\s*\{[^}]*?\bprovider\s*=\s*"(\w+)"/.exec(text)?.[1];
}

/** The data source of a schema in several files stands in one of them. */
function providerBeside(file: string, around: Surroundings): string | undefined {
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  for (const other of around.files) {
    if (other === file || !other.endsWith('.prisma')) continue;
    const home = other.slice(0, other.lastIndexOf('/') + 1);
    if (!folder.startsWith(home) && !home.startsWith(folder)) continue;
    const provider = providerOf(around.text(other) ?? '');
    if (provider !== undefined) return provider;
  }
  return undefined;
}
