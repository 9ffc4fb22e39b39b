// file: src/main.ts
// packages: @nestjs/core@11.0.0, @nestjs/common@11.0.0
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';

async function bootstrap() {
  const app = await NestFactory.create(AppModule, { cors: { origin: true, credentials: true } }); // expect: permissive-cors
  app.enableCors({ origin: true, credentials: true }); // expect: permissive-cors
  app.enableCors({ origin: process.env.ORIGINS?.split(','), credentials: true }); // ok: permissive-cors
  app.enableCors(); // ok: permissive-cors
  await app.listen(3000);
}
void bootstrap();
