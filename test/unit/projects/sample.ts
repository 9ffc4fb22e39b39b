import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProjectResult, RouteRow } from '../../../src/engine/api';
import { openSession } from '../../../src/engine/session';
import { nodeWorkspace } from '../../../src/project/nodeWorkspace';

/** The sample application as it was generated, and the same one made ready for production. */
export type Sample = 'prototype' | 'hardened';

const folderOf = (sample: Sample): string => join('test/projects', sample);

/** Everything the engine says of a sample application. */
export async function analyse(sample: Sample): Promise<{ result: ProjectResult; routes: RouteRow[] }> {
  const session = openSession(nodeWorkspace(folderOf(sample)));
  try {
    const result = await session.scan();
    return { result, routes: session.routes() };
  } finally {
    session.dispose();
  }
}

/** 1-based line of a text that stands once in a file of a sample. */
export function lineOf(sample: Sample, file: string, snippet: string): number {
  const text = readFileSync(join(folderOf(sample), file), 'utf8');
  const at = text.indexOf(snippet);
  if (at < 0 || text.includes(snippet, at + 1)) throw new Error(`${file} must hold “${snippet}” exactly once`);
  return text.slice(0, at).split('\n').length;
}
