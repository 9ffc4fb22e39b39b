// packages: @nestjs/common@11.0.0, @nestjs/core@11.0.0, @nestjs/typeorm@11.0.0, typeorm@0.3.20, class-validator@0.14.1
import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { UsersController } from './users.controller';

async function bootstrap() {
  const app = await NestFactory.create(UsersController);
  app.useGlobalPipes(new ValidationPipe({ transform: true, whitelist: true }));
  await app.listen(3000);
}
void bootstrap();
