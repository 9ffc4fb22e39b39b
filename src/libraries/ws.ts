import { defineLibrary, type CallRole } from '../model/library';

const listener: CallRole = {
  unawaited: 'emitter',
  callbacks: [{ args: [1], params: ['ws#message'] }],
  connections: { messages: { only: ['message'] } },
};
const onServer: CallRole = {
  unawaited: 'emitter',
  callbacks: [{ args: [1], params: ['ws#socket', 'express#req'] }],
  connections: { events: ['connection'] },
  emits: { fails: 'a client sends what is no message, as anybody can', handed: 'connection', open: true },
};
const closes: CallRole = { refuses: true };
const server: CallRole = {
  callbacks: [{ args: [0], params: ['ws#info', 'ws#admit'], property: 'verifyClient' }],
  connections: { admits: 'option:verifyClient' },
};
const upgrades: CallRole = { callbacks: [{ args: [3], params: ['ws#socket', 'express#req'] }], connections: { upgrades: true } };
const constructors = ['ws#WebSocketServer', 'ws#Server', 'ws#WebSocket.Server'];
// What was found out when somebody connected, or by an earlier message, is kept on the socket.
const known = Object.fromEntries(
  ['user', 'userId', 'userID', 'uid', 'authenticated', 'isAuthenticated'].map((name) => [`ws#socket.${name}`, { identity: true }]),
);
const endpoint: CallRole = { route: { methods: ['CONNECT'], path: 0, handlers: 1, entry: 'socket', params: ['ws#socket', 'express#req'] } };

/** ws 8 and express-ws: servers and sockets are emitters; a rejected listener is an unhandled rejection. */
export default defineLibrary({
  id: 'ws',
  title: 'ws',
  packages: ['ws'],
  roots: ['ws#server'],
  variants: Object.fromEntries(constructors.map((name) => [name, [{ arg: 0, option: 'noServer', value: 'ws#detached' }]])),
  aliases: {
    ...Object.fromEntries(constructors.map((name) => [`${name}()`, 'ws#server'])),
    'ws#()': 'ws#socket',
    'ws#WebSocket()': 'ws#socket',
    'ws#info.req': 'express#req',
    ...Object.fromEntries(
      ['server', 'detached', 'socket'].flatMap((name) => ['on', 'once'].map((method) => [`ws#${name}.${method}()`, `ws#${name}`])),
    ),
  },
  types: {
    'ws#WebSocketServer': 'ws#server',
    'ws#Server': 'ws#server',
    'ws#WebSocket': 'ws#socket',
    'ws#': 'ws#socket',
  },
  handlerShapes: [{ params: ['req|request', 'socket', 'head'], paths: ['express#req', 'node:net#socket'] }],
  calls: {
    // The same class makes clients: of an address, and not of options.
    ...Object.fromEntries(
      ['ws#', 'ws#WebSocket', 'global#WebSocket'].map((name) => [name, { sinks: [{ category: 'url' as const, arg: 0 }] }]),
    ),
    // Run with 8.23: what cannot be reached ends the process, and so does a single frame that breaks the rules of the protocol.
    ...Object.fromEntries(
      ['ws#', 'ws#WebSocket'].map((name): [string, CallRole] => [
        name,
        { sinks: [{ category: 'url', arg: 0 }], emits: { fails: 'the other side cannot be reached' } },
      ]),
    ),
    ...Object.fromEntries(constructors.map((name) => [name, server])),
    ...Object.fromEntries(
      ['ws#server', 'ws#detached'].flatMap((name) => [
        [`${name}.on`, onServer],
        [`${name}.once`, onServer],
        [`${name}.handleUpgrade`, upgrades],
      ]),
    ),
    'express#app.ws': endpoint,
    'express#router.ws': endpoint,
    'ws#socket.on': listener,
    'ws#socket.once': listener,
    'ws#socket.addEventListener': {
      unawaited: 'emitter',
      callbacks: [{ args: [1], params: ['ws#event'] }],
      connections: { messages: { only: ['message'] } },
    },
    // https://github.com/websockets/ws/blob/master/doc/ws.md: the second parameter is told whether to accept.
    'ws#admit': { refuses: { unless: 0 } },
    'ws#socket.close': closes,
    'ws#socket.terminate': closes,
    'node:net#socket.destroy': closes,
    'node:net#socket.end': closes,
    'node:net#socket.write': closes,
  },
  reads: { 'ws#message': { input: 'message' }, 'ws#event.data': { input: 'message' }, 'ws#info.origin': {}, ...known },
});
