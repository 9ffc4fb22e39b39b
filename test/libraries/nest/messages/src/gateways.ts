import { UseGuards } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { ConnectedSocket, MessageBody, OnGatewayConnection, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { PrismaClient } from '@prisma/client';
import type { Socket } from 'socket.io';
import { SocketGuard } from './auth';

const prisma = new PrismaClient();

@WebSocketGateway({ namespace: 'open' })
export class OpenGateway {
  @SubscribeMessage('post')
  post(@MessageBody() body: { text: string }) {
    return prisma.message.create({ data: body });
  }
}

@UseGuards(SocketGuard)
@WebSocketGateway()
export class GuardedGateway {
  @SubscribeMessage('remove')
  remove(@MessageBody('id') id: string, @ConnectedSocket() client: Socket) {
    client.emit('removed', id);
    return prisma.message.delete({ where: { id } });
  }
}

@WebSocketGateway()
export class ConnectionGateway implements OnGatewayConnection {
  constructor(private jwt: JwtService) {}

  async handleConnection(client: Socket) {
    try {
      client.data.user = await this.jwt.verifyAsync(client.handshake.auth.token);
    } catch {
      client.disconnect(true);
    }
  }

  @SubscribeMessage('rename')
  rename(@MessageBody() body: { id: string; name: string }) {
    return prisma.message.update({ where: { id: body.id }, data: { name: body.name } });
  }
}
