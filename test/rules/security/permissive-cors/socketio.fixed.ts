import { createServer } from 'node:http';
import { Server } from 'socket.io';

const server = createServer();
export const io = new Server(server, { cors: { origin: process.env.ALLOWED_ORIGINS?.split(',') ?? [], credentials: true } });
export const other = new Server(server, { cors: { origin: process.env.CLIENT_URL?.split(',') ?? [] } });
export const listed = new Server(server, { cors: { origin: 'https://example.com', credentials: true } });
export const closed = new Server(server, { path: '/ws' });
