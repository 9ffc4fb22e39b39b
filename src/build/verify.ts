import { script } from './script';
import { runSuites } from './suites';

script(() => runSuites([]));
