// file: src/app.module.ts
// packages: @nestjs/common@10.4.0, @nestjs/core@10.4.0, @prisma/client@6.1.0
import { CanActivate, Controller, Delete, ExecutionContext, Get, Injectable, Module, Param, UnauthorizedException } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

// It stands in front of everything and believes whatever it is told.
@Injectable()
export class TokenGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest();
    if (!request.headers.authorization) throw new UnauthorizedException(); // expect: presence-only-token-check
    return true;
  }
}

@Controller('orders')
export class OrdersController {
  @Delete(':id')
  remove(@Param('id') id: string) {
    return prisma.order.delete({ where: { id } });
  }

  @Get('health')
  health() {
    return { ok: true };
  }
}

@Module({ controllers: [OrdersController], providers: [{ provide: APP_GUARD, useClass: TokenGuard }] })
export class AppModule {}
