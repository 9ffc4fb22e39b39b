// packages: @nestjs/common@10.4.0, @nestjs/core@10.4.0, @prisma/client@6.1.0
import { CanActivate, Controller, ExecutionContext, Get, Module, UnauthorizedException } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

class SessionGuard implements CanActivate {
  canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest();
    if (!request.isAuthenticated()) throw new UnauthorizedException();
    return true;
  }
}

@Controller('dogs')
class DogsController {
  @Get()
  list() {
    return prisma.dog.findMany();
  }
}

@Module({ controllers: [DogsController] })
class AppModule {}

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  app.useGlobalGuards(new SessionGuard());
  await app.listen(3000);
}
bootstrap();
