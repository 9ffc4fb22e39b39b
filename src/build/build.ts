import { build } from './bundles';
import { script } from './script';

script(async () => {
  // vsce calls this script through `vscode:prepublish`, also when the packaging script has just built everything.
  if (!process.env.PRODUCTION_GAP_BUILT) await build('dist');
  return 0;
});
