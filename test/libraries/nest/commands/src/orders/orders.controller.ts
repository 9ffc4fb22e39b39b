import { Controller, Delete, Get, Param, Post, UseGuards } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { AuthGuard } from '@nestjs/passport';
import { ArchiveOrder, CancelOrder, FindOrders, RecountOrders } from './commands';
import { OrdersService } from './orders.service';

@Controller('orders')
export class OrdersController {
  constructor(
    private readonly commandBus: CommandBus,
    private readonly queryBus: QueryBus,
    private readonly orders: OrdersService,
  ) {}

  @Get()
  async find() {
    return this.queryBus.execute<FindOrders, unknown[]>(new FindOrders());
  }

  @Delete(':id')
  @UseGuards(AuthGuard('jwt'))
  async cancel(@Param('id') id: string) {
    const command = new CancelOrder(id);
    await this.commandBus.execute(command);
  }

  @Post(':id/archive')
  async archive(@Param('id') id: string) {
    await this.orders.archive(id);
  }

  @Post('recount')
  async recount() {
    await this.commandBus.execute(new RecountOrders());
  }
}
