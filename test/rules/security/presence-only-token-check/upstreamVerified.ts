// file: src/app.module.ts
// packages: @nestjs/common@10.4.0, @nestjs/core@10.4.0, @nestjs/jwt@10.0.0, @prisma/client@6.1.0
import { CanActivate, Controller, Delete, ExecutionContext, Injectable, Module, Param, UnauthorizedException } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtService } from '@nestjs/jwt';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

@Injectable()
export class VerifyingGuard implements CanActivate {
  constructor(private readonly jwt: JwtService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest();
    if (!request.headers.authorization) throw new UnauthorizedException(); // ok: presence-only-token-check
    request.user = await this.jwt.verifyAsync(request.headers.authorization.slice(7));
    return true;
  }
}

@Controller('orders')
export class OrdersController {
  @Delete(':id')
  remove(@Param('id') id: string) {
    return prisma.order.delete({ where: { id } }); // ok: presence-only-token-check
  }
}

@Module({ controllers: [OrdersController], providers: [{ provide: APP_GUARD, useClass: VerifyingGuard }] })
export class AppModule {}
