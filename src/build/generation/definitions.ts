import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as esbuild from 'esbuild';
import type { ZodType } from 'zod';
import type { Library } from '../../model/library';
import type { Check, Meta, Rule } from '../../model/meta';
import { definitionFiles, families } from './indexes';
import type { SourceTree } from './tree';

/** Everything that generated files are made from. */
export interface Definitions {
  rules: Rule[];
  checks: Check[];
  /** What the engine reports about its own comments and files. */
  ownRules: Meta[];
  libraries: Library[];
  /** Schemas to publish, by file name without `.schema.json`. */
  schemas: Record<string, ZodType>;
}

const ownRulesModule = 'src/engine/ownRules.ts';

/** Modules with schemas: what each exported name is published as; `*` publishes a record of schemas under its keys. */
const schemaModules: { file: string; exports: Record<string, string> }[] = [
  { file: 'src/model/config.ts', exports: { configSchema: 'config' } },
  { file: 'src/model/readiness.ts', exports: { readinessFileSchema: 'readiness' } },
  { file: 'src/engine/baseline.ts', exports: { baselineSchema: 'baseline' } },
  { file: 'src/report/schema.ts', exports: { outputSchemas: '*' } },
];

/**
 * Loads the definitions as they are on disk now, whatever the indexes say. Throws when one of them doesn't compile or
 * throws while it is loaded.
 */
export async function loadDefinitions(tree: SourceTree): Promise<Definitions> {
  const lines: string[] = [];
  for (const family of families) {
    const files = definitionFiles(tree, family);
    lines.push(...files.map(({ file }, index) => `import ${family.name}${index} from './${file}';`));
    lines.push(`export const ${family.name} = [${files.map((_, index) => `${family.name}${index}`).join(', ')}];`);
  }
  lines.push(tree.read(ownRulesModule) === undefined ? 'export const ownRules = [];' : `export { ownRules } from './${ownRulesModule}';`);
  const modules = schemaModules.filter(({ file }) => tree.read(file) !== undefined);
  lines.push(...modules.map(({ file }, index) => `import * as module${index} from './${file}';`));
  lines.push(`export const modules = [${modules.map((_, index) => `module${index}`).join(', ')}];`);
  const loaded = (await evaluate(tree.root, lines.join('\n'))) as Omit<Definitions, 'schemas'> & { modules: Record<string, unknown>[] };

  const schemas: Record<string, ZodType> = {};
  for (const [index, module] of loaded.modules.entries()) {
    for (const [name, publishedAs] of Object.entries(modules[index]!.exports)) {
      const value = module[name];
      if (value === undefined) throw new Error(`${modules[index]!.file} exports no ${name}.`);
      if (publishedAs === '*') Object.assign(schemas, value);
      else schemas[publishedAs] = value as ZodType;
    }
  }
  return { rules: loaded.rules, checks: loaded.checks, ownRules: loaded.ownRules, libraries: loaded.libraries, schemas };
}

/** Bundles and loads a module that imports by paths relative to the root. Packages are loaded from `node_modules`. */
async function evaluate(root: string, contents: string): Promise<unknown> {
  mkdirSync(path.join(root, 'out'), { recursive: true });
  const folder = mkdtempSync(path.join(root, 'out', 'definitions-'));
  try {
    const { outputFiles } = await esbuild.build({
      stdin: { contents, resolveDir: root, loader: 'ts', sourcefile: 'definitions.ts' },
      bundle: true,
      write: false,
      packages: 'external',
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      logLevel: 'silent',
      sourcemap: 'inline',
    });
    const file = path.join(folder, 'definitions.cjs');
    writeFileSync(file, outputFiles[0]!.text);
    return createRequire(file)(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
