import { Module } from '@nestjs/common';
import { ConfigModule } from '@nestjs/config';
import { validate } from './validate';

export const keys = [process.env.DATABASE_URL!, process.env.STRIPE_KEY!, process.env.JWT_SECRET!];

@Module({ imports: [ConfigModule.forRoot({ validate })] })
export class AppModule {}
