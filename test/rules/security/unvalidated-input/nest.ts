// packages: @nestjs/common@11.0.0, @prisma/client@6.0.0
import { Body, Controller, Post, UsePipes, ValidationPipe } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
class CreateOrder { sku!: string }

@Controller('orders')
export class OrdersController {
  @Post()
  create(@Body() order: CreateOrder) { // expect: unvalidated-input
    return prisma.order.create({ data: { sku: order.sku } });
  }
  @Post('checked')
  @UsePipes(new ValidationPipe({ whitelist: true }))
  checked(@Body() order: CreateOrder) { // ok: unvalidated-input
    return prisma.order.create({ data: { sku: order.sku } });
  }
}
