// file: src/orders.controller.ts
// packages: @nestjs/common@11.0.0, @nestjs/core@11.0.0, @prisma/client@6.0.0, pg@8.13.0
import { Controller, Get, Injectable, OnModuleInit } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';
import { Pool } from 'pg';

@Injectable()
export class PrismaService extends PrismaClient implements OnModuleInit {
  async onModuleInit() {
    await this.$connect();
  }
}

export const providers = [{ provide: 'POOL', useFactory: () => new Pool() }]; // ok: connection-per-request

@Controller('orders')
export class OrdersController {
  private readonly pool = new Pool(); // ok: connection-per-request
  private readonly other: Pool;

  constructor(private readonly prisma: PrismaService) {
    this.other = new Pool(); // ok: connection-per-request
  }

  @Get()
  async list() {
    const client = new PrismaClient(); // expect: connection-per-request
    return client.order.findMany({ take: 10 });
  }
}
