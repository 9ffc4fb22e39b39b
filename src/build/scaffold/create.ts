import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { definitionFiles, families } from '../generation/indexes';
import { sourceTree } from '../generation/tree';
import { parseRequest, Refused, type Request } from './names';
import { checkFiles, libraryFiles, ruleFiles } from './templates';

/**
 * Writes the files of a new rule, check or library and returns their paths, relative to the root. Throws {@link Refused}
 * when the arguments are wrong or anything of that name exists; nothing is written then.
 */
export function createFrom(args: readonly string[], root: string): string[] {
  const request = parseRequest(args);
  refuseTaken(request, root);
  const files = filesOf(request, root);
  const present = Object.keys(files).find((file) => existsSync(path.join(root, file)));
  if (present !== undefined) throw new Refused(`${present} exists already.`);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return Object.keys(files);
}

/** Ids of rules and checks are one name space, whatever their dimension: comments and configuration name them alone. */
function refuseTaken(request: Request, root: string): void {
  const tree = sourceTree(root);
  const names = request.kind === 'library' ? ['libraries'] : ['rules', 'checks'];
  const taken = families
    .filter(({ name }) => names.includes(name))
    .flatMap((family) => definitionFiles(tree, family))
    .find(({ id }) => id === request.id);
  if (taken) throw new Refused(`${request.id} exists already: ${taken.file}.`);
}

function filesOf(request: Request, root: string): Record<string, string> {
  if (request.kind === 'library') return libraryFiles(request.id);
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  return (request.kind === 'rule' ? ruleFiles : checkFiles)(request.dimension, request.id, version);
}
