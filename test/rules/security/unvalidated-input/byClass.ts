// file: src/app.ts
// packages: @nestjs/common@10.4.0, @nestjs/core@10.4.0, @prisma/client@6.1.0, class-validator@0.14.0
import { Body, Controller, Module, Post, Put, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { PrismaClient } from '@prisma/client';
import { IsString } from 'class-validator';

const prisma = new PrismaClient();

export class NoteDto {
  @IsString() text!: string;
}

interface LooseNote {
  text: string;
}

@Controller('notes')
export class NoteController {
  @Post()
  create(@Body() note: NoteDto) { // ok: unvalidated-input
    return prisma.note.create({ data: { text: note.text } });
  }

  @Put()
  replace(@Body() note: LooseNote) { // expect: unvalidated-input
    return prisma.note.create({ data: { text: note.text } });
  }
}

@Module({ controllers: [NoteController] })
export class AppModule {}

async function start() {
  const app = await NestFactory.create(AppModule);
  app.useGlobalPipes(new ValidationPipe());
  await app.listen(3000);
}
void start();
