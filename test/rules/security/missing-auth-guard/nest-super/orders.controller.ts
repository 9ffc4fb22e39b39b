import { Controller, Delete, Param, UseGuards } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';
import { EitherGuard, EmptyGuard, JwtAuthGuard, LooseGuard } from './guards';
import { StaffGuard } from './staffGuard';

const prisma = new PrismaClient();

@Controller('orders')
export class OrdersController {
  @Delete('a/:id')
  @UseGuards(JwtAuthGuard)
  async one(@Param('id') id: string) { // ok: missing-auth-guard
    return prisma.order.delete({ where: { id } });
  }

  @Delete('b/:id')
  @UseGuards(StaffGuard)
  async two(@Param('id') id: string) { // ok: missing-auth-guard
    return prisma.order.delete({ where: { id } });
  }

  @Delete('c/:id')
  @UseGuards(EitherGuard)
  async three(@Param('id') id: string) { // ok: missing-auth-guard, presence-only-token-check
    return prisma.order.delete({ where: { id } });
  }

  @Delete('d/:id')
  @UseGuards(EmptyGuard)
  async four(@Param('id') id: string) { // expect: inconsistent-auth-posture
    return prisma.order.delete({ where: { id } });
  }

  @Delete('e/:id')
  @UseGuards(LooseGuard)
  async five(@Param('id') id: string) { // ok: missing-auth-guard
    return prisma.order.delete({ where: { id } });
  }
}
