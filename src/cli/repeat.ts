import path from 'node:path';
import { readArguments } from './arguments';
import { answerStore, engineOf, recallAnswer } from './keptAnswers';
import { ignoreClosedPipes, surroundings } from './surroundings';

/**
 * Prints what was kept of an earlier run, if it would be said again, without loading what analyses code. Gives false where there is nothing
 * to repeat; a command line that is wrong is for whoever runs commands.
 */
export async function repeat(args: readonly string[]): Promise<boolean> {
  try {
    const store = answerStore(readArguments(args), surroundings());
    const engine = store && engineOf(path.join(__dirname, 'commandLine.js'));
    const answer = engine === undefined ? undefined : await recallAnswer(store!, engine);
    if (!answer) return false;
    ignoreClosedPipes();
    process.stdout.write(answer.out);
    process.exitCode = answer.code;
    return true;
  } catch {
    return false;
  }
}
