import { defineLibrary, type CallRole } from '../model/library';

const listener: CallRole = { unawaited: 'emitter', callbacks: [{ args: [1], params: ['socket.io#message'] }] };
const onServer: CallRole = { unawaited: 'emitter', callbacks: [{ args: [1], params: ['socket.io#socket'] }] };

/** Socket.IO 4: namespaces and sockets are emitters; a rejected listener is an unhandled rejection. */
export default defineLibrary({
  id: 'socketio',
  title: 'Socket.IO',
  packages: ['socket.io'],
  aliases: {
    'socket.io#Server()': 'socket.io#server',
    'socket.io#()': 'socket.io#server',
    'socket.io#server.of()': 'socket.io#server',
    'socket.io#server.sockets': 'socket.io#server',
    'socket.io#server.on()': 'socket.io#server',
  },
  types: {
    'socket.io#Server': 'socket.io#server',
    'socket.io#Namespace': 'socket.io#server',
    'socket.io#Socket': 'socket.io#socket',
  },
  calls: {
    'socket.io#server.on': onServer,
    'socket.io#server.use': { unawaited: 'callback', callbacks: [{ args: [0], params: ['socket.io#socket'] }] },
    'socket.io#socket.on': listener,
    'socket.io#socket.once': listener,
    'socket.io#socket.use': { unawaited: 'callback' },
  },
  reads: { 'socket.io#message': { input: 'message' } },
});
