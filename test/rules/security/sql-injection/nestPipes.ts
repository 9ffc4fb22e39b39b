// packages: @nestjs/common@11.0.0, pg@8.13.0
import { Controller, Get, Param, ParseIntPipe, ParseUUIDPipe, Query } from '@nestjs/common';
import { Pool } from 'pg';

const pool = new Pool();

@Controller('orders')
export class OrdersController {
  @Get(':id')
  one(@Param('id', ParseIntPipe) id: number) {
    return pool.query(`SELECT * FROM orders WHERE id = ${id}`); // ok: sql-injection
  }

  @Get('of/:customer')
  some(@Param('customer', new ParseUUIDPipe({ version: '4' })) customer: string) {
    return pool.query(`SELECT * FROM orders WHERE customer = '${customer}'`); // ok: sql-injection
  }

  // A type converts nothing.
  @Get('declared/:id')
  declared(@Param('id') id: number) {
    return pool.query(`SELECT * FROM orders WHERE id = ${id}`); // expect: sql-injection
  }

  @Get()
  named(@Query('name') name: string) {
    return pool.query(`SELECT * FROM orders WHERE name = '${name}'`); // expect: sql-injection
  }
}
