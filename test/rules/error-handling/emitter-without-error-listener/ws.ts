// packages: ws@8.18.0
import { createServer } from 'node:http';
import WebSocket, { WebSocketServer } from 'ws';

const server = createServer();
const clients = new Set<WebSocket>();
const open = new WebSocketServer({ server, path: '/open' });

open.on('connection', (socket) => { // expect: emitter-without-error-listener(error medium)
  //                   ^^^^^^ a client sends what is no message, as anybody can
  clients.add(socket);
  socket.on('message', (data) => socket.send(String(data)));
  socket.on('close', () => clients.delete(socket));
});

const quiet = new WebSocketServer({ server, path: '/quiet' });
quiet.on('connection', (peer) => { // ok: emitter-without-error-listener
  peer.on('message', (data) => peer.send(String(data)));
  peer.on('error', (error) => console.error('socket', error));
});

const assigned = new WebSocketServer({ server, path: '/assigned' });
assigned.on('connection', (peer) => { // ok: emitter-without-error-listener
  peer.onerror = (event) => console.error('socket', event.message);
});

const elsewhere = new WebSocketServer({ server, path: '/elsewhere' });
elsewhere.on('connection', (peer) => { // ok: emitter-without-error-listener
  accept(peer);
});

function accept(peer: WebSocket) {
  peer.on('message', (data) => peer.send(String(data)));
}

export function follow(url: string) {
  const feed = new WebSocket(url); // expect: emitter-without-error-listener(warning medium)
  feed.on('message', (data) => console.log(String(data)));
}

server.listen(3000);
