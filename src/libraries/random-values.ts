import { defineLibrary } from '../model/library';

/** Where values come from that anybody can tell who has seen others, or knows when they were made. */
export default defineLibrary({
  id: 'random-values',
  title: 'Random values',
  packages: [],
  globals: { Math: 'global#Math', Date: 'global#Date', performance: 'global#performance' },
  guessable: {
    // The state of the generator of V8 follows from a few values: https://v8.dev/blog/math-random
    'global#Math.random': 'random',
    'lodash#random': 'random',
    'lodash/random#': 'random',
    'global#Date.now': 'time',
    'global#performance.now': 'time',
    'global#Date().getTime': 'time',
    'global#Date().valueOf': 'time',
  },
});
