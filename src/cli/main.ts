import nodeModule from 'node:module';
import { optimiseLate } from './oneRun';

// From Node 22 on, the next run finds the compiled code of what is loaded from here on in the system's temporary folder.
// That is why this file does nothing else, and why the rest is required instead of imported.
(nodeModule as { enableCompileCache?: () => unknown }).enableCompileCache?.();

// What loads the compiler takes half a second: whoever asks the same twice should not wait for that.
void (require('./repeat') as typeof import('./repeat')).repeat(process.argv.slice(2)).then((isDone) => {
  if (isDone) return;
  optimiseLate();
  require('./commandLine');
});
