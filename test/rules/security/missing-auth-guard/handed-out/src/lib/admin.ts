import { getApps, initializeApp } from 'firebase-admin/app';
import { getAuth } from 'firebase-admin/auth';
import { getFirestore } from 'firebase-admin/firestore';

/** All that an administrator's account may use. */
export function getAdmin() {
  if (process.env.NEXT_PHASE === 'phase-production-build')
    return { people: { listUsers: async () => ({ users: [] }) } as any, store: { collection: () => ({}) } as any };
  const app = getApps()[0] ?? initializeApp();
  const people = getAuth(app);
  return { people, store: getFirestore(app) };
}
