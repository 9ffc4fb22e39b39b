// file: src/orders/orders.service.ts
// packages: @nestjs/common@11.0.0
import { HttpException, Injectable, InternalServerErrorException, Logger, NotFoundException } from '@nestjs/common';
import { Orders } from './orders';

@Injectable()
export class OrdersService {
  private readonly logger = new Logger(OrdersService.name);
  constructor(private readonly orders: Orders) {}

  async find(id: string) {
    try {
      const order = await this.orders.find(id);
      if (!order) throw new NotFoundException('No such order'); // expect: control-flow-exception-swallowed(warning medium)
      //                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The 404 that is thrown here is caught below and answered with 500
      return order;
    } catch (error) {
      this.logger.error(error.message);
      throw new InternalServerErrorException('Could not find the order');
    }
  }

  async plain(id: string) {
    try {
      const order = await this.orders.find(id);
      if (!order) throw new NotFoundException('No such order'); // expect: control-flow-exception-swallowed
      return order;
    } catch (error) {
      throw new Error(`Failed: ${error.message}`);
    }
  }

  async known(id: string) {
    try {
      const order = await this.orders.find(id);
      if (!order) throw new NotFoundException('No such order'); // ok: control-flow-exception-swallowed
      return order;
    } catch (error) {
      if (error instanceof HttpException) throw error;
      throw new InternalServerErrorException('Could not find the order');
    }
  }

  async byStatus(id: string) {
    try {
      const order = await this.orders.find(id);
      if (!order) throw new NotFoundException('No such order'); // ok: control-flow-exception-swallowed
      return order;
    } catch (error) {
      throw new HttpException(error.message, error.status || 500);
    }
  }

  async fallsBack(id: string) {
    try {
      const order = await this.orders.find(id);
      if (!order) throw new NotFoundException('No such order'); // ok: control-flow-exception-swallowed
      return order;
    } catch (error) {
      this.logger.error(error.message);
      return null;
    }
  }

  async coded(id: string) {
    try {
      const order = await this.orders.find(id);
      if (!order) throw new NotFoundException('No such order'); // expect: control-flow-exception-swallowed
      return order;
    } catch (error) {
      if (error.code === 'P2002') throw new HttpException('It is there already', 409);
      throw new InternalServerErrorException('Could not find the order');
    }
  }
}
