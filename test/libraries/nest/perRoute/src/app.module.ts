import { Module } from '@nestjs/common';
import { AdminController } from './admin/admin.controller';
import { OrdersController } from './orders/orders.controller';

@Module({ controllers: [OrdersController, AdminController], providers: [] })
export class AppModule {}
