import { Pool } from 'pg';
import { WebSocketServer } from 'ws';

export const pool = new Pool({ max: 5 });
pool.on('error', (err) => {
  console.error('pool failed', err);
});

const server = new WebSocketServer({ port: 3000 });
server.on('connection', (socket) => {
  socket.on('error', (err) => {
    console.error('socket failed', err);
  });
  // What they send comes back.
  socket.on('message', (data) => socket.send(String(data)));
});
