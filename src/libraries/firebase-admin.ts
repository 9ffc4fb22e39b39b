import { defineLibrary, type CallRole } from '../model/library';

const verifies: CallRole = { verify: { level: 'AUTHENTICATED', fails: 'throws' } };
const checks: CallRole = { verify: { level: 'SECRET', fails: 'throws' } };

// https://firebase.google.com/docs/auth/admin/manage-users: nothing of the caller limits whose account it is.
const managed = ['createUser', 'updateUser', 'deleteUser', 'deleteUsers', 'importUsers', 'setCustomUserClaims'];

/** Firebase Admin: ID tokens, session cookies and App Check are verified by calls that throw. */
export default defineLibrary({
  id: 'firebase-admin',
  title: 'Firebase Admin',
  packages: ['firebase-admin'],
  aliases: {
    'firebase-admin#auth()': 'firebaseAdmin#auth',
    'firebase-admin#initializeApp().auth()': 'firebaseAdmin#auth',
    'firebase-admin#app().auth()': 'firebaseAdmin#auth',
    'firebase-admin/auth#getAuth()': 'firebaseAdmin#auth',
    'firebase-admin#appCheck()': 'firebaseAdmin#appCheck',
    'firebase-admin/app-check#getAppCheck()': 'firebaseAdmin#appCheck',
  },
  types: {
    'firebase-admin/auth#Auth': 'firebaseAdmin#auth',
    'firebase-admin#auth.Auth': 'firebaseAdmin#auth',
  },
  names: { adminAuth: 'firebaseAdmin#auth' },
  calls: {
    'firebaseAdmin#auth.verifyIdToken': verifies,
    'firebaseAdmin#auth.verifySessionCookie': verifies,
    'firebaseAdmin#appCheck.verifyToken': checks,
    ...Object.fromEntries(
      managed.map((method) => [
        `firebaseAdmin#auth.${method}`,
        { data: { operation: 'write', privileged: true, accounts: true } } satisfies CallRole,
      ]),
    ),
  },
});
