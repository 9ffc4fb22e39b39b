// packages: @nestjs/common@12.0.0, @nestjs/core@12.0.0, @prisma/client@6.1.0
import { Body, Controller, Delete, Get, Injectable, type MiddlewareConsumer, Module, type NestMiddleware, Post, RequestMethod, Version } from '@nestjs/common';
import { APP_GUARD, NestFactory, Reflector } from '@nestjs/core';
import { PrismaClient } from '@prisma/client';
import type { NextFunction, Request, Response } from 'express';
import jwt from 'jsonwebtoken';
import { paths } from './paths';
import { ReadOnlyGuard } from './readOnly.guard';

const prisma = new PrismaClient();

@Injectable()
export class TokenMiddleware implements NestMiddleware {
  use(req: Request, res: Response, next: NextFunction) {
    try {
      jwt.verify(req.headers.authorization!, process.env.JWT_SECRET!);
    } catch {
      return res.status(401).end();
    }
    next();
  }
}

@Controller(paths.birds)
export class BirdsController {
  @Get()
  list() {
    return prisma.bird.findMany();
  }

  @Get('open')
  open() {
    return prisma.bird.findMany({ take: 3 });
  }

  @Version('2')
  @Post()
  add(@Body() body: unknown) {
    return prisma.bird.create({ data: body as never });
  }
}

@Controller('nests')
export class NestsController {
  @Delete(':id')
  remove() {
    return prisma.nest.deleteMany();
  }
}

@Controller('health')
export class HealthController {
  @Get()
  check() {
    return 'up';
  }
}

@Module({
  controllers: [BirdsController, NestsController, HealthController],
  providers: [{ provide: APP_GUARD, useFactory: (reflector: Reflector) => new ReadOnlyGuard(reflector), inject: [Reflector] }],
})
export class AppModule {
  configure(consumer: MiddlewareConsumer) {
    consumer
      .apply(TokenMiddleware)
      .exclude({ path: 'birds/open', method: RequestMethod.GET })
      .forRoutes(BirdsController);
  }
}

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  app.setGlobalPrefix('api', { exclude: ['health'] });
  app.enableVersioning({ defaultVersion: '1' });
  await app.listen(3000);
}
bootstrap();
