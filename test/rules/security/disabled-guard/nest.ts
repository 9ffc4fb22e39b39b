// packages: @nestjs/common@11.0.0, @prisma/client@6.0.0
import { Body, CanActivate, Controller, Delete, ExecutionContext, Injectable, Param, Post, UseGuards } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

@Injectable()
export class JwtAuthGuard implements CanActivate {
  canActivate(context: ExecutionContext) {
    return Boolean(context.switchToHttp().getRequest().user);
  }
}

@Controller('orders')
export class OrdersController {
  // @UseGuards(JwtAuthGuard)
  @Post()
  create(@Body() body: { text: string }) { // expect: disabled-guard
    return prisma.order.create({ data: body });
  }

  @UseGuards(JwtAuthGuard)
  @Delete(':id')
  remove(@Param('id') id: string) { // ok: disabled-guard
    return prisma.order.delete({ where: { id } });
  }

  // @Delete('links/:id')
  // @UseGuards(JwtAuthGuard)
  // async unlink(
  //   @Param('id') id: string,
  // ) {
  //   return prisma.link.delete({ where: { id } });
  // }

  @Post('links')
  link(@Body() body: { text: string }) { // ok: disabled-guard
    return prisma.link.create({ data: body });
  }
}
