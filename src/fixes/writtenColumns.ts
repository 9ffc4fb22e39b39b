import { ts } from 'ts-morph';
import { whole } from '../syntax/nodes';
import type { Draft } from './edits';
import { modelColumns } from './prismaModel';
import type { SchemaField } from './schemas';

/** What the table says of a value that is written to one of its columns as it is. */
export interface WrittenColumn {
  field: SchemaField;
  /** A new row cannot do without it. */
  needed: boolean;
}

/** The column that a value is written to: `create({ data: { title } })` of a Prisma model. Undefined where it goes elsewhere. */
export function writtenColumn(draft: Draft, node: ts.Expression): WrittenColumn | undefined {
  const value = whole(node);
  const property = value.parent;
  const isValue = ts.isShorthandPropertyAssignment(property) || (ts.isPropertyAssignment(property) && property.initializer === value);
  if (!isValue || !ts.isIdentifier(property.name)) return undefined;
  const data = property.parent.parent;
  if (!ts.isPropertyAssignment(data) || !/^(data|create|update)$/.test(draft.textOf(data.name))) return undefined;
  const call = data.parent.parent;
  const match = ts.isCallExpression(call) ? /\.(\w+)\.(create|update|upsert)$/.exec(draft.textOf(call.expression)) : null;
  const name = property.name.text;
  const column = match && modelColumns(draft.source, match[1]!)?.find((candidate) => candidate.name === name);
  if (!column) return undefined;
  const { hasDefault, isManaged, ...field } = column;
  return { field, needed: draft.textOf(data.name) !== 'update' && match[2] !== 'update' && !field.optional && !hasDefault && !isManaged };
}
