import { Controller, Delete, Param, UseGuards } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';
import { EmptyGuard } from './guards';

const prisma = new PrismaClient();

@Controller('notes')
export class NotesController {
  @Delete(':id')
  @UseGuards(EmptyGuard)
  async remove(@Param('id') id: string) { // expect: missing-auth-guard
    return prisma.note.delete({ where: { id } });
  }
}
