import { runGenerate } from './generation/run';
import { createFrom } from './scaffold/create';
import { Refused } from './scaffold/names';
import { script } from './script';

// `npm run new -- rule DIMENSION ID`: writes the files of a rule, check or library and brings the indexes up to date.
script(async (args) => {
  try {
    const created = createFrom(args, process.cwd());
    await runGenerate();
    console.log(
      `Created:\n${created.map((file) => `  ${file}`).join('\n')}\nThe tests fail until they are written; docs/contributing.md says what makes a good one.`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    console.error(error.message);
    return 2;
  }
});
