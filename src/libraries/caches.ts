import { defineLibrary } from '../model/library';

// Functions that remember what a function gave: their result is called in its place.
export default defineLibrary({
  id: 'caches',
  title: 'Memoisation',
  // React and lodash are about other things: a project that has them need not have any of these.
  packages: ['lodash.memoize', 'memoize', 'p-memoize', 'memoizee'],
  memoises: {
    'react#cache': 0,
    'next/cache#unstable_cache': 0,
    'lodash#memoize': 0,
    'lodash/memoize#': 0,
    'lodash.memoize#': 0,
    'memoize#': 0,
    'p-memoize#': 0,
    'memoizee#': 0,
  },
  // https://github.com/epicweb-dev/remember: keeps what was made while a server is developed.
  makes: { '@epic-web/remember#remember': 1 },
});
