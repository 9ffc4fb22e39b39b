import { ts } from 'ts-morph';
import type { Step } from '../../syntax/declarations';
import { bare } from '../../syntax/nodes';
import type { FileAnalysis } from '../analysis';
import { elementsGiven, isTold, memberGiven, placeOfGiven, toldOf, type Given } from './given';

/** How a table is gone through: by its elements, or by what an object holds, by name. */
export type TableView = 'elements' | 'entries' | 'values' | 'keys';

/** What a row holds under a path of members and places; undefined when it has nothing there. */
export interface Row {
  at: ts.Expression;
  /** Where it stands in another file. */
  place?: { file: string; key: string };
  value(steps: readonly Step[]): Given | undefined;
}

/** The table behind what a loop goes through: `Object.entries(table)`. */
export function viewOf(analysis: FileAnalysis, list: ts.Expression): { table: ts.Expression; view: TableView } {
  const value = analysis.resolver.deref(list);
  const callee = ts.isCallExpression(value) ? bare(value.expression) : undefined;
  const [table] = callee && ts.isCallExpression(value) ? value.arguments : [];
  if (
    !table ||
    !callee ||
    !ts.isPropertyAccessExpression(callee) ||
    !ts.isIdentifier(callee.expression) ||
    callee.expression.text !== 'Object'
  )
    return { table: list, view: 'elements' };
  const name = callee.name.text;
  return name === 'entries' || name === 'values' || name === 'keys' ? { table, view: name } : { table: list, view: 'elements' };
}

/** The rows of a table; undefined where some can't be read. */
export function rowsIn(analysis: FileAnalysis, table: Given, view: TableView): Row[] | undefined {
  if (view === 'elements')
    return elementsGiven(analysis, table)?.map((element) => ({
      at: placeOfGiven(element),
      ...placeIn(element),
      value: (steps) => followed(analysis, element, steps),
    }));
  return propertiesGiven(analysis, table)?.map(({ name, value }) => ({
    at: placeOfGiven(value),
    ...placeIn(value),
    value: ([first, ...steps]) => {
      if (view === 'values') return followed(analysis, value, first ? [first, ...steps] : []);
      // A name alone is that of a row; in `table[name]` the row stands behind it.
      if (view === 'keys' && first === undefined) return name;
      if (first === undefined || !('index' in first) || first.index > 1) return undefined;
      return first.index === 0 ? name : followed(analysis, value, steps);
    },
  }));
}

function placeIn(given: Given): Pick<Row, 'place'> {
  const row = isTold(given) ? given.told.row : undefined;
  return row && isTold(given) ? { place: { file: row.file ?? given.file, key: row.key } } : {};
}

interface NamedValue {
  name: Given;
  value: Given;
}

/** What an object holds, with the objects that are spread into it; undefined where some can't be read. */
function propertiesGiven(analysis: FileAnalysis, given: Given): NamedValue[] | undefined {
  const object = isTold(given) ? given : analysis.resolver.deref(given);
  const told = isTold(object) ? object : ts.isObjectLiteralExpression(object) ? undefined : toldOf(analysis, object);
  const module = told ? undefined : moduleBehind(analysis, object);
  if (module !== undefined)
    return analysis.project.exportNames(module).flatMap((text) => {
      if (text.includes('.')) return [];
      const fact = analysis.project.exportOf(module, text);
      const at = placeOfGiven(object);
      return fact ? [{ name: { told: { text }, file: module, at }, value: { told: fact, file: fact.file, at } }] : [];
    });
  if (told)
    return (
      told.told.members &&
      Object.entries(told.told.members).map(([text, member]) => ({
        name: { told: { text }, file: told.file, at: told.at },
        value: { told: member, file: told.file, at: told.at },
      }))
    );
  if (isTold(object) || !ts.isObjectLiteralExpression(object)) return undefined;
  const found: NamedValue[] = [];
  for (const property of object.properties) {
    if (ts.isSpreadAssignment(property)) {
      const inner = propertiesGiven(analysis, property.expression);
      if (!inner) return undefined;
      found.push(...inner);
      continue;
    }
    if (!ts.isIdentifier(property.name) && !ts.isStringLiteralLike(property.name)) return undefined;
    const value = memberGiven(analysis, object, property.name.text);
    if (!value) return undefined;
    const place = placeOfGiven(value);
    found.push({ name: { told: { text: property.name.text }, file: analysis.file, at: place }, value });
  }
  return found;
}

/** The file whose exports a name stands for: `import * as routes from './routes'`. */
function moduleBehind(analysis: FileAnalysis, object: Given): string | undefined {
  const path = isTold(object) || ts.isObjectLiteralExpression(object) ? undefined : analysis.resolver.pathOf(object);
  return path?.startsWith('module:') ? path.slice('module:'.length, -1) : undefined;
}

/** What stands in a row under a path. */
function followed(analysis: FileAnalysis, start: Given, steps: readonly Step[]): Given | undefined {
  let value: Given | undefined = start;
  for (const step of steps)
    value =
      'member' in step
        ? memberGiven(analysis, value, step.member)
        : 'index' in step
          ? memberGiven(analysis, value, String(step.index))
          : undefined;
  return value;
}
