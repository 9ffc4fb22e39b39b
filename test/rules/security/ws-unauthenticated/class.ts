// file: src/socketServer.ts
// packages: ws@8.23.0, jsonwebtoken@9.0.2, @prisma/client@6.1.0
import { PrismaClient } from '@prisma/client';
import type { IncomingMessage } from 'node:http';
import jwt from 'jsonwebtoken';
import { WebSocket, WebSocketServer } from 'ws';

const prisma = new PrismaClient();

export class OpenServer {
  private wss: WebSocketServer;

  constructor(port: number) {
    this.wss = new WebSocketServer({ port });
    this.wss.on('connection', this.accept.bind(this)); // expect: ws-unauthenticated
  }

  private accept(socket: WebSocket): void {
    socket.on('message', async (data) => {
      await prisma.message.create({ data: JSON.parse(String(data)) });
    });
  }
}

export class ClosedServer {
  private wss: WebSocketServer;

  constructor(port: number) {
    this.wss = new WebSocketServer({ port, verifyClient: this.verifyClient.bind(this) });
    this.wss.on('connection', this.accept.bind(this)); // ok: ws-unauthenticated
  }

  private verifyClient(info: { req: IncomingMessage }): boolean {
    try {
      const url = new URL(info.req.url ?? '', `http://${info.req.headers.host}`);
      const token = url.searchParams.get('token');
      if (!token) return false;
      jwt.verify(token, process.env.JWT_SECRET!);
      return true;
    } catch {
      return false;
    }
  }

  private accept(socket: WebSocket): void {
    socket.on('message', async (data) => {
      await prisma.message.create({ data: JSON.parse(String(data)) });
    });
  }
}
