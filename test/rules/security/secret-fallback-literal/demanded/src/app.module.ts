// packages: @nestjs/common@11.0.0, @nestjs/config@4.0.0, joi@17.0.0
import { Module } from '@nestjs/common';
import { ConfigModule } from '@nestjs/config';
import { schema } from './schema';

@Module({ imports: [ConfigModule.forRoot({ isGlobal: true, validationSchema: schema })] })
export class AppModule {}
