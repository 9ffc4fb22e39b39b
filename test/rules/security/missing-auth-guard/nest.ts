// packages: @nestjs/common@11.0.0, @nestjs/jwt@11.0.0, @prisma/client@6.0.0
import { CanActivate, Controller, Delete, ExecutionContext, Get, Injectable, Param, UnauthorizedException, UseGuards } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

@Injectable()
export class JwtGuard implements CanActivate {
  constructor(private readonly jwt: JwtService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest();
    const token = request.headers.authorization?.slice(7);
    if (!token) throw new UnauthorizedException();
    request.user = await this.jwt.verifyAsync(token);
    return true;
  }
}

@Controller('orders')
export class OrdersController {
  @Delete(':id')
  async remove(@Param('id') id: string) { // expect: missing-auth-guard
    return prisma.order.delete({ where: { id } });
  }

  @UseGuards(JwtGuard)
  @Delete('all')
  async removeAll() { // ok: missing-auth-guard
    return prisma.order.deleteMany({});
  }

  @Get('health')
  health() { // ok: missing-auth-guard
    return { ok: true };
  }
}
