import { Controller, Get, Post, UseGuards } from '@nestjs/common';
import { TokenGuard } from '../auth/token.guard';
import { PrismaService } from '../prisma.service';

@UseGuards(TokenGuard)
@Controller({ path: 'admin', version: '1' })
export class AdminController {
  constructor(private prisma: PrismaService) {}

  @Get('users')
  users() {
    return this.prisma.user.findMany();
  }

  @Post(['purge', 'clear'])
  async purge() {
    await this.prisma.user.deleteMany();
  }
}
