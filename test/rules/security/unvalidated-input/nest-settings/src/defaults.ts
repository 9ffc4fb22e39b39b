import { ValidationPipe, type INestApplication } from '@nestjs/common';

export function withDefaults(app: INestApplication) {
  app.useGlobalPipes(new ValidationPipe({ transform: true }));
}
