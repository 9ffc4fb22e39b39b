import { folderOf, nameOf } from './paths';

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
 * Files of a project that a compiler made of others which are there, too: `routes.js` beside `routes.ts`, and folders like `lib` with the same tree of
 * names as `src` beside them. They are committed, and say nothing that their sources do not say.
 */
export function compiledCopies(files: readonly string[]): ReadonlySet<string> {
  const scripts = files.filter((file) => script.test(file));
  if (scripts.length === 0) return new Set();
  const written = new Set(files.filter((file) => typed.test(file) && !/\.d\.[cm]?ts$/.test(file)).map(stem));
  const copies = new Set(scripts.filter((file) => written.has(stem(file)) && !isSetting(file)));
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
  return copies;
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
