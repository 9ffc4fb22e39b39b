import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';

async function bootstrap() {
  const app = await NestFactory.create(AppModule, { cors: { origin: process.env.ALLOWED_ORIGINS?.split(',') ?? [], credentials: true } });
  app.enableCors({ origin: process.env.ALLOWED_ORIGINS?.split(',') ?? [], credentials: true });
  app.enableCors({ origin: process.env.ORIGINS?.split(','), credentials: true });
  app.enableCors();
  await app.listen(3000);
}
void bootstrap();
