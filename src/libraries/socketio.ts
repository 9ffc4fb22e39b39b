import { defineLibrary, type CallRole } from '../model/library';

// What the server itself tells of a connection; clients may not send these.
const own = ['connect', 'connect_error', 'connection', 'disconnect', 'disconnecting', 'error', 'newListener', 'removeListener'];
// Types of a project's own that extend the library's: `AppSocket`. Other sockets have other names.
const types = /^\w+(?<!Web|TLS|Tls|Net|Udp|Raw|Client)Socket$|^\w+(?<!Http|Https|Net|WebSocket)Server$/;
const listener: CallRole = {
  unawaited: 'emitter',
  callbacks: [{ args: [1], params: ['socket.io#message'] }],
  connections: { messages: { except: own } },
};
// Run with 4.8: it hears each packet before the listeners, those that were added before it included.
const packets: CallRole = {
  unawaited: 'callback',
  callbacks: [{ args: [0], params: ['socket.io#packet', 'socket.io#next'] }],
  connections: { admits: 0 },
};
const onServer: CallRole = {
  unawaited: 'emitter',
  callbacks: [{ args: [1], params: ['socket.io#socket'] }],
  connections: { events: ['connection', 'connect'] },
};
const middleware: CallRole = {
  unawaited: 'callback',
  callbacks: [{ args: [0], params: ['socket.io#socket', 'socket.io#next'] }],
  connections: { admits: 0 },
};
// Run with 4.8: without `cors` no header is sent, with it and no origin it is `*`.
const cors = { within: 'cors', optional: true, standard: 'all', lists: true } as const;
// https://socket.io/docs/v4/server-options/#allowrequest: the second parameter is told of a failure, and whether to accept.
const server = (options: number): CallRole => ({
  connections: { admits: 'option:allowRequest' },
  callbacks: [0, 1].map((arg) => ({ args: [arg], params: ['express#req', 'socket.io#admit'], property: 'allowRequest' })),
  cors: { ...cors, options },
});
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
    ...Object.fromEntries(['on', 'once', 'onAny', 'use'].map((name) => [`socket.io#socket.${name}()`, 'socket.io#socket'])),
  },
  types: {
    'socket.io#Server': 'socket.io#server',
    'socket.io#Namespace': 'socket.io#namespace',
    'socket.io#Socket': 'socket.io#socket',
  },
  handlerShapes: [
    { params: ['socket'], paths: ['socket.io#socket'], types },
    { params: ['io', 'socket'], paths: ['socket.io#server', 'socket.io#socket'], types },
  ],
  calls: {
    'socket.io#Server': server(1),
    'socket.io#': server(1),
    'socket.io#server.of': { connections: { namespace: true } },
    'socket.io#server.on': onServer,
    // A server that others made: `const { io } = require('./app')`, `app.get('io')`.
    '?.io.on': onServer,
    'socket.io#server.use': middleware,
    'socket.io#namespace.on': onServer,
    'socket.io#namespace.use': middleware,
    'socket.io#socket.on': listener,
    'socket.io#socket.once': listener,
    'socket.io#socket.onAny': { unawaited: 'emitter', connections: { anyMessage: true } },
    'socket.io#socket.use': packets,
    'socket.io#socket.disconnect': closes,
    'socket.io#admit': { refuses: { unless: 1 } },
  },
  reads: {
    'socket.io#message': { input: 'message' },
    'socket.io#socket.handshake.auth': { credential: true },
    'socket.io#socket.handshake.auth.*': { credential: true },
    'socket.io#socket.handshake.headers.*': { credential: true },
    'socket.io#socket.handshake.query.*': { credential: true },
    // What middleware or an earlier message has found out is kept under names of the project's own.
    ...Object.fromEntries(
      ['user', 'userId', 'userID', 'uid', 'account', 'accountId', 'authenticated', 'isAuthenticated']
        .flatMap((name) => [`socket.io#socket.data.${name}`, `socket.io#socket.${name}`])
        .map((path) => [path, { identity: true }]),
    ),
  },
});
