import { script } from './script';
import { runSuites } from './suites';

// `npm test`, or `npm test -- unit editor` for some of the suites.
script((args) => runSuites(args));
