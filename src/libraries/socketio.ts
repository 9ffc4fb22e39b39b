import { defineLibrary, type CallRole } from '../model/library';

const listener: CallRole = { unawaited: 'emitter', callbacks: [{ args: [1], params: ['socket.io#message'] }] };
const onServer: CallRole = { unawaited: 'emitter', callbacks: [{ args: [1], params: ['socket.io#socket'] }], connections: { events: ['connection', 'connect'] } };
const middleware: CallRole = { unawaited: 'callback', callbacks: [{ args: [0], params: ['socket.io#socket', 'socket.io#next'] }], connections: { admits: 0 } };
// Run with 4.8: without `cors` no header is sent, with it and no origin it is `*`.
const cors = { within: 'cors', optional: true, standard: 'all', lists: true } as const;
const server = (options: number): CallRole => ({ connections: { admits: 'option:allowRequest' }, cors: { ...cors, options } });
const closes: CallRole = { refuses: true };

/**
 * Socket.IO 4: namespaces and sockets are emitters; a rejected listener is an unhandled rejection. Middleware of a namespace
 * runs for its own connections only, those of the main namespace included, wherever it was registered.
 */
export default defineLibrary({
  id: 'socketio',
  title: 'Socket.IO',
  packages: ['socket.io'],
  roots: ['socket.io#server', 'socket.io#namespace'],
  aliases: {
    'socket.io#Server()': 'socket.io#server',
    'socket.io#()': 'socket.io#server',
    'socket.io#server.of()': 'socket.io#namespace',
    'socket.io#server.sockets': 'socket.io#server',
    'socket.io#server.on()': 'socket.io#server',
    'socket.io#server.use()': 'socket.io#server',
    'socket.io#namespace.on()': 'socket.io#namespace',
    'socket.io#namespace.use()': 'socket.io#namespace',
    'socket.io#socket.request': 'express#req',
  },
  types: {
    'socket.io#Server': 'socket.io#server',
    'socket.io#Namespace': 'socket.io#namespace',
    'socket.io#Socket': 'socket.io#socket',
  },
  calls: {
    'socket.io#Server': server(1),
    'socket.io#': server(1),
    'socket.io#server.of': { connections: { namespace: true } },
    'socket.io#server.on': onServer,
    'socket.io#server.use': middleware,
    'socket.io#namespace.on': onServer,
    'socket.io#namespace.use': middleware,
    'socket.io#socket.on': listener,
    'socket.io#socket.once': listener,
    'socket.io#socket.use': { unawaited: 'callback' },
    'socket.io#socket.disconnect': closes,
  },
  reads: {
    'socket.io#message': { input: 'message' },
    'socket.io#socket.handshake.auth': { credential: true },
    'socket.io#socket.handshake.auth.*': { credential: true },
    'socket.io#socket.handshake.headers.*': { credential: true },
    'socket.io#socket.handshake.query.*': { credential: true },
    'socket.io#socket.data.user': { identity: true },
    'socket.io#socket.data.userId': { identity: true },
    'socket.io#socket.user': { identity: true },
    'socket.io#socket.userId': { identity: true },
  },
});
