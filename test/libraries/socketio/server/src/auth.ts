import jwt from 'jsonwebtoken';
import type { Socket } from 'socket.io';

export function requireToken(socket: Socket, next: (error?: Error) => void) {
  jwt.verify(socket.handshake.auth.token, process.env.JWT_SECRET!, (error: unknown, user: unknown) => {
    if (error) return next(new Error('Unauthorized'));
    socket.data.user = user;
    next();
  });
}
