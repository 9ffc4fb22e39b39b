// packages: @nestjs/common@11.0.0, @prisma/client@6.0.0
import { Body, Controller, Post } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

@Controller('papers')
export class PapersController {
  // Public endpoint for those who apply.
  @Post('apply')
  async apply(@Body() body: { text: string }) { // ok: missing-auth-guard
    return prisma.paper.create({ data: { text: String(body.text) } });
  }

  // Endpoint público para documentos
  @Post('documentos')
  async documentos(@Body() body: { text: string }) { // ok: missing-auth-guard
    return prisma.paper.create({ data: { text: String(body.text) } });
  }

  // Publishes what was handed in.
  @Post('publish')
  async publish(@Body() body: { id: string }) { // expect: missing-auth-guard
    return prisma.paper.update({ where: { id: String(body.id) }, data: { shown: true } });
  }
}
