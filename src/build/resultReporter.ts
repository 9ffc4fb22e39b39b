import Mocha from 'mocha';
import { recordResults } from './results';

const { Dot, Spec } = Mocha.reporters;

/**
 * Mocha's dots (or, with `PRODUCTION_GAP_REPORTER=spec`, its list) that also leave their counts in the file
 * `PRODUCTION_GAP_RESULTS` names.
 */
export default class ResultReporter extends (process.env.PRODUCTION_GAP_REPORTER === 'spec' ? Spec : Dot) {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const file = process.env.PRODUCTION_GAP_RESULTS;
    if (file) recordResults(runner, file);
  }
}
