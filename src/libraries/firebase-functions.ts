import { defineLibrary, type CallRole } from '../model/library';

const params = ['express#req', 'express#res'];
const onRequest: CallRole = {
  route: { methods: ['ALL'], path: 'export', handlers: 0, params, platform: { option: 'invoker', open: 'public' } },
};
const policy = { arg: 0, options: ['authPolicy'] };
const first = ['firebaseFunctions#data', 'firebaseFunctions#context'];
const second = ['firebaseFunctions#call', 'firebaseFunctions#response'];

function onCall(values: string[], paramsByCount?: Record<number, string[]>): CallRole {
  return {
    route: {
      methods: ['CALL'],
      path: 'export',
      handlers: 0,
      entry: 'rpc',
      params: values,
      answers: true,
      hooks: policy,
      platform: { option: 'invoker', open: 'public' },
      ...(paramsByCount ? { paramsByCount } : {}),
    },
  };
}

const job: CallRole = { route: { methods: ['EVENT'], path: 'export', handlers: 0, entry: 'job' } };
const seconds = ['firebase-functions/https', 'firebase-functions/v2/https'];
const events: Record<string, string[]> = {
  firestore: ['onDocumentCreated', 'onDocumentUpdated', 'onDocumentWritten', 'onDocumentDeleted'],
  scheduler: ['onSchedule'],
  pubsub: ['onMessagePublished'],
  storage: ['onObjectFinalized'],
  database: ['onValueCreated', 'onValueUpdated', 'onValueWritten'],
  tasks: ['onTaskDispatched'],
};

/**
 * Cloud Functions for Firebase, both generations. Run with 7.4.0: a callable runs without a token (`auth` is undefined) and
 * answers 401 by itself only for a token that is not valid; a second-generation handler is given the request and a response
 * to stream to, one of the first generation the data and a context; `authPolicy: isSignedIn()` answers 403 before the
 * handler; messages of errors other than HttpsError become INTERNAL. The root module is of the first generation before
 * version 6 and of the second since: callables there are told apart by their number of parameters.
 */
export default defineLibrary({
  id: 'firebase-functions',
  title: 'Firebase functions',
  packages: ['firebase-functions'],
  runsIn: 'platform',
  aliases: {
    'firebase-functions#logger': 'firebaseFunctions#logger',
    'firebase-functions/v1#logger': 'firebaseFunctions#logger',
    'firebase-functions/v2#logger': 'firebaseFunctions#logger',
    'firebase-functions#https': 'firebaseFunctions#https',
    'firebase-functions#region()': 'firebaseFunctions#v1',
    'firebase-functions#runWith()': 'firebaseFunctions#v1',
    'firebase-functions/v1#region()': 'firebaseFunctions#v1',
    'firebase-functions/v1#runWith()': 'firebaseFunctions#v1',
    'firebase-functions/v1#https': 'firebaseFunctions#https1',
    'firebaseFunctions#v1.region()': 'firebaseFunctions#v1',
    'firebaseFunctions#v1.runWith()': 'firebaseFunctions#v1',
    'firebaseFunctions#v1.https': 'firebaseFunctions#https1',
    'firebase-functions/v2#https.onRequest': 'firebase-functions/https#onRequest',
    'firebase-functions/v2#https.onCall': 'firebase-functions/https#onCall',
    'firebase-functions/v2#https.HttpsError': 'firebase-functions/https#HttpsError',
  },
  types: {
    'firebase-functions/v2/https#CallableRequest': 'firebaseFunctions#call',
    'firebase-functions/https#CallableRequest': 'firebaseFunctions#call',
    'firebase-functions/v2/https#Request': 'express#req',
    'firebase-functions/https#Request': 'express#req',
    'firebase-functions#https.CallableContext': 'firebaseFunctions#context',
    'firebase-functions/v1#https.CallableContext': 'firebaseFunctions#context',
  },
  calls: {
    // Writes records with a severity; an object as the last argument becomes their fields.
    ...Object.fromEntries(
      ['debug', 'log', 'info', 'warn', 'error', 'write'].flatMap((method) =>
        ['firebaseFunctions#logger.', 'firebase-functions/logger#'].map((logger): [string, CallRole] => [
          `${logger}${method}`,
          { log: { level: method === 'log' || method === 'write' ? 'info' : method, style: 'message-first' } },
        ]),
      ),
    ),
    ...Object.fromEntries(
      seconds.flatMap((from): [string, CallRole][] => [
        [`${from}#onRequest`, onRequest],
        [`${from}#onCall`, onCall(second)],
        [`${from}#isSignedIn`, { guard: { kind: 'authentication', level: 'AUTHENTICATED' } }],
        [`${from}#hasClaim`, { guard: { kind: 'authentication', level: 'ROLE' } }],
        [`${from}#HttpsError`, { reply: { body: 1, throws: true, format: 'json' } }],
      ]),
    ),
    'firebaseFunctions#https.onRequest': onRequest,
    'firebaseFunctions#https.onCall': onCall(second, { 2: first }),
    'firebaseFunctions#https.HttpsError': { reply: { body: 1, throws: true, format: 'json' } },
    'firebaseFunctions#https1.onRequest': onRequest,
    'firebaseFunctions#https1.onCall': onCall(first),
    'firebaseFunctions#https1.HttpsError': { reply: { body: 1, throws: true, format: 'json' } },
    ...Object.fromEntries(
      Object.entries(events).flatMap(([group, names]) =>
        names.flatMap((name): [string, CallRole][] => [
          [`firebase-functions/v2/${group}#${name}`, job],
          [`firebase-functions/${group}#${name}`, job],
        ]),
      ),
    ),
  },
  reads: {
    'firebaseFunctions#data': { input: 'arguments' },
    'firebaseFunctions#call.data': { input: 'arguments' },
    'firebaseFunctions#call.auth': { identity: true },
    'firebaseFunctions#call.auth.*': { identity: true, throwsIfMissing: true },
    'firebaseFunctions#call.auth.token.*': { identity: true },
    'firebaseFunctions#context.auth': { identity: true },
    'firebaseFunctions#context.auth.*': { identity: true, throwsIfMissing: true },
    'firebaseFunctions#context.auth.token.*': { identity: true },
  },
  rejection: () => 'handled-by-framework',
});
