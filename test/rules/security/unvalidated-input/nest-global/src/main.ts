// packages: @nestjs/common@11.0.0, @nestjs/core@11.0.0, @prisma/client@6.0.0
import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { OrdersController } from './orders';

async function bootstrap() {
  const app = await NestFactory.create(OrdersController);
  app.useGlobalPipes(new ValidationPipe({ whitelist: true }));
  await app.listen(3000);
}
void bootstrap();
