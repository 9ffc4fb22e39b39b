import { Body, Controller, Post } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
class CreateOrder { sku!: string }

@Controller('orders')
export class OrdersController {
  @Post()
  create(@Body() order: CreateOrder) { // ok: unvalidated-input
    return prisma.order.create({ data: { sku: order.sku } });
  }
}
