import { defineLibrary, type CallRole } from '../model/library';

const listener: CallRole = { unawaited: 'emitter', callbacks: [{ args: [1], params: ['ws#message'] }] };
const onServer: CallRole = { unawaited: 'emitter', callbacks: [{ args: [1], params: ['ws#socket'] }] };

/** ws 8: servers and sockets are emitters; a rejected listener is an unhandled rejection. */
export default defineLibrary({
  id: 'ws',
  title: 'ws',
  packages: ['ws'],
  aliases: {
    'ws#WebSocketServer()': 'ws#server',
    'ws#Server()': 'ws#server',
    'ws#WebSocket.Server()': 'ws#server',
    'ws#()': 'ws#socket',
    'ws#WebSocket()': 'ws#socket',
  },
  types: {
    'ws#WebSocketServer': 'ws#server',
    'ws#Server': 'ws#server',
    'ws#WebSocket': 'ws#socket',
    'ws#': 'ws#socket',
  },
  calls: {
    'ws#server.on': onServer,
    'ws#server.once': onServer,
    'ws#socket.on': listener,
    'ws#socket.once': listener,
    'ws#socket.addEventListener': { unawaited: 'emitter', callbacks: [{ args: [1], params: ['ws#event'] }] },
  },
  reads: { 'ws#message': { input: 'message' }, 'ws#event.data': { input: 'message' } },
});
