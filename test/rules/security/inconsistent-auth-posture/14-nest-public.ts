// packages: @nestjs/common@11.0.0, @nestjs/core@11.0.0, @nestjs/jwt@11.0.0, @prisma/client@6.0.0
import { CanActivate, Controller, Delete, ExecutionContext, Get, Injectable, Module, Param, Patch, Post, SetMetadata, UnauthorizedException } from '@nestjs/common';
import { APP_GUARD, Reflector } from '@nestjs/core';
import { JwtService } from '@nestjs/jwt';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
export const Public = () => SetMetadata('isPublic', true);

@Injectable()
export class JwtGuard implements CanActivate {
  constructor(private readonly jwt: JwtService, private readonly reflector: Reflector) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>('isPublic', [context.getHandler(), context.getClass()])) return true;
    const request = context.switchToHttp().getRequest();
    const token = request.headers.authorization?.slice(7);
    if (!token) throw new UnauthorizedException();
    request.user = await this.jwt.verifyAsync(token);
    return true;
  }
}

@Controller('orders')
export class OrdersController {
  @Get()
  all() { // ok: inconsistent-auth-posture
    return prisma.order.findMany();
  }

  @Patch(':id')
  change(@Param('id') id: string) { // ok: inconsistent-auth-posture
    return prisma.order.update({ where: { id }, data: {} });
  }

  @Delete(':id')
  remove(@Param('id') id: string) { // ok: inconsistent-auth-posture
    return prisma.order.delete({ where: { id } });
  }

  @Public()
  @Post('quotes')
  quote() { // ok: inconsistent-auth-posture
    return prisma.quote.create({ data: {} });
  }
}

@Module({ controllers: [OrdersController], providers: [{ provide: APP_GUARD, useClass: JwtGuard }] })
export class AppModule {}
