// packages: socket.io@4.8.0, express@5.1.0
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const server = createServer();
export const io = new Server(server, { cors: { origin: true, credentials: true } }); // expect: permissive-cors
export const other = new Server(server, { cors: { origin: process.env.CLIENT_URL || '*' } }); // expect: permissive-cors(warning medium)
export const listed = new Server(server, { cors: { origin: 'https://example.com', credentials: true } }); // ok: permissive-cors
export const closed = new Server(server, { path: '/ws' }); // ok: permissive-cors
