import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, MessagePattern, Payload } from '@nestjs/microservices';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

@Controller()
export class Consumers {
  @MessagePattern({ cmd: 'sum' })
  sum(@Payload() numbers: number[]) {
    return prisma.total.findMany({ where: { id: { in: numbers } } });
  }

  @EventPattern('order.created')
  async created(@Payload() order: { id: string }, @Ctx() context: unknown) {
    await prisma.total.create({ data: { id: order.id, context } });
  }
}
