// packages: @nestjs/common@11.0.0, @nestjs/core@11.0.0, @prisma/client@6.0.0
import { NestFactory } from '@nestjs/core';
import { OrdersController } from './orders';
import { withDefaults } from './defaults';

async function bootstrap() {
  const app = await NestFactory.create(OrdersController);
  withDefaults(app);
  await app.listen(3000);
}
void bootstrap();
