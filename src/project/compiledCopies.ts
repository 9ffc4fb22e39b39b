import { folderOf, join, nameOf, within } from './paths';

/** Folders that compilers put their output into, beside the folder of the sources. */
const outputs = /^(?:lib|dist|build|out|output|compiled|cjs|esm|es|js|target)$/;
const sources = ['src', 'source', 'ts'];
const script = /\.[cm]?jsx?$/;
const typed = /\.(?:[cm]?ts|tsx)$/;
/** Fewer files of one name in two folders say nothing, unless one is TypeScript and the other JavaScript. */
const fewest = 3;
/** Part of the scripts in a folder that must have a source for the folder to be an output. */
const mostly = 0.8;

/**
 * What compilers write into their output: the mark of a module, the place of the map, helpers for what the target does not have.
 * https://www.typescriptlang.org/tsconfig/#importHelpers
 */
const compiled =
  /Object\.defineProperty\((?:exports|module\.exports),\s*['"]__esModule['"]|\bexports\.__esModule\s*=|^\/\/# sourceMappingURL=|\bvar __\w+ = \(this && this\.__\w+\)|\brequire\(['"]tslib['"]\)|\b_interopRequire(?:Default|Wildcard)\(|\b_export(?:Star)?\(exports,/m;
/** Part of the words of an output that may be missing from its source: compilers add a few names of their own. */
const added = 0.05;

/**
 * Files of a project that a compiler made of others which are there, too: `routes.js` beside `routes.ts`, and folders like `lib` with the same tree of
 * names as `src` beside them. They are committed, and say nothing that their sources do not say. A script beside a source of the same name may also be
 * written by hand, before or instead of it: it is an output only when it looks like one.
 */
export function compiledCopies(files: readonly string[], textOf: (file: string) => string | undefined): ReadonlySet<string> {
  const scripts = files.filter((file) => script.test(file));
  if (scripts.length === 0) return new Set();
  const written = new Map(files.filter((file) => typed.test(file) && !/\.d\.[cm]?ts$/.test(file)).map((file) => [stem(file), file]));
  const present = new Set(files);
  const copies = new Set(
    scripts.filter((file) => {
      const source = written.get(stem(file));
      return source !== undefined && !isSetting(file) && (present.has(`${file}.map`) || isOutputOf(textOf(file), textOf(source)));
    }),
  );
  const plain = new Set(scripts.map(stem));
  for (const [folder, inside] of outputFolders(scripts)) {
    const parent = folderOf(folder);
    const start = parent === '' ? '' : `${parent}/`;
    for (const name of sources) {
      const behind = inside.map((file) => `${start}${name}/${stem(file.slice(folder.length + 1))}`);
      const ofTyped = behind.filter((path) => written.has(path)).length;
      const ofPlain = behind.filter((path) => plain.has(path)).length;
      const isOutput = ofTyped >= inside.length * mostly || (ofTyped + ofPlain >= fewest && ofTyped + ofPlain >= inside.length * mostly);
      if (ofTyped + ofPlain > 0 && isOutput) for (const file of inside) copies.add(file);
    }
  }
  for (const copy of configuredCopies(files, scripts, written, textOf)) copies.add(copy);
  return copies;
}

const configuration = /^tsconfig(?:\.[\w-]+)?\.json$/;

/** Scripts in the folder that the settings of the compiler name for its output, where most of them have a source in the same place below the settings. */
function configuredCopies(
  files: readonly string[],
  scripts: readonly string[],
  written: ReadonlyMap<string, string>,
  textOf: (file: string) => string | undefined,
): string[] {
  return files.flatMap((file) => {
    if (!configuration.test(nameOf(file))) return [];
    const named = /"outDir"\s*:\s*"([^"]+)"/.exec(textOf(file) ?? '')?.[1];
    const root = folderOf(file);
    const output = named === undefined ? undefined : join(root, named);
    if (output === undefined || output === root) return [];
    const inside = scripts.filter((path) => path.startsWith(`${output}/`));
    if (inside.length < fewest) return [];
    return ['', ...sources].some((name) => {
      const found = inside.filter((each) =>
        written.has(within(name === '' ? root : within(root, name), stem(each.slice(output.length + 1)))),
      );
      return found.length >= inside.length * mostly;
    })
      ? inside
      : [];
  });
}

/** Does a text bear the marks of a compiler, or say nothing that its source does not say? */
function isOutputOf(text: string | undefined, source: string | undefined): boolean {
  if (text === undefined || source === undefined) return false;
  if (compiled.test(text)) return true;
  const known = new Set(wordsOf(source));
  const words = new Set(wordsOf(text));
  let news = 0;
  for (const word of words) if (!known.has(word)) news++;
  return news <= words.size * added;
}

/** Names and pieces of texts; comments count as what stands in them. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\d_$]{3,}/gu) ?? [];
}

/** Configuration is often there in two languages, and tools choose. */
function isSetting(file: string): boolean {
  return /\.config\.[cm]?jsx?$/.test(file);
}

function stem(file: string): string {
  return file.replace(/\.[^./]+$/, '');
}

/** Scripts below folders that may be outputs, by the outermost such folder. */
function outputFolders(scripts: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of scripts) {
    const parts = folderOf(file).split('/');
    const at = parts.findIndex((part) => outputs.test(part));
    if (at === -1 || /\.config\./.test(nameOf(file))) continue;
    const folder = parts.slice(0, at + 1).join('/');
    const list = found.get(folder);
    if (list) list.push(file);
    else found.set(folder, [file]);
  }
  return found;
}
