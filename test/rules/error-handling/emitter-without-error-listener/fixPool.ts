// packages: pg@8.13.0, ws@8.18.0, express@5.1.0
import { Pool } from 'pg';
import { WebSocketServer } from 'ws';

export const pool = new Pool({ max: 5 }); // expect: emitter-without-error-listener

const server = new WebSocketServer({ port: 3000 });
server.on('connection', (socket) => { // expect: emitter-without-error-listener
  // What they send comes back.
  socket.on('message', (data) => socket.send(String(data)));
});
