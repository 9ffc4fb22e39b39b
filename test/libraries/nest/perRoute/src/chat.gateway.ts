import { UseGuards } from '@nestjs/common';
import { SubscribeMessage, WebSocketGateway, MessageBody } from '@nestjs/websockets';
import { EventPattern, MessagePattern } from '@nestjs/microservices';
import { Controller } from '@nestjs/common';
import { TokenGuard } from './auth/token.guard';
import { PrismaService } from './prisma.service';

@WebSocketGateway()
export class ChatGateway {
  constructor(private prisma: PrismaService) {}

  @SubscribeMessage('message')
  onMessage(@MessageBody() text: string) {
    return this.prisma.message.create({ data: { text } });
  }

  @UseGuards(TokenGuard)
  @SubscribeMessage('delete')
  onDelete(@MessageBody() id: string) {
    return this.prisma.message.delete({ where: { id } });
  }
}

@Controller()
export class Consumers {
  constructor(private prisma: PrismaService) {}

  @MessagePattern({ cmd: 'sum' })
  sum() {
    return this.prisma.total.findMany();
  }

  @EventPattern('order.created')
  created() {
    return this.prisma.total.create({ data: {} });
  }
}
