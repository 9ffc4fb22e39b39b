// packages: @nestjs/common@11.0.0, @nestjs/core@11.0.0, @nestjs/throttler@6.3.0, @prisma/client@6.1.0
import { Controller, Get, Injectable, Module, Post } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ThrottlerGuard } from '@nestjs/throttler';
import { PrismaClient } from '@prisma/client';
import { AuthGuard } from './auth.guard';
import { Public } from './public.decorator';

@Injectable()
export class PrismaService extends PrismaClient {}

@Controller('cats')
export class CatsController {
  constructor(private prisma: PrismaService) {}

  @Get()
  list() {
    return this.prisma.cat.findMany();
  }

  @Public()
  @Get('featured')
  featured() {
    return this.prisma.cat.findMany({ take: 3 });
  }
}

@Public()
@Controller('landing')
export class LandingController {
  constructor(private prisma: PrismaService) {}

  @Post()
  visit() {
    return this.prisma.visit.create({ data: {} });
  }
}

@Module({
  controllers: [CatsController, LandingController],
  providers: [
    { provide: APP_GUARD, useClass: AuthGuard },
    { provide: APP_GUARD, useClass: ThrottlerGuard },
  ],
})
export class AppModule {}
