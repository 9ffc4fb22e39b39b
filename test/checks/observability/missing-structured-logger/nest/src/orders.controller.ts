import { Controller, Get, Logger } from '@nestjs/common';

@Controller('orders')
export class OrdersController {
  private readonly logger = new Logger(OrdersController.name);

  @Get()
  list() {
    this.logger.log('orders');
    return [];
  }
}
