// packages: @nestjs/common@11.0.0, @nestjs/core@11.0.0, @nestjs/throttler@6.2.0, @nestjs/passport@11.0.0, @prisma/client@6.0.0
import { Body, Controller, Delete, Get, Module, Param, Patch, Post, UseGuards } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { PrismaClient } from '@prisma/client';

const db = new PrismaClient();

@Controller('races')
export class RaceController {
  // Runners enter by a form: requests of strangers are counted apart from all others.
  @Throttle({ default: { limit: 5, ttl: 3_600_000 } })
  @Post()
  enter(@Body() entry: EntryDto) { // ok: inconsistent-auth-posture, missing-auth-guard
    return db.entry.create({ data: entry });
  }

  @Post('results')
  publish(@Body() entry: EntryDto) { // expect: inconsistent-auth-posture
    return db.entry.create({ data: entry });
  }

  // What changes one race of many is no form, whatever limits it.
  @Throttle({ default: { limit: 5, ttl: 3_600_000 } })
  @Post(':id/cancel')
  cancel(@Param('id') id: string) { // expect: missing-auth-guard
    return db.entry.update({ where: { id }, data: { isCancelled: true } });
  }

  @UseGuards(AuthGuard('jwt'))
  @Get(':id/runners')
  list(@Param('id') id: string) {
    return db.entry.findMany({ where: { race: id }, take: 50 });
  }

  @UseGuards(AuthGuard('jwt'))
  @Patch(':id')
  change(@Param('id') id: string, @Body() entry: EntryDto) {
    return db.entry.update({ where: { id }, data: entry });
  }

  @UseGuards(AuthGuard('jwt'))
  @Delete(':id')
  drop(@Param('id') id: string) {
    return db.entry.delete({ where: { id } });
  }

  @UseGuards(AuthGuard('jwt'))
  @Patch(':id/state')
  state(@Param('id') id: string) {
    return db.entry.update({ where: { id }, data: { isOpen: false } });
  }

  @UseGuards(AuthGuard('jwt'))
  @Patch(':id/start')
  start(@Param('id') id: string) {
    return db.entry.update({ where: { id }, data: { isRunning: true } });
  }
}

@Module({ controllers: [RaceController], providers: [{ provide: APP_GUARD, useClass: ThrottlerGuard }] })
export class RaceModule {}
