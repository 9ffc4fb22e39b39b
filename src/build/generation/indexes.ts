import { dimensionIds } from '../../model/dimension';
import type { SourceTree } from './tree';

/** First line of every generated source file. */
export const generatedLine = '// Generated file, do not edit: npm run generate';

/** A family of definitions that are found by walking a folder. */
export interface Family {
  /** Folder below `src/`, and name of the exported array. */
  name: 'rules' | 'checks' | 'libraries';
  /** Type of one definition and the module of `src/model/` that declares it. */
  type: string;
  module: string;
  /** Whether files stand in one folder per dimension. */
  byDimension: boolean;
  /** What the array holds, for its comment. */
  comment: string;
}

/** All families, in the order in which they are generated. */
export const families: readonly Family[] = [
  { name: 'rules', type: 'Rule', module: 'meta', byDimension: true, comment: 'Every rule, by dimension and id.' },
  { name: 'checks', type: 'Check', module: 'meta', byDimension: true, comment: 'Every check, by dimension and id.' },
  { name: 'libraries', type: 'Library', module: 'library', byDimension: false, comment: 'Every library, by id.' },
];

/** One definition file. */
export interface DefinitionFile {
  file: string;
  /** File name without its ending, which is the id. */
  id: string;
  /** Folder it stands in, for rules and checks. */
  dimension?: string;
}

/** Files of a family that export a definition, by dimension in display order and then by id. */
export function definitionFiles(tree: SourceTree, family: Family): DefinitionFile[] {
  const folder = `src/${family.name}/`;
  return tree
    .list(`src/${family.name}`)
    .filter((file) => file.endsWith('.ts') && file !== `${folder}index.ts` && /^export default /m.test(tree.read(file) ?? ''))
    .map((file) => {
      const parts = file.slice(folder.length, -'.ts'.length).split('/');
      const id = parts.pop()!;
      return family.byDimension ? { file, id, dimension: parts.join('/') } : { file, id };
    })
    .sort((a, b) => rank(a) - rank(b) || compare(a.id, b.id) || compare(a.file, b.file));
}

function rank({ dimension }: DefinitionFile): number {
  const index = dimensionIds.findIndex((id) => id === dimension);
  return index < 0 ? dimensionIds.length : index;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Name of a definition in generated code: `missing-auth-guard` is `missingAuthGuard`. */
export function localName(id: string): string {
  return id.replace(/[-.]+(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Text of `src/<family>/index.ts`. */
export function renderIndex(family: Family, files: readonly DefinitionFile[]): string {
  const imports = files.map(
    ({ file, id }) => `import ${localName(id)} from './${file.slice(`src/${family.name}/`.length, -'.ts'.length)}';`,
  );
  const entries = files.map(({ id }) => `  ${localName(id)},\n`);
  const array = entries.length === 0 ? '[]' : `[\n${entries.join('')}]`;
  return [
    generatedLine,
    `import type { ${family.type} } from '../model/${family.module}';`,
    ...imports,
    '',
    `/** ${family.comment} */`,
    `export const ${family.name}: readonly ${family.type}[] = ${array};`,
    '',
  ].join('\n');
}
