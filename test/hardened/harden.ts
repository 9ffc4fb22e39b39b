import assert from 'node:assert/strict';
import type { Fix } from '../../src/model/fix';
import { applyFix } from '../harness/fixing';
import { analyse, type Files } from '../harness/project';
import type { HandlerCase } from './cases';

/** A handler after "Harden this handler", and the edit that did it. */
export interface Hardened {
  files: Files;
  fix: Fix;
}

/** Carries out "Harden this handler" on one handler, as the editor does; undefined when it is offered nothing to change. */
export async function hardenHandler(files: Files, { file, at }: HandlerCase): Promise<Hardened | undefined> {
  const { session } = await analyse(files);
  try {
    const text = files[file]!;
    const offset = text.indexOf(at);
    assert.ok(offset >= 0, `${file} has no "${at}"`);
    const action = session.actions(file, { start: offset, end: offset }).find(({ kind }) => kind === 'harden');
    assert.ok(action, `nothing to harden is offered at "${at}" in ${file}`);
    const fix = session.resolve(file, action.id);
    return fix && { files: applyFix(files, fix), fix };
  } finally {
    session.dispose();
  }
}
