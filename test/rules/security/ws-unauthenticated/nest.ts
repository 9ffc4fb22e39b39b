// file: src/chat.gateway.ts
// packages: @nestjs/common@12.0.0, @nestjs/websockets@12.0.0, @nestjs/core@12.0.0, @nestjs/jwt@12.0.0, socket.io@4.8.4, @prisma/client@6.1.0
import { CanActivate, ExecutionContext, UseGuards } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { PrismaClient } from '@prisma/client';
import type { Socket } from 'socket.io';

const prisma = new PrismaClient();

class SocketGuard implements CanActivate {
  constructor(private jwt: JwtService) {}

  async canActivate(context: ExecutionContext) {
    await this.jwt.verifyAsync(context.switchToWs().getClient<Socket>().handshake.auth.token);
    return true;
  }
}

@WebSocketGateway()
export class ChatGateway {
  @SubscribeMessage('post')
  post(@MessageBody() text: string) { // expect: ws-unauthenticated
    return prisma.message.create({ data: { text } });
  }

  @SubscribeMessage('ping')
  ping() { // ok: ws-unauthenticated
    return 'pong';
  }

  @UseGuards(SocketGuard)
  @SubscribeMessage('remove')
  remove(@MessageBody() id: string) { // ok: ws-unauthenticated
    return prisma.message.delete({ where: { id } });
  }
}
