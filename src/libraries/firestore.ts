import { defineLibrary, type CallRole } from '../model/library';

const write: CallRole = { data: { operation: 'write', target: 'chain' }, record: 0 };
const batched: CallRole = { ...write, record: 1 };
const client: CallRole = { data: { operation: 'write', target: 'chain', delegated: true }, record: 1 };

/** Cloud Firestore: with the Admin SDK in a server, and as a user whom its rules apply to. */
export default defineLibrary({
  id: 'firestore',
  title: 'Cloud Firestore',
  packages: ['firebase-admin', '@google-cloud/firestore', 'firebase'],
  aliases: {
    'firebase-admin#firestore()': 'firestore#db',
    'firebase-admin#initializeApp().firestore()': 'firestore#db',
    'firebase-admin#app().firestore()': 'firestore#db',
    'firebase-admin/firestore#getFirestore()': 'firestore#db',
    '@google-cloud/firestore#Firestore()': 'firestore#db',
    'firestore#db.collection()': 'firestore#query',
    'firestore#db.collectionGroup()': 'firestore#query',
    'firestore#db.doc()': 'firestore#document',
    'firestore#query.doc()': 'firestore#document',
    'firestore#document.get()': 'firestore#found',
    'firestore#found.ref': 'firestore#document',
    'firestore#document.collection()': 'firestore#query',
    'firestore#query.where()': 'firestore#query',
    'firestore#query.orderBy()': 'firestore#query',
    'firestore#query.limit()': 'firestore#limited',
    'firestore#query.startAfter()': 'firestore#query',
    'firestore#limited.*()': 'firestore#limited',
    'firestore#limited.get()': 'firestore#snapshot',
    'firestore#db.batch()': 'firestore#batch',
  },
  types: {
    'firebase-admin/firestore#Firestore': 'firestore#db',
    'firebase-admin#firestore.Firestore': 'firestore#db',
    '@google-cloud/firestore#Firestore': 'firestore#db',
  },
  calls: {
    'firestore#query.get': { data: { operation: 'read', many: true, target: 'chain' } },
    'firestore#limited.get': { data: { operation: 'read', target: 'chain' } },
    'firestore#document.get': { data: { operation: 'read', target: 'chain' } },
    'firestore#query.add': write,
    'firestore#document.set': write,
    'firestore#document.create': write,
    'firestore#document.update': write,
    'firestore#document.delete': write,
    'firestore#batch.commit': write,
    'firestore#db.runTransaction': { transaction: true, callbacks: [{ args: [0], params: ['firestore#batch'] }] },
    'firestore#batch.set': batched,
    'firestore#batch.update': batched,
    'firestore#batch.delete': write,
    ...Object.fromEntries(['addDoc', 'setDoc', 'updateDoc', 'deleteDoc'].map((name) => [`firebase/firestore#${name}`, client])),
  },
});
