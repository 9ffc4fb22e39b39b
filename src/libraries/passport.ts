import { defineLibrary } from '../model/library';

/** Passport 0.7: `authenticate` answers 401 by itself unless it is given a callback. */
export default defineLibrary({
  id: 'passport',
  title: 'Passport',
  packages: ['passport'],
  calls: {
    'passport#authenticate': {
      verify: { level: 'AUTHENTICATED', fails: 'replies' },
      guard: { kind: 'authentication', level: 'AUTHENTICATED' },
      // With nothing behind it, it answers itself: it sends strangers to where they sign in, and those who come back on.
      entrance: true,
    },
    'passport#initialize': { harmless: true },
    'passport#session': { harmless: true },
    // Since 0.6 they save the session first. https://github.com/jaredhanson/passport/blob/master/CHANGELOG.md
    'express#req.login': { callsBack: true },
    'express#req.logIn': { callsBack: true },
    'express#req.logout': { callsBack: true },
    'express#req.logOut': { callsBack: true },
  },
});
