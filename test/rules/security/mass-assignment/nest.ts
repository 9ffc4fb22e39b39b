// packages: @nestjs/common@11.0.0, @prisma/client@6.0.0
import { Body, Controller, Post, UsePipes, ValidationPipe } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
class CreateOrder { sku!: string }
const options = { whitelist: true };

@Controller('orders')
export class OrdersController {
  @Post()
  create(@Body() order: CreateOrder) { // expect: mass-assignment(error high)
    return prisma.order.create({ data: order });
  }
  @Post('checked')
  @UsePipes(new ValidationPipe({ whitelist: true }))
  checked(@Body() order: CreateOrder) { // ok: mass-assignment
    return prisma.order.create({ data: order });
  }
}

@Controller('returns')
export class ReturnsController {
  @Post('kept')
  @UsePipes(new ValidationPipe())
  kept(@Body() order: CreateOrder) { // expect: mass-assignment(error medium)
    return prisma.order.create({ data: order });
  }
  @Post('configured')
  @UsePipes(new ValidationPipe({ ...options }))
  configured(@Body() order: CreateOrder) { // ok: mass-assignment
    return prisma.order.create({ data: order });
  }
  @Post('parameter')
  parameter(@Body(new ValidationPipe({ whitelist: true })) order: CreateOrder) { // ok: mass-assignment
    return prisma.order.create({ data: order });
  }
}
