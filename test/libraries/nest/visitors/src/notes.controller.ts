// packages: @nestjs/common@11.0.0, @nestjs/core@11.0.0, @nestjs/passport@11.0.0, @prisma/client@6.1.0
import { Controller, Delete, Get, Injectable, Param, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const either = ['jwt', 'anonymous'];

@Injectable()
export class VisitorGuard extends AuthGuard(either) {}

@Injectable()
export class TwoWaysGuard extends AuthGuard(['jwt', 'basic']) {}

@Controller('notes')
export class NotesController {
  @UseGuards(AuthGuard(['jwt', 'anonymous']))
  @Get()
  list() {
    return prisma.note.findMany();
  }

  @UseGuards(VisitorGuard)
  @Get('mine')
  mine() {
    return prisma.note.findMany();
  }

  @UseGuards(TwoWaysGuard)
  @Delete(':id')
  remove(@Param('id') id: string) {
    return prisma.note.delete({ where: { id } });
  }
}

NestFactory.create(NotesController as never);
