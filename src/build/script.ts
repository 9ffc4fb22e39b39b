import { CommandFailed } from './progress';
import { MissingTool } from './editor/system';

/**
 * Runs a developer script to its end and sets the exit code: what it resolves to, 1 when a command failed, 2 when
 * something is missing. Expected failures are told in one message, others with their stack.
 */
export function script(main: (args: string[]) => Promise<number>): void {
  main(process.argv.slice(2)).then(
    (code) => process.exit(code),
    (error: unknown) => {
      const expected = error instanceof CommandFailed || error instanceof MissingTool;
      console.error(expected ? error.message : error);
      process.exit(error instanceof MissingTool ? 2 : 1);
    },
  );
}
